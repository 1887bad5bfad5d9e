import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Engine } from '../../state/engine.ts';
import type { WparMount } from '../../state/wpars.ts';
import { cleanDirectory } from './directories.ts';
import type { Stanza } from './specification.ts';

const fileSystemTypes = ['jfs2', 'jfs', 'namefs', 'nfs', 'directory'];

/** Where a WPAR's file systems are planned. */
export interface MountPlace {
  readonly host: string;
  readonly hostname: string;
  readonly privateUsr: boolean;
  /** KB of a default local file system. */
  readonly defaultSize: number;
  /** KB of the file systems that a detached WPAR has of its own. */
  readonly detachedSizes: Readonly<Record<string, number>>;
  readonly volumeGroup: string;
  /** jfs2 log of local file systems: `''`, or NULL as in captures. */
  readonly log: string;
}

/** A mount before its logical volume has a name and its size is a whole number of partitions. */
export type PlannedMount = WparMount;

/**
 * The file systems of a WPAR: the default ones, with those of the `-M` lists or `mount` stanzas on top; in the order of
 * their directories, which is the order of creation, mounting and listing (seed 3, listings 4 and 7).
 * @throws Failure
 */
export function resolveMounts(engine: Engine, stanzas: readonly Stanza[], place: MountPlace): PlannedMount[] {
  const mounts = new Map(defaultMounts(place).map((mount) => [mount.directory, mount]));
  const given = new Set<string>();
  for (const stanza of stanzas) {
    const directory = mountDirectory(stanza);
    if (given.has(directory)) throw failure(messages.mountTwice, { directory });
    given.add(directory);
    mounts.set(directory, plan(engine, stanza, directory, mounts.get(directory), place));
  }
  return [...mounts.values()].sort((a, b) => (a.directory < b.directory ? -1 : 1));
}

/** @throws Failure unless the stanza names an absolute directory */
export function mountDirectory(stanza: Stanza): string {
  const { directory } = stanza;
  if (directory === undefined) throw failure(messages.mountDirectory, {});
  if (!directory.startsWith('/')) throw failure(messages.directoryRelative, { directory });
  const clean = cleanDirectory(directory);
  if (clean.split('/').some((part) => part === '..' || part === '.')) {
    throw failure(messages.directoryRelative, { directory });
  }
  return clean;
}

function defaultMounts(place: MountPlace): PlannedMount[] {
  const shared = (directory: string, options: string) =>
    mount({ directory, vfs: 'namefs', device: directory, options });
  const local = (directory: string) => localMount(directory, place);
  return [
    local('/'),
    local('/home'),
    place.privateUsr ? local('/opt') : shared('/opt', 'ro'),
    shared('/proc', 'rw'),
    local('/tmp'),
    place.privateUsr ? local('/usr') : shared('/usr', 'ro'),
    local('/var'),
  ];
}

function localMount(directory: string, place: MountPlace): PlannedMount {
  return mount({
    directory,
    vfs: 'jfs2',
    options: place.log === '' ? '' : `log=${place.log}`,
    size_kb: place.privateUsr ? (place.detachedSizes[directory] ?? place.defaultSize) : place.defaultSize,
    volume_group: place.volumeGroup,
    log: place.log,
  });
}

function mount(given: Partial<WparMount> & { directory: string; vfs: string }): PlannedMount {
  return {
    device: '',
    node: '',
    options: '',
    size_kb: null,
    volume_group: '',
    log: '',
    crfs: '',
    named: 0,
    ...given,
  };
}

function plan(
  engine: Engine,
  stanza: Stanza,
  directory: string,
  replaced: PlannedMount | undefined,
  place: MountPlace,
): PlannedMount {
  const vfs = fileSystemType(stanza, replaced);
  switch (vfs) {
    case 'nfs':
      return nfsMount(engine, stanza, directory, place);
    case 'namefs':
      return namefsMount(engine, stanza, directory, place);
    case 'directory':
      return mount({ directory, vfs });
    case 'jfs':
    case 'jfs2':
      return ownFileSystem(stanza, directory, vfs, place);
    default:
      throw failure(messages.mountVfs, { vfs });
  }
}

