import {
  copyFileSync,
  existsSync,
  constants as fsConstants,
  linkSync,
  mkdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Change } from './change.ts';
import { Engine } from './engine.ts';
import { databasePath, Lab } from './lab.ts';
import type { Machine } from './machine.ts';
import { migrations, schemaVersion } from './schema.ts';
import { asTrouble, LabTrouble } from './trouble.ts';

/** Fills an empty lab. */
export type Build = (change: Change) => void;

/**
 * Makes a lab in a folder. It is made aside and then linked into place, so that of many processes that need the first
 * lab at once exactly one makes it and none sees half of it.
 * @returns whether it is the one this call made
 * @throws LabTrouble
 */
export function createLab(directory: string, machine: Machine, build: Build): boolean {
  return makeAside(
    directory,
    machine,
    (aside) => buildDatabase(aside, directory, machine, build),
    (aside) => placeOnce(aside, databasePath(directory)),
  );
}

/**
 * Makes a database under a name of its own in the lab's folder, and gives it its place when it is whole.
 * @throws LabTrouble
 */
export function makeAside<Result>(
  directory: string,
  machine: Machine,
  make: (aside: string) => void,
  place: (aside: string) => Result,
): Result {
  const aside = join(directory, `.lab-${machine.self.pid}.db`);
  const whole = `${aside}-whole`;
  try {
    makeFolders(directory);
    removeDatabase(aside);
    make(aside);
    // A copy takes the place: the engine may keep the files of a closed database open (Engine.close), and this process,
    // opening the same file under its new name, would share that memory of it while everybody else does not.
    copyFileSync(aside, whole, fsConstants.COPYFILE_FICLONE);
    return place(whole);
  } catch (error) {
    throw folderTrouble(asTrouble(error, directory), directory);
  } finally {
    discard(aside, whole);
  }
}

// What cannot be removed (the folder is none, or read-only) was never made: the first error is the one to tell.
function discard(aside: string, whole: string): void {
  try {
    removeDatabase(aside);
    rmSync(whole, { force: true });
  } catch {
    // told already
  }
}

/** Makes a folder and those above it. Not by mkdir's own recursion: Node 20 never comes back from one below /proc. */
export function makeFolders(directory: string): void {
  try {
    makeFolder(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(directory) === directory) throw error;
    makeFolders(dirname(directory));
    makeFolder(directory);
  }
}

function makeFolder(directory: string): void {
  try {
    mkdirSync(directory, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !statSync(directory).isDirectory()) throw error;
  }
}

/** Makes a database with the tables of today and fills it. Nothing of it is left in a log beside it. */
export function buildDatabase(path: string, directory: string, machine: Machine, build: Build): void {
  prepare(path);
  const engine = Engine.open(path, { timeout: 30_000 });
  const lab = Lab.around(directory, engine, machine);
  try {
    lab.update(build);
    engine.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    lab.close();
  }
}

/** Removes a database file and what SQLite keeps beside it. */
function removeDatabase(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true });
}

function prepare(path: string): void {
  const engine = Engine.open(path, { timeout: 30_000 });
  engine.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF');
  engine.exec(`BEGIN; ${migrations.join('\n')}; PRAGMA user_version = ${schemaVersion}; COMMIT`);
  engine.close();
}

function placeOnce(aside: string, path: string): boolean {
  try {
    linkSync(aside, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !existsSync(path)) throw error;
    return false;
  }
}

function folderTrouble(error: unknown, directory: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (error instanceof LabTrouble || code === undefined) return error;
  if (code === 'ENOSPC') return new LabTrouble('full', `${directory}: no space left for the lab.`);
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return new LabTrouble('read-only', `${directory}: the lab cannot be made here (${code}).`);
  }
  return new LabTrouble('missing', `${directory}: the lab cannot be made here (${code}).`);
}
