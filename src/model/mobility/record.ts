import type { Change } from '../../state/change.ts';
import type { Migration, MigrationPlan, MigrationType } from '../../state/frames/migrations.ts';
import { insertRow } from '../../state/insert.ts';
import type { Move } from './facts.ts';

/** Writes down that a partition migrates from now on. @returns its key, under which the row is found */
export function beginMigration(change: Change, move: Move, type: MigrationType, plan: MigrationPlan): number {
  const { pid, birth } = change.lab.machine.self;
  const [pair] = plan.movers;
  insertRow(change.engine, 'migration', {
    partition: move.mobile.id,
    type,
    phase: 'starting',
    source: move.source.id,
    dest: move.dest.id,
    source_id: move.mobile.lpar_id,
    source_msp: pair?.source ?? null,
    dest_msp: pair?.dest ?? null,
    console: move.console.name,
    remote_console: move.remote?.console.name ?? null,
    remote_user: move.remote?.user ?? null,
    plan: JSON.stringify(plan),
    started: change.lab.now(),
    log: change.log(),
    pid,
    birth,
  });
  change.engine.run('UPDATE log SET status = NULL WHERE id = ?', change.log());
  change.note(move.console.name, move.mobile.name, `migration to ${move.dest.name} begins (${type})`);
  return move.mobile.id;
}

/** Changes columns of a migration's row. */
export function updateMigration(
  change: Change,
  migration: Migration,
  columns: Partial<
    Pick<
      Migration,
      | 'copy'
      | 'dest_id'
      | 'dest_msp'
      | 'failed'
      | 'phase'
      | 'remaining'
      | 'shell'
      | 'source_msp'
      | 'transmitted'
    >
  >,
): void {
  const names = Object.keys(columns);
  change.engine.run(
    `UPDATE migration SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE partition = ?`,
    ...Object.values(columns),
    migration.partition,
  );
}

/** Removes the row and says in the log of the command that began it what became of it. */
export function endMigration(
  change: Change,
  migration: Migration,
  outcome: { readonly status: number; readonly what: string },
): void {
  change.engine.run('DELETE FROM migration WHERE partition = ?', migration.partition);
  const others = change.engine.get('SELECT 1 FROM migration WHERE log = ?', migration.log);
  if (!others) change.engine.run('UPDATE log SET status = ? WHERE id = ?', outcome.status, migration.log);
  change.note(migration.console, nameOf(change, migration), outcome.what);
}

export function nameOf(change: Change, migration: Migration): string {
  const row = change.engine.get<{ name: string }>(
    'SELECT name FROM partition WHERE id = ?',
    migration.partition,
  );
  return row?.name ?? '';
}
