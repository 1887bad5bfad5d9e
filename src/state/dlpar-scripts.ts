import { posix } from 'node:path';
import type { Change } from './change.ts';
import type { Engine } from './engine.ts';
import { insertRow } from './insert.ts';

/** The script information file of a host, and what `drmgr` has set of its repository. */

/** Where AIX is delivered with its DLPAR scripts (seed 4). */
export const usualRoot = '/usr/lib/dr/scripts';
/** What stands before the lines of drmgr in syslog (published log). */
const usualSyslogId = 'DRMGR';
/** The folder of scripts for every host; the others have the names of hosts (documented). */
export const everyHost = 'all';

/** A folder of a repository, or a script in it. */
export function scriptPath(root: string, folder: string, ...name: [] | [string]): string {
  return posix.join(root, folder, ...name);
}

export interface ScriptRepository {
  /** Install root directory: absolute, in the host. */
  readonly root: string;
  readonly syslogId: string;
  /** Boot of the host at which the information was collected, see `bootOf`; null: the first one of the world. */
  readonly boot: number | null;
}

/** A resource that a script is called for. */
export interface ScriptResource {
  readonly name: string;
  readonly usage: string;
}

/** What an installed script has said of itself. */
export interface ScriptInformation {
  readonly version: string;
  readonly date: string;
  readonly vendor: string;
  readonly info: string;
  /** Seconds that its vendor allows for a call; 0: no limit. */
  readonly timeout: number;
  readonly resources: readonly ScriptResource[];
}

/** A row of the information. */
export interface ScriptRow extends ScriptInformation {
  /** `all`, or the name of a host. */
  readonly folder: string;
  readonly name: string;
  /** SHA-256 of the file that has said it, hexadecimal. */
  readonly digest: string;
  /** Minutes that the administrator allows; 0: not set. */
  readonly override: number;
}

export function scriptRepository(engine: Engine, host: string): ScriptRepository {
  const row = engine.get<{ root: string; syslog_id: string; boot: number | null }>(
    'SELECT root, syslog_id, boot FROM script_repository WHERE host = ?',
    host,
  );
  if (!row) return { root: usualRoot, syslogId: usualSyslogId, boot: null };
  return { root: row.root, syslogId: row.syslog_id, boot: row.boot };
}

export function setScriptRepository(change: Change, host: string, some: Partial<ScriptRepository>): void {
  const { root, syslogId, boot } = { ...scriptRepository(change.engine, host), ...some };
  change.engine.run(
    'INSERT OR REPLACE INTO script_repository VALUES (?, ?, ?, ?)',
    host,
    root,
    syslogId,
    boot,
  );
}

type StoredRow = Omit<ScriptRow, 'resources'> & { readonly resources: string };

/** Those for every host first, then those of the host itself, then others; by name (no order is documented). */
export function scriptRows(engine: Engine, host: string): ScriptRow[] {
  const rows = engine.all<StoredRow>(
    `SELECT folder, name, version, date, vendor, info, timeout, override, resources, digest FROM dlpar_script
     WHERE host = ? ORDER BY folder <> ?, folder <> host, folder, name`,
    host,
    everyHost,
  );
  return rows.map((row) => ({ ...row, resources: JSON.parse(row.resources) as ScriptResource[] }));
}

export function putScriptRow(engine: Engine, host: string, row: ScriptRow): void {
  deleteScriptRow(engine, host, row);
  insertRow(engine, 'dlpar_script', { ...row, host, resources: JSON.stringify(row.resources) });
}

export function deleteScriptRow(
  engine: Engine,
  host: string,
  { folder, name }: Pick<ScriptRow, 'folder' | 'name'>,
): void {
  engine.run('DELETE FROM dlpar_script WHERE host = ? AND folder = ? AND name = ?', host, folder, name);
}
