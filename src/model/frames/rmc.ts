import type { Partition } from '../../state/frames/partitions.ts';

/** The console believes that it can talk to the partition, and the daemons see each other. */
export function isReachable({
  rmc_state,
  rmc_connected,
}: Pick<Partition, 'rmc_connected' | 'rmc_state'>): boolean {
  return rmc_state === 'active' && rmc_connected === 1;
}

/** The console can run a command there. */
export function hasRmc(partition: Partition): boolean {
  return partition.state === 'Running' && isReachable(partition);
}
