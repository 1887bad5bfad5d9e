import type { Engine } from '../engine.ts';

type Flag = 0 | 1;

export type PartitionEnv = 'aixlinux' | 'os400' | 'vioserver';

/** A partition's own row; what hangs on it are rows of other tables. */
export interface Partition {
  readonly id: number;
  readonly system: number;
  readonly lpar_id: number;
  readonly name: string;
  readonly env: PartitionEnv;
  readonly state: string;
  readonly resource_config: Flag;
  readonly uuid: string;
  readonly os_version: string;
  /** The lab's host that runs in it. */
  readonly host: string | null;
  readonly default_profile: string;
  readonly curr_profile: string;
  /** Lab seconds; null: never activated. */
  readonly last_activated: number | null;
  readonly rmc_state: 'active' | 'busy' | 'inactive' | 'none' | 'unknown';
  readonly rmc_connected: Flag;
  readonly rmc_ipaddr: string;
  readonly rmc_hostname: string;
  readonly dcaps: number;
  readonly os_shutdown: Flag;
  readonly dlpar_mem: Flag;
  readonly dlpar_proc: Flag;
  readonly dlpar_io: Flag;
  readonly boot_mode: string;
  readonly keylock: string;
  readonly ipl_source: string | null;
  readonly auto_start: Flag;
  readonly redundant_errors: Flag;
  readonly work_group: number | null;
  readonly pool_authority: Flag;
  readonly performance: Flag;
  readonly time_ref: Flag;
  readonly availability: number;
  readonly desired_compat: string;
  readonly curr_compat: string;
  readonly suspend_capable: Flag;
  readonly remote_restart: Flag;
  readonly simplified_restart: Flag;
  readonly sync_profile: Flag;
  readonly affinity_group: number | null;
  readonly vtpm: Flag;
  readonly restricted_io: Flag;
  readonly msp: Flag;
  readonly service: Flag;
  readonly migration_disabled: Flag;
  readonly description: string;
  readonly secure_boot: Flag;
  readonly max_slots: number;
  readonly pend_max_slots: number;
  readonly refcode: string;
  readonly refcode_time: number | null;
}

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

const partitionColumns: readonly (keyof Partition)[] = [
  'id',
  'system',
  'lpar_id',
  'name',
  'env',
  'state',
  'resource_config',
  'uuid',
  'os_version',
  'host',
  'default_profile',
  'curr_profile',
  'last_activated',
  'rmc_state',
  'rmc_connected',
  'rmc_ipaddr',
  'rmc_hostname',
  'dcaps',
  'os_shutdown',
  'dlpar_mem',
  'dlpar_proc',
  'dlpar_io',
  'boot_mode',
  'keylock',
  'ipl_source',
  'auto_start',
  'redundant_errors',
  'work_group',
  'pool_authority',
  'performance',
  'time_ref',
  'availability',
  'desired_compat',
  'curr_compat',
  'suspend_capable',
  'remote_restart',
  'simplified_restart',
  'sync_profile',
  'affinity_group',
  'vtpm',
  'restricted_io',
  'msp',
  'service',
  'migration_disabled',
  'description',
  'secure_boot',
  'max_slots',
  'pend_max_slots',
  'refcode',
  'refcode_time',
];

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

/**
 * The partitions of a system, the highest number first: so a captured console listed them (lssyscfg -r lpar, prof,
 * lshwres -r mem and proc of one system, 5 3 2 1).
 */
export function partitionsOf(engine: Engine, system: number): Partition[] {
  return engine.records<Partition>(
    named(partitionColumns, 'partition'),
    'FROM partition WHERE system = ? ORDER BY lpar_id DESC',
    system,
  );
}

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
