import type { Change } from '../change.ts';
import type { Engine } from '../engine.ts';
import { insertRow } from '../insert.ts';

/** An entry of the error log of an AIX partition or a VIO server. */
export interface ErrorEntry {
  readonly id: number;
  readonly partition: number;
  /** Lab seconds. */
  readonly time: number;
  /** A5E6DB96 */
  readonly identifier: string;
  /** CLIENT_PMIG_DONE */
  readonly label: string;
  /** I, T, P ... */
  readonly type: string;
  /** H, S, O. */
  readonly class: string;
  readonly resource: string;
  readonly description: string;
  /** type-model*serial of the system that detected it: it stays when the partition moves. */
  readonly machine: string;
  readonly lpar_id: number;
  readonly detail: string;
}

/** Newest first. */
export function errorsOf(engine: Engine, partition: number): ErrorEntry[] {
  return engine.all<ErrorEntry>(
    'SELECT * FROM error_log WHERE partition = ? ORDER BY time DESC, id DESC',
    partition,
  );
}

/** Writes an entry as the partition would where it is now. */
export function logError(
  change: Change,
  partition: number,
  entry: Pick<ErrorEntry, 'class' | 'description' | 'identifier' | 'label' | 'resource' | 'type'> & {
    readonly detail?: string;
  },
): void {
  const place = change.engine.get<{ machine: string; lpar_id: number }>(
    `SELECT type_model || '*' || serial AS machine, lpar_id FROM partition JOIN managed_system ON managed_system.id = system
     WHERE partition.id = ?`,
    partition,
  );
  if (!place) return;
  insertRow(change.engine, 'error_log', { partition, time: change.lab.now(), ...entry, ...place });
}
