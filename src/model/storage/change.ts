import { failure } from '../../messages/failure.ts';
import { fileSystemMessages as messages } from '../../messages/file-systems.ts';
import { volumeMessages } from '../../messages/volumes.ts';
import type { Change } from '../../state/change.ts';
import {
  deleteFileSystem,
  type FileSystem,
  insertFileSystem,
  replaceFileSystem,
} from '../../state/host-file-systems.ts';
import type { Host } from '../../state/hosts.ts';
import type { Lab } from '../../state/lab.ts';
import { setUnmounted, unmountedOf } from '../../state/mounted.ts';
import { findLogicalVolume, findVolumeGroup } from '../../state/volumes.ts';
import { setMounts } from '../../state/wpar-writes.ts';
import { findWpar, mountsOf, type Wpar, type WparMount } from '../../state/wpars.ts';
import { markStale, refuseBusy } from '../wpar/lock.ts';
import { isRunning } from '../wpar/states.ts';
import { isIndispensable } from './indispensable.ts';
import { isBelow, mountsSeen, type Volume } from './mount-table.ts';
import { makeMountPoint } from './paths.ts';
import { type FileSystemRecord, findRecord, type Owner } from './records.ts';
import type { Size } from './sizes.ts';
import { emptyUsed, usageOf } from './usage.ts';