// Without `vfs=`: a server means nfs, a size or nothing at all a local file system, an existing directory namefs.
function fileSystemType(stanza: Stanza, replaced: PlannedMount | undefined): string {
  if (stanza.vfs !== undefined) {
    if (!fileSystemTypes.includes(stanza.vfs)) throw failure(messages.mountVfs, { vfs: stanza.vfs });
    return stanza.vfs;
  }
  if (stanza.host !== undefined) return 'nfs';
  if (stanza.size !== undefined || stanza.vg !== undefined) return 'jfs2';
  // A word that is no path is the name of a logical volume.
  if (stanza.dev?.startsWith('/') && !stanza.dev.startsWith('/dev/')) return 'namefs';
  return replaced?.vfs === 'namefs' && stanza.dev === undefined ? 'namefs' : 'jfs2';
}

function nfsMount(engine: Engine, stanza: Stanza, directory: string, place: MountPlace): PlannedMount {
  const { host: node, dev: device } = stanza;
  if (!node) throw failure(messages.mountNeeds, { vfs: 'nfs', directory, attribute: 'host' });
  if (!device) throw failure(messages.mountNeeds, { vfs: 'nfs', directory, attribute: 'dev' });
  checkExport(engine, node, device, [place.host, place.hostname]);
  // Seed 1: the command of example 3 has no mountopts, the file of example 4 shows "bg,intr".
  return mount({ directory, vfs: 'nfs', device, node, options: stanza.mountopts ?? 'bg,intr' });
}

/**
 * The server and the export must exist, and be open to the global environment and to the WPAR (seeds 1 and 2).
 * @throws Failure
 */
export function checkExport(engine: Engine, node: string, device: string, clients: readonly string[]): void {
  const server = engine.get('SELECT 1 FROM host WHERE name = ? AND platform IN (?, ?)', node, 'nfs', 'aix');
  if (!server) throw failure(messages.noNfsServer, { node });
  const shared = engine.get<{ clients: string }>(
    'SELECT clients FROM nfs_export WHERE server = ? AND path = ?',
    node,
    device,
  );
  const allowed = shared?.clients === '' ? undefined : shared?.clients.split(',');
  const refused = shared ? clients.find((client) => allowed && !allowed.includes(client)) : clients[0];
  if (refused !== undefined) throw failure(messages.notExported, { node, device, client: refused });
}

function namefsMount(engine: Engine, stanza: Stanza, directory: string, place: MountPlace): PlannedMount {
  const device = stanza.dev ?? directory;
  if (!globalDirectoryExists(engine, place.host, device)) {
    throw failure(messages.noGlobalDirectory, { device, directory });
  }
  return mount({
    directory,
    vfs: 'namefs',
    device,
    options: stanza.mountopts ?? (directory === '/proc' ? 'rw' : 'ro'),
  });
}

/** A file system or declared directory of the host, or something below one (what is below is not recorded). */
function globalDirectoryExists(engine: Engine, host: string, path: string): boolean {
  const tops = engine.all<{ path: string }>(
    `SELECT mount_point AS path FROM file_system WHERE host = ? AND mount_point <> '/'
     UNION SELECT path FROM directory WHERE host = ?
     UNION VALUES ('/usr'), ('/opt'), ('/proc'), ('/etc'), ('/home'), ('/tmp'), ('/var')`,
    host,
    host,
  );
  return path.startsWith('/') && tops.some((top) => path === top.path || path.startsWith(`${top.path}/`));
}

function ownFileSystem(stanza: Stanza, directory: string, vfs: string, place: MountPlace): PlannedMount {
  const base = localMount(directory, place);
  const log = stanza.logname ?? base.log;
  const options = [log === '' ? '' : `log=${log}`, stanza.mountopts ?? ''].filter((option) => option !== '');
  return {
    ...base,
    vfs,
    device: stanza.dev === undefined ? '' : devicePath(stanza.dev),
    named: stanza.dev === undefined ? 0 : 1,
    size_kb: stanza.size === undefined ? base.size_kb : parseSize(stanza.size),
    volume_group: stanza.vg ?? base.volume_group,
    log,
    options: options.join(','),
    crfs: stanza.crfsopts ?? '',
  };
}

function devicePath(device: string): string {
  return device.startsWith('/') ? device : `/dev/${device}`;
}

/**
 * Sizes as crfs takes them: 512-byte blocks, or a number with M or G.
 * @returns KB
 * @throws Failure
 */
export function parseSize(size: string): number {
  const match = /^(\d{1,12})([MG])?$/i.exec(size);
  const number = Number(match?.[1] ?? 0);
  if (!match || number === 0) throw failure(messages.mountSize, { size });
  const unit = match[2]?.toUpperCase();
  if (unit === 'M') return number * 1024;
  return unit === 'G' ? number * 1024 * 1024 : Math.ceil(number / 2);
}
