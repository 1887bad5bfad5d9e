import { failure } from '../../messages/failure.ts';
import { fileSystemMessages as messages } from '../../messages/file-systems.ts';
import { volumeMessages } from '../../messages/volumes.ts';
import type { Change } from '../../state/change.ts';
import { insertFileSystem } from '../../state/host-file-systems.ts';
import type { Host } from '../../state/hosts.ts';
import type { Lab } from '../../state/lab.ts';
import { setUnmounted } from '../../state/mounted.ts';
import {
  findLogicalVolume,
  findVolumeGroup,
  logicalVolumesOf,
  type VolumeGroup,
} from '../../state/volumes.ts';
import { setMounts } from '../../state/wpar-writes.ts';
import { findWpar, mountsOf, type Wpar, type WparMount } from '../../state/wpars.ts';
import { markStale, refuseBusy } from '../wpar/lock.ts';
import { isRunning } from '../wpar/states.ts';
import { createLogicalVolumes } from '../wpar/storage.ts';
import { isBelow } from './mount-table.ts';
import { makeMountPoint } from './paths.ts';
import { findRecord, recordsOf, wparLog } from './records.ts';
import { emptyFill, emptyUsed } from './usage.ts';

/** What crfs is asked for. */
export interface NewFileSystem {
  /** Absolute, as the host sees it. */
  readonly directory: string;
  readonly group: string | undefined;
  /** An existing logical volume, by its device. */
  readonly device: string | undefined;
  readonly sizeKb: number | undefined;
  readonly mountGroup: string;
  readonly auto: boolean;
  readonly readOnly: boolean;
  readonly account: boolean;
  readonly options: string;
  readonly log: string | undefined;
  /** Other attributes, for the stanza. */
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Makes a file system: one of a WPAR if the mount group is the WPAR's name and it lies in its directory, else one of the
 * host. It is not mounted.
 * @returns its size in KB
 * @throws Failure; nothing has changed then
 */
export function createFileSystem(lab: Lab, host: Host, wanted: NewFileSystem): number {
  return lab.update((change) => {
    const { directory } = wanted;
    if (findRecord(change.engine, host, directory)?.directory === directory)
      throw failure(messages.exists, { directory });
    const wpar = ownerOf(change, host, wanted);
    const made = takeVolume(change, host, wanted, wpar);
    if (wpar) addMount(change, wpar, made, wanted);
    else addFileSystem(change, host, made, wanted);
    const unmounted = wpar === undefined || isRunning(wpar.state);
    setUnmounted(change.engine, host.name, directory, unmounted);
    makeMountPoint(lab, { host }, directory);
    markStale(change, host, wpar?.name ?? directory);
    change.note(host.name, wpar?.name ?? host.name, `file system ${directory} created on ${made.device}`);
    return made.sizeKb;
  });
}

interface Made {
  readonly device: string;
  readonly sizeKb: number;
  readonly group: string;
}

/** The WPAR whose file system it is to be. @throws Failure */
function ownerOf(change: Change, host: Host, { mountGroup, directory }: NewFileSystem): Wpar | undefined {
  const wpar = mountGroup === '' ? undefined : findWpar(change.engine, host.name, mountGroup);
  if (!wpar || wpar.type === 'A') return undefined;
  if (!isBelow(directory, wpar.directory)) return undefined;
  refuseBusy(change, wpar);
  return wpar;
}

function takeVolume(change: Change, host: Host, wanted: NewFileSystem, wpar: Wpar | undefined): Made {
  if (wanted.device !== undefined) return existingVolume(change, host, wanted.device);
  const name = wanted.group ?? '';
  const group = findVolumeGroup(change.engine, host.name, name);
  if (!group) throw failure(volumeMessages.noGroup, { program: 'getlvodm', group: name });
  const sizeKb = wanted.sizeKb ?? 0;
  const partitions = Math.max(1, Math.ceil(sizeKb / 1024 / group.partition_mb));
  const needsLog = wpar === undefined && wanted.log === undefined && logIn(change, host, group) === undefined;
  if (partitions + (needsLog ? 1 : 0) > group.free) throw failure(volumeMessages.noRoom, {});
  if (needsLog) makeLog(change, host, group);
  const mount = { ...plainMount, directory: wanted.directory, size_kb: sizeKb, volume_group: group.name };
  const [made] = createLogicalVolumes(change.engine, host.name, [mount]);
  if (made?.size_kb == null) throw new Error(`no logical volume was made for ${wanted.directory}`);
  return { device: made.device, sizeKb: made.size_kb, group: group.name };
}

const plainMount: WparMount = {
  directory: '',
  vfs: 'jfs2',
  device: '',
  node: '',
  options: '',
  size_kb: null,
  volume_group: '',
  log: '',
  crfs: '',
  named: 0,
};

function existingVolume(change: Change, host: Host, typed: string): Made {
  const name = typed.replace(/^\/dev\//, '');
  const volume = findLogicalVolume(change.engine, host.name, name);
  if (!volume) throw failure(volumeMessages.noVolume, { program: 'getlvodm', name });
  const device = `/dev/${name}`;
  const held = recordsOf(change.engine, host.name).find(
    ({ owner }) =>
      (owner.kind === 'host'
        ? owner.fileSystem.device
        : owner.wpar.rootvg === 0
          ? owner.mount.device
          : '') === device,
  );
  const system = /^(hd[568]|loglv\d+|paging\d+|lg_dumplv)$/.test(name);
  if (held || system) throw failure(messages.deviceTaken, { device, directory: held?.directory ?? name });
  const group = findVolumeGroup(change.engine, host.name, volume.volume_group);
  const sizeKb = volume.partitions * (group?.partition_mb ?? 0) * 1024;
  return { device, sizeKb, group: volume.volume_group };
}

/** The jfs2 log of a volume group, if it has one. */
function logIn(change: Change, host: Host, group: VolumeGroup): string | undefined {
  const names = logicalVolumesOf(change.engine, host.name, group.name).map(({ name }) => name);
  return names.includes('hd8') ? 'hd8' : names.find((name) => /^loglv\d+$/.test(name));
}

// The first file system of a volume group makes its log (recalled).
function makeLog(change: Change, host: Host, group: VolumeGroup): void {
  const { engine } = change;
  let number = 0;
  const name = () => `loglv${String(number).padStart(2, '0')}`;
  while (findLogicalVolume(engine, host.name, name())) number++;
  engine.run('INSERT INTO logical_volume VALUES (?, ?, ?, 1)', host.name, name(), group.name);
  engine.run('UPDATE volume_group SET free = free - 1 WHERE host = ? AND name = ?', host.name, group.name);
}

function addMount(change: Change, wpar: Wpar, made: Made, wanted: NewFileSystem): void {
  const { engine } = change;
  const host = engine.get<Host>('SELECT * FROM host WHERE name = ?', wpar.host);
  const log = wanted.log ?? (host ? wparLog(host) : '');
  const options = [log === '' ? '' : `log=${log}`, wanted.readOnly ? 'ro' : '', wanted.options];
  const others = Object.entries(wanted.attributes).map(([name, value]) => `-a ${name}=${value}`);
  const mount: WparMount = {
    ...plainMount,
    directory: wanted.directory.slice(wpar.directory.length) || '/',
    device: made.device,
    options: options.filter((each) => each !== '').join(','),
    size_kb: made.sizeKb,
    volume_group: made.group,
    log,
    crfs: others.join(' '),
    named: wanted.device === undefined ? 0 : 1,
  };
  setMounts(engine, wpar.id, [...mountsOf(engine, wpar.id), mount]);
}

function addFileSystem(change: Change, host: Host, made: Made, wanted: NewFileSystem): void {
  const group = findVolumeGroup(change.engine, host.name, made.group);
  const own = group && logIn(change, host, group);
  const options = [wanted.readOnly ? 'ro' : 'rw', wanted.options].filter((each) => each !== '');
  insertFileSystem(change.engine, {
    host: host.name,
    mount_point: wanted.directory,
    device: made.device,
    vfs: 'jfs2',
    size_kb: made.sizeKb,
    free_kb: made.sizeKb - Math.min(made.sizeKb, emptyUsed(made.sizeKb)),
    inodes_used: emptyFill.inodes,
    inodes_percent: null,
    log: wanted.log ?? (own === undefined ? 'INLINE' : `/dev/${own}`),
    mount_group: wanted.mountGroup,
    options: options.join(','),
    auto: wanted.auto ? 1 : 0,
    account: wanted.account ? 1 : 0,
    attributes: JSON.stringify(wanted.attributes),
  });
}
