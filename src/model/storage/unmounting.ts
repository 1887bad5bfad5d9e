import { failure } from '../../messages/failure.ts';
import { fileSystemMessages as messages } from '../../messages/file-systems.ts';
import type { Change } from '../../state/change.ts';
import type { Lab } from '../../state/lab.ts';
import { deleteHandMount, setUnmounted } from '../../state/mounted.ts';
import { type Place, placeName } from '../place.ts';
import { isIndispensable } from './indispensable.ts';
import { isBelow, type Mount, mountsSeen } from './mount-table.ts';

const busy = 'The requested resource is busy.';
const denied = 'The file access permissions do not allow the specified action.';

/** @param names a device, and a directory as the place sees it @throws Failure if nothing is mounted so */
export function findMount(lab: Lab, place: Place, names: readonly string[]): Mount {
  const seen = mountsSeen(lab, place);
  const found =
    seen.findLast(({ directory }) => names.includes(directory)) ??
    seen.findLast(({ source, node }) => {
      const whole = node === '' ? source : `${node}:${source}`;
      return source !== 'Global' && names.includes(whole);
    });
  if (!found) throw failure(messages.nothingToUnmount, {});
  return found;
}

/** @throws Failure while it is in use, or was mounted from outside; nothing has changed then */
export function unmount(lab: Lab, place: Place, mount: Mount): void {
  const refuse = (why: string) => failure(messages.cannotUnmount, { source: mount.source, why });
  if (mount.outside) throw refuse(denied);
  lab.update((change) => {
    const all = mountsSeen(lab, { host: place.host });
    if (isBusy(all, hostDirectory(place, mount), mount)) throw refuse(busy);
    takeAway(change, place, mount);
    change.note(place.host.name, placeName(place), `${mount.directory} unmounted`);
  });
}

function hostDirectory({ wpar }: Place, { directory }: Mount): string {
  if (!wpar) return directory;
  return directory === '/' ? wpar.directory : `${wpar.directory}${directory}`;
}

function isBusy(all: readonly Mount[], directory: string, mount: Mount): boolean {
  if (mount.made === 'start' && isNeeded(mount)) return true;
  return all.some((each) => {
    if (each.directory === directory) return false;
    if (isBelow(each.directory, directory)) return true;
    // Something of it is mounted elsewhere.
    return each.node === '' && !each.source.startsWith('/dev/') && isBelow(each.source, directory);
  });
}

// What the system, or a running WPAR, works with.
function isNeeded({ directory, wpar }: Mount): boolean {
  const inside = wpar ? directory.slice(wpar.directory.length) || '/' : directory;
  return isIndispensable(inside, wpar !== undefined);
}

function takeAway(change: Change, { host }: Place, mount: Mount): void {
  if (mount.made === 'start') setUnmounted(change.engine, host.name, mount.directory, true);
  else deleteHandMount(change.engine, mount.made);
}
