/** What the lab needs of the machine it runs on; tests and in-process shells give their own. */
export interface Machine {
  /** Milliseconds of real time. */
  now(): number;
  /** The process that does the work. */
  readonly self: Owner;
  /** Whether that process still runs. */
  alive(owner: Owner): boolean;
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** A process, told from a later one with the same number by its birth. */
export interface Owner {
  readonly pid: number;
  readonly birth: string;
}
