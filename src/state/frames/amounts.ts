import type { Engine } from '../engine.ts';
import type { Partition } from './partitions.ts';

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

/** A partition with the row of another table; columns that both have are the partition's under its own key. */
export type With<More> = More & Pick<Partition, 'env' | 'lpar_id' | 'name'> & { readonly partition: number };

const memoryColumns: readonly (keyof PartitionMemory)[] = [
  'mode',
  'curr_min',
  'curr',
  'curr_max',
  'pend_min',
  'pend',
  'pend_max',
  'run_min',
  'run',
  'curr_min_huge',
  'curr_huge',
  'curr_max_huge',
  'pend_min_huge',
  'pend_huge',
  'pend_max_huge',
  'run_huge',
  'curr_expansion',
  'pend_expansion',
  'hpt_ratio',
  'bsr_arrays',
];

const processorColumns: readonly (keyof PartitionProcessor)[] = [
  'curr_mode',
  'curr_pool',
  'curr_min_units',
  'curr_units',
  'curr_max_units',
  'curr_min_procs',
  'curr_procs',
  'curr_max_procs',
  'curr_sharing',
  'curr_weight',
  'pend_mode',
  'pend_pool',
  'pend_min_units',
  'pend_units',
  'pend_max_units',
  'pend_min_procs',
  'pend_procs',
  'pend_max_procs',
  'pend_sharing',
  'pend_weight',
  'run_units',
  'run_procs',
  'run_weight',
];

function named(columns: readonly string[], table: string): Record<string, string> {
  return Object.fromEntries(columns.map((column) => [column, `${table}.${column}`]));
}

const owner: Readonly<Record<string, string>> = {
  partition: 'partition.id',
  name: 'partition.name',
  lpar_id: 'partition.lpar_id',
  env: 'partition.env',
};

export function memoriesOf(engine: Engine, system: number): With<PartitionMemory>[] {
  return engine.records<With<PartitionMemory>>(
    { ...owner, ...named(memoryColumns, 'partition_memory') },
    `FROM partition_memory JOIN partition ON partition.id = partition_memory.partition
     WHERE partition.system = ? ORDER BY partition.lpar_id DESC`,
    system,
  );
}

/** With the names of the pools. */
export type NamedProcessor = With<
  PartitionProcessor & { readonly curr_pool_name: string | null; readonly pend_pool_name: string | null }
>;

export function processorsOf(engine: Engine, system: number): NamedProcessor[] {
  return engine.records<NamedProcessor>(
    {
      ...owner,
      ...named(processorColumns, 'partition_processor'),
      curr_pool_name: 'curr_pool_row.name',
      pend_pool_name: 'pend_pool_row.name',
    },
    `FROM partition_processor JOIN partition ON partition.id = partition_processor.partition
       LEFT JOIN processor_pool AS curr_pool_row
         ON curr_pool_row.system = partition.system AND curr_pool_row.number = curr_pool
       LEFT JOIN processor_pool AS pend_pool_row
         ON pend_pool_row.system = partition.system AND pend_pool_row.number = pend_pool
     WHERE partition.system = ? ORDER BY partition.lpar_id DESC`,
    system,
  );
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
