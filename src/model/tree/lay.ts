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
import { findHost, type Host } from '../../state/hosts.ts';
import type { Lab } from '../../state/lab.ts';
import { removeFolder } from '../../state/remove-folder.ts';
import type { Wpar, WparDetails } from '../../state/wpars.ts';
import { layTree, treePath } from '../host-tree.ts';
import { globalPath } from '../wpar/paths.ts';
import { beneath, own, writeBeneath } from './beneath.ts';
import {
  hostFolders,
  type Resident,
  type SkeletonFolder,
  skeletonFiles,
  skeletonFolders,
} from './skeleton.ts';

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
    layFolders(root, [...skeletonFolders, ...(host.platform === 'aix' ? hostFolders : [])]);
    layFolders(root, ownFolders(lab, host));
    layFiles(lab, root, resident);
  }
  return root;
}

/**
 * Lays the tree of a WPAR, below its host's.
 * @returns its root as a path of the host
 */
export function layWpar(lab: Lab, host: Host, wpar: Wpar): string {
  const hostRoot = layHost(lab, host);
  const base = globalPath(wpar, '/');
  const details = JSON.parse(wpar.details) as WparDetails;
  if (details.treeLaid === true) return base;
  // What a WPAR of this name, removed since, has left there is not this one's.
  if (wpar.preserve !== 1) putAside(lab, hostRoot, base);
  layFolders(hostRoot, skeletonFolders, base);
  const resident = { host: host.name, hostName: wpar.hostname, release: host.release, wpar: wpar.id };
  layFiles(lab, hostRoot, resident, base);
  lab.update(({ engine }) => {
    engine.run(
      'UPDATE wpar SET details = ? WHERE id = ?',
      JSON.stringify({ ...details, treeLaid: true }),
      wpar.id,
    );
  });
  return base;
}

/** The text that a file has in a new tree; undefined if a new tree has no such file. */
export function newText(lab: Lab, hostName: string, path: string): string | undefined {
  const host = findHost(lab.engine, hostName);
  const text = Object.hasOwn(skeletonFiles, path) ? skeletonFiles[path] : undefined;
  return host && text?.(lab.engine, { host: host.name, hostName: host.name, release: host.release });
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
function unfollowed(root: string, path: string, work: (place: string) => void): void {
  beneath(root, join(path, '..', '.marker'), 'make', ({ folder }) =>
    work(`${folder}/${path.split('/').at(-1)}`),
  );
}

function layFolders(root: string, folders: readonly SkeletonFolder[], base = '/'): void {
  for (const { path, mode } of folders) {
    beneath(root, join(base, path), 'make', ({ folder, name }) => {
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

function layFiles(lab: Lab, root: string, resident: Resident, base = '/'): void {
  for (const [path, text] of Object.entries(skeletonFiles)) {
    beneath(root, join(base, path), 'make', ({ folder, name }) => {
      if (lstatSync(`${folder}/${name}`, { throwIfNoEntry: false })) return;
      const mode = path.startsWith('/etc/security/') ? 0o600 : 0o644;
      writeBeneath(root, join(base, path), text(lab.engine, resident), mode);
    });
  }
}

// File systems and directories that the world gives this host.
function ownFolders(lab: Lab, host: Host): SkeletonFolder[] {
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
