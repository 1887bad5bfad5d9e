import { listRunning } from '../../state/wpars.ts';
import type { Place } from '../place.ts';
import type { Work } from '../work.ts';
import { isBelow } from './mount-table.ts';

/**
 * Has the mounts made really, wherever a directory is seen: in its place, in the host around that, and in the WPARs that it
 * lies in.
 */
export async function remountAround(work: Work, place: Place, directory: string): Promise<void> {
  const { inside, lab, host } = work;
  await inside.remount(place);
  if (place.wpar) {
    await inside.remount({ host });
    return;
  }
  for (const wpar of listRunning(lab.engine, host.name)) {
    if (isBelow(directory, wpar.directory)) await inside.remount({ host, wpar });
  }
}
