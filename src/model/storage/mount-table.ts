import { type FileSystem, fileSystemsOf } from '../../state/host-file-systems.ts';
import { findHost, type Host } from '../../state/hosts.ts';
import type { Lab } from '../../state/lab.ts';
import { type HandMount, handMounts, unmountedOf } from '../../state/mounted.ts';
import { listRunning, mountsOf, type Wpar, type WparMount } from '../../state/wpars.ts';
import type { Place } from '../place.ts';
import { globalPath } from '../wpar/paths.ts';

/** Where the numbers of a mount come from. */
export type Volume =
  | { readonly kind: 'host'; readonly host: Host; readonly fileSystem: FileSystem }
  | { readonly kind: 'none' }
  | { readonly kind: 'remote'; readonly server: Host; readonly path: string }
  | { readonly kind: 'wpar'; readonly host: Host; readonly wpar: Wpar; readonly mount: WparMount };

/** A mount as a place sees it: a row of `mount` and of `df`. */
export interface Mount {
  /** NFS server, or `''`. */
  readonly node: string;
  /** A device or a directory; inside a WPAR, `Global` for what was mounted from outside. */
  readonly source: string;
  readonly directory: string;
  readonly vfs: string;
  readonly options: string;
  /** Lab seconds. */
  readonly time: number;
  readonly volume: Volume;
  /** Who made it: the start of the host or WPAR, or somebody by hand. */
  readonly made: HandMount | 'start';
  /** The WPAR that it belongs to. */
  readonly wpar: Wpar | undefined;
  /** It was made outside of the place: nobody in it can undo it. */
  readonly outside: boolean;
}

/** The mounts that a place sees, in their order (seed 3, listings 7 to 9; captures). */
export function mountsSeen(lab: Lab, place: Place): Mount[] {
  const all = mountsOfHost(lab, place.host);
  return place.wpar ? insideOf(all, place.wpar) : all;
}

function mountsOfHost(lab: Lab, host: Host): Mount[] {
  const unmounted = unmountedOf(lab.engine, host.name);
  const rows: Mount[] = [];
  const boot = Number(lab.meta('clock.start') ?? 0);
  for (const fileSystem of fileSystemsOf(lab.engine, host.name)) {
    if (!unmounted.has(fileSystem.mount_point)) rows.push(ownMount(host, fileSystem, boot));
  }
  for (const made of handMounts(lab.engine, host.name, null)) rows.push(handMount(lab, host, made, rows));
  for (const wpar of listRunning(lab.engine, host.name)) {
    for (const mount of mountsOf(lab.engine, wpar.id)) {
      if (mount.vfs === 'directory' || unmounted.has(globalPath(wpar, mount.directory))) continue;
      rows.push(wparMount(lab, host, wpar, mount, rows));
    }
    for (const made of handMounts(lab.engine, host.name, wpar.id)) {
      rows.push(handMount(lab, host, made, rows, wpar));
    }
  }
  return rows;
}

function ownMount(host: Host, fileSystem: FileSystem, time: number): Mount {
  const { device, vfs, mount_point, options } = fileSystem;
  return {
    node: '',
    source: device,
    directory: mount_point,
    vfs,
    options: shownOptions(vfs, options, logOf(fileSystem)),
    time,
    volume: fileSystem.size_kb === null ? { kind: 'none' } : { kind: 'host', host, fileSystem },
    made: 'start',
    wpar: undefined,
    outside: false,
  };
}

/** The log of a host's own jfs2 file system: `/dev/hd8` as captures have it, unless it was made with another one. */
export function logOf({ log }: Pick<FileSystem, 'log'>): string {
  return log === '' ? '/dev/hd8' : log;
}

