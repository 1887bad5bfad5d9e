import type { Partition } from '../../state/frames/partitions.ts';
import { atLeast } from '../release.ts';

/** The console believes that it can talk to the partition, and the daemons see each other. */
export function isReachable({ rmc_state, rmc_connected }: Partition): boolean {
  return rmc_state === 'active' && rmc_connected === 1;
}

/** The console can run a command there. */
export function hasRmc(partition: Partition): boolean {
  return partition.state === 'Running' && isReachable(partition);
}

/** `2.2.3.3` of `VIOS 2.2.3.3`; a VIO server that does not say is taken for the talk's newest one. */
export function viosLevel(server: Partition): string {
  return /^VIOS ([\d.]+)/.exec(server.os_version)?.[1] ?? '2.2.3.3';
}

export function viosAtLeast(server: Partition, level: string): boolean {
  return atLeast(viosLevel(server), level);
}
