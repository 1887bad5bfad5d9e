import { existsSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Engine } from './engine.ts';
import { type Change, databasePath, Lab } from './lab.ts';
import type { Machine } from './machine.ts';
import { migrations, schemaVersion } from './schema.ts';
import { asTrouble, LabTrouble } from './trouble.ts';

/** Fills an empty lab. */
export type Build = (change: Change) => void;

/**
 * Makes a lab in a folder. It is made aside and then linked into place, so that of many processes that need the first
 * lab at once exactly one makes it and none sees half of it.
 * @throws LabTrouble
 */
export function createLab(directory: string, machine: Machine, build: Build): void {
  const aside = join(directory, `.lab-${machine.self.pid}.db`);
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    prepare(aside);
    const engine = Engine.open(aside, { timeout: 30_000 });
    const lab = Lab.around(directory, engine, machine);
    lab.update(build);
    engine.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    lab.close();
    placeOnce(aside, databasePath(directory));
  } catch (error) {
    throw folderTrouble(asTrouble(error, directory), directory);
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${aside}${end}`, { force: true });
  }
}

function prepare(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  const engine = Engine.open(path, { timeout: 30_000 });
  engine.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF');
  engine.exec(`BEGIN; ${migrations.join('\n')}; PRAGMA user_version = ${schemaVersion}; COMMIT`);
  engine.close();
}

function placeOnce(aside: string, path: string): void {
  try {
    linkSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !existsSync(path)) throw error;
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
