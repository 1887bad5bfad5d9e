import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnnouncedCall, ScriptCall, ScriptEnd, ScriptSession, ScriptsAhead } from '../model/inside.ts';
import type { Place } from '../model/place.ts';
import type { Lab } from '../state/lab.ts';
import { type Noted, noted } from '../state/script-journal.ts';
import { openHolder } from './holder.ts';
import { type LentFolder, lend } from './lend.ts';
import { closeJournal, type Journal, openJournal } from './open-journal.ts';
import { repairPlace } from './place.ts';
import type { Batch, Expected } from './script-batch.ts';
import { callsFile, haltFile } from './script-lines.ts';
import { PipePool, type ScriptPipes } from './script-pipes.ts';
import { killFamily, ScriptShell, send } from './script-shell.ts';
import { processLimit } from './stay.ts';

/** A script that starts more processes than its host has room for must not stop the machine (ours). */
const mostProcesses = 1024;

/**
 * Opens a place for scripts. One shell goes in and stays: who has a hundred scripts pays the way in once.
 * @throws Failure where the machine does not allow it: nothing ran then
 */
export async function openScripts(
  lab: Lab,
  place: Place,
  files: Readonly<Record<string, Buffer>> = {},
): Promise<ScriptSession> {
  const holder = await openHolder(lab, place);
  repairPlace(lab, place);
  const lent = lend(holder.folder, files, lab.machine.self.pid);
  const way = { top: holder.top, processes: Math.min(processLimit(lab, place), mostProcesses) };
  return new Session(lent, way);
}

interface Way {
  readonly top: number;
  readonly processes: number;
}

/** So long what was killed has to go, before the shell that waits for it is given up; milliseconds. */
const grace = 1000;
/** How often it is looked again whether a script that is to end has been begun; milliseconds. */
const lookAgain = 10;

/** Most scripts have ended by then; milliseconds. */
const shortestPause = 10;
/** How long a script that prints without end may wait for us, at most; milliseconds. */
const longestPause = 50;

class Session implements ScriptSession {
  readonly #lent: LentFolder;
  readonly #outside: string;
  readonly #way: Way;
  readonly #pipes: PipePool;
  #journal: Journal;
  #shell: ScriptShell | undefined;
  #batch: Batch | undefined;
  #batches = 0;
  #files = 0;
  #isHalted = false;

  constructor(lent: LentFolder, way: Way) {
    this.#lent = lent;
    this.#outside = lent.outside ?? '';
    this.#way = way;
    this.#pipes = new PipePool(this.#outside);
    this.#journal = openJournal(join(this.#outside, '.journal'));
  }

  lent(name: string): string {
    return `${this.#lent.inside}/${name}`;
  }

