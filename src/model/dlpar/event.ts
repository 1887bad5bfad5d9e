/** What happens to the resources of a partition: the subject of check, pre, post and undo. */

/** Resources by the names that scripts register (drmgr.md 5.1: cpu and mem seed 4, capacity and var_weight documented, pmig and phib recalled). */
export type DlparResource = 'capacity' | 'cpu' | 'mem' | 'phib' | 'pmig' | 'slot' | 'var_weight';
/** Those of them that scripts hear of. */
export type ScriptResource = Exclude<DlparResource, 'slot'>;
export type DlparAction = 'acquire' | 'hibernate' | 'migrate' | 'release';

/** A logical processor of the partition. */
export interface Processor {
  /** Logical CPU ID: offline ones have theirs too. */
  readonly logical: number;
  /** Bind CPU ID: 0 to N-1, without holes (seed 4, "Processor Bindings"). */
  readonly bind: number;
  /** Index of its connector as the log has it: `0x1002`. All threads of a processor share it. */
  readonly connector: string;
}

export type DlparEvent =
  | {
      readonly resource: 'cpu';
      readonly action: 'acquire' | 'release';
      /** The first is the one that scripts are told of. */
      readonly processors: readonly Processor[];
    }
  | {
      readonly resource: 'mem';
      readonly action: 'acquire' | 'release';
      /** What was asked for, MB. */
      readonly megabytes: number;
      /** A logical memory block, MB. */
      readonly block: number;
    }
  | {
      /** Entitled capacity of a partition with shared processors, hundredths of a processor. */
      readonly resource: 'capacity';
      readonly action: 'acquire' | 'release';
      /** Before the event. */
      readonly capacity: number;
      /** How much more or less; never negative. */
      readonly delta: number;
    }
  | {
      /** Weight of an uncapped partition, 0 to 255. */
      readonly resource: 'var_weight';
      readonly action: 'acquire' | 'release';
      readonly capacity: number;
      readonly weight: number;
      readonly delta: number;
    }
  /** A physical or virtual I/O slot: no script registers for it, but a partition changes one thing at a time. */
  | { readonly resource: 'slot'; readonly action: 'acquire' | 'release' }
  | { readonly resource: 'pmig'; readonly action: 'migrate' }
  | { readonly resource: 'phib'; readonly action: 'hibernate' };

/** What whoever asked wants of the request beside its subject. */
export interface RequestWishes {
  /** For the whole request, all its phases (seed 4, checkrelease). */
  readonly force: boolean;
  /** 0: nothing, 1: the flow of the operating system, 2 to 5: what scripts tell (seed 4). */
  readonly detail: number;
  /** Minutes until the request is given up; 0: never. */
  readonly minutes: number;
}

/** How far a request for memory is; of others, what the numbers are when it begins. */
export interface Progress {
  /** MB that have moved. */
  readonly completed: number;
  /** Frames of 4 KB. */
  readonly frames: { readonly free: number; readonly pinnable: number; readonly total: number };
}
