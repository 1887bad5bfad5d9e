import type { Change } from '../../state/change.ts';
import { announceDlparScripts, updateDlparRequest } from '../../state/dlpar-requests.ts';
import type { Work } from '../work.ts';
import type { Attendance } from './attendance.ts';
import type { Expected } from './course.ts';

/**
 * Who was called by a request and has not heard how it ended, as the lab has it: whoever comes after a dead request tells
 * each of them once. Scripts that the partition is told of together are written down together: its journal says how far
 * it is.
 */
export class Roll {
  readonly #work: Work;
  readonly #partition: number;
  readonly #attendance: Attendance;
  readonly #completed: () => number;
  readonly #names = new Set<string>();
  readonly #failed = new Set<string>();
  #announced = false;

  /** @param partition its key @param completed MB that have moved by now */
  constructor(work: Work, partition: number, attendance: Attendance, completed: () => number = () => 0) {
    this.#work = work;
    this.#partition = partition;
    this.#attendance = attendance;
    this.#completed = completed;
  }

  /** Nobody is owed anything. */
  get isEmpty(): boolean {
    return this.#names.size === 0;
  }

  /**
   * Before some are called one after the other: the partition is told of those that are scripts, where it can be.
   * @param noted who is told is written down by `prepares` or `concludes`
   */
  async expects(expected: Expected, noted: boolean): Promise<void> {
    if (expected.layer !== 'scripts') return;
    const announced = await this.#attendance.announce(expected, (names, batch) => {
      if (!noted) return;
      const { phase, drops } = expected;
      const announced = { names, batch, ends: phase !== 'pre', drops };
      this.#work.lab.update((change) =>
        announceDlparScripts(change, this.#partition, { ...this.#written, announced }),
      );
    });
    this.#announced = announced && noted;
  }

  /** Before somebody is called. */
  prepares(name: string): void {
    this.#names.add(name);
    this.#note();
  }

  /** Somebody has failed, and so is not among those who hear that it came to nothing. */
  fails(name: string): void {
    this.#failed.add(name);
    this.#note();
  }

  /** Before somebody is told how it ended. */
  concludes(name: string): void {
    this.#names.delete(name);
    this.#failed.delete(name);
    this.#note();
  }

  /** What was announced is over. */
  settles(): void {
    if (!this.#announced) return;
    this.#announced = false;
    this.#note();
  }

  /** Writes it down. @param completed MB that have moved */
  record(change: Change, completed: number): void {
    const { called, failed } = this.#written;
    updateDlparRequest(change, this.#partition, called, completed, failed);
  }

  get #written(): { readonly called: readonly string[]; readonly failed: readonly string[] } {
    return { called: [...this.#names], failed: [...this.#failed] };
  }

  #note(): void {
    if (!this.#announced) this.#work.lab.update((change) => this.record(change, this.#completed()));
  }
}
