import { fillIn } from '../../messages/define.ts';
import { dlparLogMessages as messages } from '../../messages/dlpar-log.ts';
import type { Change } from '../../state/change.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import type { Host } from '../../state/hosts.ts';
import {
  deleteToldProgram,
  endProgramPhase,
  insertProgramPhase,
  insertToldProgram,
  silentPrograms,
  type ToldProgram,
  toldPrograms,
} from '../../state/program-phases.ts';
import { listApplications, listRunning } from '../../state/wpars.ts';
import type { RealProcess } from '../inside.ts';
import type { Place } from '../place.ts';
import type { Work } from '../work.ts';
import type { Deadline } from './deadline.ts';
import type { DlparEvent, Progress, RequestWishes } from './event.ts';
import type { Journal } from './journal.ts';
import type { Answer, Listener } from './listener.ts';
import type { Phase } from './phases.ts';

/** SIGRECONFIG has this number on AIX, and here. Linux has a real-time signal there. */
export const reconfigurationSignal = 58;

/** What all of them together are called among those who take part. */
export const programsName = 'SIGRECONFIG';

/** What the programs of a partition are told of a request with. */
export interface ProgramCalls {
  readonly work: Pick<Work, 'inside' | 'lab' | 'signal'>;
  readonly partition: Pick<Partition, 'id'>;
  readonly host: Host;
  readonly event: DlparEvent;
  readonly wishes: RequestWishes;
  readonly deadline: Deadline;
  readonly journal: Journal;
}

/**
 * Seconds that programs have to answer: a function of the user's timeout (seed 4), two for each of its minutes and at most 30
 * (ours). Without a timeout it is the most: "it is not appropriate to wait indefinitely".
 */
export function answerSeconds(minutes: number): number {
  return minutes === 0 ? 30 : Math.min(30, minutes * 2);
}

/** How often one looks whether all have answered, and whether they are still there, real milliseconds. */
const lookAgain = 20;
const lookForThem = 500;

/** So many are named in the log; thousands may be silent. */
const mostNamed = 10;

/** All programs of a partition that catch SIGRECONFIG, in its global environment and its WPARs, as one listener. */
export function programListener(calls: ProgramCalls): Listener {
  // Not kept up while the request goes on (dr_reconfig): what the amounts were when it began.
  let frames: Progress['frames'] | undefined;
  return {
    layer: 'application signal handlers',
    name: programsName,
    async call(phase, progress) {
      frames ??= progress.frames;
      return await new Notification(calls, phase, frames).run();
    },
  };
}

/** One phase, as the programs hear of it. */
class Notification {
  readonly #calls: ProgramCalls;
  readonly #phase: Phase;
  readonly #frames: Progress['frames'];
  readonly #places: readonly Place[];
  #begun = false;

  constructor(calls: ProgramCalls, phase: Phase, frames: Progress['frames']) {
    const { work, host } = calls;
    const { engine } = work.lab;
    const wpars = [...listRunning(engine, host.name), ...listApplications(engine, host.name)];
    this.#calls = calls;
    this.#phase = phase;
    this.#frames = frames;
    this.#places = [{ host }, ...wpars.map((wpar) => ({ host, wpar }))];
  }

