/** A change to what one partition has: by its operating system, or in the console's records alone. */
import { failure } from '../../messages/failure.ts';
import { hmcMessages } from '../../messages/hmc.ts';
import type { Change } from '../../state/change.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { partitionByKey } from '../../state/frames/servers.ts';
import { carryOutRequest } from '../dlpar/carry-out.ts';
import type { DlparEvent, RequestWishes } from '../dlpar/event.ts';
import type { Outcome, Transfer } from '../dlpar/request.ts';
import type { Work } from '../work.ts';
import { meetFault } from './os-fault.ts';
import { type Part, requireChangeable } from './part.ts';

/** What is changed. */
export interface Portion extends Omit<Transfer, 'book' | 'obstacle'> {
  readonly partition: Partition;
  readonly event: DlparEvent;
  /** How much of it is asked for: `2`, `0.5`. */
  readonly requested: string;
  obstacle?(step: number): string | undefined;
  /**
   * Checks and books it. @param steps how many at once @param running what the partition uses changes, too
   * @throws Failure if it cannot be done any more
   */
  book(change: Change, steps: number, running: boolean): void;
}

export interface Carrying {
  readonly part: Part;
  readonly wishes: RequestWishes;
  /** Fault rules may strike; not while something is taken back. */
  readonly faults: boolean;
  tell(line: string): void;
}

/** What became of it. */
export interface Carried extends Outcome {
  readonly portion: Portion;
  /** A fault rule refused in the operating system's name. */
  readonly faulty: boolean;
}

/** @throws Failure if the partition cannot be asked, or the console itself refuses; nothing is changed then */
export async function carry(work: Work, portion: Portion, carrying: Carrying): Promise<Carried> {
  const { part, wishes, faults, tell } = carrying;
  const { partition, event, steps } = portion;
  if (part !== 'system') {
    work.lab.update((change) => {
      requireSame(change, partition);
      portion.book(change, steps, false);
    });
    return { ok: true, completed: steps, refusals: [], portion, faulty: false };
  }
  const fault = faults ? await meetFault(work, partition, wishes, 0) : undefined;
  const outcome = await carryOutRequest(work, {
    ...{ partition, event, wishes, tell },
    transfer: {
      steps,
      ...(portion.look ? { look: () => portion.look?.() ?? Promise.resolve() } : {}),
      obstacle: (step) => fault ?? portion.obstacle?.(step),
      book: (change) => {
        requireSame(change, partition);
        portion.book(change, 1, true);
      },
    },
  });
  return { ...outcome, portion, faulty: fault !== undefined && outcome.reason === fault };
}

/** @throws Failure if the partition was started, stopped or moved since somebody looked at it */
export function requireSame({ engine }: Change, partition: Partition): void {
  const now = partitionByKey(engine, partition.id);
  if (!now || now.state !== partition.state || now.system !== partition.system)
    throw failure(hmcMessages.wrongState, undefined);
  requireChangeable(engine, now);
}
