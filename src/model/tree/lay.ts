import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../state/engine.ts';
import type { Host } from '../../state/hosts.ts';
import type { Lab } from '../../state/lab.ts';
import { removeFolder } from '../../state/remove-folder.ts';
import { mountsOf, type Wpar, type WparDetails } from '../../state/wpars.ts';
import { layTree, treePath } from '../host-tree.ts';
import type { Place } from '../place.ts';
import { globalPath } from '../wpar/paths.ts';
import { beneath, own, type TreeRoot, writeBeneath } from './beneath.ts';
import { bindsOf, locate } from './binds.ts';
import { ownUsrFolders } from './machines.ts';
import { sampleAt, sampleFolders, samples } from './samples.ts';
import {
  fileMode,
  hostFiles,
  hostFolders,
  type Resident,
  type SkeletonFolder,
  skeletonFiles,
  skeletonFolders,
} from './skeleton.ts';
import { type Spotted, spotted } from './spotted.ts';

/**
 * Lays the whole tree of a host, as somebody finds it who is there for the first time. What a tree has is never touched:
 * those who are in it may change everything.
 * @returns its root
 */
export function layHost(lab: Lab, host: Host): string {
  const root = treePath(lab, host, '/').replace(/\/$/, '');
  layTree(lab, host);
  const resident = { host: host.name, hostName: host.name, release: host.release };
  if (!exists(join(root, 'usr'))) {
    const there = (path: string): Spotted => ({ root, path });
    layFolders(there, [...skeletonFolders, ...(host.platform === 'aix' ? hostFolders : [])]);
    layFolders(there, ownFolders(lab, host));
    const files = host.platform === 'aix' ? { ...skeletonFiles, ...hostFiles } : skeletonFiles;
    layFiles(lab, there, resident, files);
    if (host.platform === 'aix') laySamples(there);
  }
  return root;
}

/** Lays the tree of a WPAR: below its host's, and in those of its NFS servers. */
export function layWpar(lab: Lab, host: Host, wpar: Wpar): void {
  const hostRoot = layHost(lab, host);
  const details = JSON.parse(wpar.details) as WparDetails;
  if (details.treeLaid === true) return;
  // What a WPAR of this name, removed since, has left there is not this one's. An NFS server keeps what it has.
  if (wpar.preserve !== 1) putAside(lab, hostRoot, globalPath(wpar, '/'));
  const there = (path: string): Spotted => spotted(lab, locate(lab.engine, { host, wpar }, path));
  for (const { source } of bindsOf(lab.engine, { host, wpar })) layHost(lab, source.host);
  const mounts = mountPointsIn(lab.engine, wpar).map((path) => ({ path, mode: 0o755 }));
  layFolders(there, [{ path: '/', mode: 0o755 }, ...skeletonFolders, ...mounts]);
  const resident = { host: host.name, hostName: wpar.hostname, release: host.release, wpar: wpar.id };
  layFiles(lab, there, resident, skeletonFiles);
  lab.update(({ engine }) => {
    engine.run(
      'UPDATE wpar SET details = ? WHERE id = ?',
      JSON.stringify({ ...details, treeLaid: true }),
      wpar.id,
    );
  });
}

/** The directories of a WPAR that file systems are for: its own, and those that its host has below its root. */
export function mountPointsIn(engine: Engine, wpar: Wpar): string[] {
  const base = `${globalPath(wpar, '/')}/`;
  const around = engine
    .all<{ path: string }>('SELECT mount_point AS path FROM file_system WHERE host = ?', wpar.host)
    .filter(({ path }) => path.startsWith(base));
  return [
    ...mountsOf(engine, wpar.id).map(({ directory }) => directory),
    ...around.map(({ path }) => path.slice(base.length - 1)),
  ];
}

/** Makes a directory of a laid place, if there is nothing of that name. */
export function layFolder(lab: Lab, place: Place, path: string): void {
  layFolders((each) => spotted(lab, locate(lab.engine, place, each)), [{ path, mode: 0o755 }]);
}

/**
 * Takes a directory out of a laid tree with all that is in it: its file system is no more. What it was is removed by
 * {@link clearAside}.
 */
export function takeFolder(lab: Lab, place: Place, path: string): void {
  const { root, path: own } = spotted(lab, locate(lab.engine, place, path));
  clearAside(lab);
  unfollowed(root, own, (folder) => {
    if (exists(folder)) renameSync(folder, aside(lab));
  });
}

/** The text that a file has in a new tree; undefined if a new tree has no such file. */
export function newText(lab: Lab, { host, wpar }: Place, path: string): string | undefined {
  const files = !wpar && host.platform === 'aix' ? { ...skeletonFiles, ...hostFiles } : skeletonFiles;
  const text = Object.hasOwn(files, path) ? files[path] : undefined;
  const { name, release } = host;
  if (!text && !wpar && host.platform === 'aix') return sampleAt(path)?.text;
  return text?.(lab.engine, {
    host: name,
    hostName: wpar?.hostname ?? name,
    release,
    ...(wpar ? { wpar: wpar.id } : {}),
  });
}

