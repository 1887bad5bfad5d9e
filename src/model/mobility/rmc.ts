import type { Partition } from '../../state/frames/partitions.ts';
import { atLeast } from '../release.ts';
import { serverLevel } from './channel.ts';

/** The console can run a command there: it believes so, and the daemons see each other. */
export function hasRmc(partition: Partition): boolean {
  return partition.state === 'Running' && partition.rmc_state === 'active' && partition.rmc_connected === 1;
}

export function viosAtLeast(server: Partition, level: string): boolean {
  return atLeast(serverLevel(server), level);
}
