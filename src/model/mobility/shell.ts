/**
 * A row that holds the place of a partition: on the destination while its memory is copied, then on the source until
 * that is cleaned up. It has the name, the number, the memory and the processors, so both systems are charged.
 */
import type { Change } from '../../state/change.ts';
import { type Amounts, amountsOf } from '../../state/frames/amounts.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { insertRow, type Row } from '../../state/insert.ts';

/** Where a shell stands. */
export interface ShellPlace {
  readonly system: number;
  readonly lparId: number;
  /** Number of the shared processor pool there. */
  readonly pool: number;
}

/** @returns the key of the shell */
export function insertShell(change: Change, mobile: Partition, place: ShellPlace, amounts?: Amounts): number {
  const { engine } = change;
  const { memory, processor } = amounts ?? amountsOf(engine, mobile.id);
  const { id: _, host: __, ...columns } = mobile;
  const shell = insertRow(engine, 'partition', {
    ...columns,
    system: place.system,
    lpar_id: place.lparId,
    state: 'Not Activated',
    resource_config: 1,
    rmc_state: 'inactive',
    rmc_connected: 0,
    rmc_ipaddr: '',
    rmc_hostname: '',
    service: 0,
    work_group: null,
  } as Row);
  insertRow(engine, 'partition_memory', {
    ...memory,
    partition: shell,
    run_min: 0,
    run: 0,
    run_huge: 0,
  } as Row);
  insertRow(engine, 'partition_processor', {
    ...processor,
    partition: shell,
    ...(processor.curr_mode === 'shared' ? { curr_pool: place.pool, pend_pool: place.pool } : {}),
    run_units: 0,
    run_procs: 0,
    run_weight: 0,
  } as Row);
  return shell;
}
