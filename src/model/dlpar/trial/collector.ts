import type { ScriptResource } from '../event.ts';
import { type Finding, finding, type Verdict, worst } from './finding.ts';
import type { Recorder, TrialCall } from './recorder.ts';

/** One line of a report: what was played, and what it has shown. */
export interface TrialCourse {
  readonly resource: ScriptResource | undefined;
  /** `release, with FORCE` */
  readonly name: string;
  readonly calls: readonly TrialCall[];
  /** Those that no course before has shown. */
  readonly findings: readonly Finding[];
  /** Of all that it shows. */
  readonly verdict: Verdict;
}

/** After so many calls beyond their limit, or so many seconds, the rest of a trial is left out (ours). */
const mostLate = 3;
const longestTrial = 600;

/** Gathers the courses of a trial. What is found again in a later one is not said again. */
export class Collector {
  readonly courses: TrialCourse[] = [];
  readonly #recorder: Recorder;
  readonly #files: Set<string>;
  readonly #told = new Set<string>();
  #leftOut = 0;

  /** @param files names in /tmp from before */
  constructor(recorder: Recorder, files: readonly string[]) {
    this.#recorder = recorder;
    this.#files = new Set(files);
  }

  /** Adds a course. @param findings of its calls, and of all else */
  async add(
    resource: ScriptResource | undefined,
    name: string,
    calls: readonly TrialCall[],
    findings: readonly Finding[],
  ): Promise<void> {
    const all = [...findings, ...(calls.length === 0 ? [] : await this.#filesLeft())];
    const fresh = new Map(all.map((each) => [keyOf(each, resource), each]));
    for (const key of fresh.keys()) if (this.#told.has(key)) fresh.delete(key);
    for (const key of fresh.keys()) this.#told.add(key);
    this.courses.push({ resource, name, calls, findings: [...fresh.values()], verdict: worst(all) });
  }

  /** Whether the trial goes on; a course that is left out is counted. */
  goesOn(): boolean {
    if (this.#why === undefined) return true;
    this.#leftOut++;
    return false;
  }

  /** Says what was left out. */
  async close(): Promise<void> {
    if (this.#leftOut === 0) return;
    const values = { count: this.#leftOut, why: this.#why ?? '' };
    await this.add(undefined, 'the rest', [], [finding('givenUp', undefined, values)]);
  }

  get #why(): string | undefined {
    if (this.#recorder.late >= mostLate) return `${mostLate} calls have taken too long`;
    return this.#recorder.seconds >= longestTrial ? 'The test has taken too long' : undefined;
  }

  async #filesLeft(): Promise<Finding[]> {
    const now = await this.#recorder.temporaryFiles();
    const fresh = now.filter((name) => !this.#files.has(name)).sort();
    for (const name of fresh) this.#files.add(name);
    const [file] = fresh;
    return file === undefined ? [] : [finding('leftFiles', undefined, { file })];
  }
}

/** Rules of which a call may break several in different ways. */
const byText: readonly string[] = [
  ...['misplacedName', 'noItem', 'strangeName', 'strangeResource', 'unknownName'],
];

// Words of the script may differ from call to call, such as the number of a process: the rule and the call count.
function keyOf({ rule, call, text }: Finding, resource: string | undefined): string {
  return [rule, call ?? '', resource ?? '', byText.includes(rule) ? text : ''].join('\n');
}
