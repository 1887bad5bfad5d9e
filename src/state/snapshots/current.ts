import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { databasePath, Lab } from '../lab.ts';
import type { Machine } from '../machine.ts';
import { schemaVersion } from '../schema.ts';
import { LabTrouble } from '../trouble.ts';
import { openUnchanging } from './store.ts';

/**
 * Gives the work a snapshot's database in the schema of today: the snapshot itself, or a copy brought up to date where
 * an older parlab saved it (a snapshot is never changed).
 * @throws LabTrouble if it is damaged, or of a newer parlab
 */
export function withCurrentSchema<Result>(
  folder: string,
  directory: string,
  machine: Machine,
  work: (database: string) => Result,
): Result {
  const path = databasePath(folder);
  const version = schemaOfSound(path);
  if (version === schemaVersion) return work(path);
  const aside = join(directory, `.older-${machine.self.pid}`);
  try {
    mkdirSync(aside, { recursive: true, mode: 0o700 });
    copyFileSync(path, databasePath(aside));
    // Opening it is what brings it up to date, or refuses a newer one.
    Lab.open(aside, machine).close();
    return work(databasePath(aside));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

// It must be known before a lab is emptied for it, and must not be mistaken for damage of the lab.
function schemaOfSound(path: string): number {
  try {
    const engine = openUnchanging(path);
    try {
      const { quick_check: found } = engine.get<{ quick_check: string }>('PRAGMA quick_check(1)') ?? {};
      if (found !== 'ok') throw new Error(found);
      return engine.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
    } finally {
      engine.close();
    }
  } catch (error) {
    throw new LabTrouble('snapshot', `${path}: the snapshot is damaged.`, { cause: error });
  }
}
