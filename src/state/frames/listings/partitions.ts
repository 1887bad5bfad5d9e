import { equals, type Listing, partitionFilters } from './listing.ts';
import { base36, isActive, poweredOnStates, sqlWords, time } from './words.ts';

const migrating = `partition.id IN (SELECT partition FROM migration WHERE ?1 IN (source, dest)
  UNION ALL SELECT shell FROM migration WHERE ?1 IN (source, dest))`;

// What the operating system can do is known only while it talks to the console (captures: 0 without RMC).
const overRmc = (column: string) => `CASE rmc_state WHEN 'active' THEN ${column} ELSE 0 END`;

// The highest number first: so a captured console listed partitions (lssyscfg -r lpar, prof, lshwres -r mem and proc of
// one system, 5 3 2 1).
export const downwards = 'partition.lpar_id DESC';

/** What `lssyscfg -r lpar` shows. */
export const partitionListing: Listing = {
  columns: {
    name: 'partition.name',
    lpar_id: 'lpar_id',
    lpar_env: 'env',
    state: `CASE WHEN frame.state NOT IN ${sqlWords(poweredOnStates)} THEN 'Not Available'
      WHEN ${migrating} THEN 'Migrating - ' || partition.state ELSE partition.state END`,
    resource_config: 'resource_config',
    os_version: 'os_version',
    // Serial of the system and the number as one character: 5, F, Z; above 35 as two (recalled).
    logical_serial_num: `frame.serial || ${base36('lpar_id')}`,
    default_profile: 'default_profile',
    curr_profile: 'curr_profile',
    work_group_id: "coalesce(work_group, 'none')",
    shared_proc_pool_util_auth: 'pool_authority',
    allow_perf_collection: 'performance',
    power_ctrl_lpar_ids: "'none'",
    boot_mode: "CASE env WHEN 'aixlinux' THEN boot_mode END",
    ipl_source: 'ipl_source',
    lpar_keylock: 'keylock',
    auto_start: 'auto_start',
    redundant_err_path_reporting: 'redundant_errors',
    rmc_state: 'rmc_state',
    rmc_ipaddr: 'rmc_ipaddr',
    rmc_osshutdown_capable: overRmc('os_shutdown'),
    dlpar_mem_capable: overRmc('dlpar_mem'),
    dlpar_proc_capable: overRmc('dlpar_proc'),
    dlpar_io_capable: overRmc('dlpar_io'),
    time_ref: 'time_ref',
    lpar_avail_priority: 'availability',
    desired_lpar_proc_compat_mode: 'desired_compat',
    curr_lpar_proc_compat_mode: 'curr_compat',
    suspend_capable: 'suspend_capable',
    remote_restart_capable: 'remote_restart',
    simplified_remote_restart_capable: 'simplified_restart',
    remote_restart_status: "iif(simplified_restart = 1, 'Remote Restartable', 'Not Remote Restartable')",
    sync_curr_profile: 'sync_profile',
    affinity_group_id: "coalesce(affinity_group, 'none')",
    vtpm_enabled: 'vtpm',
    uuid: 'partition.uuid',
    msp: "CASE env WHEN 'vioserver' THEN msp END",
    os400_restricted_io_mode: "CASE env WHEN 'os400' THEN restricted_io END",
    migration_disabled: 'migration_disabled',
    description: 'description',
    lpar_type: 'env',
    secure_boot: 'secure_boot',
  },
  rows: 'FROM partition JOIN managed_system AS frame ON frame.id = partition.system WHERE partition.system = ?1',
  order: downwards,
  filters: { ...partitionFilters, work_groups: equals("coalesce(work_group, 'none')") },
};

/** What `lsrefcode -r lpar` shows. */
export const referenceCodeListing: Listing = {
  columns: {
    lpar_name: 'partition.name',
    lpar_id: 'lpar_id',
    time_stamp: `coalesce(${time('coalesce(refcode_time, last_activated)')}, '')`,
    // A running partition has an empty code (captured by clients), one that is off 00000000 (recalled).
    refcode: `CASE WHEN refcode <> '' THEN refcode WHEN ${isActive} THEN '' ELSE '00000000' END`,
    // The words after the code are there, and empty: what they mean no world says.
    ...Object.fromEntries([2, 3, 4, 5, 6, 7, 8, 9].map((number) => [`word${number}`, "''"])),
    fru_call_out_loc_codes: "''",
  },
  rows: 'FROM partition WHERE system = ?1',
  order: downwards,
  filters: partitionFilters,
};