  async ahead(calls: readonly AnnouncedCall[], { journal, halts, before }: ScriptsAhead): Promise<void> {
    // The shell writes where it has begun to: another one would be noted nowhere.
    if (this.#journal.path !== journal) {
      this.#leaveShell();
      closeJournal(this.#journal);
      this.#journal = openJournal(journal);
    }
    before(this.#batches + 1);
    await this.#begin(calls, halts);
  }

  async run(call: ScriptCall): Promise<ScriptEnd> {
    const [next] = this.#batch?.unasked ?? [];
    if (!next || next.call.words.join('\0') !== call.words.join('\0')) await this.#begin([call], false);
    const batch = this.#batch;
    const expected = batch?.unasked.shift();
    if (!batch || !expected) throw new Error('no call');
    // A script can kill the shell that runs it: the next one gets another.
    if (!expected.end && !this.#shell?.alive) this.#tell(batch);
    const timedOut = await this.#ended(batch, expected, call);
    if (!expected.end) throw new Error('no end');
    return { ...expected.end, timedOut };
  }

  async #begin(calls: readonly AnnouncedCall[], halts: boolean): Promise<void> {
    await this.#pipes.ready();
    this.#drop();
    const pending = calls.map((call, index) => ({ index, call }));
    const began = performance.now();
    const number = ++this.#batches;
    this.#batch = { number, halts, pending, unasked: [...pending], given: [], waiting: 0, began };
    this.#tell(this.#batch);
  }

  // What a halted shell was given and has not taken is thrown away there.
  #drop(): void {
    this.#goOn();
    for (const pipes of this.#batch?.given.splice(0) ?? []) this.#takeBack(pipes);
    this.#batch = undefined;
  }

  #tell(batch: Batch): void {
    for (const pipes of batch.given.splice(0)) this.#takeBack(pipes);
    if (!this.#shell?.alive) this.#shell = this.#newShell();
    const file = `.calls${++this.#files}`;
    try {
      this.#write(file, callsFile(batch.number, batch.pending, batch.halts));
    } catch {
      // The folder has gone, and the whole place with it.
      this.#shell.close();
      this.#shell = undefined;
      setImmediate(() => this.#lost());
      return;
    }
    batch.waiting = batch.pending.length;
    this.#shell.tell(`${this.lent(file)}\n${this.#give(batch)}`);
  }

  #write(name: string, text: string): void {
    const path = join(this.#outside, name);
    writeFileSync(path, text);
    chmodSync(path, 0o644);
  }

  // As many pipes as there are: the shell need not wait for us, and we know who has printed what.
  #give(batch: Batch): string {
    let lines = '';
    while (batch.waiting > 0) {
      const pipes = this.#pipes.take();
      if (!pipes) break;
      batch.given.push(pipes);
      batch.waiting--;
      lines += `${pipes.out.name} ${pipes.err.name}\n`;
    }
    return lines;
  }

  #takeBack(pipes: ScriptPipes): { readonly stdout: string; readonly stderr: string; readonly cut: boolean } {
    const [stdout, stderr] = [pipes.out.take(), pipes.err.take()];
    this.#pipes.giveBack(pipes);
    return { stdout: stdout.text, stderr: stderr.text, cut: stdout.cut || stderr.cut };
  }

  #newShell(): ScriptShell {
    const way = { ...this.#way, lent: this.#lent.inside, journal: this.#journal.descriptor };
    const shell: ScriptShell = new ScriptShell(way, {
      ended: (index, status) => shell === this.#shell && this.#heard(index, status),
      halted: (index) => shell === this.#shell && this.#halted(index),
      gone: () => shell === this.#shell && this.#lost(),
    });
    return shell;
  }

  #heard(index: number, status: number): void {
    const batch = this.#batch;
    if (!batch) return;
    this.#catchUp(batch, index);
    // What somebody else says of another call, or of one that has ended, counts for nothing.
    if (batch.pending[0]?.index !== index) return;
    this.#endNext(batch, status);
    const more = this.#give(batch);
    if (more !== '') this.#shell?.tell(more);
  }

