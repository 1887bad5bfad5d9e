import type { Change } from '../change.ts';
import { loseProcesses } from '../checkpoints.ts';
import { Engine } from '../engine.ts';
import { allMigrations } from '../frames/migrations.ts';
import { Lab } from '../lab.ts';
import type { Machine } from '../machine.ts';
import { breakOperations, failMigrations, type Operation } from '../settle.ts';

/**
 * A world that was asleep goes on: its clock from the time it was saved at, and without the processes that were at
 * work when it was saved: what they had not finished is as if they had died.
 */
export function goOn(change: Change): void {
  change.setMeta('clock.anchor', String(change.lab.machine.now()));
  breakOperations(change, change.engine.all<Operation>('SELECT * FROM operation'));
  failMigrations(change, allMigrations(change.engine));
  change.engine.run('DELETE FROM terminal WHERE pid <> 0');
  change.engine.run('DELETE FROM holder');
  loseProcesses(change.engine);
}

/** Makes the database of a snapshot one that many processes can use. */
export function wakeDatabase(path: string, directory: string, machine: Machine): void {
  const engine = Engine.open(path, { timeout: 30_000 });
  engine.exec('PRAGMA journal_mode = WAL');
  const lab = Lab.around(directory, engine, machine);
  try {
    lab.update(goOn);
    engine.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    lab.close();
  }
}
