import { existsSync } from 'node:fs';
import type { Lab } from '../../state/lab.ts';
import type { WparDetails } from '../../state/wpars.ts';
import { readHostFile, treePath, writeHostFile } from '../host-tree.ts';
import { type Place, present } from '../place.ts';
import {
  type FileOwner,
  giveBeneath,
  makeFolderBeneath,
  readBeneath,
  sizeBeneath,
  writeBeneath,
} from './beneath.ts';
import { bindsOf, locate } from './binds.ts';
import { isBelow, machines } from './folders.ts';
import { layHost, layWpar, newText } from './lay.ts';
import { type Spotted, spotted } from './spotted.ts';

/** Whether the files of a place stand on disk; until then they are what a new tree has. */
export function isLaid({ host, wpar }: Place): boolean {
  return wpar ? (JSON.parse(wpar.details) as WparDetails).treeLaid === true : host.laid === 1;
}

/**
 * The text of a file as somebody in the place reads it, over NFS mounts too.
 * @param path absolute
 * @returns undefined if there is none, or it is no plain file
 */
export function readPlaceFile(lab: Lab, place: Place, path: string): string | undefined {
  const spot = locate(lab.engine, place, path);
  if (!place.wpar && spot.host.name === place.host.name) {
    return (
      readHostFile(lab, place.host, path) ?? (hasSkeleton(lab, place) ? undefined : newText(lab, place, path))
    );
  }
  if (place.wpar && !isLaid(place)) return newText(lab, place, path);
  const own = spotted(lab, spot);
  return readBeneath(own.root, own.path);
}

/** Whether a host has a whole tree. Of one whose files were edited, but where nobody has been yet, only some stand there. */
export function hasSkeleton(lab: Lab, { host }: Place): boolean {
  return existsSync(treePath(lab, host, '/usr'));
}

/**
 * Where a path of a place stands, for a daemon of the place that writes there.
 * @param path absolute and normal
 * @returns undefined if the place may not write it: it is the machine's, or mounted read-only
 */
export function writableSpot(lab: Lab, place: Place, path: string): Spotted | undefined {
  if (machines.some((each) => isBelow(path, each))) return undefined;
  const bind = bindsOf(lab.engine, place).findLast(({ directory }) => isBelow(path, directory));
  return bind?.readOnly ? undefined : spotted(lab, locate(lab.engine, place, path));
}

/**
 * The same for a plain file that is there. A tree that nobody has seen is laid only if the file is in it.
 * @throws the system's errors of laying the tree, LabTrouble
 */
export function writableFile(lab: Lab, place: Place, path: string): Spotted | undefined {
  const there = writableSpot(lab, place, path);
  if (there && !(place.wpar ? isLaid(place) : hasSkeleton(lab, place))) {
    if (readPlaceFile(lab, place, path) === undefined) return undefined;
    layFor(lab, place);
  }
  return there && sizeBeneath(there.root, there.path) !== undefined ? there : undefined;
}

/** Lays the tree of a place, for somebody who wants its files themselves. @throws the system's errors */
export function layFor(lab: Lab, place: Place): void {
  const { host, wpar } = place;
  if (wpar && !isLaid(place)) lab.update(() => layWpar(lab, host, wpar));
  else if (!hasSkeleton(lab, place)) lab.update(() => layHost(lab, host));
}

/** Writes a file as somebody in the place does; its tree is laid first. @throws the system's errors */
export function writePlaceFile(lab: Lab, place: Place, path: string, text: string, mode?: number): void {
  const spot = locate(lab.engine, place, path);
  if (!place.wpar && spot.host.name === place.host.name) {
    writeHostFile(lab, place.host, path, text, mode);
    return;
  }
  if (place.wpar && !isLaid(place)) lab.update(() => layPresent(lab, place));
  const own = spotted(lab, spot);
  writeBeneath(own.root, own.path, text, mode);
}

// Laying a tree again would take away what is in it: somebody else may have laid it since the place was read.
function layPresent(lab: Lab, place: Place): void {
  const now = present(lab.engine, place);
  if (now.wpar && !isLaid(now)) layWpar(lab, now.host, now.wpar);
}

/**
 * Gives a user a home directory that is not there yet, with one file in it. The place's tree is laid. What is there already, a
 * link even, stays as it is.
 * @param file its name and its text
 * @throws the system's errors
 */
export function makePlaceHome(
  lab: Lab,
  place: Place,
  path: string,
  owner: FileOwner,
  file: { readonly name: string; readonly text: string },
): void {
  const { root, path: spot } = spotted(lab, locate(lab.engine, place, path));
  if (!makeFolderBeneath(root, spot, 0o755, owner)) return;
  writeBeneath(root, `${spot}/${file.name}`, file.text, 0o644);
  giveBeneath(root, `${spot}/${file.name}`, owner);
}