  /** The shell need not say of each call how it ended: when it has begun the next one, its journal does. */
  #catchUp(batch: Batch, until: number): void {
    const { last, statuses } = this.#noted(batch);
    for (;;) {
      const [next] = batch.pending;
      const status = next && statuses.get(next.index);
      if (!next || next.index >= Math.min(until, last) || status === undefined) return;
      this.#endNext(batch, status);
    }
  }

  #endNext(batch: Batch, status: number): void {
    const pipes = batch.given.shift();
    this.#end(batch, status, pipes ? this.#takeBack(pipes) : { stdout: '', stderr: '', cut: false });
  }

  #end(batch: Batch, status: number, said: Pick<ScriptEnd, 'cut' | 'stderr' | 'stdout'>): void {
    const now = performance.now();
    const expected = batch.pending.shift();
    if (!expected) return;
    expected.end = { ...said, status, milliseconds: Math.round(now - batch.began) };
    batch.began = now;
    expected.over?.();
  }

  // The shell has gone. What it had begun ends with it; what it had not begun is for another one.
  #lost(): void {
    const batch = this.#batch;
    if (!batch) return;
    const { last, pid } = this.#noted(batch);
    this.#catchUp(batch, last);
    const [current] = batch.pending;
    if (!current) return;
    // One that has killed its shell would go on while others hear how the request ended.
    if (last >= current.index) this.#shell?.killLeft(pid);
    else if (!current.over) return;
    this.#endNext(batch, 128 + 9);
  }

  #noted({ number }: Batch): Noted {
    return noted(this.#journal.path, number);
  }

  /** Waits for the end of a call, and sees to it that there is one. @returns whether it took too long */
  #ended(batch: Batch, expected: Expected, { seconds, signal }: ScriptCall): Promise<boolean> {
    if (expected.end) return Promise.resolve(false);
    return new Promise((resolve) => {
      let timedOut = false;
      const timers = new Set<NodeJS.Timeout>();
      const later = (work: () => void, milliseconds: number) => {
        const timer = setTimeout(() => {
          timers.delete(timer);
          work();
        }, milliseconds);
        timers.add(timer);
      };
      const killAll = () => {
        for (const each of this.#scriptsOf(batch, expected)) killFamily(each);
        later(killAll, lookAgain);
      };
      const kill = () => {
        killAll();
        later(() => this.#shell?.giveUp(), grace);
      };
      // The shell may be ahead of what we have heard: another script must not be ended for this one.
      const limit = (until: number) => {
        // One that ends as if nothing had been must not be followed by the next.
        if (batch.halts && this.#scriptsOf(batch, expected).length > 0) this.#halt();
        const scripts = this.#scriptsOf(batch, expected);
        if (scripts.length === 0 && performance.now() < until) {
          later(() => limit(until), lookAgain);
          return;
        }
        timedOut = true;
        expected.timedOut = true;
        for (const each of scripts) send(each, 'SIGABRT');
        later(kill, grace);
      };
      let pause = shortestPause;
      const listen = () => {
        this.#catchUp(batch, Number.POSITIVE_INFINITY);
        if (expected.end) return;
        const [pipes] = batch.pending[0] === expected ? batch.given : [];
        const said = [pipes?.out, pipes?.err].filter((each) => each?.listen());
        pause = said.length > 0 ? 1 : Math.min(2 * pause, longestPause);
        later(listen, pause);
      };
      later(listen, pause);
      if (seconds > 0) later(() => limit(performance.now() + grace), seconds * 1000);
      signal.addEventListener('abort', kill, { once: true });
      expected.over = () => {
        for (const timer of timers) clearTimeout(timer);
        signal.removeEventListener('abort', kill);
        if (!timedOut) this.#goOn();
        resolve(timedOut);
      };
      if (signal.aborted) kill();
    });
  }

  /** The processes of a call, if it is the one under way: looked at between two looks at what the shell has begun. */
  #scriptsOf(batch: Batch, { index }: Expected): number[] {
    const isCurrent = () => this.#noted(batch).last === index;
    const scripts = isCurrent() ? (this.#shell?.scripts() ?? []) : [];
    return isCurrent() ? scripts : [];
  }

  #halt(): void {
    this.#write(haltFile, '');
    this.#isHalted = true;
    if (this.#batch) this.#batch.held = this.#batch.pending[0];
  }

  #goOn(): void {
    if (!this.#isHalted) return;
    this.#isHalted = false;
    rmSync(join(this.#outside, haltFile), { force: true });
  }

  // It was held up for a script that has ended in time all the same.
  #halted(index: number): void {
    const batch = this.#batch;
    if (!batch?.held || batch.held.timedOut) return;
    batch.held = undefined;
    if (batch.pending[0]?.index === index + 1) this.#tell(batch);
  }

  #leaveShell(): void {
    this.#shell?.close();
    this.#shell = undefined;
  }

  close(): void {
    // A request that breaks off: nobody must wait for a reader of pipes.
    if (this.#batch?.pending.length && this.#batch.given.length > 0) this.#shell?.giveUp();
    this.#leaveShell();
    this.#pipes.close();
    closeJournal(this.#journal);
    this.#lent.remove();
  }
}
