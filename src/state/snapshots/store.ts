import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isoTime } from '../clock.ts';
import { Engine } from '../engine.ts';
import { databasePath, type Lab } from '../lab.ts';
import type { Machine } from '../machine.ts';
import { LabTrouble } from '../trouble.ts';
import { copyLab } from './copy.ts';
import { hasTrees } from './trees.ts';

/**
 * Snapshots of a lab: a folder each, laid out as a lab is (the database, the trees that were laid). A snapshot is made
 * under another name and renamed when it is whole, and never changed afterwards.
 */

export interface Snapshot {
  readonly name: string;
  /** Real time, ISO 8601. */
  readonly saved: string;
  readonly world: string;
  /** Lab time. */
  readonly clock: string;
  readonly wpars: number;
  readonly trees: boolean;
  readonly damaged: boolean;
}

function snapshotsFolder(directory: string): string {
  return join(directory, 'snapshots');
}

/** @throws LabTrouble for a name that is no snapshot's, or that no snapshot has */
export function findSnapshot(directory: string, name: string): string {
  const folder = folderOf(directory, name);
  bringBack(directory, name);
  if (existsSync(databasePath(folder))) return folder;
  throw new LabTrouble('snapshot', `${directory}: there is no snapshot called ${name}.`);
}

/** Saves the lab as it is now. @throws LabTrouble unless the name is free or `force` */
export function saveSnapshot(lab: Lab, name: string, force: boolean): void {
  const folder = folderOf(lab.directory, name);
  bringBack(lab.directory, name);
  refuseTaken(folder, name, force);
  const aside = join(snapshotsFolder(lab.directory), `.saving-${lab.machine.self.pid}`);
  sweep(lab.directory, lab.machine);
  mkdirSync(snapshotsFolder(lab.directory), { recursive: true, mode: 0o700 });
  try {
    copyLab(lab, aside);
    // The lock of the lab also keeps two that save under one name apart.
    lab.update(() => {
      refuseTaken(folder, name, force);
      const replaced = replacedPath(lab.directory, name);
      if (existsSync(folder)) renameSync(folder, replaced);
      renameSync(aside, folder);
      rmSync(replaced, { recursive: true, force: true });
    });
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Removes a snapshot. @throws LabTrouble */
export function removeSnapshot(lab: Lab, name: string): void {
  const folder = findSnapshot(lab.directory, name);
  const aside = join(snapshotsFolder(lab.directory), `.saving-${lab.machine.self.pid}`);
  lab.update(() => renameSync(folder, aside));
  rmSync(aside, { recursive: true, force: true });
}

/** All snapshots of a lab by name. */
export function listSnapshots(directory: string): Snapshot[] {
  const folder = snapshotsFolder(directory);
  if (!existsSync(folder)) return [];
  for (const file of readdirSync(folder)) {
    if (file.startsWith(replacedPrefix)) bringBack(directory, file.slice(replacedPrefix.length));
  }
  const names = readdirSync(folder).filter(
    (name) => isName(name) && existsSync(join(folder, name, 'lab.db')),
  );
  return names.sort().map((name) => describe(name, join(folder, name)));
}

function describe(name: string, folder: string): Snapshot {
  const path = databasePath(folder);
  const known = { name, saved: statSync(path).mtime.toISOString(), trees: hasTrees(folder) };
  try {
    const engine = openUnchanging(path);
    try {
      const meta = (key: string) =>
        engine.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value;
      const wpars = engine.get<{ count: number }>('SELECT count(*) AS count FROM wpar')?.count ?? 0;
      const clock = isoTime(Number(meta('clock.base') ?? 0));
      return { ...known, world: meta('world') ?? '', clock, wpars, damaged: false };
    } finally {
      engine.close();
    }
  } catch {
    return { ...known, world: '', clock: '', wpars: 0, damaged: true };
  }
}

/** Opens a database that nobody changes: no locks, no files beside it. */
export function openUnchanging(path: string): Engine {
  return Engine.open(unchangingUri(path), { readOnly: true, timeout: 0 });
}

/** The name by which SQLite opens or attaches a file that nobody changes. */
export function unchangingUri(path: string): string {
  return `${pathToFileURL(path).href}?immutable=1`;
}

function folderOf(directory: string, name: string): string {
  if (isName(name)) return join(snapshotsFolder(directory), name);
  throw new LabTrouble(
    'snapshot',
    `${name || "''"} is no name for a snapshot: letters, digits, . _ and -, at most 60, not beginning with . or -.`,
  );
}

function isName(name: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9._-]{0,59}$/.test(name);
}

function refuseTaken(folder: string, name: string, force: boolean): void {
  if (!force && existsSync(folder)) {
    throw new LabTrouble('snapshot', `There is a snapshot called ${name} already; --force replaces it.`);
  }
}

const replacedPrefix = '.replaced-';

function replacedPath(directory: string, name: string): string {
  return join(snapshotsFolder(directory), `${replacedPrefix}${name}`);
}

// A process that died between the two renames of a replacement left the old snapshot under this name.
function bringBack(directory: string, name: string): void {
  const replaced = replacedPath(directory, name);
  if (!existsSync(replaced)) return;
  const folder = join(snapshotsFolder(directory), name);
  if (existsSync(folder)) rmSync(replaced, { recursive: true, force: true });
  else renameSync(replaced, folder);
}

function sweep(directory: string, machine: Machine): void {
  const folder = snapshotsFolder(directory);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const pid = /^\.saving-(\d+)$/.exec(name)?.[1];
    if (
      pid === undefined ||
      (Number(pid) !== machine.self.pid && machine.alive({ pid: Number(pid), birth: '' }))
    )
      continue;
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}