function wparMount(lab: Lab, host: Host, wpar: Wpar, mount: WparMount, above: readonly Mount[]): Mount {
  const remote = mount.vfs.startsWith('nfs');
  const local = mount.vfs === 'namefs' ? volumeAt(above, mount.device) : undefined;
  return {
    node: mount.node,
    source: mount.device,
    directory: globalPath(wpar, mount.directory),
    vfs: remote ? 'nfs3' : mount.vfs,
    options: remote ? mount.options : shownOptions(mount.vfs, mount.options, mount.log || 'NULL'),
    time: wpar.started ?? lab.now(),
    volume: local ?? { kind: 'wpar', host, wpar, mount },
    made: 'start',
    wpar,
    outside: false,
  };
}

function handMount(lab: Lab, host: Host, made: HandMount, above: readonly Mount[], wpar?: Wpar): Mount {
  const { node, device, directory, vfs, options, time } = made;
  const path = (each: string) => (wpar ? globalPath(wpar, each) : each);
  const source = node === '' && !device.startsWith('/dev/') ? path(device) : device;
  return {
    ...{ node, source, directory: path(directory), vfs, options, time, made, wpar },
    volume: handVolume(lab, host, made, source, above),
    outside: false,
  };
}

function handVolume(
  lab: Lab,
  host: Host,
  { node, device }: HandMount,
  source: string,
  above: readonly Mount[],
): Volume {
  if (node !== '') {
    const server = findHost(lab.engine, node);
    return server ? { kind: 'remote', server, path: device } : { kind: 'none' };
  }
  return device.startsWith('/dev/')
    ? volumeOfDevice(lab, host, device)
    : (volumeAt(above, source) ?? { kind: 'none' });
}

/** The file system on a logical volume of a host, mounted or not. */
export function volumeOfDevice(lab: Lab, host: Host, device: string): Volume {
  const fileSystem = fileSystemsOf(lab.engine, host.name).find((each) => each.device === device);
  if (fileSystem) return { kind: 'host', host, fileSystem };
  const wpar = lab.engine.get<Wpar>(
    `SELECT w.* FROM wpar w JOIN wpar_mount m ON m.wpar = w.id
     WHERE w.host = ? AND m.device = ? AND m.size_kb IS NOT NULL AND w.rootvg = 0`,
    host.name,
    device,
  );
  const mount = wpar && mountsOf(lab.engine, wpar.id).find((each) => each.device === device);
  return mount ? { kind: 'wpar', host, wpar, mount } : { kind: 'none' };
}

function volumeAt(mounts: readonly Mount[], path: string): Volume | undefined {
  return mountAt(mounts, path)?.volume;
}

/** The mount that a path lies on. @param path absolute and normal */
export function mountAt(mounts: readonly Mount[], path: string): Mount | undefined {
  let found: Mount | undefined;
  for (const each of mounts) {
    if (isBelow(path, each.directory) && each.directory.length >= (found?.directory.length ?? 0))
      found = each;
  }
  return found;
}

/** Whether a path is a directory or lies below it. */
export function isBelow(path: string, directory: string): boolean {
  return path === directory || path.startsWith(directory === '/' ? '/' : `${directory}/`);
}

// Options begin with rw or ro, and end with the log of a jfs2 (captures).
function shownOptions(vfs: string, options: string, log: string): string {
  const given = options.split(',').filter((each) => each !== '' && !each.startsWith('log='));
  const access = given.includes('ro') ? 'ro' : 'rw';
  const rest = given.filter((each) => each !== 'ro' && each !== 'rw');
  return [access, ...rest, ...(vfs === 'jfs2' ? [`log=${log}`] : [])].join(',');
}

function insideOf(all: readonly Mount[], wpar: Wpar): Mount[] {
  return all
    .filter(({ directory }) => isBelow(directory, wpar.directory))
    .map((mount) => {
      const { made } = mount;
      const directory = mount.directory.slice(wpar.directory.length) || '/';
      if (made !== 'start' && made.wpar === wpar.id) return { ...mount, directory, source: made.device };
      // The volume group of a rootvg WPAR is its own: so are the devices on it.
      const own = mount.volume.kind === 'wpar' && wpar.rootvg === 1 && mount.vfs === 'jfs2';
      return own
        ? { ...mount, directory, outside: true }
        : { ...mount, directory, node: '', source: 'Global', outside: true };
    });
}
