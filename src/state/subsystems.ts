import type { Change } from './change.ts';
import type { Engine } from './engine.ts';
import { insertRow, type Row } from './insert.ts';

/** Whose row it is: a WPAR's, or a global environment's. */
export interface Resident {
  readonly host: string;
  /** Key of the WPAR; undefined: the global environment of the host. */
  readonly wpar: number | undefined;
}

/** What differs from the subsystems that AIX is delivered with. */
export interface SubsystemRow {
  readonly name: string;
  /** JSON, see `Definition` of the model; null: as delivered. */
  readonly definition: string | null;
  readonly removed: 0 | 1;
  /** The boot under which pid, started and arguments are true; null: nothing is said of how it runs. */
  readonly boot: number | null;
  readonly pid: number | null;
  /** Lab seconds. */
  readonly started: number | null;
  readonly arguments: string | null;
}

/** The condition on a table with the columns host and wpar, of which one is set. */
export function residentIs({ host, wpar }: Resident): {
  readonly sql: string;
  readonly value: string | number;
} {
  return wpar === undefined ? { sql: 'host = ?', value: host } : { sql: 'wpar = ?', value: wpar };
}

/** The two columns of a new row. */
export function residentColumns({ host, wpar }: Resident): Row {
  return wpar === undefined ? { host, wpar: null } : { host: null, wpar };
}

/** In the order in which they were added. */
export function subsystemRows(engine: Engine, resident: Resident): SubsystemRow[] {
  const { sql, value } = residentIs(resident);
  return engine.all<SubsystemRow>(
    `SELECT name, definition, removed, boot, pid, started, arguments FROM subsystem WHERE ${sql} ORDER BY rowid`,
    value,
  );
}

/** Sets columns of a subsystem's row, which is made if there is none. */
export function writeSubsystem(
  change: Change,
  resident: Resident,
  name: string,
  columns: Partial<Omit<SubsystemRow, 'name'>>,
): void {
  const { sql, value } = residentIs(resident);
  const there = change.engine.get(`SELECT 1 FROM subsystem WHERE ${sql} AND name = ?`, value, name);
  if (!there) {
    insertRow(change.engine, 'subsystem', { ...residentColumns(resident), name, ...columns });
    return;
  }
  const names = Object.keys(columns);
  change.engine.run(
    `UPDATE subsystem SET ${names.map((each) => `${each} = ?`).join(', ')} WHERE ${sql} AND name = ?`,
    ...Object.values(columns),
    value,
    name,
  );
}

/** Takes the row away: the subsystem is as delivered, or gone. */
export function forgetSubsystem(change: Change, resident: Resident, name: string): void {
  const { sql, value } = residentIs(resident);
  change.engine.run(`DELETE FROM subsystem WHERE ${sql} AND name = ?`, value, name);
}
