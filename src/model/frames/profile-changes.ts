import { formatUnits } from '../../format/hmc-csv.ts';
import { failure } from '../../messages/failure.ts';
import { hmcMessages } from '../../messages/hmc.ts';
import { inputMessages } from '../../messages/input.ts';
import { partitionMessages as messages } from '../../messages/partitions.ts';
import type { ProfileAttributes } from '../../state/frames/profiles.ts';
import { checkedElement, listAttributes } from './checked-elements.ts';
import { keyOf, listOf } from './profile-lists.ts';
import { type ProfilePlace, profileNamesHere } from './profile-place.ts';
import { checkedValue } from './profile-values.ts';
import { badValue, hundredthsOf, type Setting } from './values.ts';

/** One attribute of a record: set, or a list that is added to or taken from. */
export interface ProfileSetting extends Setting {
  readonly operator: '+=' | '-=' | '=';
  readonly elements: readonly string[];
}

/**
 * A profile after changes to it, whole and checked.
 * @throws Failure
 */
export function changedProfile(
  place: ProfilePlace,
  before: ProfileAttributes,
  settings: readonly ProfileSetting[],
): ProfileAttributes {
  const here = profileNamesHere(place);
  const attributes: Record<string, string | readonly string[]> = { ...before };
  for (const setting of settings) {
    const { name, operator } = setting;
    if (!here.includes(name)) throw refusal(name, place);
    if (listAttributes.includes(name)) attributes[name] = changedList(setting, attributes[name], place);
    else if (operator !== '=') throw failure(inputMessages.operator, { attribute: name, operator });
    else attributes[name] = checkedValue(setting, place);
  }
  matchPool(attributes, settings, place);
  return checkedProfile(place, matchMode(attributes, settings));
}

/**
 * A new profile: what the settings say, and what is usual for the rest.
 * @throws Failure, also if one of the attributes is missing that a profile must have
 */
export function newProfile(place: ProfilePlace, settings: readonly ProfileSetting[]): ProfileAttributes {
  const given = new Map(settings.map(({ name, value }) => [name, value]));
  const shared = given.get('proc_mode') === 'shared';
  const needed = [
    ...['min_mem', 'desired_mem', 'max_mem', 'proc_mode', 'sharing_mode'],
    ...(shared ? ['min_proc_units', 'desired_proc_units', 'max_proc_units'] : []),
    ...['min_procs', 'desired_procs', 'max_procs'],
  ];
  const missing = needed.find((name) => !given.has(name));
  if (missing !== undefined && given.get('all_resources') !== '1')
    throw failure(inputMessages.missing, { attribute: missing });
  const here = new Set(profileNamesHere(place));
  const usual = Object.entries(usualValues).filter(([name]) => here.has(name));
  return changedProfile(place, Object.fromEntries(usual), settings);
}

// HMCs give a new partition ten virtual slots, and terminals in the first two (profiles in captures).
const usualValues: ProfileAttributes = {
  all_resources: '0',
  min_num_huge_pages: '0',
  desired_num_huge_pages: '0',
  max_num_huge_pages: '0',
  mem_mode: 'ded',
  mem_expansion: '0.0',
  hpt_ratio: '1:64',
  affinity_group_id: 'none',
  io_slots: [],
  lpar_io_pool_ids: 'none',
  max_virtual_slots: '10',
  virtual_serial_adapters: ['0/server/1/any//any/1', '1/server/1/any//any/1'],
  virtual_scsi_adapters: [],
  virtual_eth_adapters: [],
  virtual_eth_vsi_profiles: 'none',
  virtual_fc_adapters: [],
  vtpm_adapters: 'none',
  hca_adapters: 'none',
  boot_mode: 'norm',
  conn_monitoring: '0',
  auto_start: '0',
  power_ctrl_lpar_ids: 'none',
  work_group_id: 'none',
  redundant_err_path_reporting: '0',
  bsr_arrays: '0',
  virtual_vasi_adapters: 'none',
  lpar_proc_compat_mode: 'default',
  electronic_err_reporting: 'null',
  sriov_eth_logical_ports: 'none',
};

function refusal(name: string, { system, capabilities }: ProfilePlace) {
  if (name === 'virtual_fc_adapters' && capabilities.virtual_fc_capable !== 1)
    return failure(hmcMessages.noVirtualFc, undefined);
  return failure(messages.notHere, { system: system.name, attribute: name });
}

function changedList(
  { name, operator, elements }: ProfileSetting,
  before: string | readonly string[] | undefined,
  { around }: ProfilePlace,
): readonly string[] {
  const there = listOf(before);
  if (operator === '-=') {
    const gone = new Set(elements.map(keyOf));
    const keys = new Set(there.map(keyOf));
    const missing = elements.find((element) => !keys.has(keyOf(element)));
    if (missing !== undefined) throw failure(messages.noElement, { attribute: name, element: missing });
    return there.filter((element) => !gone.has(keyOf(element)));
  }
  const list = operator === '+=' ? [...there] : [];
  for (const each of elements) {
    const element = checkedElement(name, each, around);
    if (list.some((other) => keyOf(other) === keyOf(element)))
      throw failure(messages.elementTwice, { attribute: name, element: keyOf(element) });
    list.push(element);
  }
  const bySlot = (a: string, b: string) => Number(keyOf(a)) - Number(keyOf(b));
  return name === 'io_slots' ? list : list.sort(bySlot);
}

