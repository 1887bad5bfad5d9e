import { lstatSync, readlinkSync, type Stats } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { PlaceFolders } from './folders.ts';

/** Something in a place, found by a path that somebody typed. */
export interface Found {
  /** Absolute, normal and without links. */
  readonly path: string;
  readonly stats: Stats | undefined;
  /** The last parts of the path, where there is nothing of the name of the first of them. */
  readonly missing: readonly string[];
}

const mostLinks = 40;

/**
 * Follows a path as somebody in the place would: a link means what it means there, over mounts too.
 * @param path absolute
 * @throws the system's errors: ENOTDIR, ELOOP ...
 */
export function resolveIn(folders: PlaceFolders, path: string): Found {
  const parts = split(path);
  let seen: string[] = [];
  let stats = statusOf(folders, '/');
  for (let links = 0, part = parts.shift(); part !== undefined; part = parts.shift()) {
    if (part === '..') {
      seen = seen.slice(0, -1);
      stats = statusOf(folders, `/${seen.join('/')}`);
      continue;
    }
    if (!stats?.isDirectory()) throw errorOf('ENOTDIR');
    const target = linkAt(folders, `/${[...seen, part].join('/')}`);
    if (target === undefined) {
      seen = [...seen, part];
      stats = statusOf(folders, `/${seen.join('/')}`);
      if (stats) continue;
      const missing = [part, ...parts];
      return { path: `/${[...seen, ...parts].join('/')}`, stats: undefined, missing };
    }
    if (++links > mostLinks) throw errorOf('ELOOP');
    if (target.startsWith('/')) {
      seen = [];
      stats = statusOf(folders, '/');
    }
    parts.unshift(...split(target));
  }
  return { path: `/${seen.join('/')}`, stats, missing: [] };
}

function split(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}

function errorOf(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function linkAt(folders: PlaceFolders, path: string): string | undefined {
  return at(folders, path, (each) => {
    try {
      return readlinkSync(each);
    } catch {
      return undefined;
    }
  });
}

// The place where something is mounted is what is mounted there.
function statusOf(folders: PlaceFolders, path: string): Stats | undefined {
  const found = at(folders, path, (each) => lstatSync(each, { throwIfNoEntry: false }));
  if (found !== undefined && !found.isDirectory()) return found;
  try {
    const folder = folders.open(path);
    try {
      return lstatSync(folder.path('.'));
    } finally {
      folder.close();
    }
  } catch (error) {
    if (found === undefined) return undefined;
    throw error;
  }
}

function at<Result>(folders: PlaceFolders, path: string, work: (path: string) => Result): Result {
  const folder = folders.open(dirname(path));
  try {
    return work(folder.path(path === '/' ? '.' : basename(path)));
  } finally {
    folder.close();
  }
}