  async run(): Promise<Answer> {
    const { lab } = this.#calls.work;
    const began = lab.machine.now();
    try {
      for (const place of this.#places) await this.#send(place);
      if (!this.#begun) return { ok: true };
      await this.#wait(began);
      return this.#answer();
    } finally {
      if (this.#begun) lab.update((change) => endProgramPhase(change, this.#id));
      this.#calls.deadline.spend((lab.machine.now() - began) / 1000);
    }
  }

  get #id(): number {
    return this.#calls.partition.id;
  }

  // Somebody may answer before the signal has been sent to the last one: it is written down first.
  async #send(place: Place): Promise<void> {
    const { inside, lab } = this.#calls.work;
    const wpar = place.wpar?.id ?? 0;
    let wanted: readonly RealProcess[] = [];
    const sent = await inside.signalAware(place, reconfigurationSignal, (processes) => {
      wanted = processes;
      lab.update((change) => this.#note(change, wpar, processes));
    });
    const missed = wanted.filter(({ pid }) => !sent.some((each) => each.pid === pid));
    if (missed.length === 0) return;
    lab.update((change) => {
      for (const { pid } of missed) deleteToldProgram(change, this.#id, { wpar, pid });
    });
  }

  #note(change: Change, wpar: number, processes: readonly RealProcess[]): void {
    const { event, wishes } = this.#calls;
    if (!this.#begun) {
      insertProgramPhase(change, {
        partition: this.#id,
        phase: this.#phase,
        event: JSON.stringify(event),
        force: wishes.force ? 1 : 0,
        frames: JSON.stringify(this.#frames),
      });
    }
    this.#begun = true;
    for (const { pid, born, user, words } of processes) {
      const name = (words[0] ?? '').replace(/^.*\//s, '').slice(0, 40);
      insertToldProgram(change, this.#id, { wpar, pid, born, user, name, answer: null });
    }
  }

  /** Until all have answered or ended, or their time is over. */
  async #wait(began: number): Promise<void> {
    const { work, deadline, wishes } = this.#calls;
    const { machine } = work.lab;
    const before = this.#phase === 'check' || this.#phase === 'pre';
    // What has to be said after the change, or after its failure, is said however late it is.
    const seconds = Math.min(
      answerSeconds(wishes.minutes),
      before ? deadline.left : Number.POSITIVE_INFINITY,
    );
    const signal = before ? work.signal : new AbortController().signal;
    let looked = began;
    while (this.#hasSilent && !signal.aborted && machine.now() - began < seconds * 1000) {
      await machine.sleep(lookAgain, signal);
      if (machine.now() - looked < lookForThem) continue;
      looked = machine.now();
      await this.#forgetEnded();
    }
    this.#report(seconds);
  }

  get #hasSilent(): boolean {
    return silentPrograms(this.#calls.work.lab.engine, this.#id) > 0;
  }

  #told(): readonly ToldProgram[] {
    return toldPrograms(this.#calls.work.lab.engine, this.#id);
  }

  #silent(): readonly ToldProgram[] {
    return this.#told().filter(({ answer }) => answer === null);
  }

  // A program that has ended will not answer: nobody waits for it.
  async #forgetEnded(): Promise<void> {
    const { inside, lab } = this.#calls.work;
    const silent = this.#silent();
    for (const place of this.#places) {
      const wpar = place.wpar?.id ?? 0;
      const waited = silent.filter((each) => each.wpar === wpar);
      if (waited.length === 0) continue;
      const alive = new Map((await inside.processes(place)).map(({ pid, born }) => [pid, born]));
      const ended = waited.filter(({ pid, born }) => alive.get(pid) !== born);
      if (ended.length === 0) continue;
      lab.update((change) => {
        for (const each of ended) deleteToldProgram(change, this.#id, each);
      });
    }
  }

  #report(seconds: number): void {
    const { journal } = this.#calls;
    const silent = this.#silent();
    for (const { name, pid } of silent.slice(0, mostNamed)) {
      journal.said('warning', fillIn(messages.programSilent.text, { name, pid, seconds }));
    }
    const more = silent.length - mostNamed;
    if (more > 0) journal.said('warning', fillIn(messages.programsSilent.text, { count: more, seconds }));
  }

  // Only the check phase asks; afterwards programs are told.
  #answer(): Answer {
    const refused = this.#told().filter(({ answer }) => answer === 'fail');
    if (this.#phase !== 'check' || refused.length === 0) return { ok: true };
    const reasons = refused
      .slice(0, mostNamed)
      .map(({ name, pid }) => fillIn(messages.programRefused.text, { name, pid }));
    for (const reason of reasons) this.#calls.journal.said('err', reason);
    return { ok: false, reason: reasons.join('; ') };
  }
}
