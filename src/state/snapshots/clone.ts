import {
  copyFileSync,
  existsSync,
  constants as fsConstants,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { makeFolders } from '../create.ts';
import { databasePath, type Lab } from '../lab.ts';
import type { Machine } from '../machine.ts';
import { LabTrouble } from '../trouble.ts';
import { copyLab } from './copy.ts';
import { withCurrentSchema } from './current.ts';
import { findSnapshot } from './store.ts';
import { copyTrees, hasTrees, treesFolder } from './trees.ts';
import { wakeDatabase } from './wake.ts';

/** Makes a lab of its own from a snapshot of another one. @throws LabTrouble unless the folder is new or empty */
export function cloneSnapshot(directory: string, machine: Machine, name: string, target: string): void {
  const folder = findSnapshot(directory, name);
  makeFolder(target, machine, (aside) => {
    mkdirSync(aside, { mode: 0o700 });
    withCurrentSchema(folder, aside, machine, (database) =>
      copyFileSync(database, databasePath(aside), fsConstants.COPYFILE_FICLONE),
    );
    if (hasTrees(folder)) copyTrees(folder, treesFolder(aside));
  });
}

/** Makes a lab of its own from a lab as it is now. @throws LabTrouble unless the folder is new or empty */
export function cloneLab(lab: Lab, target: string): void {
  makeFolder(target, lab.machine, (aside) => copyLab(lab, aside));
}

// The new lab is made beside its place: it is there as a whole or not at all.
function makeFolder(target: string, machine: Machine, fill: (aside: string) => void): void {
  const aside = `${target}.cloning-${machine.self.pid}`;
  try {
    if (existsSync(target) && readdirSync(target).length > 0) {
      throw new LabTrouble('snapshot', `${target}: the folder is not empty.`);
    }
    makeFolders(dirname(target));
    rmSync(aside, { recursive: true, force: true });
    fill(aside);
    wakeDatabase(databasePath(aside), aside, machine);
    renameSync(aside, target);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (error instanceof LabTrouble || code === undefined) throw error;
    throw new LabTrouble('snapshot', `${target}: the lab cannot be made here (${code}).`, { cause: error });
  } finally {
    // Where the folder above cannot be, even removing fails.
    if (existsSync(aside)) rmSync(aside, { recursive: true, force: true });
  }
}
