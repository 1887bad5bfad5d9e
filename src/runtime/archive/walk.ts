import { type BigIntStats, lstatSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { controlFolder } from '../../format/backup-image.ts';
import { compileBasicPattern } from '../../format/basic-pattern.ts';
import type { ArchivedMount, MemberKind, Selection } from '../../model/backup/protocol.ts';
import { bytesOf, joined, nameOf, nameOfText } from './bytes.ts';
import { mountPoints } from './mount-points.ts';
import { Trouble } from './trouble.ts';

/** A file of the place that belongs into the archive. */
export interface Found {
  /** `./etc/motd` */
  readonly name: string;
  readonly path: string;
  readonly kind: MemberKind;
  readonly status: BigIntStats;
  /** Of symbolic links, and of further names of a file: the name that came first. */
  readonly target: string;
  /** The file system that it is in. */
  readonly mount: string;
}

/** PATH_MAX of Linux, less one. */
const longestPath = 4095;

/** All that is to be saved, parents before what is in them, in the order of their names. */
export function findFiles(selection: Selection): Found[] {
  const excluded = selection.exclude.map((pattern) => compileBasicPattern(nameOfText(pattern)));
  const found: Found[] = [];
  const first = new Map<string, string>();
  const roots = selection.mounts.filter(isThere);
  const others = new Set([
    ...mountPoints(),
    ...selection.without,
    ...roots.map(({ directory }) => directory),
  ]);
  others.add(joined('/', controlFolder.slice(2)));
  for (const { directory: mount } of roots) {
    const waiting = [mount];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (path !== mount && others.has(path)) continue;
      if (path.length > longestPath)
        throw new Trouble('failed', `a path is longer than ${longestPath} bytes`);
      const status = statusOf(path);
      const kind = status && kindOf(status);
      if (!status || !kind) continue;
      const name = `.${path}`;
      if (kind === 'directory') for (const child of childrenOf(path)) waiting.push(child);
      if (excluded.some((fits) => fits(name))) continue;
      found.push({ name, path, mount, status, ...linked(name, path, kind, status, first) });
    }
  }
  return found;
}

// What is a file system to the WPAR is a folder that those inside may have removed, or replaced by a link.
function isThere({ directory }: ArchivedMount): boolean {
  try {
    return realpathSync(directory) === directory && lstatSync(directory).isDirectory();
  } catch {
    return false;
  }
}

function statusOf(path: string): BigIntStats | undefined {
  try {
    return lstatSync(bytesOf(path), { bigint: true });
  } catch {
    return undefined;
  }
}

function kindOf(status: BigIntStats): MemberKind | undefined {
  if (status.isFile()) return 'file';
  if (status.isDirectory()) return 'directory';
  if (status.isSymbolicLink()) return 'symlink';
  // Sockets are made by whoever listens; devices are of the machine.
  return status.isFIFO() ? 'fifo' : undefined;
}

function childrenOf(path: string): string[] {
  try {
    const names = readdirSync(bytesOf(path), { encoding: 'buffer' });
    // The last one is taken first.
    return names.map((name) => joined(path, nameOf(name))).sort((a, b) => (a < b ? 1 : -1));
  } catch {
    return [];
  }
}

function linked(
  name: string,
  path: string,
  kind: MemberKind,
  status: BigIntStats,
  first: Map<string, string>,
): Pick<Found, 'kind' | 'target'> {
  if (kind !== 'directory' && status.nlink > 1n) {
    const key = `${status.dev}:${status.ino}`;
    const earlier = first.get(key);
    if (earlier !== undefined) return { kind: 'link', target: earlier };
    first.set(key, name);
  }
  return { kind, target: kind === 'symlink' ? linkTarget(path) : '' };
}

function linkTarget(path: string): string {
  try {
    return nameOf(readlinkSync(bytesOf(path), { encoding: 'buffer' }));
  } catch {
    return '.';
  }
}

/** Bytes that a file takes on disk. */
export function bytesUsed({ kind, status }: Found): number {
  if (kind === 'link') return 0;
  return Number(status.blocks) * 512;
}
