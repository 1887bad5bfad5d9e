import { closeSync, lstatSync, readdirSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { joined, nameOf } from './bytes.ts';
import { openFolder, within } from './folders.ts';
import { Trouble } from './trouble.ts';

/** A directory that is open. */
export interface OpenFolder {
  readonly descriptor: number;
  /** Its path, to compare it with mount points. */
  readonly path: string;
}

function children(descriptor: number): string[] {
  return readdirSync(`/proc/self/fd/${descriptor}`, { encoding: 'buffer' }).map(nameOf);
}

function kindAt(descriptor: number, name: string): 'directory' | 'none' | 'other' {
  const status = lstatSync(within(descriptor, name), { throwIfNoEntry: false });
  if (!status) return 'none';
  return status.isDirectory() ? 'directory' : 'other';
}

function inBoth(
  from: number,
  into: OpenFolder,
  name: string,
  work: (from: number, into: OpenFolder) => void,
): void {
  const inner = openFolder(from, name);
  try {
    const outer = openFolder(into.descriptor, name);
    try {
      work(inner, { descriptor: outer, path: joined(into.path, name) });
    } finally {
      closeSync(outer);
    }
  } finally {
    closeSync(inner);
  }
}

/** Whether all that is in one directory can go into another one. @throws Trouble saying what is in the way */
export function refuseConflicts(from: number, into: OpenFolder, mounted: ReadonlySet<string>): void {
  for (const name of children(from)) {
    const kind = kindAt(from, name);
    const there = kindAt(into.descriptor, name);
    if (there === 'none') continue;
    const path = joined(into.path, name);
    if (kind !== there) throw new Trouble('way', `${JSON.stringify(path)} is in the way`);
    if (mounted.has(path)) throw new Trouble('way', `${JSON.stringify(path)} is a mounted file system`);
    if (kind === 'directory')
      inBoth(from, into, name, (inner, outer) => refuseConflicts(inner, outer, mounted));
  }
}

/** Moves all that is in one directory into another one; files there are replaced, directories are filled. */
export function merge(from: number, into: OpenFolder): void {
  for (const name of children(from)) {
    if (kindAt(from, name) === 'directory' && kindAt(into.descriptor, name) === 'directory') {
      inBoth(from, into, name, merge);
      rmdirSync(within(from, name));
    } else renameSync(within(from, name), within(into.descriptor, name));
  }
}

/** Removes what is in a directory, but for what is to stay. @param keep paths; what leads to them stays too */
export function clear(folder: OpenFolder, keep: readonly string[]): void {
  for (const name of children(folder.descriptor)) {
    const path = joined(folder.path, name);
    if (keep.includes(path)) continue;
    const leads = keep.some((each) => each.startsWith(`${path}/`));
    if (kindAt(folder.descriptor, name) !== 'directory') {
      unlinkSync(within(folder.descriptor, name));
      continue;
    }
    const inner = openFolder(folder.descriptor, name);
    try {
      clear({ descriptor: inner, path }, keep);
    } finally {
      closeSync(inner);
    }
    if (!leads) rmdirSync(within(folder.descriptor, name));
  }
}
