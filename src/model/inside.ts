import type { Place } from './place.ts';

/** A real program that runs in a partition now. */
export interface RealProcess {
  /** Its number in the partition. */
  readonly pid: number;
  /** Number of its parent there; 0 if it was started from outside. */
  readonly parent: number;
  /** Id of its user there. */
  readonly user: number;
  /** R, S, D, T, Z as Linux says it. */
  readonly state: string;
  /** Real milliseconds since 1970. */
  readonly started: number;
  /** Its start in clock ticks of the machine: tells it from a later one with its number. */
  readonly born: number;
  /** Seconds of processor time. */
  readonly seconds: number;
  /** `pts/0`; undefined without a terminal of the partition. */
  readonly terminal: string | undefined;
  /** Its words; of a process without any, its name. */
  readonly words: readonly string[];
  /** It was started from a clogin, or by what was. */
  readonly clogin: boolean;
}

/** What a frozen place holds beside its processes, for the record of a checkpoint. */
export interface FrozenContents {
  /** Open files, pipes and sockets. */
  readonly files: readonly {
    /** Number of the process in the place. */
    readonly pid: number;
    readonly descriptor: number;
    /** A path of the place, or `pipe:[7]`, `socket:[9]` as Linux names them. */
    readonly name: string;
  }[];
  /** System V objects, in any words. */
  readonly ipc: readonly string[];
  /** TCP and UDP, in any words. */
  readonly sockets: readonly string[];
  /** Resident memory of all programs. */
  readonly memoryKb: number;
}

/** Where the output of a program goes; a descriptor of the caller is handed on as it is. */
export interface ProgramOutput {
  write(text: string): void;
  /** What is no text passes unchanged where this is there. */
  writeBytes?(bytes: Uint8Array): void;
  /** Of a reader that is slower than the program: when it is ready for more; undefined: it is. */
  full?(): Promise<void> | undefined;
  readonly descriptor?: number;
}

/** A program to run in a place. */
export interface Program {
  /** The program and its words. Absolute paths are those of the place. */
  readonly words: readonly string[];
  /** `none`, the caller's standard input, or a descriptor of this process. */
  readonly input: 'inherit' | 'none' | number;
  readonly stdout: ProgramOutput;
  readonly stderr: ProgramOutput;
  readonly signal: AbortSignal;
  /** Files lent to it: in `/dev/.parlab/script`, by their names. */
  readonly lent?: Readonly<Record<string, Buffer>>;
}

/** A script of a place, and what it is called with. */
export interface AnnouncedCall {
  /** The program and its words; absolute paths are those of the place. */
  readonly words: readonly string[];
  /** All that it finds in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly directory: string;
}

/** A call of a script. */
export interface ScriptCall extends AnnouncedCall {
  /** Seconds until it gets SIGABRT, and SIGKILL a second later; 0: it may take as long as it likes. */
  readonly seconds: number;
  /** Ends it at once. */
  readonly signal: AbortSignal;
}

/** How a script has ended. */
export interface ScriptEnd {
  /** Its exit status; 128 and the number of the signal that ended it; 127: it could not be run. */
  readonly status: number;
  readonly timedOut: boolean;
  /** What it printed, at most so much as anybody reads. */
  readonly stdout: string;
  readonly stderr: string;
  /** It printed more than that. */
  readonly cut: boolean;
  /** Real milliseconds from its start to its end. */
  readonly milliseconds: number;
}

/** How scripts are called that are announced together. */
export interface ScriptsAhead {
  /** The file that says which of them were begun, whatever happens to us (`src/state/script-journal.ts`). */
  readonly journal: string;
  /** After the first that does not say 0 or 10, or that takes too long, none is begun. */
  readonly halts: boolean;
  /** Is called before any of them is begun. @param batch their number in the journal */
  before(batch: number): void;
}

/** Runs scripts in a place, among its processes, as root: one after the other, without terminal and input. */
export interface ScriptSession {
  /**
   * Announces calls: the place begins the first at once, and each when the one before it has ended. All of them are then to be
   * run, in this order, by `run`, which says how each ended; but for those after one that halted them. Where it is not
   * there, nothing is begun before it is run.
   */
  ahead?(calls: readonly AnnouncedCall[], how: ScriptsAhead): Promise<void>;
  run(call: ScriptCall): Promise<ScriptEnd>;
  /** The path in the place of a file that was lent. */
  lent(name: string): string;
  close(): void;
}

/**
 * What is real in partitions: programs and mounts. Where the machine has no namespaces there are none: lists are empty,
 * and running something is refused with the reason.
 */
export interface Inside {
  /** The real programs of a place; of a host, without those of its WPARs. */
  processes(place: Place): Promise<readonly RealProcess[]>;
  /**
   * Runs a program beside whatever runs in a place, in namespaces of its own over the same files: it sees no other process,
   * and the place need not be active. For work on files of a place: archives.
   * @returns its exit status. @throws Failure where the machine does not allow it: nothing ran then
   */
  runAside(place: Place, program: Program): Promise<number>;
  /**
   * Opens a place for scripts that it has itself, or that are lent to it by their names.
   * @throws Failure where the machine does not allow it: nothing ran then
   */
  openScripts(place: Place, lent?: Readonly<Record<string, Buffer>>): Promise<ScriptSession>;
  /**
   * Sends a signal to the programs of a place that catch it, and to nobody else: those that do not would be ended by it.
   * One that has it waiting already is not sent it twice.
   * @param before is given those that will be sent it, before any of them is
   * @returns those that it was sent to, or that have it waiting
   */
  signalAware(
    place: Place,
    signal: number,
    before: (processes: readonly RealProcess[]) => void,
  ): Promise<readonly RealProcess[]>;
  /** Makes the mounts of a place that runs what the state says; a place where nothing runs gets them later. */
  remount(place: Place): Promise<void>;
  /** Ends all that runs in a place. */
  end(place: Place): Promise<void>;
  /** Ends what was started from a clogin, and all that it has started. */
  endLogins(place: Place): Promise<void>;
  /** Stops all programs of a place; nothing of it runs until it is thawed. @returns what is stopped */
  freeze(place: Place): Promise<readonly RealProcess[]>;
  /** What a frozen place holds beside its processes. */
  contents(place: Place): Promise<FrozenContents>;
  /** Lets what freeze has stopped go on. */
  thaw(place: Place): Promise<void>;
  /** Takes a frozen place out of every view: from now on the ticket stands for it. */
  park(place: Place, ticket: string): Promise<void>;
  /** Gives what is parked to another place, still frozen. @returns false if nothing is parked under the ticket any more */
  claim(ticket: string, place: Place): Promise<boolean>;
  /** Ends what is parked. */
  discard(ticket: string): Promise<void>;
}
