import type { Change } from './change.ts';
import type { Engine } from './engine.ts';
import { insertRow } from './insert.ts';
import { type Resident, residentColumns, residentIs } from './subsystems.ts';

/** What the syslogd of a place goes by: its file may have been edited since. */
export interface SyslogRow {
  /** The syslogd that has read it: number and start. Another one reads anew. */
  readonly pid: number;
  /** Lab seconds. */
  readonly started: number;
  /** JSON, see `ActiveRule` of the model. */
  readonly rules: string;
}

export function findSyslog(engine: Engine, resident: Resident): SyslogRow | undefined {
  const { sql, value } = residentIs(resident);
  return engine.get<SyslogRow>(`SELECT pid, started, rules FROM syslog WHERE ${sql}`, value);
}

export function writeSyslog(change: Change, resident: Resident, row: SyslogRow): void {
  const { sql, value } = residentIs(resident);
  change.engine.run(`DELETE FROM syslog WHERE ${sql}`, value);
  insertRow(change.engine, 'syslog', { ...residentColumns(resident), ...row });
}