/** What the machine's programs need beside /usr: folders to mount on, and the links that it has itself. */
export function layMountPoints(root: string, base = '/'): void {
  for (const name of ['usr', 'proc', 'dev', 'opt']) ensureFolder(root, join(base, name));
  for (const name of ['bin', 'sbin', 'lib', 'lib32', 'lib64', 'libx32']) {
    const machine = lstatSync(`/${name}`, { throwIfNoEntry: false });
    if (machine?.isSymbolicLink()) ensureLink(root, join(base, name), `/usr/${name}`);
    else if (machine?.isDirectory()) ensureFolder(root, join(base, name));
  }
  layAlternatives(root, join(base, 'etc/alternatives'));
  for (const folder of base === '/' ? ownUsrFolders : []) ensureFolder(root, folder);
}

// Names such as awk and vi lead through here on Debian and its kin.
function layAlternatives(root: string, path: string): void {
  if (!exists('/etc/alternatives')) return;
  beneath(root, path, 'make', ({ folder, name }) => {
    const own = `${folder}/${name}`;
    if (lstatSync(own, { throwIfNoEntry: false })) return;
    makeFolder(own, 0o755);
    for (const each of readdirSync('/etc/alternatives')) {
      const link = lstatSync(`/etc/alternatives/${each}`);
      if (link.isSymbolicLink()) symlinkSync(readlinkSync(`/etc/alternatives/${each}`), `${own}/${each}`);
    }
  });
}

function ensureFolder(root: string, path: string): void {
  unfollowed(root, path, (place) => {
    const found = lstatSync(place, { throwIfNoEntry: false });
    if (found?.isDirectory()) return;
    rmSync(place, { force: true });
    makeFolder(place, 0o755);
  });
}

function ensureLink(root: string, path: string, target: string): void {
  unfollowed(root, path, (place) => {
    if (lstatSync(place, { throwIfNoEntry: false })) return;
    symlinkSync(target, place);
    own(place);
  });
}

// The last part is what counts here, not what it may lead to.
function unfollowed(root: TreeRoot, path: string, work: (place: string) => void): void {
  beneath(root, join(path, '..', '.marker'), 'make', ({ folder }) =>
    work(`${folder}/${path.split('/').at(-1)}`),
  );
}

function layFolders(there: (path: string) => Spotted, folders: readonly SkeletonFolder[]): void {
  for (const each of folders) {
    const { mode } = each;
    const { root, path } = there(each.path);
    beneath(root, path, 'make', ({ folder, name }) => {
      const place = `${folder}/${name}`;
      if (lstatSync(place, { throwIfNoEntry: false })) return;
      makeFolder(place, mode);
    });
  }
}

function makeFolder(place: string, mode: number): void {
  mkdirSync(place);
  chmodSync(place, mode);
  own(place);
}

function layFiles(
  lab: Lab,
  there: (path: string) => Spotted,
  resident: Resident,
  files: typeof skeletonFiles,
): void {
  for (const [file, text] of Object.entries(files)) {
    layFile(there(file), () => text(lab.engine, resident), fileMode(file));
  }
}

// What stands there already is somebody's.
function layFile({ root, path }: Spotted, text: () => string, mode: number): void {
  beneath(root, path, 'make', ({ folder, name }) => {
    if (!lstatSync(`${folder}/${name}`, { throwIfNoEntry: false })) writeBeneath(root, path, text(), mode);
  });
}

// A script to begin with is run as it stands here.
function laySamples(there: (path: string) => Spotted): void {
  layFolders(there, sampleFolders());
  for (const { path, text, mode } of samples()) layFile(there(path), () => text, mode);
}

/** File systems and directories that the state gives a host. */
export function ownFolders(lab: Lab, host: Host): SkeletonFolder[] {
  const { engine } = lab;
  const mounted = engine.all<{ path: string }>(
    `SELECT mount_point AS path FROM file_system WHERE host = ? AND mount_point <> '/'`,
    host.name,
  );
  const declared = engine.all<{ path: string; mode: string }>(
    'SELECT path, mode FROM directory WHERE host = ?',
    host.name,
  );
  const exported = engine.all<{ path: string }>('SELECT path FROM nfs_export WHERE server = ?', host.name);
  return [
    ...declared.map(({ path, mode }) => ({ path, mode: Number.parseInt(mode, 8) })),
    ...[...mounted, ...exported].map(({ path }) => ({ path, mode: 0o755 })),
  ];
}

// Renamed out of the tree: nobody inside can reach it any more, and it is removed when the lab is free again.
function putAside(lab: Lab, root: string, base: string): void {
  if (base === '/') return;
  unfollowed(root, base, (place) => {
    if (exists(`${place}/usr`) && exists(`${place}/proc`)) renameSync(place, aside(lab));
  });
}

/** Takes the tree of a WPAR that is undone out of its host's; {@link clearAside} removes it. NFS servers keep theirs. */
export function removeTree(lab: Lab, { host, wpar }: Required<Place>): void {
  const details = JSON.parse(wpar.details) as WparDetails;
  if (details.treeLaid !== true) return;
  putAside(lab, treePath(lab, host, '/').replace(/\/$/, ''), globalPath(wpar, '/'));
}

/** Removes what laying a tree has put aside. */
export function clearAside(lab: Lab): void {
  removeFolder(aside(lab));
}

// The name is one that is swept if this process dies before.
function aside(lab: Lab): string {
  return join(lab.directory, `.gone-${lab.machine.self.pid}`);
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
