import type { Wpar } from '../../state/wpars.ts';

/** Where a file system of the WPAR is seen from the global environment. */
export function globalPath(wpar: Pick<Wpar, 'directory' | 'type'>, directory: string): string {
  if (wpar.directory === '/') return directory;
  return directory === '/' ? wpar.directory : `${wpar.directory}${directory}`;
}

/** The volume group on the disks of a rootvg WPAR, as the lab names it; the global environment has no such group. */
export function rootvgOf(name: string): string {
  return `rootvg@${name}`;
}
