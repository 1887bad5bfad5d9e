import type { Change } from './change.ts';
import type { Engine } from './engine.ts';
import {
  allMigrations,
  copied,
  isSomeAbandoned,
  type Migration,
  needsRecovery,
} from './frames/migrations.ts';
import { allHolders, deadHolders, deleteHolder } from './holders.ts';
import type { Machine, Owner } from './machine.ts';

/** An administrative operation in progress on a WPAR; the row is the WPAR's administrative lock. */
export interface Operation extends Owner {
  readonly wpar: number;
  readonly verb: string;
  readonly log: number;
  readonly before: string;
  /** What the WPAR is when the process is gone: `B`, or `P` where its processes are kept and can go on. */
  readonly dead: 'B' | 'P';
  /** Lab seconds. */
  readonly started: number;
}

/**
 * Operations whose process is gone: what they left is Broken (reference: "an administrative operation failed"), or Paused
 * where its processes only stand still. A process may finish and go between the reading of its row and the look for it, so only a row that is still there
 * after its process has gone counts. Not for use in a {@link Lab.view}, which would not see that the row has gone.
 */
export function deadOperations(engine: Engine, machine: Machine): Operation[] {
  const gone = engine.all<Operation>(operations).filter((operation) => !machine.alive(operation));
  return gone.length === 0 ? gone : stillThere(engine, gone);
}

const operations = 'SELECT * FROM operation';

/** Those that nobody has finished or settled. */
export function stillThere(engine: Engine, some: readonly Operation[]): Operation[] {
  const present = engine.all<Operation>(operations);
  return some.filter((one) => present.some((each) => each.wpar === one.wpar && each.log === one.log));
}

/**
 * Writes down what readers already see: the WPAR of a dead operation is Broken or Paused, its lock is gone; the migration of a dead
 * process has failed, the terminal of one is closed.
 */
export function settleDeadOwners(change: Change): void {
  const { machine } = change.lab;
  breakOperations(change, deadOperations(change.engine, machine));
  breakHeld(change);
  if (isSomeAbandoned(change.engine, machine))
    failMigrations(
      change,
      allMigrations(change.engine).filter((each) => needsRecovery(change.lab, each)),
    );
  const terminals = change.engine.all<Owner>('SELECT pid, birth FROM terminal WHERE pid <> 0');
  for (const { pid, birth } of terminals.filter((each) => !machine.alive(each)))
    change.engine.run('DELETE FROM terminal WHERE pid = ? AND birth = ?', pid, birth);
}

/** Says of migrations that nobody drives any more that they wait for their recovery. */
export function failMigrations(change: Change, migrations: readonly Migration[]): void {
  for (const migration of migrations) {
    if (migration.failed === 1) continue;
    const { transmitted, remaining } = copied(migration, change.lab.now());
    change.engine.run(
      'UPDATE migration SET failed = 1, transmitted = ?, remaining = ? WHERE partition = ?',
      transmitted,
      remaining,
      migration.partition,
    );
    change.engine.run('UPDATE log SET status = -1 WHERE id = ?', migration.log);
    const mobile = change.engine.get<{ name: string }>(
      'SELECT name FROM partition WHERE id = ?',
      migration.partition,
    );
    const what = `Migration Failed: migrlpar (process ${migration.pid}) ended before it was done`;
    change.note(migration.console, mobile?.name ?? '', what, migration.log);
  }
}

/** States in which a WPAR has processes of its own. */
const running = "'A', 'N', 'F', 'P', 'M'";

/** WPARs whose keeper has died: everything that ran in them is gone. */
export function brokenHeld(engine: Engine, machine: Machine): number[] {
  const dead = deadHolders(engine, machine).map(({ wpar }) => wpar);
  if (dead.length === 0) return [];
  return engine
    .all<{ id: number }>(
      `SELECT id FROM wpar WHERE state IN (${running}) AND id IN (${dead.map(() => '?').join(', ')})`,
      ...dead,
    )
    .map(({ id }) => id);
}

function breakHeld(change: Change): void {
  const { engine, lab } = change;
  for (const id of brokenHeld(engine, lab.machine)) {
    const wpar = engine.get<{ host: string; name: string }>('SELECT host, name FROM wpar WHERE id = ?', id);
    engine.run("UPDATE wpar SET state = 'B' WHERE id = ?", id);
    if (wpar) change.note(wpar.host, wpar.name, 'Broken: the process that kept it ended');
  }
  for (const holder of allHolders(engine)) {
    if (!lab.machine.alive(holder)) deleteHolder(engine, holder);
  }
}

const deadWords = { B: 'Broken', P: 'Paused' } as const;

/** Ends operations that nobody will finish. */
export function breakOperations(change: Change, operations: readonly Operation[]): void {
  for (const operation of operations) {
    const wpar = change.engine.get<{ host: string; name: string }>(
      'SELECT host, name FROM wpar WHERE id = ?',
      operation.wpar,
    );
    change.engine.run('UPDATE wpar SET state = ? WHERE id = ?', operation.dead, operation.wpar);
    change.engine.run('DELETE FROM operation WHERE wpar = ?', operation.wpar);
    change.engine.run('UPDATE log SET status = -1 WHERE id = ?', operation.log);
    if (wpar) {
      const what = `${deadWords[operation.dead]}: ${operation.verb} (process ${operation.pid}) ended before it was done`;
      change.note(wpar.host, wpar.name, what, operation.log);
    }
  }
}
