import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { everyHost, usualRoot } from '../../state/dlpar-scripts.ts';
import type { Host } from '../../state/hosts.ts';
import type { Lab } from '../../state/lab.ts';
import { beneath, own } from '../tree/beneath.ts';
import { locate } from '../tree/binds.ts';
import { hasSkeleton } from '../tree/files.ts';
import { spotted } from '../tree/spotted.ts';
import { deliveredName, deliveredPath, deliveredText } from './delivered.ts';

/**
 * The files of a repository. They stand in the host's tree, so they are reached as everything in it: links mean what they
 * mean inside and lead nowhere else. A tree that nobody has been in has what a new one has.
 */

/** What a file of a repository is. */
export type ScriptFile = 'missing' | 'notExecutable' | 'script';

/** Longer programs are not copied: a file without end must not fill the memory. */
export const longestScript: number = 64 * 1024 * 1024;

/** A name that a script or its folder may have: anything that is one word in a listing, and no file in the making. */
export function isScriptName(name: string): boolean {
  return /^[^./\p{Cc}][^/\p{Cc}]*$/u.test(name) && Buffer.byteLength(name) <= 255;
}

/** The folders of a repository, or the files in one of them; in order. Nothing is there: none. */
export function namesIn(lab: Lab, host: Host, path: string, kind: 'file' | 'folder'): string[] {
  if (!hasSkeleton(lab, { host })) {
    if (path === usualRoot) return kind === 'folder' ? [everyHost] : [];
    return path === `${usualRoot}/${everyHost}` && kind === 'file' ? [deliveredName] : [];
  }
  try {
    return within(lab, host, path, 'refuse', (folder) =>
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() === (kind === 'folder') && isScriptName(entry.name))
        .map(({ name }) => name)
        .sort(),
    );
  } catch {
    return [];
  }
}

/**
 * What has become of a script that was installed. Of a tree that nobody has been in nothing can be missing.
 * @param path absolute, in the host
 */
export function scriptFile(lab: Lab, host: Host, path: string): ScriptFile {
  if (!hasSkeleton(lab, { host })) return 'script';
  return opened(lab, host, path, (descriptor) => kindOf(fstatSync(descriptor))) ?? 'missing';
}

/**
 * The same of several in a folder, with one way there.
 * @param path of the folder
 */
export function scriptFiles(
  lab: Lab,
  host: Host,
  path: string,
  names: readonly string[],
): ReadonlyMap<string, ScriptFile> {
  const all = (what: ScriptFile) => new Map(names.map((name) => [name, what]));
  if (names.length === 0 || !hasSkeleton(lab, { host })) return all('script');
  try {
    return within(lab, host, path, 'refuse', (folder) => {
      const kind = (name: string): ScriptFile => {
        const stats = lstatSync(join(folder, name), { throwIfNoEntry: false });
        // Where a link leads is found out the long way.
        return stats?.isSymbolicLink() === true ? scriptFile(lab, host, join(path, name)) : kindOf(stats);
      };
      return new Map(names.map((name) => [name, kind(name)]));
    });
  } catch {
    return all('missing');
  }
}

/** The content of a script. @returns undefined if there is none that could be called */
export function readScript(lab: Lab, host: Host, path: string): Buffer | undefined {
  if (!hasSkeleton(lab, { host })) return path === deliveredPath ? Buffer.from(deliveredText) : undefined;
  return opened(lab, host, path, (descriptor) => (isProgram(descriptor) ? contentOf(descriptor) : undefined));
}

/** Whether a program may be executed by anybody. @param descriptor of it */
export function isProgram(descriptor: number): boolean {
  return kindOf(fstatSync(descriptor)) === 'script';
}

function kindOf(stats: Stats | undefined): ScriptFile {
  if (!stats?.isFile()) return 'missing';
  return (stats.mode & 0o111) === 0 ? 'notExecutable' : 'script';
}

/** The bytes of a program. @returns undefined of one that is too long */
export function contentOf(descriptor: number): Buffer | undefined {
  const { size } = fstatSync(descriptor);
  if (size > longestScript) return undefined;
  const content = Buffer.alloc(size);
  let length = 0;
  while (length < size) {
    const read = readSync(descriptor, content, length, size - length, length);
    if (read === 0) break;
    length += read;
  }
  return content.subarray(0, length);
}

/** Puts a script where nobody sees half of it; its folder is made. What has its name is replaced. @throws the system's errors */
export function writeScript(lab: Lab, host: Host, path: string, content: Buffer): void {
  within(lab, host, dirname(path), 'make', (folder) => {
    const aside = `${folder}/.${basename(path).slice(0, 200)}.${lab.machine.self.pid}`;
    rmSync(aside, { force: true, recursive: true });
    const descriptor = openSync(aside, 'wx', 0o700);
    try {
      writeFileSync(descriptor, content);
      own(aside);
      fchmodSync(descriptor, 0o755);
      renameSync(aside, `${folder}/${basename(path)}`);
    } catch (error) {
      rmSync(aside, { force: true });
      throw error;
    } finally {
      closeSync(descriptor);
    }
  });
}

/** Takes a script out of its folder. @throws the system's errors */
export function removeScript(lab: Lab, host: Host, path: string): void {
  try {
    within(lab, host, dirname(path), 'refuse', (folder) => {
      rmSync(`${folder}/${basename(path)}`, { force: true });
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
  }
}

/** Whether something is in the way of a new file of that name: a link, too. */
export function isTaken(lab: Lab, host: Host, path: string): boolean {
  if (!hasSkeleton(lab, { host })) return path === deliveredPath;
  try {
    return within(
      lab,
      host,
      dirname(path),
      'refuse',
      (folder) => lstatSync(`${folder}/${basename(path)}`, { throwIfNoEntry: false }) !== undefined,
    );
  } catch {
    return false;
  }
}

/** Whether a laid host has a directory. */
export function isFolder(lab: Lab, host: Host, path: string): boolean {
  try {
    return within(lab, host, path, 'refuse', (folder) => lstatSync(`${folder}/.`).isDirectory());
  } catch {
    return false;
  }
}

function opened<Result>(
  lab: Lab,
  host: Host,
  path: string,
  work: (descriptor: number) => Result,
): Result | undefined {
  const { root, path: own } = spotted(lab, locate(lab.engine, { host }, path));
  try {
    return beneath(root, own, 'refuse', ({ folder, name }) => {
      const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
      const descriptor = openSync(`${folder}/${name}`, flags);
      try {
        return work(descriptor);
      } finally {
        closeSync(descriptor);
      }
    });
  } catch {
    return undefined;
  }
}

function within<Result>(
  lab: Lab,
  host: Host,
  path: string,
  missing: 'make' | 'refuse',
  work: (folder: string) => Result,
): Result {
  const { root, path: own } = spotted(lab, locate(lab.engine, { host }, path));
  return beneath(root, join(own, '.marker'), missing, ({ folder }) => work(folder));
}
