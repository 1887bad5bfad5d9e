import type { Partition } from '../../state/frames/partitions.ts';
import { atLeast } from '../release.ts';

/** `2.2.3.3` of `VIOS 2.2.3.3`; what does not say it is taken for the level that most of seed 5 is about. */
export function levelOf(os: string): string {
  return statedLevel(os) ?? '2.2.3.3';
}

/** The level that the name of a VIO server's operating system says, if it does. */
export function statedLevel(os: string): string | undefined {
  return /^VIOS (\d+(?:\.\d+)*)/.exec(os)?.[1];
}

export function viosLevel(server: Pick<Partition, 'os_version'>): string {
  return levelOf(server.os_version);
}

export function viosAtLeast(server: Pick<Partition, 'os_version'>, level: string): boolean {
  return atLeast(viosLevel(server), level);
}
