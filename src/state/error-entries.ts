import type { Change } from './change.ts';
import type { Engine } from './engine.ts';
import { insertRow } from './insert.ts';
import { type Resident, residentColumns, residentIs } from './subsystems.ts';

/** What an entry of an error log says, whoever keeps it. */
export interface ErrorText {
  /** A6DF45AA */
  readonly identifier: string;
  /** RMCD_INFO_0_ST */
  readonly label: string;
  /** I, T, P ... */
  readonly type: string;
  /** H, S, O, U. */
  readonly class: string;
  readonly resource: string;
  readonly description: string;
  readonly detail: string;
}

/** An entry of the error log of a WPAR or a global environment. */
export interface LoggedError extends ErrorText {
  /** Place in the log, from 1 on. */
  readonly sequence: number;
  /** Lab seconds. */
  readonly time: number;
}

/** Newest first. A host that runs in a partition has that partition's entries, too. */
export function loggedErrors(engine: Engine, resident: Resident): LoggedError[] {
  const { sql, value } = residentIs(resident);
  const columns = 'time, identifier, label, type, class, resource, description, detail';
  const own = `SELECT 0 AS source, id, ${columns} FROM error_entry WHERE ${sql}`;
  const ofPartition = `SELECT 1 AS source, id, ${columns} FROM error_log
    WHERE partition = (SELECT id FROM partition WHERE host = ?)`;
  const all = resident.wpar === undefined ? `${own} UNION ALL ${ofPartition}` : own;
  return engine.all<LoggedError>(
    `SELECT ${columns}, row_number() OVER (ORDER BY time, source, id) AS sequence FROM (${all}) ORDER BY sequence DESC`,
    ...(resident.wpar === undefined ? [value, resident.host] : [value]),
  );
}

/** @param time lab seconds; default now */
export function writeError(
  change: Change,
  resident: Resident,
  entry: Omit<ErrorText, 'detail'> & { readonly detail?: string },
  time = change.lab.now(),
): void {
  insertRow(change.engine, 'error_entry', { ...residentColumns(resident), time, ...entry });
}