/** What chfs is asked for; undefined: as it is. */
export interface FileSystemChange {
  readonly directory: string | undefined;
  readonly mountGroup: string | undefined;
  readonly auto: boolean | undefined;
  readonly readOnly: boolean | undefined;
  readonly account: boolean | undefined;
  readonly options: string | undefined;
  readonly log: string | undefined;
  readonly size: Size | undefined;
  /** Other attributes for the stanza, and those that go. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly without: readonly string[];
}

/** What became of the size, KB. */
export interface Resized {
  readonly kb: number;
  readonly changed: boolean;
}

/**
 * Changes a file system of the host or of one of its WPARs.
 * @param name its mount point or device
 * @returns its size, if that was asked to change
 * @throws Failure; nothing has changed then
 */
export function changeFileSystem(
  lab: Lab,
  host: Host,
  name: string,
  wanted: FileSystemChange,
): Resized | undefined {
  return lab.update((change) => {
    const record = requireRecord(change, host, name);
    if (record.owner.kind === 'wpar') refuseBusy(change, record.owner.wpar);
    const resized = wanted.size && resize(change, lab, host, record, wanted.size);
    const now = { ...record, owner: withSize(record.owner, resized?.kb) };
    if (now.owner.kind === 'host') changeOwn(change, lab, host, now.owner.fileSystem, wanted);
    else changeMount(change, host, now.owner.wpar, now.owner.mount, now.directory, wanted);
    change.note(host.name, ownerName(host, record.owner), `file system ${record.directory} changed`);
    return resized;
  });
}

/** @throws Failure 0506-915 */
export function requireRecord(change: Change, host: Host, name: string): FileSystemRecord {
  const record = findRecord(change.engine, host, name);
  if (!record) throw failure(messages.noRecord, { name });
  return record;
}

export function ownerName(host: Host, owner: Owner): string {
  return owner.kind === 'host' ? host.name : owner.wpar.name;
}

function withSize(owner: Owner, kb: number | undefined): Owner {
  if (kb === undefined) return owner;
  if (owner.kind === 'wpar') return { ...owner, mount: { ...owner.mount, size_kb: kb } };
  const { fileSystem } = owner;
  const before = fileSystem.size_kb ?? 0;
  // What the maps take grows with it.
  const taken = emptyUsed(kb) - emptyUsed(before);
  const free = Math.max(0, (fileSystem.free_kb ?? before) + kb - before - taken);
  // How many inodes there could be follows from the free space from now on.
  return { ...owner, fileSystem: { ...fileSystem, size_kb: kb, free_kb: free, inodes_percent: null } };
}

function resize(
  change: Change,
  lab: Lab,
  host: Host,
  { owner, directory }: FileSystemRecord,
  size: Size,
): Resized {
  const before = owner.kind === 'host' ? owner.fileSystem.size_kb : owner.mount.size_kb;
  const device = owner.kind === 'host' ? owner.fileSystem.device : owner.mount.device;
  const volume = findLogicalVolume(change.engine, host.name, device.replace(/^\/dev\//, ''));
  const group = volume && findVolumeGroup(change.engine, host.name, volume.volume_group);
  if (before === null || !group || !volume || (owner.kind === 'wpar' && owner.wpar.rootvg === 1))
    throw failure(messages.notLocal, { directory });
  const asked = size.sign === '' ? size.kb : before + (size.sign === '+' ? size.kb : -size.kb);
  const full = () => usageOf(lab, volumeOf(host, owner))?.used ?? 0;
  const tooSmall = () => failure(messages.tooSmall, { directory, used: full(), wanted: Math.max(0, asked) });
  if (asked <= 0) throw tooSmall();
  const partitions = Math.max(1, Math.ceil(asked / 1024 / group.partition_mb));
  const kb = partitions * group.partition_mb * 1024;
  const now = volume.partitions * group.partition_mb * 1024;
  if (partitions === volume.partitions && before === now) return { kb, changed: false };
  if (partitions - volume.partitions > group.free) throw failure(volumeMessages.noRoom, {});
  if (kb < before && full() >= kb) throw tooSmall();
  const { engine } = change;
  engine.run(
    'UPDATE logical_volume SET partitions = ? WHERE host = ? AND name = ?',
    partitions,
    host.name,
    volume.name,
  );
  engine.run(
    'UPDATE volume_group SET free = free - ? WHERE host = ? AND name = ?',
    partitions - volume.partitions,
    host.name,
    group.name,
  );
  return { kb, changed: true };
}

function volumeOf(host: Host, owner: Owner): Volume {
  return owner.kind === 'host'
    ? { kind: 'host', host, fileSystem: owner.fileSystem }
    : { kind: 'wpar', host, wpar: owner.wpar, mount: owner.mount };
}

function changeOwn(change: Change, lab: Lab, host: Host, old: FileSystem, wanted: FileSystemChange): void {
  const { engine } = change;
  const directory = wanted.directory ?? old.mount_point;
  const unmounted = unmountedOf(engine, host.name).has(old.mount_point);
  if (directory !== old.mount_point) checkNewPlace(change, lab, host, old.mount_point, directory);
  const attributes = { ...(JSON.parse(old.attributes) as Record<string, string>), ...wanted.attributes };
  for (const each of wanted.without) delete attributes[each];
  const row: FileSystem = {
    ...old,
    mount_point: directory,
    mount_group: wanted.mountGroup ?? old.mount_group,
    auto: flagOf(wanted.auto, old.auto),
    account: flagOf(wanted.account, old.account),
    options: optionsOf(old.options, wanted),
    log: wanted.log ?? old.log,
    attributes: JSON.stringify(attributes),
  };
  const wpar = wparOf(change, host, row);
  if (wpar) {
    // As seed 3's author does it: the mount group makes it the WPAR's.
    deleteFileSystem(engine, old);
    adopt(change, wpar, row);
    setUnmounted(engine, host.name, row.mount_point, unmounted && isRunning(wpar.state));
    markStale(change, host, old.mount_point);
    markStale(change, host, wpar.name);
    return;
  }
  replaceFileSystem(engine, old, row);
  setUnmounted(engine, host.name, old.mount_point, false);
  setUnmounted(engine, host.name, directory, unmounted);
  if (directory !== old.mount_point) makeMountPoint(lab, { host }, directory);
  markStale(change, host, old.mount_point);
  markStale(change, host, directory);
}

function flagOf(wanted: boolean | undefined, old: 0 | 1): 0 | 1 {
  return wanted === undefined ? old : wanted ? 1 : 0;
}

function checkNewPlace(change: Change, lab: Lab, host: Host, old: string, directory: string): void {
  if (isIndispensable(old, false)) throw failure(messages.hostNeeds, { directory: old });
  if (mountsSeen(lab, { host }).some((each) => each.directory === old))
    throw failure(messages.mountedNow, { directory: old });
  if (findRecord(change.engine, host, directory)) throw failure(messages.exists, { directory });
}

// Permission first, then the options that were given.
function optionsOf(
  old: string,
  { readOnly, options }: Pick<FileSystemChange, 'options' | 'readOnly'>,
): string {
  const access = (list: readonly string[]) => list.find((each) => each === 'ro' || each === 'rw');
  const before = old.split(',').filter((each) => each !== '');
  const given = options?.split(',').filter((each) => each !== '') ?? before;
  const said = readOnly === undefined ? (access(given) ?? access(before)) : readOnly ? 'ro' : 'rw';
  const rest = given.filter((each) => each !== 'ro' && each !== 'rw');
  return [...(said === undefined ? [] : [said]), ...rest].join(',');
}

function wparOf(
  change: Change,
  host: Host,
  { mount_group, mount_point, size_kb }: FileSystem,
): Wpar | undefined {
  const wpar =
    mount_group === '' || size_kb === null ? undefined : findWpar(change.engine, host.name, mount_group);
  if (!wpar || wpar.type === 'A' || !isBelow(mount_point, wpar.directory)) return undefined;
  refuseBusy(change, wpar);
  return wpar;
}

function adopt(change: Change, wpar: Wpar, row: FileSystem): void {
  const volume = findLogicalVolume(change.engine, wpar.host, row.device.replace(/^\/dev\//, ''));
  const readOnly = row.options.split(',').includes('ro');
  const mount: WparMount = {
    directory: row.mount_point.slice(wpar.directory.length) || '/',
    vfs: 'jfs2',
    device: row.device,
    node: '',
    options: readOnly ? 'ro' : '',
    size_kb: row.size_kb,
    volume_group: volume?.volume_group ?? wpar.volume_group,
    log: row.log,
    crfs: '',
    named: 0,
  };
  setMounts(change.engine, wpar.id, [...mountsOf(change.engine, wpar.id), mount]);
}

// A WPAR's file systems are mounted with it, under its directory: that is not chfs's to change, unless it leaves the WPAR.
function changeMount(
  change: Change,
  host: Host,
  wpar: Wpar,
  mount: WparMount,
  directory: string,
  wanted: FileSystemChange,
): void {
  const { engine } = change;
  const leaves = wanted.mountGroup !== undefined && wanted.mountGroup !== wpar.name;
  const indispensable = isIndispensable(mount.directory, true);
  if (leaves && (indispensable || mount.size_kb === null || wpar.rootvg === 1))
    throw failure(messages.indispensable, { directory, wpar: wpar.name });
  const flag = (
    [
      ['m', wanted.directory],
      ['A', wanted.auto],
      ['t', wanted.account],
    ] as const
  ).find(([, value]) => value !== undefined)?.[0];
  if (flag !== undefined) throw failure(messages.ofWpar, { directory, wpar: wpar.name, flag });
  const others = mountsOf(engine, wpar.id).filter((each) => each.directory !== mount.directory);
  markStale(change, host, wpar.name);
  if (leaves) {
    setMounts(engine, wpar.id, others);
    release(change, host, mount, directory, wanted);
    return;
  }
  const log = wanted.log ?? mount.log;
  const plain = mount.options.split(',').filter((each) => !each.startsWith('log='));
  const options = optionsOf(plain.join(','), wanted);
  setMounts(engine, wpar.id, [
    ...others,
    {
      ...mount,
      log,
      options: [log === '' ? '' : `log=${log}`, options].filter((each) => each !== '').join(','),
    },
  ]);
}

function release(
  change: Change,
  host: Host,
  mount: WparMount,
  directory: string,
  wanted: FileSystemChange,
): void {
  const sizeKb = mount.size_kb ?? 0;
  insertFileSystem(change.engine, {
    ...{ host: host.name, mount_point: directory, device: mount.device, vfs: mount.vfs, size_kb: sizeKb },
    ...{
      free_kb: sizeKb - emptyUsed(sizeKb),
      inodes_used: null,
      inodes_percent: null,
      log: mount.log || 'INLINE',
    },
    ...{ mount_group: wanted.mountGroup ?? '', options: 'rw', auto: 0, account: 0, attributes: '{}' },
  });
  markStale(change, host, directory);
}
