import { closeSync, constants, lstatSync, openSync, readdirSync, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Lab } from '../../state/lab.ts';
import { treePath } from '../host-tree.ts';
import type { Place } from '../place.ts';
import { beneath, openFolder } from './beneath.ts';
import { type Bind, bindsOf, rootOf, type Spot } from './binds.ts';

/**
 * Folders that are held open while files are copied: whatever happens to their names meanwhile, what is in them is reached
 * through them. A link in a folder is never followed by opening what has its name.
 */
export interface Folder {
  /** Where something in it is, for system calls that do not follow links. */
  path(name: string): string;
  /** What is in it, mounts among it, in order. */
  names(): string[];
  /** What something in it is; a link is a link. */
  status(name: string): Stats | undefined;
  /** Opens a folder in it. @throws the system's errors, for a link too */
  enter(name: string): Folder;
  /** Nothing may be written there. */
  readonly readOnly: boolean;
  /** It is in the tree of a place: what is made there belongs to the place. */
  readonly inTree: boolean;
  close(): void;
}

const folderFlags = constants.O_RDONLY | constants.O_DIRECTORY;
const linux = process.platform === 'linux';

class Held {
  readonly #descriptor: number;
  readonly #plain: string;

  constructor(descriptor: number, plain: string) {
    this.#descriptor = descriptor;
    this.#plain = plain;
  }

  path(name: string): string {
    // Elsewhere there are no partitions to be in: nobody but the owner of the lab puts links into a tree.
    return `${linux ? `/proc/self/fd/${this.#descriptor}` : this.#plain}/${name}`;
  }

  names(): string[] {
    return readdirSync(this.path('.')).sort();
  }

  status(name: string): Stats | undefined {
    return lstatSync(this.path(name), { throwIfNoEntry: false });
  }

  open(name: string): Held {
    const path = this.path(name);
    return new Held(openSync(path, folderFlags | constants.O_NOFOLLOW), join(this.#plain, name));
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** A folder of the machine. @param path absolute; links in it are followed. @throws the system's errors */
export function machineFolder(path: string): Folder {
  return folderOf(new Held(openSync(path, folderFlags), path));
}

function folderOf(held: Held): Folder {
  return {
    readOnly: false,
    inTree: false,
    path: (name) => held.path(name),
    names: () => held.names(),
    status: (name) => held.status(name),
    enter: (name) => folderOf(held.open(name)),
    close: () => held.close(),
  };
}

/** The folders of a laid place, with what is mounted in it. */
export class PlaceFolders {
  readonly #lab: Lab;
  readonly #place: Place;
  readonly #binds: readonly Bind[];

  constructor(lab: Lab, place: Place) {
    this.#lab = lab;
    this.#place = place;
    this.#binds = bindsOf(lab.engine, place);
  }

  /**
   * Opens a folder as the place sees it.
   * @param path absolute, normal, without links: one that has come in between leads nowhere but into the same mount
   * @throws the system's errors
   */
  open(path: string): Folder {
    const { spot, directory, readOnly } = this.#mountOf(path);
    const tree = treePath(this.#lab, spot.host, '/').replace(/\/$/, '');
    const root = new Held(openFolder(tree, spot.path, 'refuse'), join(tree, spot.path));
    try {
      const rest = directory === '/' ? path : path.slice(directory.length);
      const held = beneath(
        root.path('.'),
        join(rest, '.marker'),
        'refuse',
        ({ folder }) => new Held(openSync(folder, folderFlags), join(tree, spot.path, rest)),
      );
      return this.#folder(held, path, readOnly);
    } finally {
      root.close();
    }
  }

  #folder(held: Held, path: string, readOnly: boolean): Folder {
    return {
      readOnly: readOnly || machines.includes(path),
      inTree: true,
      path: (name) => held.path(name),
      names: () => [...new Set([...held.names(), ...this.#mountsIn(path)])].sort(),
      status: (name) => {
        const below = join(path, name);
        return this.#isMount(below) ? this.#statusOfMount(below) : held.status(name);
      },
      enter: (name) => {
        const below = join(path, name);
        if (this.#isMount(below)) return this.open(below);
        return this.#folder(held.open(name), below, readOnly || machines.includes(path));
      },
      close: () => held.close(),
    };
  }

  #isMount(path: string): boolean {
    return this.#binds.some(({ directory }) => directory === path) || (path === '/opt' && this.#sharesOpt);
  }

  // The place to mount on need not be there: it is made when somebody enters.
  #mountsIn(path: string): string[] {
    return this.#binds
      .filter(({ directory }) => directory !== '/' && dirname(directory) === path)
      .map(({ directory }) => basename(directory));
  }

  #statusOfMount(path: string): Stats | undefined {
    const folder = this.open(path);
    try {
      return lstatSync(folder.path('.'));
    } finally {
      folder.close();
    }
  }

  get #sharesOpt(): boolean {
    return this.#place.wpar !== undefined && this.#place.wpar.private_usr === 0;
  }

  #mountOf(path: string): { readonly spot: Spot; readonly directory: string; readonly readOnly: boolean } {
    const bind = this.#binds.findLast(({ directory }) => isBelow(path, directory));
    if (bind && bind.directory !== '/')
      return { spot: bind.source, directory: bind.directory, readOnly: bind.readOnly };
    if (this.#sharesOpt && isBelow(path, '/opt'))
      return { spot: { host: this.#place.host, path: '/opt' }, directory: '/opt', readOnly: true };
    const spot = rootOf(this.#lab.engine, this.#place);
    return { spot, directory: '/', readOnly: machines.some((each) => isBelow(path, each)) };
  }
}

/** Directories of a place that the machine provides: what stands in the tree there is not seen. */
export const machines: readonly string[] = ['/dev', '/proc', '/usr'];

/** Whether a path is a directory or below it. */
export function isBelow(path: string, directory: string): boolean {
  return directory === '/' || path === directory || path.startsWith(`${directory}/`);
}
