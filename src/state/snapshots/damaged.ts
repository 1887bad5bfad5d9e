import { existsSync, linkSync, renameSync } from 'node:fs';
import { makeAside } from '../create.ts';
import type { Engine } from '../engine.ts';
import { databasePath, Lab } from '../lab.ts';
import type { Machine } from '../machine.ts';
import { asTrouble, LabTrouble } from '../trouble.ts';

/**
 * Gives a lab another world in place. Where there is none one is made; where its database turns out to be damaged, that file is put aside and a new one
 * takes its place.
 * @param inPlace fills the open lab
 * @param anew makes a whole database under the name it is given
 * @returns where the damaged file is now
 * @throws LabTrouble
 */
export function replaceOrRepair(
  directory: string,
  machine: Machine,
  inPlace: (lab: Lab) => void,
  anew: (aside: string) => void,
): string | undefined {
  if (!existsSync(databasePath(directory))) {
    makeAside(directory, machine, anew, (aside) => renameSync(aside, databasePath(directory)));
    return undefined;
  }
  try {
    const lab = Lab.open(directory, machine);
    try {
      inPlace(lab);
      if (!isDamaged(lab.engine)) return undefined;
    } finally {
      lab.close();
    }
  } catch (error) {
    const trouble = asTrouble(error, databasePath(directory));
    if (!(trouble instanceof LabTrouble) || trouble.reason !== 'damaged') throw trouble;
  }
  return makeAside(directory, machine, anew, (aside) => putAside(directory, aside));
}

// Deleting every row need not touch a damaged page: what is left is looked at before it is trusted.
function isDamaged(engine: Engine): boolean {
  return engine.get<{ quick_check: string }>('PRAGMA quick_check(1)')?.quick_check !== 'ok';
}

// The name of the lab always leads to a database. Its log goes first: it must not be applied to the new one.
function putAside(directory: string, aside: string): string {
  const path = databasePath(directory);
  let number = 1;
  while (existsSync(`${path}.damaged-${number}`)) number++;
  const damaged = `${path}.damaged-${number}`;
  linkSync(path, damaged);
  for (const end of ['-wal', '-shm']) {
    if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, `${damaged}${end}`);
  }
  renameSync(aside, path);
  return damaged;
}
