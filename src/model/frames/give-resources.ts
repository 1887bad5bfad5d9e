import { formatUnits } from '../../format/hmc-csv.ts';
import { failure } from '../../messages/failure.ts';
import { partitionMessages as messages } from '../../messages/partitions.ts';
import type { Change } from '../../state/change.ts';
import type { Engine } from '../../state/engine.ts';
import { amountsOf, type PartitionProcessor } from '../../state/frames/amounts.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import type { Profile, ProfileAttributes } from '../../state/frames/profiles.ts';
import type { ManagedSystem } from '../../state/frames/systems.ts';
import type { Row } from '../../state/insert.ts';
import { applyUpdate, type Update } from '../../state/transitions.ts';
import { takeHostPorts } from './host-ethernet.ts';
import { giveAdapters } from './profile-adapters.ts';
import { memoryOfProfile, processorOfProfile } from './profile-amounts.ts';
import { listOf } from './profile-lists.ts';
import { availableMemory, availableUnits, isActivated, roomInPool } from './resources.ts';

/**
 * Gives a partition that is not activated what a profile says: memory, processors, slots and adapters. Where there is
 * less than desired it gets what there is, if that is not less than the minimum.
 * @throws Failure
 */
export function configure(
  change: Change,
  system: ManagedSystem,
  partition: Partition,
  profile: Pick<Profile, 'attributes' | 'name'>,
): void {
  const { engine } = change;
  const attributes =
    profile.attributes.all_resources === '1'
      ? everything(engine, system, partition, profile)
      : profile.attributes;
  const number = (name: string) => Number(attributes[name] ?? 0);
  set(engine, 'partition_memory', partition.id, memoryRow(engine, system, partition, attributes));
  set(engine, 'partition_processor', partition.id, processorRow(engine, system, partition, attributes));
  takeSlots(engine, system, partition, listOf(attributes.io_slots));
  takeHostPorts(engine, partition, attributes);
  giveAdapters(change, partition, attributes);
  set(engine, 'partition', partition.id, {
    resource_config: 1,
    curr_profile: profile.name,
    max_slots: number('max_virtual_slots'),
    pend_max_slots: number('max_virtual_slots'),
    boot_mode: String(attributes.boot_mode ?? 'norm'),
    auto_start: number('auto_start'),
    redundant_errors: number('redundant_err_path_reporting'),
    work_group: group(attributes.work_group_id),
    affinity_group: group(attributes.affinity_group_id),
    ...(attributes.lpar_proc_compat_mode === undefined
      ? {}
      : { desired_compat: String(attributes.lpar_proc_compat_mode) }),
  });
}

function set(engine: Engine, table: Update['table'], key: number, row: Row): void {
  applyUpdate(engine, { table, key, set: row });
}

function group(value: string | readonly string[] | undefined): number | null {
  return value === undefined || value === 'none' ? null : Number(value);
}

function memoryRow(
  engine: Engine,
  system: ManagedSystem,
  { id }: Partition,
  attributes: ProfileAttributes,
): Row {
  const own = amountsOf(engine, id).memory;
  const wanted = memoryOfProfile(attributes, own);
  const free = availableMemory(engine, system).curr + (own.mode === 'ded' ? own.curr : 0);
  const there = Math.floor(Math.max(0, free) / system.lmb_mb) * system.lmb_mb;
  const amount = wanted.mode === 'shared' ? wanted.curr : Math.min(wanted.curr, there);
  if (amount < wanted.curr_min)
    throw failure(messages.noMemory, { obtained: amount, required: wanted.curr_min });
  return { ...wanted, curr: amount, pend: amount };
}

function processorRow(
  engine: Engine,
  system: ManagedSystem,
  { id }: Partition,
  attributes: ProfileAttributes,
): Row {
  const own = amountsOf(engine, id).processor;
  const wanted = processorOfProfile(attributes, own);
  const held = own.curr_mode === 'ded' ? own.curr_procs * 100 : own.curr_units;
  const free = Math.max(0, availableUnits(engine, system).curr + held);
  const { amount, procs } =
    wanted.curr_mode === 'ded'
      ? wholeProcessors(wanted, free)
      : sharedProcessors(wanted, Math.min(free, roomInPool(engine, system, wanted.curr_pool, id)), system);
  return { ...wanted, curr_units: amount, pend_units: amount, curr_procs: procs, pend_procs: procs };
}

