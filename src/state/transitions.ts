/**
 * What a request that was accepted does when its time comes: `chsysstate` returns before the partition runs. The next
 * command carries out what is due before it looks at anything, so nothing depends on a process that stays.
 */
import type { Change } from './change.ts';
import { applyPending } from './device-attributes.ts';
import type { Engine, SqlValue } from './engine.ts';
import { insertRow, type Row } from './insert.ts';

/** Columns of rows that belong to a partition or system, all chosen by one column. */
export interface Update {
  readonly table: 'managed_system' | 'partition' | 'partition_memory' | 'partition_processor';
  readonly key: number;
  readonly set: Row;
}

export interface Transition {
  readonly system: number;
  /** undefined: it concerns the system itself. */
  readonly partition?: number;
  /** For the log. */
  readonly what: string;
  readonly updates: readonly Update[];
}

/** @param due lab seconds */
export function schedule(change: Change, due: number, { updates, partition, ...rest }: Transition): void {
  insertRow(change.engine, 'transition', {
    ...rest,
    due,
    partition: partition ?? null,
    updates: JSON.stringify(updates),
  });
}

/** What was to come of a partition will not: it was told something else meanwhile. */
export function forget(change: Change, partition: number): void {
  change.engine.run('DELETE FROM transition WHERE partition = ?', partition);
}

export function isAnythingDue(engine: Engine, now: number): boolean {
  return engine.get('SELECT 1 FROM transition WHERE due <= ? LIMIT 1', now) !== undefined;
}

interface Stored {
  readonly id: number;
  readonly updates: string;
  readonly what: string;
  readonly name: string | null;
}

/** Carries out what is due, in its order. */
export function carryOutDue(change: Change): void {
  const rows = change.engine.all<Stored>(
    `SELECT transition.id, updates, what, partition.name FROM transition LEFT JOIN partition ON partition.id = partition
     WHERE due <= ? ORDER BY due, transition.id`,
    change.lab.now(),
  );
  for (const row of rows) {
    for (const update of JSON.parse(row.updates) as Update[]) applyUpdate(change.engine, update);
    change.engine.run('DELETE FROM transition WHERE id = ?', row.id);
    change.note('', row.name ?? 'system', row.what);
  }
}

const keys = {
  managed_system: 'id',
  partition: 'id',
  partition_memory: 'partition',
  partition_processor: 'partition',
} as const;

/** Carries out one update now. */
export function applyUpdate(engine: Engine, { table, key, set }: Update): void {
  const columns = Object.keys(set);
  if (columns.length === 0) return;
  if (table === 'partition' && set.state === 'Running') applyAtStart(engine, key);
  const values: SqlValue[] = [...Object.values(set), key];
  engine.run(
    `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE ${keys[table]} = ?`,
    ...values,
  );
}

// An operating system that starts configures its devices by what its database says.
function applyAtStart(engine: Engine, partition: number): void {
  const starting = engine.get<{ host: string | null }>(
    "SELECT host FROM partition WHERE id = ? AND state <> 'Running'",
    partition,
  );
  if (starting?.host) applyPending(engine, starting.host);
}
