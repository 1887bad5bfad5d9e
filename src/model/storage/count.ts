import { closeSync, constants, lstatSync, openSync, readdirSync, type Stats } from 'node:fs';
import { openFolder } from '../tree/beneath.ts';

/** How much of a tree is counted: whoever is inside may make files without end. */
const mostEntries = 50_000;
const deepest = 100;

/** Blocks of jfs2, KB. */
const blockKb = 4;

/** What a file system holds beyond what it was declared to hold; negative where something is gone. */
export interface Extra {
  readonly kb: number;
  readonly inodes: number;
}

export interface Counting {
  /** Paths from the directory that are in the declared numbers: `/etc/motd`. */
  readonly known: ReadonlySet<string>;
  /** Known ones that are not there are missing: everything was laid once. */
  readonly complete: boolean;
  /** What is not counted, nor what is below: other file systems. */
  readonly skip: ReadonlySet<string>;
}

/**
 * Counts the blocks and inodes below a directory of a tree, without ever following a link: what stands there belongs to
 * those inside.
 * @param root of the tree @param path of the directory in it
 */
export function countExtra(root: string, path: string, counting: Counting): Extra {
  const walk = new Count(counting);
  let descriptor: number;
  try {
    descriptor = openFolder(root, path, 'refuse');
  } catch {
    return { kb: 0, inodes: 0 };
  }
  walk.folder(descriptor, '', 0);
  return walk.result();
}

class Count {
  readonly #counting: Counting;
  #kb = 0;
  #inodes = 0;
  #left = mostEntries;
  #seen = 0;

  constructor(counting: Counting) {
    this.#counting = counting;
  }

  result(): Extra {
    const { known, complete, skip } = this.#counting;
    if (!complete || this.#left <= 0) return { kb: this.#kb, inodes: this.#inodes };
    const skipped = (path: string) => {
      for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
        if (skip.has(path.slice(0, end))) return true;
      }
      return false;
    };
    const expected = [...known].filter((path) => !skipped(path)).length;
    const missing = expected - this.#seen;
    return { kb: this.#kb - missing * blockKb, inodes: this.#inodes - missing };
  }

  /** Closes the descriptor. */
  folder(descriptor: number, path: string, depth: number): void {
    try {
      const place = process.platform === 'linux' ? `/proc/self/fd/${descriptor}` : undefined;
      if (place === undefined) return;
      for (const name of readdirSync(place)) {
        if (this.#left-- <= 0) return;
        this.#entry(`${place}/${name}`, `${path}/${name}`, depth);
      }
    } catch {
      // it may not be read, or has gone meanwhile
    } finally {
      closeSync(descriptor);
    }
  }

  #entry(place: string, path: string, depth: number): void {
    if (this.#counting.skip.has(path)) return;
    const stats = lstatSync(place, { throwIfNoEntry: false });
    if (!stats) return;
    const known = this.#counting.known.has(path);
    if (known) this.#seen++;
    else this.#inodes++;
    this.#kb += known ? Math.max(0, kbOf(stats) - blockKb) : kbOf(stats);
    if (!stats.isDirectory() || depth >= deepest) return;
    const flags = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;
    try {
      this.folder(openSync(place, flags), path, depth + 1);
    } catch {
      // no longer a directory, or closed to us
    }
  }
}

// A folder and a link fill a block at most; of a file with holes only what is there counts.
function kbOf(stats: Stats): number {
  if (stats.isDirectory()) return blockKb;
  if (!stats.isFile() || stats.size === 0) return 0;
  const blocks = (kb: number) => Math.max(1, Math.ceil(kb / blockKb)) * blockKb;
  return Math.min(blocks(stats.size / 1024), blocks((stats.blocks * 512) / 1024));
}
