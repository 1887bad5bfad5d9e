import { copyFileSync, rmSync } from 'node:fs';
import type { Lab } from '../lab.ts';
import type { Machine } from '../machine.ts';
import { worldTables } from '../schema.ts';
import { withCurrentSchema } from './current.ts';
import { replaceOrRepair } from './damaged.ts';
import { replaceWorld } from './replace.ts';
import { findSnapshot, unchangingUri } from './store.ts';
import { copyTrees, hasTrees, stageTrees, treesFolder } from './trees.ts';
import { goOn, wakeDatabase } from './wake.ts';

/**
 * Makes the lab what it was when the snapshot was saved. The database stays the same file: other processes see the old
 * world or the new one.
 * @param adopt is called with the lab before it changes
 * @returns where a damaged database was put, if it was
 * @throws LabTrouble
 */
export function restoreSnapshot(
  directory: string,
  machine: Machine,
  name: string,
  adopt: (lab: Lab) => void,
): string | undefined {
  const folder = findSnapshot(directory, name);
  return withCurrentSchema(folder, directory, machine, (database) =>
    replaceOrRepair(
      directory,
      machine,
      (lab) => {
        adopt(lab);
        copyRows(lab, database, stageTrees(lab, folder));
      },
      (aside) => {
        copyFileSync(database, aside);
        wakeDatabase(aside, directory, machine);
        rmSync(treesFolder(directory), { recursive: true, force: true });
        if (hasTrees(folder)) copyTrees(folder, treesFolder(directory));
      },
    ),
  );
}

function copyRows(lab: Lab, database: string, staged: string): void {
  lab.engine.run('ATTACH ? AS snapshot', unchangingUri(database));
  try {
    replaceWorld(lab, staged, (change) => {
      for (const table of worldTables) {
        change.engine.exec(`INSERT INTO main.${table} SELECT * FROM snapshot.${table}`);
      }
      lab.refresh();
      goOn(change);
    });
  } finally {
    lab.engine.exec('DETACH snapshot');
  }
}
