import { closeSync, fsyncSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { anchorClock } from '../change.ts';
import { Engine } from '../engine.ts';
import { databasePath, type Lab } from '../lab.ts';
import { copyTrees, hasTrees, treesFolder } from './trees.ts';

/** Copies the lab as it is now into a new folder: its database without a log, and its laid trees. @throws LabTrouble */
export function copyLab(lab: Lab, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (lab.readOnly) {
    copyInto(lab.engine, lab.directory, folder);
    return;
  }
  // What is due happens first; and a running clock is written down, so that the copy knows its time.
  lab.update((change) => {
    if (typeof lab.clock().pace === 'number') anchorClock(change, lab.now());
  });
  // The transaction keeps others from writing while trees and database are copied; SQLite copies on another connection.
  lab.update(() => {
    const engine = Engine.open(databasePath(lab.directory), { timeout: 30_000 });
    try {
      copyInto(engine, lab.directory, folder);
    } finally {
      engine.close();
    }
  });
}

function copyInto(engine: Engine, from: string, folder: string): void {
  engine.run('VACUUM INTO ?', databasePath(folder));
  const descriptor = openSync(databasePath(folder), 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
  if (hasTrees(from)) copyTrees(from, treesFolder(folder));
}