type Draft = Record<string, string | readonly string[]>;

// Whoever says shared or dedicated need not take away what the other one had.
function matchMode(attributes: Draft, settings: readonly Setting[]): Draft {
  const names = new Set(settings.map(({ name }) => name));
  const sharing = String(attributes.sharing_mode ?? '');
  const capping = sharing === 'cap' || sharing === 'uncap';
  const unitNames = ['min_proc_units', 'desired_proc_units', 'max_proc_units'];
  if (attributes.proc_mode === 'ded') {
    const foreign = [...unitNames, 'uncap_weight', 'shared_proc_pool_id', 'shared_proc_pool_name'];
    const typed = foreign.find((name) => names.has(name));
    if (typed !== undefined) throw badValue({ name: typed, value: String(attributes[typed]) });
    for (const name of foreign) delete attributes[name];
    if (capping && names.has('sharing_mode')) throw badValue({ name: 'sharing_mode', value: sharing });
    if (capping) attributes.sharing_mode = 'share_idle_procs';
  } else if (attributes.proc_mode === 'shared') {
    if (!capping && names.has('sharing_mode')) throw badValue({ name: 'sharing_mode', value: sharing });
    if (!capping) attributes.sharing_mode = 'uncap';
    const missing = unitNames.find((name) => attributes[name] === undefined);
    if (missing !== undefined) throw failure(inputMessages.missing, { attribute: missing });
    if (attributes.sharing_mode === 'cap') attributes.uncap_weight = '0';
    else if (!names.has('uncap_weight') && (attributes.uncap_weight ?? '0') === '0')
      attributes.uncap_weight = '128';
  }
  return attributes;
}

function matchPool(attributes: Draft, settings: readonly Setting[], { pools, around }: ProfilePlace): void {
  if (attributes.proc_mode !== 'shared' || !around.power6) return;
  const byName = settings.some(({ name }) => name === 'shared_proc_pool_name');
  const byId = settings.some(({ name }) => name === 'shared_proc_pool_id');
  const pool = pools.find(({ name, number }) =>
    byName && !byId
      ? name === attributes.shared_proc_pool_name
      : String(number) === String(attributes.shared_proc_pool_id ?? '0'),
  );
  if (!pool) return;
  if (byName && byId && attributes.shared_proc_pool_name !== pool.name)
    throw badValue({ name: 'shared_proc_pool_name', value: String(attributes.shared_proc_pool_name) });
  attributes.shared_proc_pool_id = String(pool.number);
  attributes.shared_proc_pool_name = pool.name;
}

function checkedProfile(place: ProfilePlace, attributes: Draft): ProfileAttributes {
  if (attributes.all_resources !== '1') {
    ascending(attributes, 'min_mem', 'desired_mem', 'max_mem');
    ascending(attributes, 'min_procs', 'desired_procs', 'max_procs');
  }
  if (attributes.desired_num_huge_pages !== undefined)
    ascending(attributes, 'min_num_huge_pages', 'desired_num_huge_pages', 'max_num_huge_pages');
  if (attributes.proc_mode === 'shared') {
    ascending(attributes, 'min_proc_units', 'desired_proc_units', 'max_proc_units');
    for (const which of ['min', 'desired', 'max']) checkRatio(place, attributes, which);
  }
  if (
    attributes.mem_mode === 'shared' &&
    (attributes.proc_mode === 'ded' || listOf(attributes.io_slots).length > 0)
  )
    throw badValue({ name: 'mem_mode', value: 'shared' });
  checkSlots(attributes);
  return attributes;
}

function ascending(attributes: Draft, minimum: string, desired: string, maximum: string): void {
  const values = [minimum, desired, maximum].map((name) => Number(attributes[name]));
  const [low = 0, middle = 0, high = 0] = values;
  if (low > middle || middle > high)
    throw failure(messages.order, { minimum, desired, maximum, values: values.join(', ') });
}

function checkRatio({ system }: ProfilePlace, attributes: Draft, which: string): void {
  const value = String(attributes[`${which}_proc_units`]);
  const units = hundredthsOf({ name: `${which}_proc_units`, value });
  const procs = Number(attributes[`${which}_procs`]);
  if (units >= procs * system.min_units_per_vp && units <= procs * 100) return;
  throw failure(messages.ratio, { units: value, procs, minimum: formatUnits(system.min_units_per_vp) });
}

function checkSlots(attributes: Draft): void {
  const maximum = Number(attributes.max_virtual_slots);
  const taken = new Set<string>();
  for (const name of listAttributes.filter((each) => each !== 'io_slots')) {
    for (const slot of listOf(attributes[name]).map(keyOf)) {
      if (taken.has(slot)) throw failure(messages.slotTaken, { slot });
      if (Number(slot) >= maximum) throw failure(messages.slotHigh, { slot, maximum });
      taken.add(slot);
    }
  }
}
