import type { Attribute, AttributeValue } from '../../../format/hmc-csv.ts';
import { isGeneration } from '../../../model/frames/generations.ts';
import { isPoweredOn, logicalSerial } from '../../../model/frames/resources.ts';
import type { Engine } from '../../../state/engine.ts';
import { migratingKeys, type Partition, partitionsOf } from '../../../state/frames/partitions.ts';
import type { ManagedHere } from '../../../state/frames/systems.ts';

/** A partition as `lssyscfg -r lpar` shows it. */
export interface PartitionRow {
  readonly partition: Partition;
  readonly system: ManagedHere;
  readonly migrates: boolean;
}

export function partitionRows(engine: Engine, system: ManagedHere): PartitionRow[] {
  const migrating = migratingKeys(engine, system.id);
  return partitionsOf(engine, system.id).map((partition) => ({
    partition,
    system,
    migrates: migrating.has(partition.id),
  }));
}

type PartitionAttribute = Attribute<PartitionRow>;

function plain(
  name: string,
  value: (partition: Partition) => AttributeValue | null,
  shown?: 'fields' | 'named',
): PartitionAttribute {
  const attribute = { name, value: ({ partition }: PartitionRow) => value(partition) ?? undefined };
  return shown === undefined ? attribute : { ...attribute, shown };
}

// What the operating system can do is known only while it talks to the console (captures: 0 without RMC).
function overRmc(
  name: string,
  column: 'dlpar_io' | 'dlpar_mem' | 'dlpar_proc' | 'os_shutdown',
): PartitionAttribute {
  return plain(name, (partition) => (partition.rmc_state === 'active' ? partition[column] : 0), 'fields');
}

const early: readonly PartitionAttribute[] = [
  plain('name', ({ name }) => name),
  plain('lpar_id', ({ lpar_id }) => lpar_id),
  plain('lpar_env', ({ env }) => env),
  {
    name: 'state',
    value: ({ partition, system, migrates }) => {
      if (!isPoweredOn(system)) return 'Not Available';
      return migrates ? `Migrating - ${partition.state}` : partition.state;
    },
  },
  plain('resource_config', ({ resource_config }) => resource_config),
  plain('os_version', ({ os_version }) => os_version),
  {
    name: 'logical_serial_num',
    value: ({ partition, system }) => logicalSerial(system.serial, partition.lpar_id),
  },
  plain('default_profile', ({ default_profile }) => default_profile),
  plain('curr_profile', ({ curr_profile }) => curr_profile),
  plain('work_group_id', ({ work_group }) => work_group ?? 'none'),
  plain('shared_proc_pool_util_auth', ({ pool_authority }) => pool_authority),
  plain('allow_perf_collection', ({ performance }) => performance),
  plain('power_ctrl_lpar_ids', () => 'none'),
  plain('boot_mode', ({ env, boot_mode }) => (env === 'aixlinux' ? boot_mode : undefined)),
  plain('ipl_source', ({ ipl_source }) => ipl_source, 'fields'),
  plain('lpar_keylock', ({ keylock }) => keylock),
  plain('auto_start', ({ auto_start }) => auto_start),
  plain('redundant_err_path_reporting', ({ redundant_errors }) => redundant_errors),
  plain('rmc_state', ({ rmc_state }) => rmc_state),
  plain('rmc_ipaddr', ({ rmc_ipaddr }) => rmc_ipaddr),
  overRmc('rmc_osshutdown_capable', 'os_shutdown'),
  overRmc('dlpar_mem_capable', 'dlpar_mem'),
  overRmc('dlpar_proc_capable', 'dlpar_proc'),
  overRmc('dlpar_io_capable', 'dlpar_io'),
];

// From POWER6 on; the order is that of a captured POWER7 line.
const later: readonly PartitionAttribute[] = [
  plain('time_ref', ({ time_ref }) => time_ref),
  plain('lpar_avail_priority', ({ availability }) => availability),
  plain('desired_lpar_proc_compat_mode', ({ desired_compat }) => desired_compat),
  plain('curr_lpar_proc_compat_mode', ({ curr_compat }) => curr_compat),
  plain('suspend_capable', ({ suspend_capable }) => suspend_capable),
  plain('remote_restart_capable', ({ remote_restart }) => remote_restart),
];

// A captured POWER8 line.
const power8: readonly PartitionAttribute[] = [
  plain('simplified_remote_restart_capable', ({ simplified_restart }) => simplified_restart),
  plain('remote_restart_status', ({ simplified_restart }) =>
    simplified_restart === 1 ? 'Remote Restartable' : 'Not Remote Restartable',
  ),
];

const sync: readonly PartitionAttribute[] = [plain('sync_curr_profile', ({ sync_profile }) => sync_profile)];
const affinity: readonly PartitionAttribute[] = [
  plain('affinity_group_id', ({ affinity_group }) => affinity_group ?? 'none'),
];
const vtpm: readonly PartitionAttribute[] = [plain('vtpm_enabled', ({ vtpm: enabled }) => enabled)];

const last: readonly PartitionAttribute[] = [
  plain('uuid', ({ uuid }) => uuid, 'fields'),
  plain('msp', ({ env, msp }) => (env === 'vioserver' ? msp : undefined), 'named'),
  plain('migration_disabled', ({ migration_disabled }) => migration_disabled, 'named'),
  plain('description', ({ description }) => description, 'named'),
  plain('lpar_type', ({ env }) => env, 'named'),
  plain('secure_boot', ({ secure_boot }) => secure_boot, 'named'),
  {
    name: 'virtual_serial_num',
    shown: 'named',
    value: () => undefined,
  },
];

export const everyPartitionAttribute: readonly PartitionAttribute[] = [
  ...early,
  ...later,
  ...power8,
  ...sync,
  ...affinity,
  ...vtpm,
  ...last,
];

/** The attributes that a console lists for partitions of a system: later generations and consoles have more. */
export function partitionAttributes(system: ManagedHere, release: string): readonly PartitionAttribute[] {
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
