import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fchownSync,
  fstatSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { shiftedIds, treeOwner } from './owner.ts';

/**
 * Files of a tree, reached from outside. What stands in a tree belongs to those who work inside: a link there means what
 * it means inside, and must never lead out of the tree. So every part of a path is opened below the folder before it,
 * without following links, and links are followed by us, from the root of the tree.
 */

// Not in Node's constants: a descriptor that only names the file. It needs no right to read it.
const O_PATH = 0o10000000;
const folderOnly = O_PATH | constants.O_DIRECTORY | constants.O_NOFOLLOW;
const mostLinks = 40;

/** A place in a tree that is held by a descriptor while somebody works on it. */
export interface Held {
  /** A path that leads to the folder, whatever happens to its name meanwhile. */
  readonly folder: string;
  /** The name in it; `.`: the root itself. */
  readonly name: string;
}

/** Where a path begins: the root of a tree, or a folder in it that is the root for those who are there. */
export type TreeRoot = string | { readonly tree: string; readonly base: string };

/** What is missing on the way to a file: refuse, or make folders. */
export type Missing = 'make' | 'refuse';

/**
 * Finds the folder of a path below a root, and gives it to the work.
 * @throws the system's errors: ENOENT, ENOTDIR, ELOOP ...
 */
export function beneath<Result>(
  root: TreeRoot,
  path: string,
  missing: Missing,
  work: (held: Held) => Result,
): Result {
  if (missing === 'make') makeRoot(root);
  if (process.platform !== 'linux') return work(plainly(root, path, missing));
  const walk = new Walk(root, missing);
  try {
    return work(walk.to(path));
  } finally {
    walk.close();
  }
}

function partsOf(root: TreeRoot): Exclude<TreeRoot, string> {
  return typeof root === 'string' ? { tree: root, base: '/' } : root;
}

function makeRoot(root: TreeRoot): void {
  const { tree } = partsOf(root);
  if (existsSync(tree)) return;
  mkdirSync(tree, { recursive: true, mode: 0o755 });
  own(tree);
}

// Elsewhere there are no partitions to be in: nobody but the owner of the lab puts links into a tree.
function plainly(root: TreeRoot, path: string, missing: Missing): Held {
  const { tree, base } = partsOf(root);
  const full = join(tree, base, join('/', path));
  if (missing === 'make') mkdirSync(dirname(full), { recursive: true, mode: 0o755 });
  return { folder: dirname(full), name: basename(full) };
}

/** @returns a descriptor of the folder, which the caller closes. @throws the system's errors */
export function openFolder(root: TreeRoot, path: string, missing: Missing): number {
  return beneath(root, join(path, '.marker'), missing, ({ folder }) =>
    openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY),
  );
}

/** The text of a plain file; undefined if there is none, or it may not be read. */
export function readBeneath(root: TreeRoot, path: string): string | undefined {
  try {
    return beneath(root, path, 'refuse', ({ folder, name }) => {
      const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
      const descriptor = openSync(`${folder}/${name}`, flags);
      try {
        return fstatSync(descriptor).isFile() ? readFileSync(descriptor, 'utf8') : undefined;
      } finally {
        closeSync(descriptor);
      }
    });
  } catch {
    return undefined;
  }
}

/** Writes a file, with the folders it needs. A reader sees the old text or the new one, never half. */
export function writeBeneath(root: TreeRoot, path: string, text: string, mode = 0o644): void {
  beneath(root, path, 'make', ({ folder, name }) => {
    const aside = `${folder}/.${name.slice(0, 200)}.${process.pid}`;
    rmSync(aside, { force: true });
    const descriptor = openSync(aside, 'wx', mode);
    try {
      writeFileSync(descriptor, text);
      const owner = treeOwner();
      if (owner !== undefined) fchownSync(descriptor, owner, owner);
      renameSync(aside, `${folder}/${name}`);
    } catch (error) {
      rmSync(aside, { force: true });
      throw error;
    } finally {
      closeSync(descriptor);
    }
  });
}

