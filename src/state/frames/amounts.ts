import type { Engine } from '../engine.ts';

/** MB. */
export interface PartitionMemory {
  readonly mode: 'ded' | 'shared';
  readonly curr_min: number;
  readonly curr: number;
  readonly curr_max: number;
  readonly pend_min: number;
  readonly pend: number;
  readonly pend_max: number;
  readonly run_min: number;
  readonly run: number;
  readonly curr_min_huge: number;
  readonly curr_huge: number;
  readonly curr_max_huge: number;
  readonly pend_min_huge: number;
  readonly pend_huge: number;
  readonly pend_max_huge: number;
  readonly run_huge: number;
  readonly curr_expansion: number;
  readonly pend_expansion: number;
  readonly hpt_ratio: string;
  readonly bsr_arrays: number;
}

/** Units are hundredths. */
export interface PartitionProcessor {
  readonly curr_mode: 'ded' | 'shared';
  readonly curr_pool: number;
  readonly curr_min_units: number;
  readonly curr_units: number;
  readonly curr_max_units: number;
  readonly curr_min_procs: number;
  readonly curr_procs: number;
  readonly curr_max_procs: number;
  readonly curr_sharing: string;
  readonly curr_weight: number;
  readonly pend_mode: 'ded' | 'shared';
  readonly pend_pool: number;
  readonly pend_min_units: number;
  readonly pend_units: number;
  readonly pend_max_units: number;
  readonly pend_min_procs: number;
  readonly pend_procs: number;
  readonly pend_max_procs: number;
  readonly pend_sharing: string;
  readonly pend_weight: number;
  readonly run_units: number;
  readonly run_procs: number;
  readonly run_weight: number;
}

/** What a partition has. */
export interface Amounts {
  readonly memory: PartitionMemory;
  readonly processor: PartitionProcessor;
}

/** @param partition key; each partition has both rows */
export function amountsOf(engine: Engine, partition: number): Amounts {
  const memory = engine.get<PartitionMemory>('SELECT * FROM partition_memory WHERE partition = ?', partition);
  const processor = engine.get<PartitionProcessor>(
    'SELECT * FROM partition_processor WHERE partition = ?',
    partition,
  );
  if (!memory || !processor) throw new Error(`partition ${partition} has no amounts`);
  return { memory, processor };
}

/** A partition whose shared processors are of a pool. */
export interface PoolMember {
  readonly pool: number;
  readonly name: string;
  readonly lpar_id: number;
}

export function poolMembersOf(engine: Engine, system: number): PoolMember[] {
  return engine.records<PoolMember>(
    { pool: 'curr_pool', name: 'name', lpar_id: 'lpar_id' },
    `FROM partition_processor JOIN partition ON partition.id = partition_processor.partition
     WHERE system = ? AND curr_mode = 'shared' ORDER BY lpar_id`,
    system,
  );
}
