import { formatUnits } from '../../format/hmc-csv.ts';
import type { Engine } from '../../state/engine.ts';
import { adaptersOfPartition } from '../../state/frames/adapters.ts';
import { amountsOf, type PartitionMemory, type PartitionProcessor } from '../../state/frames/amounts.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import type { ProfileAttributes } from '../../state/frames/profiles.ts';
import { ioSlotsOf, type ManagedSystem, processorPoolsOf } from '../../state/frames/systems.ts';
import { isGeneration } from './generations.ts';
import { adapterLists } from './profile-elements.ts';
import { listOf } from './profile-lists.ts';

/**
 * What a partition has now, in the words of a profile: what `mksyscfg -o save` and a migration write.
 * @param base a profile of it, for what no row of the partition says
 */
export function currentProfile(
  engine: Engine,
  system: ManagedSystem,
  partition: Partition,
  base: ProfileAttributes,
): ProfileAttributes {
  const amounts = amountsOf(engine, partition.id);
  const power6 = isGeneration(system.generation, 'POWER6');
  const {
    shared_proc_pool_id,
    shared_proc_pool_name,
    min_proc_units,
    desired_proc_units,
    max_proc_units,
    uncap_weight,
    // Of a profile that says nothing of them the rows count.
    lhea_logical_ports,
    ...rest
  } = base;
  const slots = ioSlotsOf(engine, system.id).filter(({ owner_id }) => owner_id === partition.lpar_id);
  const listed = listOf(base.io_slots);
  return {
    ...rest,
    all_resources: '0',
    ...memory(amounts.memory, partition, base),
    ...processors(engine, system, amounts.processor, power6),
    // A slot that the profile has keeps what it says of it.
    io_slots: slots.map(
      ({ drc_index }) => listed.find((each) => each.startsWith(`${drc_index}/`)) ?? `${drc_index}/none/0`,
    ),
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

function memory(row: PartitionMemory, { env }: Partition, base: ProfileAttributes): ProfileAttributes {
  return {
    min_mem: String(row.curr_min),
    desired_mem: String(row.curr),
    max_mem: String(row.curr_max),
    mem_mode: row.mode,
    hpt_ratio: row.hpt_ratio,
    ...('mem_expansion' in base ? { mem_expansion: formatUnits(row.curr_expansion) } : {}),
    ...('bsr_arrays' in base ? { bsr_arrays: String(row.bsr_arrays) } : {}),
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
  row: PartitionProcessor,
  power6: boolean,
): ProfileAttributes {
  const procs = {
    proc_mode: row.curr_mode,
    min_procs: String(row.curr_min_procs),
    desired_procs: String(row.curr_procs),
    max_procs: String(row.curr_max_procs),
    sharing_mode: row.curr_sharing,
  };
  if (row.curr_mode === 'ded') return procs;
  const pool = processorPoolsOf(engine, system.id).find(({ number }) => number === row.curr_pool);
  return {
    ...procs,
    min_proc_units: formatUnits(row.curr_min_units),
    desired_proc_units: formatUnits(row.curr_units),
    max_proc_units: formatUnits(row.curr_max_units),
    uncap_weight: String(row.curr_weight),
    ...(power6
      ? { shared_proc_pool_id: String(row.curr_pool), shared_proc_pool_name: pool?.name ?? '' }
      : {}),
  };
}
