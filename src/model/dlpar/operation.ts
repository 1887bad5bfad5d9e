/** A dynamic change as the operating system of a partition carries it out: all its phases, and the change between them. */

import { fillIn } from '../../messages/define.ts';
import { dlparLogMessages as messages } from '../../messages/dlpar-log.ts';
import { Failure, failureText } from '../../messages/failure.ts';
import { owePost } from '../../state/dlpar-requests.ts';
import type { Work } from '../work.ts';
import type { Attendance } from './attendance.ts';
import { Course, type PhaseEnd, type Refusal } from './course.ts';
import type { Progress } from './event.ts';
import { Flow, phaseNames } from './flow.ts';
import type { Journal } from './journal.ts';
import type { Layer } from './listener.ts';
import type { Phase } from './phases.ts';
import type { Cause, Outcome, Request } from './request.ts';
import { Roll } from './roll.ts';
import { eventWords } from './words.ts';

/** Lab seconds that the system needs for a block or a processor (ours). */
const stepSeconds = 1;

/** Who hears of each block of memory and of each processor. */
const handlers: Layer = 'kernel extensions';

interface Obstacle {
  readonly cause: Cause;
  readonly reason?: string;
  readonly failure?: Failure;
}

/** One request under way. */
export class Operation {
  readonly #work: Work;
  readonly #request: Request;
  readonly #attendance: Attendance;
  readonly #journal: Journal;
  readonly #flow: Flow;
  readonly #course: Course;
  readonly #refusals: Refusal[] = [];
  readonly #roll: Roll;
  #completed = 0;

  constructor(work: Work, request: Request, attendance: Attendance) {
    this.#work = work;
    this.#request = request;
    this.#attendance = attendance;
    this.#journal = attendance.journal;
    this.#flow = new Flow(attendance.journal, request.event);
    this.#roll = new Roll(work, request.partition.id, attendance, () => this.#moved(this.#completed));
    this.#course = this.#newCourse();
  }