interface Given {
  /** Hundredths. */
  readonly amount: number;
  readonly procs: number;
}

function wholeProcessors(wanted: PartitionProcessor, free: number): Given {
  const procs = Math.min(wanted.curr_procs, Math.floor(free / 100));
  const required = wanted.curr_min_procs;
  if (procs < required) throw failure(messages.noProcessors, { obtained: procs, required });
  return { amount: 0, procs };
}

function sharedProcessors(wanted: PartitionProcessor, free: number, system: ManagedSystem): Given {
  const amount = Math.min(wanted.curr_units, free);
  const required = wanted.curr_min_units;
  if (amount < required)
    throw failure(messages.noProcessors, { obtained: formatUnits(amount), required: formatUnits(required) });
  // Fewer units carry fewer virtual processors.
  const carried = Math.max(wanted.curr_min_procs, Math.floor(amount / system.min_units_per_vp));
  return { amount, procs: Math.min(wanted.curr_procs, carried) };
}

interface Owned {
  readonly drc_index: string;
  readonly owner: number | null;
  readonly name: string | null;
  readonly state: string | null;
}

function takeSlots(
  engine: Engine,
  system: ManagedSystem,
  { id }: Partition,
  elements: readonly string[],
): void {
  const slots = new Map(
    engine
      .all<Owned>(
        `SELECT drc_index, owner, partition.name, partition.state FROM io_slot LEFT JOIN partition ON partition.id = owner
         WHERE io_slot.system = ?`,
        system.id,
      )
      .map((slot) => [slot.drc_index, slot]),
  );
  engine.run('UPDATE io_slot SET owner = NULL WHERE owner = ?', id);
  for (const element of elements) {
    const [drc = '', , required] = element.split('/');
    const slot = slots.get(drc);
    const foreign = slot && slot.owner !== null && slot.owner !== id && isActivated(slot.state ?? '');
    if (required === '1' && !slot) throw failure(messages.noSlot, { slot: drc });
    if (required === '1' && foreign) throw failure(messages.slotInUse, { slot: drc, owner: slot.name ?? '' });
    if (slot && !foreign)
      engine.run('UPDATE io_slot SET owner = ? WHERE system = ? AND drc_index = ?', id, system.id, drc);
  }
}

// All that the system has left, for it alone.
function everything(
  engine: Engine,
  system: ManagedSystem,
  { id }: Partition,
  { attributes }: Pick<Profile, 'attributes'>,
): ProfileAttributes {
  const others = engine.all<{ state: string }>(
    'SELECT state FROM partition WHERE system = ? AND id <> ?',
    system.id,
    id,
  );
  if (others.some(({ state }) => isActivated(state))) throw failure(messages.allResources, undefined);
  const held = engine.get<{ memory: number; processors: number }>(
    `SELECT CASE mode WHEN 'ded' THEN curr ELSE 0 END AS memory,
       CASE curr_mode WHEN 'ded' THEN curr_procs * 100 ELSE curr_units END AS processors
     FROM partition_memory JOIN partition_processor USING (partition) WHERE partition = ?`,
    id,
  );
  const region = system.lmb_mb;
  const memory = Math.floor((availableMemory(engine, system).curr + (held?.memory ?? 0)) / region) * region;
  const procs = Math.floor((availableUnits(engine, system).curr + (held?.processors ?? 0)) / 100);
  const free = engine.all<{ drc_index: string }>(
    'SELECT drc_index FROM io_slot WHERE system = ? AND (owner IS NULL OR owner = ?) ORDER BY bus, drc_index',
    system.id,
    id,
  );
  return {
    ...attributes,
    min_mem: String(region),
    desired_mem: String(memory),
    max_mem: String(memory),
    proc_mode: 'ded',
    min_procs: '1',
    desired_procs: String(procs),
    max_procs: String(procs),
    sharing_mode: 'share_idle_procs',
    io_slots: free.map(({ drc_index }) => `${drc_index}/none/0`),
  };
}
