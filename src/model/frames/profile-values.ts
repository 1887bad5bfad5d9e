/** What each attribute of a profile may be set to; lists of adapters and slots are in checked-elements.ts. */
import { formatUnits } from '../../format/hmc-csv.ts';
import { failure } from '../../messages/failure.ts';
import { partitionMessages as messages } from '../../messages/partitions.ts';
import { compatibilityModes } from './generations.ts';
import type { ProfilePlace } from './profile-place.ts';
import { badValue, hundredthsOf, noneOrNumber, oneOf, type Setting, wholeNumber, yesOrNo } from './values.ts';

type Check = (setting: Setting, place: ProfilePlace) => string;

const flag: Check = (setting) => String(yesOrNo(setting));
const words =
  (...allowed: readonly string[]): Check =>
  (setting) =>
    oneOf(setting, allowed);
const count =
  (minimum: number, maximum: number): Check =>
  (setting) =>
    String(wholeNumber(setting, minimum, maximum));
const group =
  (maximum: number): Check =>
  (setting) =>
    String(noneOrNumber(setting, 1, maximum) ?? 'none');

const memory: Check = (setting, { system }) => {
  const amount = wholeNumber(setting, 1, 999_999_999);
  if (amount % system.lmb_mb !== 0) {
    const { name, value } = setting;
    throw failure(messages.memoryRegion, { attribute: name, value, region: system.lmb_mb });
  }
  return String(amount);
};

const units: Check = (setting, { system }) => {
  const amount = hundredthsOf(setting);
  if (amount < system.min_units_per_vp || amount > 25_600) throw badValue(setting);
  return formatUnits(amount);
};

// Functions of which parlab has no rows.
const only =
  (allowed: string, why: string): Check =>
  ({ name, value }) => {
    if (value !== allowed && value !== '')
      throw failure(messages.notSupported, { attribute: name, value, why });
    return allowed;
  };

/** The most virtual processors of a partition (captured: 64, whoever asks). */
const maxProcs = 64;

const checks: Readonly<Record<string, Check>> = {
  all_resources: flag,
  min_mem: memory,
  desired_mem: memory,
  max_mem: memory,
  min_num_huge_pages: count(0, 9999),
  desired_num_huge_pages: count(0, 9999),
  max_num_huge_pages: count(0, 9999),
  mem_mode: (setting, { sharesMemory }) => {
    if (setting.value === 'shared' && !sharesMemory) throw badValue(setting);
    return oneOf(setting, ['ded', 'shared']);
  },
  mem_expansion: (setting) => {
    const factor = hundredthsOf(setting);
    if (factor !== 0 && (factor < 100 || factor > 1000)) throw badValue(setting);
    return formatUnits(factor);
  },
  hpt_ratio: words('1:32', '1:64', '1:128', '1:256', '1:512'),
  proc_mode: words('ded', 'shared'),
  min_proc_units: units,
  desired_proc_units: units,
  max_proc_units: units,
  min_procs: count(1, maxProcs),
  desired_procs: count(1, maxProcs),
  max_procs: count(1, maxProcs),
  sharing_mode: words(
    'cap',
    'uncap',
    'keep_idle_procs',
    'share_idle_procs',
    'share_idle_procs_active',
    'share_idle_procs_always',
  ),
  uncap_weight: count(0, 255),
  shared_proc_pool_id: (setting, { pools }) =>
    oneOf(
      setting,
      pools.map(({ number }) => String(number)),
    ),
  shared_proc_pool_name: (setting, { pools }) =>
    oneOf(
      setting,
      pools.map(({ name }) => name),
    ),
  affinity_group_id: group(255),
  lpar_io_pool_ids: only('none', 'parlab has no I/O pools.'),
  max_virtual_slots: count(2, 65_535),
  virtual_eth_vsi_profiles: only('none', 'parlab has no virtual station interfaces.'),
  vtpm_adapters: only('none', 'a virtual TPM has no adapter of its own in parlab.'),
  hca_adapters: only('none', 'parlab has no host channel adapters.'),
  boot_mode: words('norm', 'dd', 'ds', 'of', 'sms'),
  conn_monitoring: flag,
  auto_start: flag,
  power_ctrl_lpar_ids: only('none', 'no partition of parlab controls the power of another.'),
  work_group_id: group(32),
  redundant_err_path_reporting: flag,
  bsr_arrays: (setting, { capabilities }) =>
    String(wholeNumber(setting, 0, capabilities.bsr_capable === 1 ? 256 : 0)),
  virtual_vasi_adapters: only('none', 'a VIO server gets its VASI adapter with msp=1.'),
  lpar_proc_compat_mode: (setting, { system }) =>
    oneOf(setting, compatibilityModes[system.generation].preferred),
  electronic_err_reporting: words('null', '0', '1'),
  sriov_eth_logical_ports: only('none', 'logical ports of parlab belong to partitions, not to profiles.'),
};

/** @throws Failure for a value that the attribute cannot have there */
export function checkedValue(setting: Setting, place: ProfilePlace): string {
  return checks[setting.name]?.(setting, place) ?? setting.value;
}
