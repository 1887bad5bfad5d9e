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
  /** ctrmc runs in its operating system. */
  readonly rmc_daemon: Flag;
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
  /** MB of its memory in use; null: nine tenths. */
  readonly touched_mb: number | null;
  readonly dirty_mb_s: number;
  /** Why its operating system or an application says no to a migration. */
  readonly refuses_migration: string;
  /** Seconds that its time of day is ahead. */
  readonly clock_offset: number;
  readonly license_accepted: Flag;
}

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
  'rmc_daemon',
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
  'touched_mb',
  'dirty_mb_s',
  'refuses_migration',
  'clock_offset',
  'license_accepted',
];

/**
 * The partitions of a system, the highest number first: so a captured console listed them (lssyscfg -r lpar, prof,
 * lshwres -r mem and proc of one system, 5 3 2 1).
 */
export function partitionsOf(engine: Engine, system: number): Partition[] {
  return engine.records<Partition>(
    Object.fromEntries(partitionColumns.map((column) => [column, column])),
    'FROM partition WHERE system = ? ORDER BY lpar_id DESC',
    system,
  );
}

/** Keys of the partitions of a system that migrate: the rows themselves, and what holds their places. */
export function migratingKeys(engine: Engine, system: number): ReadonlySet<number> {
  const rows = engine.all<{ id: number | null }>(
    `SELECT partition AS id FROM migration WHERE ?1 IN (source, dest)
     UNION ALL SELECT shell FROM migration WHERE ?1 IN (source, dest)`,
    system,
  );
  return new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])));
}

export interface PartitionName {
  readonly name: string;
  readonly lpar_id: number;
}

/** What tells a partition from the others. */
export type PartitionKey = Pick<Partition, 'id' | 'lpar_id' | 'name'>;

/** As {@link partitionsOf}, without what few ask for. */
export function partitionKeysOf(engine: Engine, system: number): PartitionKey[] {
  return engine.records<PartitionKey>(
    { id: 'id', name: 'name', lpar_id: 'lpar_id' },
    'FROM partition WHERE system = ? ORDER BY lpar_id DESC',
    system,
  );
}

/** Names and numbers of the partitions of a system. */
export function partitionNamesOf(engine: Engine, system: number): PartitionName[] {
  return engine.records<PartitionName>(
    { name: 'name', lpar_id: 'lpar_id' },
    'FROM partition WHERE system = ? ORDER BY lpar_id',
    system,
  );
}

export function servicePartitionOf(engine: Engine, system: number): PartitionName | undefined {
  return engine.get<PartitionName>(
    'SELECT name, lpar_id FROM partition WHERE system = ? AND service = 1',
    system,
  );
}
