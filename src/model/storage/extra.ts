import { existsSync } from 'node:fs';
import { fileSystemsOf } from '../../state/host-file-systems.ts';
import type { Host } from '../../state/hosts.ts';
import type { Lab } from '../../state/lab.ts';
import type { Wpar } from '../../state/wpars.ts';
import { treePath } from '../host-tree.ts';
import { locate } from '../tree/binds.ts';
import { isLaid } from '../tree/files.ts';
import { mountPointsIn, ownFolders } from '../tree/lay.ts';
import { sampleFolders, samples } from '../tree/samples.ts';
import { hostFolders, skeletonFiles, skeletonFolders } from '../tree/skeleton.ts';
import { countExtra, type Extra } from './count.ts';

/**
 * What stands in laid trees beyond what a new tree has: that is what the declared numbers of a file system do not know. A
 * tree that nobody has been in costs nothing.
 */

const nothing: Extra = { kb: 0, inodes: 0 };

/** The machine's own, and what is mounted there: never counted. */
const machines = [
  ...['/bin', '/dev', '/lib', '/lib32', '/lib64', '/libx32', '/opt', '/proc', '/sbin', '/usr'],
  '/etc/alternatives',
];

/** Beyond the declared numbers of a host's own file system. */
export function extraOfHost(lab: Lab, host: Host, mountPoint: string): Extra {
  const root = treeRoot(lab, host);
  if (host.laid !== 1 || !existsSync(root)) return nothing;
  const { engine } = lab;
  const files = engine.all<{ path: string }>('SELECT path FROM host_file WHERE host = ?', host.name);
  const wpars = engine.all<{ name: string; directory: string }>(
    'SELECT name, directory FROM wpar WHERE host = ?',
    host.name,
  );
  const known = withParents([
    ...newTree,
    ...[...hostFolders, ...sampleFolders()].map(({ path }) => path),
    ...ownFolders(lab, host).map(({ path }) => path),
    ...files.map(({ path }) => path),
  ]);
  const others = [
    ...fileSystemsOf(engine, host.name).map((each) => each.mount_point),
    ...wpars.map(({ directory }) => directory),
    ...samples().map(({ path }) => path),
    // The state writes these, however long they get.
    '/etc/filesystems',
    ...['devexports', 'secattrs', ...wpars.map(({ name }) => `${name}.cf`)].map(
      (name) => `/etc/wpars/${name}`,
    ),
  ];
  return counted(root, mountPoint, mountPoint, known, others, existsSync(`${root}/usr`));
}

/** All of an export. */
export function extraOfServer(lab: Lab, server: Host, path: string): Extra {
  if (server.laid !== 1) return nothing;
  return countExtra(treeRoot(lab, server), path, { known: new Set(), complete: false, skip: new Set() });
}

/** Beyond what a new WPAR has on a file system. */
export function extraOfWpar(lab: Lab, host: Host, wpar: Wpar, directory: string): Extra {
  const place = { host, wpar };
  if (!isLaid(place)) return nothing;
  const spot = locate(lab.engine, place, directory);
  const others = mountPointsIn(lab.engine, wpar);
  return counted(
    treeRoot(lab, spot.host),
    spot.path,
    directory,
    withParents([...newTree, ...others]),
    others,
    true,
  );
}

const newTree = [...skeletonFolders.map(({ path }) => path), ...Object.keys(skeletonFiles)];

function treeRoot(lab: Lab, host: Host): string {
  return treePath(lab, host, '/').replace(/\/$/, '');
}

/** @param base what the directory is called by those who know it */
function counted(
  root: string,
  path: string,
  base: string,
  known: ReadonlySet<string>,
  others: readonly string[],
  complete: boolean,
): Extra {
  return countExtra(root, path, {
    known: new Set(below([...known], base)),
    complete,
    skip: new Set(below([...others, ...machines], base)),
  });
}

function below(paths: readonly string[], base: string): string[] {
  if (base === '/') return paths.filter((path) => path !== '/');
  return paths.filter((path) => path.startsWith(`${base}/`)).map((path) => path.slice(base.length));
}

function withParents(paths: readonly string[]): Set<string> {
  const all = new Set<string>();
  for (const path of paths) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) all.add(path.slice(0, end));
  }
  return all;
}
