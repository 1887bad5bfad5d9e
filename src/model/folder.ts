import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { failure } from '../messages/failure.ts';
import { labMessages } from '../messages/lab.ts';
import { reason } from '../messages/reasons.ts';

/** Where a directory stands. */
export interface Ground {
  /** Finds where a path leads on the machine, and holds it while the work is done. @throws the system's errors */
  at<Result>(path: string, work: (real: string) => Result): Result;
  /** Before something is made there first. */
  prepare?(): void;
  /** Gives what was made to the owner of the ground; missing where that is the caller. */
  own?(real: string): void;
}

/** State files are small; what is longer is none. */
const longestFile = 16 * 1024 * 1024;

/**
 * A directory for state files: the caller's, or one of a place. Only its owner may look into it, for what a process had in
 * memory is nobody else's business.
 */
export class Folder {
  /** As it was typed, for messages. */
  readonly path: string;
  readonly #ground: Ground;
  #made = false;

  constructor(path: string, ground: Ground) {
    this.path = path;
    this.#ground = ground;
  }

  /** @returns the names in it; undefined: there is no such directory. @throws Failure if it cannot be read */
  names(): readonly string[] | undefined {
    try {
      return this.#ground.at(this.path, (real) => readdirSync(real));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw failure(labMessages.cannotRead, { path: this.path, why: reason(error) });
    }
  }

  /** Makes it, mode 700, or takes one that is there. @throws Failure */
  make(): void {
    this.#ground.prepare?.();
    this.#write(this.path, (real) => {
      try {
        mkdirSync(real, { mode: 0o700 });
        this.#made = true;
        this.#ground.own?.(real);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        readdirSync(real);
      }
      chmodSync(real, 0o700);
    });
  }

  /** @returns undefined if it has no plain file of that name, or not one that a checkpoint writes */
  read(name: string): string | undefined {
    try {
      return this.#ground.at(join(this.path, name), readPlain);
    } catch {
      return undefined;
    }
  }

  /** Writes a new file, mode 600. @throws Failure */
  write(name: string, text: string): void {
    this.#write(join(this.path, name), (real) => {
      writeFileSync(real, text, { flag: 'wx', mode: 0o600 });
      this.#ground.own?.(real);
    });
  }

  /** Takes these files away again, and the directory if it was made here; what cannot be removed stays. */
  clear(names: readonly string[]): void {
    for (const name of names) this.#try(join(this.path, name), (real) => rmSync(real, { force: true }));
    if (this.#made) this.#try(this.path, rmdirSync);
  }

  #write(path: string, work: (real: string) => void): void {
    try {
      this.#ground.at(path, work);
    } catch (error) {
      throw failure(labMessages.cannotWrite, { path, why: reason(error) });
    }
  }

  #try(path: string, work: (real: string) => void): void {
    try {
      this.#ground.at(path, work);
    } catch {
      // the directory is gone, or not ours: nothing of it counts without its ticket
    }
  }
}

// A link, a pipe or a device in its place is none of ours.
function readPlain(real: string): string | undefined {
  const descriptor = openSync(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const status = fstatSync(descriptor);
    return status.isFile() && status.size <= longestFile ? readFileSync(descriptor, 'utf8') : undefined;
  } finally {
    closeSync(descriptor);
  }
}
