/** Attributes of a partition that can be set: what each applies to, when, and what it may be. */
import { failure } from '../../messages/failure.ts';
import { partitionMessages as messages } from '../../messages/partitions.ts';
import type { PartitionEnv } from '../../state/frames/partitions.ts';
import { capabilitiesOf, type Generation, type ManagedSystem } from '../../state/frames/systems.ts';
import type { Row } from '../../state/insert.ts';
import { compatibilityModes, isGeneration } from './generations.ts';
import { badValue, noneOrNumber, oneOf, type Setting, wholeNumber, yesOrNo } from './values.ts';

interface Settable {
  readonly column: string;
  readonly value: (setting: Setting, system: ManagedSystem) => number | string | null;
  /** Default: all. */
  readonly envs?: readonly PartitionEnv[];
  readonly since?: Generation;
  readonly capability?: string;
  /** Only while the partition is not activated. */
  readonly off?: true;
}

const flag = yesOrNo;
const clients: readonly PartitionEnv[] = ['aixlinux', 'os400'];

const settable: Readonly<Record<string, Settable>> = {
  work_group_id: { column: 'work_group', value: (setting) => noneOrNumber(setting, 1, 32) },
  shared_proc_pool_util_auth: { column: 'pool_authority', value: flag },
  allow_perf_collection: { column: 'performance', value: flag },
  boot_mode: {
    column: 'boot_mode',
    value: (setting) => oneOf(setting, ['norm', 'dd', 'ds', 'of', 'sms']),
    envs: ['aixlinux'],
  },
  ipl_source: {
    column: 'ipl_source',
    value: (setting) => oneOf(setting, ['a', 'b', 'c', 'd']),
    envs: ['os400'],
  },
  lpar_keylock: { column: 'keylock', value: (setting) => oneOf(setting, ['norm', 'manual']) },
  auto_start: { column: 'auto_start', value: flag },
  redundant_err_path_reporting: {
    column: 'redundant_errors',
    value: flag,
    capability: 'redundant_err_path_reporting_capable',
    // A public tool that prepares IBM i partitions for mobility sets this and the restricted I/O mode only while they are off.
    off: true,
  },
  time_ref: { column: 'time_ref', value: flag, since: 'POWER6' },
  lpar_avail_priority: {
    column: 'availability',
    value: (setting) => wholeNumber(setting, 0, 255),
    since: 'POWER6',
    capability: 'lpar_avail_priority_capable',
  },
  lpar_proc_compat_mode: {
    column: 'desired_compat',
    value: (setting, system) => oneOf(setting, compatibilityModes[system.generation].preferred),
    since: 'POWER6',
    capability: 'lpar_proc_compat_mode_capable',
    off: true,
  },
  suspend_capable: {
    column: 'suspend_capable',
    value: flag,
    envs: clients,
    since: 'POWER6',
    capability: 'lpar_suspend_capable',
  },
  remote_restart_capable: {
    column: 'remote_restart',
    value: flag,
    envs: clients,
    since: 'POWER6',
    capability: 'lpar_remote_restart_capable',
    off: true,
  },
  simplified_remote_restart_capable: {
    column: 'simplified_restart',
    value: flag,
    envs: clients,
    since: 'POWER8',
    capability: 'powervm_lpar_remote_restart_capable',
    off: true,
  },
  os400_restricted_io_mode: {
    column: 'restricted_io',
    value: flag,
    envs: ['os400'],
    since: 'POWER6',
    off: true,
  },
  migration_disabled: { column: 'migration_disabled', value: flag, envs: clients, since: 'POWER6' },
  sync_curr_profile: { column: 'sync_profile', value: flag },
  affinity_group_id: {
    column: 'affinity_group',
    value: (setting) => noneOrNumber(setting, 1, 255),
    since: 'POWER6',
  },
  description: { column: 'description', value: description },
  secure_boot: {
    column: 'secure_boot',
    value: (setting) => wholeNumber(setting, 0, 2),
    since: 'POWER9',
    off: true,
  },
  vtpm_enabled: { column: 'vtpm', value: flag, envs: ['aixlinux'], since: 'POWER8', off: true },
};

/** Names of what can be set. `msp` and what names a profile or the partition itself are handled apart. */
export const settableNames: readonly string[] = Object.keys(settable);

/** Whose attribute is set. */
export interface Subject {
  readonly system: ManagedSystem;
  readonly env: PartitionEnv;
  /** It is not activated, or only just made. */
  readonly off: boolean;
  /** It exists already. */
  readonly made: boolean;
  /** Version of the console, 7 in V7R7.9. */
  readonly version: number;
}

/**
 * The column that an attribute sets, with its value.
 * @throws Failure if it does not apply, or cannot be set so or now
 */
export function settingRow(setting: Setting, subject: Subject): Row {
  const { name } = setting;
  const { column, value, envs, since, capability, off } = settable[name] ?? {};
  if (column === undefined || value === undefined) throw badValue(setting);
  const { system, env } = subject;
  const here = since === undefined || isGeneration(system.generation, since);
  const capable = capability === undefined || capabilitiesOf(system)[capability] === 1;
  if (!here || !capable) throw failure(messages.notHere, { system: system.name, attribute: name });
  if (envs && !envs.includes(env)) throw failure(messages.notOfEnv, { attribute: name, env });
  const row = { [column]: value(setting, system) };
  if (name === 'remote_restart_capable' && subject.made && subject.version < 8)
    throw failure(messages.onlyWhenMade, { attribute: name });
  if (off && !subject.off) throw failure(messages.onlyWhenOff, { attribute: name });
  return row;
}

function description(setting: Setting): string {
  if (/[^ -~]/.test(setting.value)) throw failure(messages.description, undefined);
  if (setting.value.length > 1024 || /["=]/.test(setting.value)) throw badValue(setting);
  return setting.value;
}

/** Version of a console, 7 in V7R7.9. */
export function consoleVersion(release: string): number {
  return Number(/^V(\d+)/.exec(release)?.[1] ?? 7);
}

/** The longest name that a console takes (recalled: 31 characters, 47 from V8 on). */
export function longestName(release: string): number {
  return consoleVersion(release) < 8 ? 31 : 47;
}