  #newCourse(): Course {
    const { event, wishes } = this.#request;
    return new Course(event.action, this.#attendance.listeners, {
      force: wishes.force,
      told: {
        layerBegins: (phase, layer) => this.#flow.layerBegins(phase, layer),
        layerEnds: (_, layer) => {
          this.#roll.settles();
          this.#flow.layerEnds(layer);
        },
        expects: (expected) => this.#roll.expects(expected, expected.phase !== 'check'),
        prepares: ({ layer, name }) => layer === 'scripts' && this.#roll.prepares(name),
        fails: ({ layer, name }) => layer === 'scripts' && this.#roll.fails(name),
        concludes: ({ layer, name }) => layer === 'scripts' && this.#roll.concludes(name),
      },
    });
  }

  async run(): Promise<Outcome> {
    const { event } = this.#request;
    this.#flow.begins();
    if (event.resource === 'cpu' && event.action === 'acquire') {
      for (const connector of new Set(event.processors.map((each) => each.connector)))
        this.#journal.flow(messages.processor, { connector });
    }
    const outcome = await this.#phases();
    if (!outcome.ok) this.#tellFailure(outcome);
    this.#flow.ends();
    return outcome;
  }

  async #phases(): Promise<Outcome> {
    const check = await this.#phase('check');
    if (!check.ok) return this.#failed('check');
    if (this.#stopped) return this.#failed(this.#stopped);
    const obstacle = await this.#guarded(async () => {
      const pre = await this.#phase('pre');
      if (!pre.ok) return { cause: 'pre' };
      return (this.#stopped && { cause: this.#stopped }) ?? (await this.#transfer());
    });
    if (obstacle) {
      await this.#phase('undo');
      return this.#failed(obstacle.cause, obstacle);
    }
    await this.#phase('post');
    return { ok: true, completed: this.#completed, refusals: this.#refusals };
  }

  // A full disk, a lab that was reset: whoever has prepared for the change must hear that it does not come.
  async #guarded(work: () => Promise<Obstacle | undefined>): Promise<Obstacle | undefined> {
    try {
      return await work();
    } catch (error) {
      await this.#phase('undo');
      throw error;
    }
  }

  get #stopped(): Cause | undefined {
    if (this.#work.signal.aborted) return 'interrupted';
    return this.#attendance.deadline.isOver ? 'time' : undefined;
  }

  // Handlers of kernel extensions follow each step, all others hear once of the whole request (seed 4).
  async #phase(phase: Phase): Promise<PhaseEnd> {
    if (this.#course.skips(phase)) return { ok: true, refusals: [] };
    this.#flow.phase(phase);
    const ended = await this.#course.run(
      phase,
      await this.#progress(),
      phase === 'check' ? undefined : handlers,
    );
    this.#refusals.push(...ended.refusals);
    return ended;
  }

  /** @returns what was in the way */
  async #transfer(): Promise<Obstacle | undefined> {
    const { transfer } = this.#request;
    for (let step = 0; step < transfer.steps; step++) {
      const cause = this.#stopped;
      if (cause) return { cause };
      const obstacle = await this.#step(step);
      if (obstacle) return obstacle;
    }
    return undefined;
  }

  /** A block of memory, or all processors: what the handlers of kernel extensions hear of, then the step itself. */
  async #step(step: number): Promise<Obstacle | undefined> {
    const { event } = this.#request;
    const parts = event.resource === 'cpu' ? event.processors.length : 1;
    const courses: Course[] = [];
    const tell = async (phase: Phase, some: readonly Course[]): Promise<PhaseEnd[]> => {
      const ended: PhaseEnd[] = [];
      for (const each of some) ended.push(await each.run(phase, await this.#progress()));
      for (const { refusals } of ended) this.#refusals.push(...refusals);
      return ended;
    };
    const fail = async (obstacle: Obstacle): Promise<Obstacle> => {
      await tell('undo', courses);
      return obstacle;
    };
    const extensions = this.#attendance.listeners.filter(({ layer }) => layer === handlers);
    for (let part = 0; part < parts && extensions.length > 0; part++) {
      const { action } = event;
      const course = new Course(action, extensions, { force: this.#request.wishes.force });
      courses.push(course);
      const [pre] = await tell('pre', [course]);
      if (pre && pre.refusals.length > 0) return await fail({ cause: 'resource', reason: refusedBy(pre) });
    }
    await this.#work.lab.pass(stepSeconds * parts, this.#work.signal);
    this.#attendance.deadline.spend(stepSeconds * parts);
    await this.#request.transfer.look?.();
    const obstacle = this.#book(step);
    if (obstacle instanceof Failure) return await fail({ cause: 'resource', failure: obstacle });
    if (obstacle !== undefined) return await fail({ cause: 'resource', reason: obstacle });
    this.#completed = step + 1;
    await tell('post', courses);
    return undefined;
  }

  #book(step: number): Failure | string | undefined {
    const { transfer } = this.#request;
    try {
      return this.#work.lab.update((change) => {
        const obstacle = transfer.obstacle(step);
        if (obstacle !== undefined) return obstacle;
        transfer.book(change, step);
        this.#roll.record(change, this.#moved(step + 1));
        // From here on there is nothing to undo, whatever happens to this process.
        if (step + 1 === transfer.steps) owePost(change, this.#request.partition.id);
        return undefined;
      });
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    }
  }

  #failed(cause: Cause, { reason, failure }: Omit<Obstacle, 'cause'> = {}): Outcome {
    return {
      ...{ ok: false, completed: this.#completed, cause, refusals: this.#refusals },
      ...(reason === undefined ? {} : { reason }),
      ...(failure === undefined ? {} : { failure }),
    };
  }

  async #progress(): Promise<Progress> {
    return { completed: this.#megabytes, frames: await this.#attendance.frames() };
  }

  get #megabytes(): number {
    const { event } = this.#request;
    return event.resource === 'mem' ? Math.min(event.megabytes, this.#completed * event.block) : 0;
  }

  // As it is written down: of whole blocks.
  #moved(steps: number): number {
    const { event } = this.#request;
    return event.resource === 'mem' ? steps * event.block : 0;
  }

  #tellFailure({ cause, reason, failure, completed }: Outcome): void {
    const { event } = this.#request;
    const { title } = eventWords(event);
    const why = reason ?? (failure ? failureText(failure) : causeWords(cause));
    if (event.resource === 'mem' && completed > 0) {
      this.#journal.flow(messages.blocks, { completed: this.#megabytes, requested: event.megabytes });
    }
    this.#journal.said('err', fillIn(messages.failed.text, { title, reason: why }));
  }
}

function causeWords(cause: Cause | undefined): string {
  if (cause === 'time') return messages.late.text;
  if (cause === 'interrupted') return messages.interrupted.text;
  return fillIn(messages.vetoed.text, { phase: cause === 'check' ? phaseNames.check : phaseNames.pre });
}

function refusedBy({ refusals }: PhaseEnd): string {
  return refusals.map(({ name, reason }) => (reason === undefined ? name : `${name}: ${reason}`)).join('; ');
}
