import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Engine } from '../../state/engine.ts';
import type { WparMount } from '../../state/wpars.ts';

interface VolumeGroup {
  readonly name: string;
  readonly partition_mb: number;
  readonly free: number;
}

function findVolumeGroup(engine: Engine, host: string, name: string): VolumeGroup {
  const group = engine.get<VolumeGroup>('SELECT * FROM volume_group WHERE host = ? AND name = ?', host, name);
  if (!group) throw failure(messages.noVolumeGroup, { group: name });
  return group;
}

/**
 * Makes the logical volumes of local file systems: sizes are rounded up to whole physical partitions, names are the
 * lowest free `fslvNN` of the system, in the order of the mounts (seed 3, listing 7).
 * @returns the mounts with their devices and real sizes
 * @throws Failure when a volume group lacks room, before anything is taken from it
 */
export function createLogicalVolumes(
  engine: Engine,
  host: string,
  mounts: readonly WparMount[],
): WparMount[] {
  checkRoom(engine, host, mounts);
  return mounts.map((mount) => {
    if (mount.size_kb === null) return mount;
    const group = findVolumeGroup(engine, host, mount.volume_group);
    const partitions = partitionsFor(mount.size_kb, group);
    const name = mount.named ? mount.device.replace(/^\/dev\//, '') : nextFileSystemVolume(engine, host);
    if (mount.named && logicalVolumeExists(engine, host, name)) {
      throw failure(messages.logicalVolumeTaken, { device: name });
    }
    engine.run('INSERT INTO logical_volume VALUES (?, ?, ?, ?)', host, name, group.name, partitions);
    engine.run(
      'UPDATE volume_group SET free = free - ? WHERE host = ? AND name = ?',
      partitions,
      host,
      group.name,
    );
    return { ...mount, device: `/dev/${name}`, size_kb: partitions * group.partition_mb * 1024 };
  });
}

function checkRoom(engine: Engine, host: string, mounts: readonly WparMount[]): void {
  const needed = new Map<string, number>();
  for (const mount of mounts) {
    if (mount.size_kb === null) continue;
    const group = findVolumeGroup(engine, host, mount.volume_group);
    needed.set(group.name, (needed.get(group.name) ?? 0) + partitionsFor(mount.size_kb, group));
  }
  for (const [name, wanted] of needed) {
    const { free } = findVolumeGroup(engine, host, name);
    if (wanted > free) throw failure(messages.noSpace, { group: name, free, wanted });
  }
}

/**
 * Grows a logical volume to hold a file system.
 * @returns the real size in KB
 * @throws Failure when the volume group lacks room, or the file system would shrink: how full it is is not recorded
 */
export function extendLogicalVolume(engine: Engine, host: string, mount: WparMount, sizeKb: number): number {
  const name = mount.device.replace(/^\/dev\//, '');
  const now = engine.get<{ volume_group: string; partitions: number }>(
    'SELECT volume_group, partitions FROM logical_volume WHERE host = ? AND name = ?',
    host,
    name,
  );
  if (!now) return sizeKb;
  const group = findVolumeGroup(engine, host, now.volume_group);
  const partitions = partitionsFor(sizeKb, group);
  const wanted = partitions - now.partitions;
  if (wanted < 0) throw failure(messages.mountShrink, { directory: mount.directory });
  if (wanted > group.free) throw failure(messages.noSpace, { group: group.name, free: group.free, wanted });
  const total = now.partitions + wanted;
  engine.run('UPDATE logical_volume SET partitions = ? WHERE host = ? AND name = ?', total, host, name);
  engine.run('UPDATE volume_group SET free = free - ? WHERE host = ? AND name = ?', wanted, host, group.name);
  return total * group.partition_mb * 1024;
}

/** @returns the name of the removed logical volume, or undefined if there was none */
export function removeLogicalVolume(engine: Engine, host: string, device: string): string | undefined {
  const name = device.replace(/^\/dev\//, '');
  const volume = engine.get<{ volume_group: string; partitions: number }>(
    'SELECT volume_group, partitions FROM logical_volume WHERE host = ? AND name = ?',
    host,
    name,
  );
  if (!volume) return undefined;
  engine.run('DELETE FROM logical_volume WHERE host = ? AND name = ?', host, name);
  engine.run(
    'UPDATE volume_group SET free = free + ? WHERE host = ? AND name = ?',
    volume.partitions,
    host,
    volume.volume_group,
  );
  const number = /^fslv(\d+)$/.exec(name)?.[1];
  if (number !== undefined) {
    engine.run('UPDATE host SET next_lv = min(next_lv, ?) WHERE name = ?', Number(number), host);
  }
  return name;
}

// `host.next_lv` is a bound, not the answer: no number below it is free. It spares a search through tens of thousands.
function nextFileSystemVolume(engine: Engine, host: string): string {
  let number = engine.get<{ next_lv: number }>('SELECT next_lv FROM host WHERE name = ?', host)?.next_lv ?? 0;
  while (logicalVolumeExists(engine, host, volumeName(number))) number++;
  engine.run('UPDATE host SET next_lv = ? WHERE name = ?', number + 1, host);
  return volumeName(number);
}

/** Two digits at least: fslv00 first, fslv100 after fslv99 (seed 3 and captures). */
function volumeName(number: number): string {
  return `fslv${String(number).padStart(2, '0')}`;
}

export function logicalVolumeExists(engine: Engine, host: string, name: string): boolean {
  return engine.get('SELECT 1 FROM logical_volume WHERE host = ? AND name = ?', host, name) !== undefined;
}

function partitionsFor(sizeKb: number, group: VolumeGroup): number {
  return Math.max(1, Math.ceil(sizeKb / (group.partition_mb * 1024)));
}