/** How many bytes a plain file has; undefined if there is none of that name. */
export function sizeBeneath(root: TreeRoot, path: string): number | undefined {
  try {
    const status = beneath(root, path, 'refuse', ({ folder, name }) => lstatSync(`${folder}/${name}`));
    return status.isFile() ? status.size : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Appends to a plain file that is there, in one piece: what others append at the same time stands before or behind it.
 * @param most bytes that the file may have
 * @returns its size afterwards
 * @throws the system's errors; EINVAL for what is no plain file, EFBIG for one that would be too long
 */
export function appendBeneath(root: TreeRoot, path: string, text: string, most: number): number {
  return beneath(root, path, 'refuse', ({ folder, name }) => {
    const place = `${folder}/${name}`;
    // Opening a device may already do something; what stands there by now is looked at again.
    if (!lstatSync(place).isFile()) throw trouble('EINVAL', path);
    const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    const descriptor = openSync(place, flags);
    try {
      const status = fstatSync(descriptor);
      if (!status.isFile()) throw trouble('EINVAL', path);
      const bytes = Buffer.from(text);
      if (status.size + bytes.length > most) throw trouble('EFBIG', path);
      return status.size + writeSync(descriptor, bytes);
    } finally {
      closeSync(descriptor);
    }
  });
}

function trouble(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}

/** Removes a file; nothing happens if there is none. */
export function removeBeneath(root: TreeRoot, path: string): void {
  try {
    beneath(root, path, 'refuse', ({ folder, name }) => rmSync(`${folder}/${name}`, { force: true }));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
  }
}

/** Gives something that was just made to the owner of trees. */
export function own(path: string): void {
  const owner = treeOwner();
  if (owner !== undefined) lchownSync(path, owner, owner);
}

/** Ids of an owner inside. */
export interface FileOwner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Makes a folder, and those above it that are missing; the last one is the owner's.
 * @returns false if something of that name is there. @throws the system's errors
 */
export function makeFolderBeneath(root: TreeRoot, path: string, mode: number, owner: FileOwner): boolean {
  return beneath(root, path, 'make', ({ folder, name }) => {
    const place = `${folder}/${name}`;
    if (lstatSync(place, { throwIfNoEntry: false })) return false;
    mkdirSync(place);
    chmodSync(place, mode);
    give(place, owner);
    return true;
  });
}

/** Gives a file to a user inside. @throws the system's errors */
export function giveBeneath(root: TreeRoot, path: string, owner: FileOwner): void {
  beneath(root, path, 'refuse', ({ folder, name }) => give(`${folder}/${name}`, owner));
}

// Where a partition has one id all is its owner's; an id beyond those that it has is nobody's, so it stays root's.
function give(path: string, { uid, gid }: FileOwner): void {
  const first = treeOwner();
  if (first === undefined) return;
  const inside = (id: number) => first + (id < shiftedIds ? id : 0);
  lchownSync(path, inside(uid), inside(gid));
}

class Walk {
  readonly #missing: Missing;
  /** The root, and every folder below it on the way. */
  readonly #descriptors: number[];
  /** Nobody gets above so many of them. */
  #floor = 1;

  constructor(root: TreeRoot, missing: Missing) {
    this.#missing = missing;
    const { tree, base } = partsOf(root);
    this.#descriptors = [openSync(tree, O_PATH | constants.O_DIRECTORY)];
    if (base === '/') return;
    try {
      this.to(`${base}/.marker`);
    } catch (error) {
      this.close();
      throw error;
    }
    this.#floor = this.#descriptors.length;
  }

  to(path: string): Held {
    const parts = split(path);
    for (let links = 0, part = parts.shift(); part !== undefined; part = parts.shift()) {
      const target = this.#linkAt(part);
      if (target !== undefined) {
        if (++links > mostLinks) throw trouble('ELOOP', path);
        if (target.startsWith('/')) this.#up(Number.POSITIVE_INFINITY);
        parts.unshift(...split(target));
      } else if (part === '..') this.#up(1);
      else if (parts.length === 0) return { folder: this.#folder(), name: part };
      else this.#descriptors.push(this.#enter(part));
    }
    return { folder: this.#folder(), name: '.' };
  }

  close(): void {
    for (const descriptor of this.#descriptors) closeSync(descriptor);
  }

  #folder(): string {
    return `/proc/self/fd/${this.#descriptors.at(-1)}`;
  }

  #linkAt(part: string): string | undefined {
    try {
      return readlinkSync(`${this.#folder()}/${part}`);
    } catch {
      return undefined;
    }
  }

  #up(times: number): void {
    for (let left = times; left > 0 && this.#descriptors.length > this.#floor; left--)
      closeSync(this.#descriptors.pop() ?? -1);
  }

  #enter(part: string): number {
    const path = `${this.#folder()}/${part}`;
    if (this.#missing === 'make' && !existsSync(path)) {
      mkdirSync(path, { mode: 0o755 });
      own(path);
    }
    return openSync(path, folderOnly);
  }
}

function split(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}
