import { deleteDlparRequest } from '../../state/dlpar-requests.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import type { Work } from '../work.ts';
import type { RequestWishes } from './event.ts';
import { takeTurn } from './turn.ts';

/**
 * Changes slots of a partition while it is at work on nothing else: no scripts hear of that, but a partition carries out one
 * dynamic operation at a time.
 * @returns whether it got its turn in time
 */
export async function holdPartition(
  work: Work,
  partition: Partition,
  action: 'acquire' | 'release',
  wishes: RequestWishes,
  body: () => Promise<void>,
): Promise<boolean> {
  const deadline = await takeTurn(work, {
    ...{ partition, wishes, event: { resource: 'slot', action } },
    tell: () => {},
  });
  if (!deadline) return false;
  try {
    await body();
  } finally {
    work.lab.update((change) => deleteDlparRequest(change, partition.id));
  }
  return true;
}
