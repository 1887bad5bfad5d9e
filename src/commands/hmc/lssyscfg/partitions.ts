import type { Named } from '../../../format/hmc-csv.ts';
import { isGeneration } from '../../../model/frames/generations.ts';
import type { ManagedHere } from '../../../state/frames/systems.ts';

function named(names: string, shown?: Named['shown']): Named[] {
  return names.split(' ').map((name) => (shown === undefined ? { name } : { name, shown }));
}

// In the order of captured lines; what the partition can do over RMC was in none of them.
const early: readonly Named[] = [
  ...named('name lpar_id lpar_env state resource_config os_version logical_serial_num default_profile'),
  ...named(
    'curr_profile work_group_id shared_proc_pool_util_auth allow_perf_collection power_ctrl_lpar_ids boot_mode',
  ),
  ...named('ipl_source', 'fields'),
  ...named('lpar_keylock auto_start redundant_err_path_reporting rmc_state rmc_ipaddr'),
  ...named('rmc_osshutdown_capable dlpar_mem_capable dlpar_proc_capable dlpar_io_capable', 'fields'),
];

// From POWER6 on; the order is that of a captured POWER7 line.
const later: readonly Named[] = named(
  'time_ref lpar_avail_priority desired_lpar_proc_compat_mode curr_lpar_proc_compat_mode suspend_capable remote_restart_capable',
);

// A captured POWER8 line.
const power8: readonly Named[] = named('simplified_remote_restart_capable remote_restart_status');
const sync: readonly Named[] = named('sync_curr_profile');
const affinity: readonly Named[] = named('affinity_group_id');
const vtpm: readonly Named[] = named('vtpm_enabled');

const last: readonly Named[] = [
  ...named('uuid', 'fields'),
  ...named(
    'msp os400_restricted_io_mode migration_disabled description lpar_type secure_boot virtual_serial_num',
    'named',
  ),
];

export const everyPartitionAttribute: readonly Named[] = [
  ...early,
  ...later,
  ...power8,
  ...sync,
  ...affinity,
  ...vtpm,
  ...last,
];

/** The attributes that a console lists for partitions of a system: later generations and consoles have more. */
export function partitionAttributes(system: ManagedHere, release: string): readonly Named[] {
  const power6 = isGeneration(system.generation, 'POWER6');
  const isPower8 = isGeneration(system.generation, 'POWER8');
  return [
    ...early,
    ...(power6 ? later : []),
    ...(isPower8 ? power8 : []),
    ...(hasProfileSync(release) ? sync : []),
    ...(power6 ? affinity : []),
    ...(isPower8 ? vtpm : []),
    ...last,
  ];
}

// A capture of 2011 (HMC V7R7.2 or 7.3) has no sync_curr_profile, one of V7R7.9 has; which level brought it is ours.
function hasProfileSync(release: string): boolean {
  const [, version = '7', minor = '9'] = /^V(\d+)R\d+\.(\d+)/.exec(release) ?? [];
  return Number(version) > 7 || Number(minor) >= 7;
}
