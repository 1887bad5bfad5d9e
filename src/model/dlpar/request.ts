/** What a dynamic change asks of the operating system of a partition, and what comes of it. */

import type { Failure } from '../../messages/failure.ts';
import type { Change } from '../../state/change.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import type { Refusal } from './course.ts';
import type { DlparEvent, RequestWishes } from './event.ts';

/** What moves between a partition and its frame. */
export interface Transfer {
  /** Blocks of memory; 1 for everything else: that moves whole. */
  readonly steps: number;
  /** Looks at what may be in the way of the next step, where that takes time; `obstacle` cannot wait. */
  look?(): Promise<void>;
  /** Why the operating system cannot do a step; undefined: it can. */
  obstacle(step: number): string | undefined;
  /** Books a step, in one short write. @throws Failure when it cannot be done any more */
  book(change: Change, step: number): void;
}

/** Why a request has failed. */
export type Cause = 'check' | 'interrupted' | 'pre' | 'resource' | 'time' | 'turn';

export interface Outcome {
  /** All of it took effect. */
  readonly ok: boolean;
  /** Steps that took effect: of a request that failed, only blocks of memory can have. */
  readonly completed: number;
  readonly cause?: Cause;
  /** What the operating system says of it. */
  readonly reason?: string;
  /** Refusals, and errors that were only reported. */
  readonly refusals: readonly Refusal[];
  /** What the console refused while the partition was ready for it. */
  readonly failure?: Failure;
}

export interface Request {
  readonly partition: Partition;
  readonly event: DlparEvent;
  readonly wishes: RequestWishes;
  readonly transfer: Transfer;
  /** Shows whoever asked what happens, as far as the detail level says. */
  tell(line: string): void;
}
