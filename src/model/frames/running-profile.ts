import { formatUnits } from '../../format/hmc-csv.ts';
import type { Engine } from '../../state/engine.ts';
import { adaptersOfPartition } from '../../state/frames/adapters.ts';
import type { PartitionMemory, PartitionProcessor } from '../../state/frames/amounts.ts';
import type { ProfileAttributes } from '../../state/frames/profiles.ts';
import { adapterLists } from './profile-elements.ts';

/**
 * What a profile says when it is written from the current configuration of a partition.
 * @param base the profile whose other attributes are kept; attributes that it does not have are not added
 */
export function runningAttributes(
  engine: Engine,
  partition: number,
  base: ProfileAttributes,
): ProfileAttributes {
  const memory = engine.get<PartitionMemory>('SELECT * FROM partition_memory WHERE partition = ?', partition);
  const processor = engine.get<PartitionProcessor & { pool_name: string | null }>(
    `SELECT partition_processor.*, processor_pool.name AS pool_name FROM partition_processor
       JOIN partition ON partition.id = partition
       LEFT JOIN processor_pool ON processor_pool.system = partition.system AND processor_pool.number = curr_pool
     WHERE partition = ?`,
    partition,
  );
  if (!memory || !processor) throw new Error(`partition ${partition} has no amounts`);
  const current: ProfileAttributes = {
    min_mem: String(memory.curr_min),
    desired_mem: String(memory.curr),
    max_mem: String(memory.curr_max),
    min_num_huge_pages: String(memory.curr_min_huge),
    desired_num_huge_pages: String(memory.curr_huge),
    max_num_huge_pages: String(memory.curr_max_huge),
    ...processors(processor),
    ...adapterLists(adaptersOfPartition(engine, partition), 'virtual_fc_adapters' in base),
    io_slots: ioSlots(engine, partition, base),
  };
  const kept = Object.entries(current).filter(([name]) => name in base);
  return { ...base, ...Object.fromEntries(kept) };
}

function processors(row: PartitionProcessor & { readonly pool_name: string | null }): ProfileAttributes {
  return {
    min_proc_units: formatUnits(row.curr_min_units),
    desired_proc_units: formatUnits(row.curr_units),
    max_proc_units: formatUnits(row.curr_max_units),
    min_procs: String(row.curr_min_procs),
    desired_procs: String(row.curr_procs),
    max_procs: String(row.curr_max_procs),
    sharing_mode: row.curr_sharing,
    uncap_weight: String(row.curr_weight),
    shared_proc_pool_id: String(row.curr_pool),
    shared_proc_pool_name: row.pool_name ?? '',
  };
}

// A slot that the profile has keeps what it says of it.
function ioSlots(engine: Engine, partition: number, base: ProfileAttributes): string[] {
  const before = [base.io_slots ?? []].flat();
  return engine
    .all<{ drc_index: string }>('SELECT drc_index FROM io_slot WHERE owner = ? ORDER BY drc_index', partition)
    .map(({ drc_index }) => before.find((each) => each.startsWith(`${drc_index}/`)) ?? `${drc_index}/none/0`);
}
