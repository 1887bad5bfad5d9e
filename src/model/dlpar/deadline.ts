/**
 * The time that a request may take. Scripts take real time and the work of the system lab time; both are seconds of the
 * one who waits.
 */
export class Deadline {
  readonly #seconds: number;
  #spent = 0;

  /** @param minutes 0: no limit */
  constructor(minutes: number) {
    this.#seconds = minutes === 0 ? Number.POSITIVE_INFINITY : minutes * 60;
  }

  /** Seconds that are left; Infinity without a limit. */
  get left(): number {
    return Math.max(0, this.#seconds - this.#spent);
  }

  get isOver(): boolean {
    return this.left === 0;
  }

  spend(seconds: number): void {
    this.#spent += seconds;
  }
}
