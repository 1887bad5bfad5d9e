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

/**
 * The partitions of a system, the highest number first: so a captured console listed them (lssyscfg -r lpar, prof,
 * lshwres -r mem and proc of one system, 5 3 2 1).
 */
export function partitionsOf(engine: Engine, system: number): Partition[] {
  return engine.all<Partition>('SELECT * FROM partition WHERE system = ? ORDER BY lpar_id DESC', system);
}

export function memoriesOf(engine: Engine, system: number): With<PartitionMemory>[] {
  return engine.all<With<PartitionMemory>>(
    `SELECT partition_memory.*, partition.name, partition.lpar_id, partition.env
     FROM partition_memory JOIN partition ON partition.id = partition_memory.partition
     WHERE partition.system = ? ORDER BY partition.lpar_id DESC`,
    system,
  );
}

export function processorsOf(engine: Engine, system: number): With<PartitionProcessor>[] {
  return engine.all<With<PartitionProcessor>>(
    `SELECT partition_processor.*, partition.name, partition.lpar_id, partition.env
     FROM partition_processor JOIN partition ON partition.id = partition_processor.partition
     WHERE partition.system = ? ORDER BY partition.lpar_id DESC`,
    system,
  );
}
