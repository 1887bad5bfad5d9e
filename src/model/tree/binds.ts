import type { Engine } from '../../state/engine.ts';
import { findHost, type Host } from '../../state/hosts.ts';
import { unmountedOf } from '../../state/mounted.ts';
import { listApplications, listRunning, mountsOf, type Wpar } from '../../state/wpars.ts';
import type { Place } from '../place.ts';
import { globalPath } from '../wpar/paths.ts';

/**
 * What of a place's tree stands in the tree of another host: NFS mounts are directories of the lab's NFS server, so two
 * hosts that mount one export see one content. A local file system of a WPAR is a directory of its host.
 */

/** A directory in the tree of a host of the lab. */
export interface Spot {
  readonly host: Host;
  /** Absolute, in that host's tree. */
  readonly path: string;
  /** The part of the path that is the root for those who are there; default the whole tree. Links stay below it. */
  readonly base?: string;
}

/** A directory of a place that shows another one. */
export interface Bind {
  /** As the place sees it. */
  readonly directory: string;
  readonly source: Spot;
  readonly readOnly: boolean;
}

/** The binds of a place, outer directories first. */
export function bindsOf(engine: Engine, place: Place): Bind[] {
  const { host, wpar } = place;
  const binds = wpar
    ? [...bindsOfWpar(engine, host, wpar, '/'), ...bindsMadeAround(engine, host, wpar)]
    : [
        ...bindsMadeIn(engine, host, undefined, '/'),
        ...listRunning(engine, host.name).flatMap((each) =>
          bindsOfWpar(engine, host, each, globalPath(each, '/')),
        ),
        // What an application WPAR mounts is seen in the global environment, too (IBM topic).
        ...listApplications(engine, host.name).flatMap((each) => bindsOfWpar(engine, host, each, '/')),
      ];
  return binds.sort((a, b) => (a.directory < b.directory ? -1 : 1));
}

interface Mounted {
  readonly directory: string;
  readonly node: string;
  readonly device: string;
  readonly options: string;
}

// What somebody mounted there by hand. A directory of the place itself is one of the tree where the place's root stands.
function bindsMadeIn(engine: Engine, host: Host, wpar: Wpar | undefined, base: string): Bind[] {
  const rows = engine.all<Mounted>(
    'SELECT directory, node, device, options FROM mounted WHERE host = ? AND wpar IS ?',
    host.name,
    wpar?.id ?? null,
  );
  return rows.flatMap(({ directory, node, device, options }) => {
    // A volume has no tree of its own: what is on it stands where it is mounted.
    if (device.startsWith('/dev/')) return [];
    const source = node === '' ? undefined : findHost(engine, node);
    if (node !== '' && !source) return [];
    const spot = source ? { host: source, path: device } : localSpot(engine, host, wpar, device);
    return [{ directory: joined(base, directory), source: spot, readOnly: isReadOnly(options) }];
  });
}

// What was mounted below a WPAR's directory in the global environment is seen inside.
function bindsMadeAround(engine: Engine, host: Host, wpar: Wpar): Bind[] {
  const base = `${globalPath(wpar, '/')}/`;
  return bindsMadeIn(engine, host, undefined, '/')
    .filter(({ directory }) => directory.startsWith(base))
    .map((bind) => ({ ...bind, directory: bind.directory.slice(base.length - 1) }));
}

function localSpot(engine: Engine, host: Host, wpar: Wpar | undefined, path: string): Spot {
  if (!wpar) return { host, path };
  const own = mountsOf(engine, wpar.id).find((mount) => mount.directory === '/');
  const server = own?.vfs.startsWith('nfs') ? findHost(engine, own.node) : undefined;
  return server && own
    ? { host: server, path: joined(own.device, path) }
    : { host, path: globalPath(wpar, path) };
}

function isReadOnly(options: string): boolean {
  return options.split(',').includes('ro');
}

function joined(base: string, directory: string): string {
  if (directory === '/') return base;
  return base === '/' ? directory : `${base}${directory}`;
}

function bindsOfWpar(engine: Engine, host: Host, wpar: Wpar, base: string): Bind[] {
  const unmounted = unmountedOf(engine, host.name);
  const own = mountsOf(engine, wpar.id).flatMap((mount) => {
    if (unmounted.has(globalPath(wpar, mount.directory))) return [];
    // The machine's own /usr and /proc stand for these.
    if (mount.vfs === 'namefs' && ['/usr', '/opt', '/proc'].includes(mount.directory)) return [];
    const source = mount.vfs.startsWith('nfs') ? findHost(engine, mount.node) : host;
    if (!source || (source === host && mount.vfs !== 'namefs')) return [];
    return [
      {
        directory: joined(base, mount.directory),
        source: { host: source, path: mount.device },
        readOnly: isReadOnly(mount.options),
      },
    ];
  });
  return [...own, ...bindsMadeIn(engine, host, wpar, base)];
}

/** Where the root of a place stands. */
export function rootOf(engine: Engine, place: Place): Spot {
  const { host, wpar } = place;
  if (!wpar) return { host, path: '/' };
  const own = bindsOf(engine, place).find(({ directory }) => directory === '/');
  return own?.source ?? { host, path: globalPath(wpar, '/') };
}

/**
 * Where a file of a place stands. Mounts count by the names in the path: a link across them is not known here.
 * @param path absolute and normal
 */
export function locate(engine: Engine, place: Place, path: string): Spot {
  const bind = bindsOf(engine, place).findLast(
    ({ directory }) => directory === '/' || path === directory || path.startsWith(`${directory}/`),
  );
  if (bind) {
    const { host, path: base } = bind.source;
    return { host, path: below(base, path, bind.directory), base };
  }
  if (!place.wpar) return { host: place.host, path };
  const { path: base } = rootOf(engine, place);
  return { host: place.host, path: below(base, path, '/'), base };
}

function below(base: string, path: string, directory: string): string {
  const rest = directory === '/' ? path : path.slice(directory.length);
  return `${base === '/' ? '' : base}${rest === '/' ? '' : rest}` || '/';
}
