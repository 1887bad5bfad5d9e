import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  symlinkSync,
  writeSync,
} from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { own } from './beneath.ts';
import type { Folder } from './folders.ts';
import { treeOwner } from './owner.ts';

/** Why something was not copied, beside the system's errors. */
export type CopyObstacle = 'directory' | 'itself' | 'link' | 'not-directory' | 'omitted' | 'same' | 'special';

/** An obstacle as the system's errors come: with a code. */
export class CopyError extends Error {
  readonly code: CopyObstacle;

  constructor(code: CopyObstacle) {
    super(code);
    this.name = 'CopyError';
    this.code = code;
  }
}

/** How to copy, and who hears what came of it. */
export interface CopyWork {
  /** Directories too. */
  readonly recursive: boolean;
  readonly signal: AbortSignal;
  copied(bytes: number): void;
  /** Something could not be copied; the rest goes on. @param error with a code of the system's or of CopyObstacle */
  failed(name: string, error: unknown): void;
}

const chunk = 1024 * 1024;

/**
 * Copies a file, a link or a directory. What is copied and where it goes may be changed meanwhile by people inside: links
 * are copied, never followed, and nothing is read or written but in the folders. Modes are kept, but for set-user-id and
 * its like: what was copied out must not be a program of root's. In a tree the copies belong to its root.
 */
export async function copyTo(
  from: Folder,
  name: string,
  to: Folder,
  as: string,
  work: CopyWork,
): Promise<void> {
  await new Copy(work).entry({ from, name, to, as, shown: name });
}

interface Step {
  readonly from: Folder;
  readonly name: string;
  readonly to: Folder;
  readonly as: string;
  /** What messages call it. */
  readonly shown: string;
}

class Copy {
  readonly #work: CopyWork;
  /** Directories that were made or are written to: one that is met as a source is a copy of itself. */
  readonly #targets = new Set<string>();

  constructor(work: CopyWork) {
    this.#work = work;
  }

  async entry(step: Step): Promise<void> {
    try {
      if (this.#work.signal.aborted) return;
      const stats = step.from.status(step.name);
      if (!stats) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
      if (step.to.readOnly) throw Object.assign(new Error('EROFS'), { code: 'EROFS' });
      if (stats.isDirectory()) await this.#directory(step);
      else if (stats.isSymbolicLink()) this.#link(step);
      else await this.#file(step);
    } catch (error) {
      this.#work.failed(step.shown, error);
    }
  }

  async #directory({ from, name, to, as, shown }: Step): Promise<void> {
    if (!this.#work.recursive) throw new CopyError('omitted');
    const source = from.enter(name);
    try {
      const stats = lstatSync(source.path('.'));
      if (this.#targets.has(key(stats))) throw new CopyError('itself');
      const there = to.status(as);
      if (there && !there.isDirectory()) throw new CopyError('not-directory');
      // Nobody else writes into it before it is ready.
      if (!there) mkdirSync(to.path(as), { mode: 0o700 });
      if (!there && to.inTree) own(to.path(as));
      const target = to.enter(as);
      try {
        this.#targets.add(key(lstatSync(target.path('.'))));
        for (const each of source.names()) {
          await this.entry({ from: source, name: each, to: target, as: each, shown: `${shown}/${each}` });
        }
        if (!there) setMode(target, stats.mode & 0o777);
      } finally {
        target.close();
      }
    } finally {
      source.close();
    }
  }

  #link({ from, name, to, as }: Step): void {
    const target = readlinkSync(from.path(name));
    const there = to.status(as);
    if (there?.isDirectory()) throw new CopyError('directory');
    if (there && !there.isSymbolicLink()) throw new CopyError('same');
    rmSync(to.path(as), { force: true });
    symlinkSync(target, to.path(as));
    if (to.inTree) own(to.path(as));
    this.#work.copied(0);
  }

  async #file({ from, name, to, as }: Step): Promise<void> {
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    const source = openSync(from.path(name), flags);
    try {
      const stats = fstatSync(source);
      if (!stats.isFile()) throw new CopyError('special');
      const there = to.status(as);
      if (there) refuseTarget(there, stats);
      const aside = to.path(`.${as.slice(0, 100)}.${process.pid}`);
      rmSync(aside, { force: true });
      try {
        const bytes = await this.#contents(source, aside, there ?? stats, to.inTree, there);
        renameSync(aside, to.path(as));
        this.#work.copied(bytes);
      } finally {
        rmSync(aside, { force: true });
      }
    } finally {
      closeSync(source);
    }
  }

  async #contents(
    source: number,
    aside: string,
    { mode }: Stats,
    inTree: boolean,
    before: Stats | undefined,
  ): Promise<number> {
    const target = openSync(aside, 'wx', 0o600);
    try {
      const buffer = Buffer.allocUnsafe(chunk);
      let bytes = 0;
      for (let read = readSync(source, buffer); read > 0; read = readSync(source, buffer)) {
        for (let done = 0; done < read; ) done += writeSync(target, buffer, done, read - done);
        bytes += read;
        await setImmediate();
        if (this.#work.signal.aborted) throw Object.assign(new Error('EINTR'), { code: 'EINTR' });
      }
      const owner = treeOwner();
      if (inTree && owner !== undefined) fchownSync(target, before?.uid ?? owner, before?.gid ?? owner);
      fchmodSync(target, mode & 0o777);
      return bytes;
    } finally {
      closeSync(target);
    }
  }
}

function key({ dev, ino }: Stats): string {
  return `${dev}:${ino}`;
}

function refuseTarget(there: Stats, source: Stats): void {
  if (there.isDirectory()) throw new CopyError('directory');
  // It may have come from inside: what it leads to is nobody's wish.
  if (there.isSymbolicLink()) throw new CopyError('link');
  if (!there.isFile()) throw new CopyError('special');
  if (key(there) === key(source)) throw new CopyError('same');
}

function setMode(folder: Folder, mode: number): void {
  const descriptor = openSync(folder.path('.'), constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    fchmodSync(descriptor, mode);
  } finally {
    closeSync(descriptor);
  }
}
