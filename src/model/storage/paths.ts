import { lstatSync, statSync } from 'node:fs';
import { fileSystemsOf } from '../../state/host-file-systems.ts';
import type { Lab } from '../../state/lab.ts';
import { treePath } from '../host-tree.ts';
import type { Place } from '../place.ts';
import { beneath } from '../tree/beneath.ts';
import { locate } from '../tree/binds.ts';
import { isLaid, readPlaceFile } from '../tree/files.ts';
import { layFolder, mountPointsIn, ownFolders, takeFolder } from '../tree/lay.ts';
import { sampleFolders } from '../tree/samples.ts';
import { hostFolders, skeletonFiles, skeletonFolders } from '../tree/skeleton.ts';
import { spotted } from '../tree/spotted.ts';
import { isBelow } from './mount-table.ts';
import { wparsWithFileSystems } from './records.ts';

export type PathKind = 'directory' | 'file';

/**
 * What a path of a place is, also where nobody has been yet: then it is what a new tree has.
 * @param path absolute and normal
 * @returns undefined if there is nothing
 */
export function kindOf(lab: Lab, place: Place, path: string): PathKind | undefined {
  const other = place.wpar ? undefined : wparAround(lab, place, path);
  if (other) return kindOf(lab, other.place, other.path);
  if (isBelow(path, '/usr')) return kindOnMachine(path);
  return (
    kindInTree(lab, place, path) ??
    (hasTree(lab, place) ? undefined : kindInNewTree(lab, place, path)) ??
    (readPlaceFile(lab, place, path) === undefined ? undefined : 'file')
  );
}

/** The WPAR of a host that a path of the host lies in. */
function wparAround(lab: Lab, { host }: Place, path: string): { place: Place; path: string } | undefined {
  const wpar = wparsWithFileSystems(lab.engine, host.name).find(({ directory }) => isBelow(path, directory));
  return wpar && { place: { host, wpar }, path: path.slice(wpar.directory.length) || '/' };
}

// /usr of a partition is the machine's.
function kindOnMachine(path: string): PathKind | undefined {
  try {
    return statSync(path).isDirectory() ? 'directory' : 'file';
  } catch {
    return path === '/usr' ? 'directory' : undefined;
  }
}

function kindInTree(lab: Lab, place: Place, path: string): PathKind | undefined {
  if (!isLaid(place)) return undefined;
  const spot = locate(lab.engine, place, path);
  try {
    const own = spotted(lab, spot);
    return beneath(own.root, own.path, 'refuse', ({ folder, name }) =>
      lstatSync(`${folder}/${name}`).isDirectory() ? 'directory' : 'file',
    );
  } catch {
    return undefined;
  }
}

function hasTree(lab: Lab, place: Place): boolean {
  if (place.wpar) return isLaid(place);
  return (
    isLaid(place) && lstatSync(treePath(lab, place.host, '/usr'), { throwIfNoEntry: false }) !== undefined
  );
}

function kindInNewTree(lab: Lab, { host, wpar }: Place, path: string): PathKind | undefined {
  const own = wpar
    ? mountPointsIn(lab.engine, wpar)
    : [
        ...[...hostFolders, ...sampleFolders()].map((each) => each.path),
        ...ownFolders(lab, host).map((each) => each.path),
        ...fileSystemsOf(lab.engine, host.name).map((each) => each.mount_point),
      ];
  const paths = [...skeletonFolders.map((each) => each.path), ...own];
  const inner = Object.keys(skeletonFiles).map((file) => file.slice(0, file.lastIndexOf('/')) || '/');
  return [...paths, ...inner].some((each) => isBelow(each, path)) ? 'directory' : undefined;
}

/** Makes the directory of a new mount point in a tree that is laid; one that is not has it from the beginning. */
export function makeMountPoint(lab: Lab, place: Place, path: string): void {
  const other = place.wpar ? undefined : wparAround(lab, place, path);
  if (other) makeMountPoint(lab, other.place, other.path);
  else if (hasTree(lab, place)) layFolder(lab, place, path);
}

/** Empties the directory of a file system that is no more, in a tree that is laid; without `keep` it goes, too. */
export function clearMountPoint(lab: Lab, place: Place, path: string, keep: boolean): void {
  const other = place.wpar ? undefined : wparAround(lab, place, path);
  if (other) {
    clearMountPoint(lab, other.place, other.path, keep);
    return;
  }
  if (!hasTree(lab, place)) return;
  takeFolder(lab, place, path);
  if (keep) layFolder(lab, place, path);
}
