import { formatUnits } from '../../format/hmc-csv.ts';
import { failure } from '../../messages/failure.ts';
import { partitionMessages as messages } from '../../messages/partitions.ts';
import type { Engine } from '../../state/engine.ts';
import { adaptersOfPartition } from '../../state/frames/adapters.ts';
import { memoriesOf, processorsOf } from '../../state/frames/amounts.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import type { ProfileAttributes } from '../../state/frames/profiles.ts';
import { ioSlotsOf, type ManagedSystem } from '../../state/frames/systems.ts';
import { isGeneration } from './generations.ts';
import { adapterLists } from './profile-elements.ts';

/**
 * What a partition has now, in the words of a profile.
 * @param base a profile of it, for what no row of the partition says
 * @throws Failure if it has no resources
 */
export function currentProfile(
  engine: Engine,
  system: ManagedSystem,
  partition: Partition,
  base: ProfileAttributes,
): ProfileAttributes {
  if (partition.resource_config === 0) throw failure(messages.nothingToSave, { partition: partition.name });
  const power6 = isGeneration(system.generation, 'POWER6');
  const {
    shared_proc_pool_id,
    shared_proc_pool_name,
    min_proc_units,
    desired_proc_units,
    max_proc_units,
    uncap_weight,
    ...rest
  } = base;
  const slots = ioSlotsOf(engine, system.id).filter(({ owner_id }) => owner_id === partition.lpar_id);
  const required = new Map(
    [base.io_slots ?? []].flat().map((element) => [element.split('/')[0], element.split('/')[2] ?? '0']),
  );
  return {
    ...rest,
    all_resources: '0',
    ...memory(engine, system, partition),
    ...processors(engine, system, partition, power6),
    io_slots: slots.map(({ drc_index }) => `${drc_index}/none/${required.get(drc_index) ?? '0'}`),
    max_virtual_slots: String(partition.max_slots),
    ...adapterLists(adaptersOfPartition(engine, partition.id), power6),
    boot_mode: partition.boot_mode,
    auto_start: String(partition.auto_start),
    work_group_id: String(partition.work_group ?? 'none'),
    redundant_err_path_reporting: String(partition.redundant_errors),
    ...(power6
      ? {
          affinity_group_id: String(partition.affinity_group ?? 'none'),
          lpar_proc_compat_mode: partition.desired_compat,
        }
      : {}),
  };
}

function memory(engine: Engine, system: ManagedSystem, { id, env }: Partition): ProfileAttributes {
  const row = memoriesOf(engine, system.id).find(({ partition }) => partition === id);
  if (!row) return {};
  return {
    min_mem: String(row.curr_min),
    desired_mem: String(row.curr),
    max_mem: String(row.curr_max),
    mem_mode: row.mode,
    hpt_ratio: row.hpt_ratio,
    ...(env === 'aixlinux'
      ? {
          min_num_huge_pages: String(row.curr_min_huge),
          desired_num_huge_pages: String(row.curr_huge),
          max_num_huge_pages: String(row.curr_max_huge),
        }
      : {}),
  };
}

function processors(
  engine: Engine,
  system: ManagedSystem,
  { id }: Partition,
  power6: boolean,
): ProfileAttributes {
  const row = processorsOf(engine, system.id).find(({ partition }) => partition === id);
  if (!row) return {};
  const procs = {
    proc_mode: row.curr_mode,
    min_procs: String(row.curr_min_procs),
    desired_procs: String(row.curr_procs),
    max_procs: String(row.curr_max_procs),
    sharing_mode: row.curr_sharing,
  };
  if (row.curr_mode === 'ded') return procs;
  const pool = {
    shared_proc_pool_id: String(row.curr_pool),
    shared_proc_pool_name: row.curr_pool_name ?? '',
  };
  return {
    ...procs,
    min_proc_units: formatUnits(row.curr_min_units),
    desired_proc_units: formatUnits(row.curr_units),
    max_proc_units: formatUnits(row.curr_max_units),
    uncap_weight: String(row.curr_weight),
    ...(power6 ? pool : {}),
  };
}
