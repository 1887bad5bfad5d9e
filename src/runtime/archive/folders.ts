import { closeSync, constants, mkdirSync, openSync } from 'node:fs';
import { bytesOf } from './bytes.ts';
import { Trouble } from './trouble.ts';

const folderOnly = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;

/** The bytes of a path that leads to a name in an open directory, whatever happens to the directory's own name. */
export function within(descriptor: number, name: string): Buffer {
  return bytesOf(`/proc/self/fd/${descriptor}/${name}`);
}

/** @throws the system's errors: ELOOP or ENOTDIR for what is no directory itself */
export function openFolder(parent: number, name: string): number {
  return openSync(within(parent, name), folderOnly);
}

/**
 * Directories below a root, each opened below the one before it without following links. The way to the last one stays
 * open, for the next is mostly near.
 */
export class Folders {
  readonly #root: number;
  readonly #way: { readonly name: string; readonly descriptor: number }[] = [];

  /** @param root an open directory, which the caller closes */
  constructor(root: number) {
    this.#root = root;
  }

  /** A descriptor of a directory, until the next call. @throws Trouble, the system's errors */
  open(parts: readonly string[], missing: 'make' | 'refuse'): number {
    let same = 0;
    while (same < parts.length && this.#way[same]?.name === parts[same]) same++;
    this.#leave(same);
    for (const name of parts.slice(same)) {
      this.#way.push({ name, descriptor: this.#enter(this.#present, name, missing) });
    }
    return this.#present;
  }

  close(): void {
    this.#leave(0);
  }

  get #present(): number {
    return this.#way.at(-1)?.descriptor ?? this.#root;
  }

  #enter(parent: number, name: string, missing: 'make' | 'refuse'): number {
    try {
      return openFolder(parent, name);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ELOOP' || code === 'ENOTDIR')
        throw new Trouble('way', `${JSON.stringify(name)} is no directory`);
      if (code !== 'ENOENT' || missing === 'refuse') throw error;
      mkdirSync(within(parent, name), 0o755);
      return openFolder(parent, name);
    }
  }

  #leave(depth: number): void {
    while (this.#way.length > depth) closeSync(this.#way.pop()?.descriptor ?? -1);
  }
}

/** `./etc/motd` as the way to its directory and the name in it; of `./` the name is empty. */
export function partsOf(name: string): { readonly parts: string[]; readonly last: string } {
  const parts = name.slice(2).split('/');
  return { last: parts.pop() ?? '', parts };
}
