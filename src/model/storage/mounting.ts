import { failure } from '../../messages/failure.ts';
import { fileSystemMessages as messages } from '../../messages/file-systems.ts';
import type { Change } from '../../state/change.ts';
import type { Engine } from '../../state/engine.ts';
import { findHost, type Host } from '../../state/hosts.ts';
import type { Lab } from '../../state/lab.ts';
import { insertHandMount, setUnmounted } from '../../state/mounted.ts';
import { findLogicalVolume } from '../../state/volumes.ts';
import { listRunning } from '../../state/wpars.ts';
import { type Place, placeName } from '../place.ts';
import { isMachines } from '../tree/machines.ts';
import { globalPath } from '../wpar/paths.ts';
import { isRunning } from '../wpar/states.ts';
import { isBelow, type Mount, mountAt, mountsSeen, volumeOfDevice } from './mount-table.ts';
import { kindOf } from './paths.ts';

/** What somebody wants to have mounted; paths are absolute and those of the place. */
export interface MountWish {
  /** NFS server by name or address; `''`: of the place itself. */
  readonly node: string;
  /** A device, or a directory. */
  readonly source: string;
  readonly directory: string;
  /** As typed with -v, or in the stanza. */
  readonly vfs: string | undefined;
  readonly options: string;
}

const missing = 'A file or directory in the path name does not exist.';
const noDirectory = 'A parameter must be a directory.';
const busy = 'The requested resource is busy.';
const denied = 'The file access permissions do not allow the specified action.';
const invalid = 'A system call received a parameter that is not valid.';

/**
 * Mounts a directory, an NFS export or a file system.
 * @throws Failure; nothing is mounted then
 */
export function mount(lab: Lab, place: Place, wish: MountWish): void {
  const { directory } = wish;
  const refuse = (why: string) => failure(messages.cannotMount, { source: wish.source, directory, why });
  const kind = kindOf(lab, place, directory);
  if (kind === undefined) throw refuse(missing);
  if (kind !== 'directory') throw refuse(noDirectory);
  lab.update((change) => {
    const seen = mountsSeen(lab, place);
    const taken =
      seen.some((each) => each.directory === directory) || isNeeded(change.engine, place, directory);
    if (taken) throw refuse(busy);
    if (wish.node !== '') mountRemote(change, lab, place, wish);
    else if (wish.source.startsWith('/dev/')) mountDevice(change, lab, place, wish, refuse);
    else mountDirectory(change, lab, place, wish, seen, refuse);
    const from = wish.node === '' ? wish.source : `${wish.node}:${wish.source}`;
    change.note(place.host.name, placeName(place), `${from} mounted on ${directory}`);
  });
}

// A host sees the directories of its WPARs, too.
function isNeeded(engine: Engine, { host, wpar }: Place, directory: string): boolean {
  const roots = wpar ? [] : listRunning(engine, host.name).map((each) => each.directory);
  return ['', ...roots].some(
    (root) => isBelow(directory, root || '/') && isMachines(directory.slice(root.length)),
  );
}

function record(change: Change, place: Place, wish: MountWish, vfs: string): void {
  insertHandMount(change.engine, {
    host: place.host.name,
    wpar: place.wpar?.id ?? null,
    directory: wish.directory,
    node: wish.node,
    device: wish.source,
    vfs,
    options: wish.options,
    time: change.lab.now(),
  });
}

function mountRemote(change: Change, lab: Lab, place: Place, wish: MountWish): void {
  const { node, source } = wish;
  if (!source.startsWith('/')) throw failure(messages.remoteDevice, { device: source });
  const server = findServer(change.engine, node);
  if (!server) throw failure(messages.noServer, { node });
  const client = place.wpar?.hostname ?? place.host.name;
  const shared = exportFor(change.engine, server, source, client);
  if (shared === undefined || (shared !== source && kindOf(lab, { host: server }, source) !== 'directory'))
    throw failure(messages.accessDenied, { node, path: source });
  record(change, place, { ...wish, node: server.name }, wish.vfs === 'nfs4' ? 'nfs4' : 'nfs3');
}

function findServer(engine: Engine, node: string): Host | undefined {
  const named = findHost(engine, node);
  if (named) return named;
  const names = engine.all<{ name: string }>('SELECT name FROM host_name WHERE address = ?', node);
  return names.map(({ name }) => findHost(engine, name)).find((host) => host !== undefined);
}

/** The export of a server that a directory lies in, if a client may mount it. */
function exportFor(engine: Engine, server: Host, path: string, client: string): string | undefined {
  const exports = engine.all<{ path: string; clients: string }>(
    'SELECT path, clients FROM nfs_export WHERE server = ? ORDER BY length(path) DESC',
    server.name,
  );
  const shared = exports.find((each) => isBelow(path, each.path));
  const open = shared && (shared.clients === '' || shared.clients.split(',').includes(client));
  return open ? shared.path : undefined;
}

// A file system of the host on its usual place is mounted again as it is; elsewhere, by hand. A WPAR has no devices.
function mountDevice(
  change: Change,
  lab: Lab,
  place: Place,
  wish: MountWish,
  refuse: (why: string) => Error,
): void {
  const { host, wpar } = place;
  if (wpar) throw refuse(denied);
  const volume = volumeOfDevice(lab, host, wish.source);
  if (volume.kind !== 'host' && volume.kind !== 'wpar') {
    const there = findLogicalVolume(change.engine, host.name, wish.source.slice('/dev/'.length));
    throw refuse(there ? invalid : missing);
  }
  if (mountsSeen(lab, place).some((each) => each.source === wish.source && each.node === ''))
    throw refuse(busy);
  const usual =
    volume.kind === 'host' ? volume.fileSystem.mount_point : globalPath(volume.wpar, volume.mount.directory);
  const started = volume.kind === 'host' || isRunning(volume.wpar.state);
  const plain = wish.options === '' || wish.options === usualOptions(volume);
  if (started && usual === wish.directory && plain) setUnmounted(change.engine, host.name, usual, false);
  else record(change, place, { ...wish, options: wish.options || 'rw' }, 'jfs2');
}

function usualOptions(volume: ReturnType<typeof volumeOfDevice>): string {
  if (volume.kind === 'host') return volume.fileSystem.options;
  return volume.kind === 'wpar'
    ? volume.mount.options
        .split(',')
        .filter((each) => !each.startsWith('log='))
        .join(',')
    : '';
}

function mountDirectory(
  change: Change,
  lab: Lab,
  place: Place,
  wish: MountWish,
  seen: readonly Mount[],
  refuse: (why: string) => Error,
): void {
  const kind = kindOf(lab, place, wish.source);
  if (kind === undefined) throw refuse(missing);
  // A file can be mounted over a file only.
  if (kind !== 'directory') throw refuse(noDirectory);
  const vfs = wish.vfs ?? mountAt(seen, wish.source)?.vfs ?? 'jfs2';
  record(change, place, { ...wish, options: wish.options || 'rw' }, vfs);
}
