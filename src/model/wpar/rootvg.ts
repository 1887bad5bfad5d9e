import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Change } from '../../state/change.ts';
import type { Engine } from '../../state/engine.ts';
import type { Wpar, WparDevice, WparMount } from '../../state/wpars.ts';
import { rootvgOf } from './paths.ts';

// Inside its own rootvg a WPAR has the usual logical volumes of AIX (names recalled).
const volumes: Readonly<Record<string, string>> = {
  '/': 'hd4',
  '/home': 'hd1',
  '/opt': 'hd10opt',
  '/tmp': 'hd3',
  '/usr': 'hd2',
  '/var': 'hd9var',
};

/** The device of a file system of a rootvg WPAR; the global environment has no such logical volume. */
export function rootvgDevice(directory: string): string {
  return `/dev/${volumes[directory] ?? `lv${directory.replace(/\W/g, '')}`}`;
}

/** The disk becomes part of the WPAR's rootvg. */
export function takeDisk(change: Change, wpar: Pick<Wpar, 'host' | 'name'>, disk: string): void {
  setVolumeGroup(change, wpar.host, disk, rootvgOf(wpar.name));
}

/** The disk belongs to no volume group any more. */
export function releaseDisk(change: Change, host: string, disk: string): void {
  setVolumeGroup(change, host, disk, null);
}

function setVolumeGroup(change: Change, host: string, disk: string, group: string | null): void {
  change.engine.run('UPDATE disk SET volume_group = ? WHERE host = ? AND name = ?', group, host, disk);
}

/**
 * The file systems must fit on the disks of the boot set in use.
 * @throws Failure
 */
export function checkRootvgRoom(
  engine: Engine,
  wpar: Pick<Wpar, 'bootset' | 'host'>,
  devices: readonly WparDevice[],
  mounts: readonly WparMount[],
): void {
  const disks = devices.filter((each) => each.rootvg === 1 && each.bootset === wpar.bootset);
  const sizes = disks.map(
    (each) =>
      engine.get<{ size_mb: number }>(
        'SELECT size_mb FROM disk WHERE host = ? AND name = ?',
        wpar.host,
        each.name,
      )?.size_mb ?? 0,
  );
  const free = sizes.reduce((sum, size) => sum + size, 0);
  const wanted = mounts.reduce((sum, mount) => sum + Math.ceil((mount.size_kb ?? 0) / 1024), 0);
  if (wanted > free) throw failure(messages.rootvgFull, { free, wanted });
}
