import { failure } from '../../messages/failure.ts';
import { partitionMessages as messages } from '../../messages/partitions.ts';
import type { Change } from '../../state/change.ts';
import type { Engine } from '../../state/engine.ts';
import type { PartitionEnv } from '../../state/frames/partitions.ts';
import { insertProfile } from '../../state/frames/profile-rows.ts';
import type { ProfileAttributes } from '../../state/frames/profiles.ts';
import type { ManagedSystem } from '../../state/frames/systems.ts';
import { insertRow, type Row } from '../../state/insert.ts';
import { serverHost } from '../world/partitions.ts';
import { frameUuid } from '../world/systems.ts';
import { withWwpns } from './profile-adapters.ts';

/** A partition that is to be made, checked. */
export interface NewPartition {
  readonly name: string;
  /** undefined: the next free one. */
  readonly lparId: number | undefined;
  readonly env: PartitionEnv;
  readonly profile: string;
  readonly attributes: ProfileAttributes;
  /** Columns that were set beside. */
  readonly row: Row;
}

/**
 * Makes a partition that has nothing yet but its default profile.
 * @returns its key
 * @throws Failure if the name or number is taken, or the system has as many as it can
 */
export function makePartition(change: Change, system: ManagedSystem, wanted: NewPartition): number {
  const { engine } = change;
  const { name, env, profile, attributes } = wanted;
  const lpar_id = freeId(engine, system, wanted);
  const compat = attributes.lpar_proc_compat_mode;
  const id = insertRow(engine, 'partition', {
    system: system.id,
    lpar_id,
    name,
    env,
    state: 'Not Activated',
    resource_config: 0,
    uuid: frameUuid(change),
    default_profile: profile,
    rmc_state: env === 'os400' ? 'none' : 'inactive',
    rmc_connected: 0,
    host: env === 'vioserver' ? serverHost(change, name, system.serial, '2.2.3.3') : null,
    ipl_source: env === 'os400' ? 'b' : null,
    boot_mode: String(attributes.boot_mode ?? 'norm'),
    auto_start: Number(attributes.auto_start ?? 0),
    redundant_errors: Number(attributes.redundant_err_path_reporting ?? 0),
    availability: env === 'vioserver' ? 191 : 127,
    desired_compat: compat === undefined ? 'default' : String(compat),
    // What the operating system offers, once there is one: captured values, as worlds have them.
    dcaps: env === 'os400' ? 0 : env === 'vioserver' ? 0x14f9f : 0x2c5f,
    max_slots: Number(attributes.max_virtual_slots),
    pend_max_slots: Number(attributes.max_virtual_slots),
    ...wanted.row,
  });
  insertRow(engine, 'partition_memory', {
    partition: id,
    mode: attributes.mem_mode === 'shared' ? 'shared' : 'ded',
    ...zero(memoryColumns),
  });
  insertRow(engine, 'partition_processor', { partition: id, ...noProcessors(attributes) });
  if (env === 'vioserver') insertRow(engine, 'mover', { partition: id });
  insertProfile(engine, id, profile, withWwpns(change, system.id, attributes));
  return id;
}

const memoryColumns = ['curr_min', 'curr', 'curr_max', 'pend_min', 'pend', 'pend_max', 'run_min', 'run'];
const processorColumns = ['min_units', 'units', 'max_units', 'min_procs', 'procs', 'max_procs', 'weight'];

function zero(columns: readonly string[]): Row {
  return Object.fromEntries(columns.map((column) => [column, 0]));
}

function noProcessors(attributes: ProfileAttributes): Row {
  const mode = attributes.proc_mode === 'ded' ? 'ded' : 'shared';
  const sharing = String(attributes.sharing_mode ?? (mode === 'ded' ? 'share_idle_procs' : 'uncap'));
  const of = (when: 'curr' | 'pend') => ({
    [`${when}_mode`]: mode,
    [`${when}_sharing`]: sharing,
    ...zero(processorColumns.map((column) => `${when}_${column}`)),
  });
  return { ...of('curr'), ...of('pend'), ...zero(['run_units', 'run_procs', 'run_weight']) };
}

function freeId(engine: Engine, system: ManagedSystem, { name, lparId }: NewPartition): number {
  const rows = engine.all<{ name: string; lpar_id: number }>(
    'SELECT name, lpar_id FROM partition WHERE system = ?',
    system.id,
  );
  if (rows.some((row) => row.name === name)) throw failure(messages.nameTaken, { partition: name });
  if (lparId !== undefined && rows.some((row) => row.lpar_id === lparId))
    throw failure(messages.idTaken, { id: lparId });
  if (rows.length >= system.max_lpars) throw failure(messages.full, { maximum: system.max_lpars });
  const taken = new Set(rows.map((row) => row.lpar_id));
  let next = lparId ?? 1;
  while (taken.has(next)) next++;
  return next;
}
