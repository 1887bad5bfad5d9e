import type { Inside, RealProcess, ScriptCall, ScriptEnd, ScriptSession } from '../../inside.ts';
import type { Place } from '../../place.ts';
import { scriptDirectory, scriptEnvironment } from '../environment.ts';

/** A call of the script under trial, and what came of it. */
export interface TrialCall {
  readonly command: string;
  readonly resource: string | undefined;
  /** What it found in its environment beside PATH and LANG. */
  readonly environment: Readonly<Record<string, string>>;
  /** Seconds that it had. */
  readonly limit: number;
  readonly end: ScriptEnd;
  /** Programs that it left running. */
  readonly left: readonly RealProcess[];
}

/** What a recorder needs of where it is. */
export interface RecorderPlace {
  readonly place: Place;
  readonly inside: Inside;
  readonly signal: AbortSignal;
  /** @param milliseconds real ones */
  sleep(milliseconds: number): Promise<void>;
}

/** Calls longer than this are left alone for a moment before it is said that they left something running, milliseconds. */
const patience = 100;

/** A session that keeps what the calls of a script came to. */
export class Recorder implements ScriptSession {
  readonly #session: ScriptSession;
  readonly #where: RecorderPlace;
  readonly #left = new Map<number, RealProcess>();
  #calls: TrialCall[] = [];
  /** Calls that took longer than they may. */
  late = 0;
  /** Real seconds of all calls. */
  seconds = 0;

  constructor(session: ScriptSession, where: RecorderPlace) {
    this.#session = session;
    this.#where = where;
  }

  lent(name: string): string {
    return this.#session.lent(name);
  }

  async run(call: ScriptCall): Promise<ScriptEnd> {
    const before = new Set((await this.#processes()).map(({ pid }) => pid));
    const end = await this.#session.run(call);
    const left = await this.#leftSince(before);
    const [, command = '', resource] = call.words;
    const { PATH: _, LANG: __, ...environment } = call.environment;
    this.#calls.push({ command, resource, environment, limit: call.seconds, end, left });
    if (end.timedOut) this.late++;
    this.seconds += end.milliseconds / 1000;
    return end;
  }

  /** The calls since the last time. */
  take(): readonly TrialCall[] {
    const calls = this.#calls;
    this.#calls = [];
    return calls;
  }

  /** Names in /tmp, as the place has them. */
  async temporaryFiles(): Promise<readonly string[]> {
    const { stdout } = await this.#aside('/bin/ls', '-A', scriptDirectory);
    return stdout.split('\n').filter((name) => name !== '');
  }

  /** Ends what the script has left running. */
  async endLeft(): Promise<void> {
    const now = new Map((await this.#processes()).map((each) => [each.pid, each.started]));
    const ours = [...this.#left.values()].filter(({ pid, started }) => now.get(pid) === started);
    if (ours.length > 0) await this.#aside('/bin/kill', '-9', ...ours.map(({ pid }) => String(pid)));
  }

  close(): void {
    this.#session.close();
  }

  async #aside(...words: string[]): Promise<ScriptEnd> {
    const signal = new AbortController().signal;
    return await this.#session.run({
      words,
      environment: scriptEnvironment,
      directory: '/',
      seconds: 10,
      signal,
    });
  }

  async #processes(): Promise<readonly RealProcess[]> {
    return await this.#where.inside.processes(this.#where.place);
  }

  async #leftSince(before: ReadonlySet<number>): Promise<readonly RealProcess[]> {
    const first = await this.#orphansSince(before);
    if (first.length === 0) return [];
    // Programs of a pipe end a moment after the script that began them.
    await this.#where.sleep(patience);
    const pids = new Set(first.map(({ pid }) => pid));
    const left = (await this.#orphansSince(before)).filter(({ pid }) => pids.has(pid));
    for (const each of left) this.#left.set(each.pid, each);
    return left;
  }

  // Whoever lost its parent belongs to the first process of the place; other people's programs hang on their shells, which
  // came from outside.
  async #orphansSince(before: ReadonlySet<number>): Promise<RealProcess[]> {
    const all = await this.#processes();
    const parents = new Map(all.map(({ pid, parent }) => [pid, parent]));
    const isOrphan = (pid: number): boolean => {
      const parent = parents.get(pid);
      return parent === 1 || (parent !== undefined && parent !== 0 && isOrphan(parent));
    };
    return all.filter(({ pid }) => !before.has(pid) && isOrphan(pid));
  }
}
