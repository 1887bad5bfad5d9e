/** Elements of a profile's lists as somebody writes them: checked, and in the form in which the console lists them. */
import { failure } from '../../messages/failure.ts';
import { partitionMessages as messages } from '../../messages/partitions.ts';
import { badValue, oneOf, type Setting, wholeNumber } from './values.ts';

/** What elements are checked against: the system that they are for. */
export interface Surroundings {
  /** Names of the partitions by their numbers. */
  readonly partitions: ReadonlyMap<number, string>;
  readonly switches: readonly string[];
  readonly slots: ReadonlySet<string>;
  /** Ethernet elements have the four later fields. */
  readonly power6: boolean;
  /** Slots and partners that the system does not have are taken, too. */
  readonly force: boolean;
}

type Check = (element: string, attribute: string, around: Surroundings) => string;

const checks: Readonly<Record<string, Check>> = {
  io_slots: ioSlot,
  virtual_serial_adapters: serialAdapter,
  virtual_scsi_adapters: scsiAdapter,
  virtual_eth_adapters: ethernetAdapter,
  virtual_fc_adapters: fcAdapter,
};

/** Names of the lists whose elements parlab knows. */
export const listAttributes: readonly string[] = Object.keys(checks);

/** @throws Failure for an element that is malformed or names what does not exist */
export function checkedElement(attribute: string, element: string, around: Surroundings): string {
  return checks[attribute]?.(element, attribute, around) ?? element;
}

// drc-index / pool / required
function ioSlot(element: string, attribute: string, around: Surroundings): string {
  const [drc = '', pool = '', required = '0'] = fields(element, attribute, 1, 3);
  if (!around.force && !around.slots.has(drc.toUpperCase())) throw failure(messages.noSlot, { slot: drc });
  const group =
    pool === '' || pool === 'none'
      ? 'none'
      : String(wholeNumber({ name: attribute, value: pool }, 1, 65_535));
  return [drc.toUpperCase(), group, flag(required, attribute)].join('/');
}

// slot / type / supports-hmc / remote-lpar-id / remote-lpar-name / remote-slot / required
function serialAdapter(element: string, attribute: string, around: Surroundings): string {
  const [slot = '', type = '', hmc = '', id = '', name = '', remote = '', required = ''] = fields(
    element,
    attribute,
    7,
    7,
  );
  const side = oneOf({ name: attribute, value: type }, ['client', 'server']);
  const partner = partnerFields({ id, name, remote, side }, attribute, around);
  return [
    slotNumber(slot, attribute, 0),
    side,
    flag(hmc, attribute),
    ...partner,
    flag(required, attribute),
  ].join('/');
}

// slot / type / remote-lpar-id / remote-lpar-name / remote-slot / required
function scsiAdapter(element: string, attribute: string, around: Surroundings): string {
  const [slot = '', type = '', id = '', name = '', remote = '', required = ''] = fields(
    element,
    attribute,
    6,
    6,
  );
  const side = oneOf({ name: attribute, value: type }, ['client', 'server']);
  const partner = partnerFields({ id, name, remote, side }, attribute, around);
  return [slotNumber(slot, attribute), side, ...partner, flag(required, attribute)].join('/');
}

// slot / type / remote-lpar-id / remote-lpar-name / remote-slot / wwpn,wwpn / required
function fcAdapter(element: string, attribute: string, around: Surroundings): string {
  const [slot = '', type = '', id = '', name = '', remote = '', wwpns = '', required = ''] = fields(
    element,
    attribute,
    7,
    7,
  );
  const side = oneOf({ name: attribute, value: type }, ['client', 'server']);
  const partner = partnerFields({ id, name, remote, side }, attribute, around);
  const pair = wwpns === '' ? [] : wwpns.toLowerCase().split(',');
  const bad = pair.length !== 0 && (pair.length !== 2 || pair[0] === pair[1] || side === 'server');
  if (bad || pair.some((wwpn) => !/^[0-9a-f]{16}$/.test(wwpn)))
    throw badValue({ name: attribute, value: element });
  return [slotNumber(slot, attribute), side, ...partner, pair.join(','), flag(required, attribute)].join('/');
}

// slot / ieee / vlan / vlans / trunk-priority / required [/ switch / mac / allowed / priority]
function ethernetAdapter(element: string, attribute: string, around: Surroundings): string {
  const found = fields(element, attribute, 6, around.power6 ? 10 : 6);
  const [slot = '', ieee = '', vlan = '', vlans = '', trunk = '', required = ''] = found;
  const [virtualSwitch = '', mac = '', allowed = '', priority = ''] = found.slice(6);
  const number = (value: string, minimum: number, maximum: number) =>
    String(wholeNumber({ name: attribute, value }, minimum, maximum));
  const more = vlans === '' || vlans === 'none' ? [] : vlans.split(',').map((each) => number(each, 1, 4094));
  if (more.length > 0 && ieee !== '1') throw badValue({ name: attribute, value: element });
  const early = [
    slotNumber(slot, attribute),
    flag(ieee, attribute),
    number(vlan, 1, 4094),
    more.join(','),
    trunk === '' ? '0' : number(trunk, 0, 15),
    flag(required, attribute),
  ];
  if (!around.power6) return early.join('/');
  const name = virtualSwitch === '' ? (around.switches[0] ?? '') : virtualSwitch;
  const wrong =
    !around.switches.includes(name) ||
    !/^(?:[0-9a-f]{12})?$/i.test(mac) ||
    !/^(?:none|[0-7])?$/.test(priority);
  if (wrong) throw badValue({ name: attribute, value: element });
  return [
    ...early,
    name,
    mac.toLowerCase(),
    allowed === '' ? 'all' : allowed,
    priority === '' ? 'none' : priority,
  ].join('/');
}

interface Partner {
  readonly id: string;
  readonly name: string;
  readonly remote: string;
  readonly side: string;
}

// The partner may be named by its number, its name or both; only a server adapter waits for any.
function partnerFields(
  { id, name, remote, side }: Partner,
  attribute: string,
  around: Surroundings,
): string[] {
  const anyone = (id === 'any' || id === '') && name === '';
  const remoteSlot = remote === 'any' || remote === '' ? 'any' : slotNumber(remote, attribute, 0);
  if (anyone) {
    if (side === 'client') throw badValue({ name: attribute, value: 'any' });
    return ['any', '', remoteSlot];
  }
  if (side === 'client' && remoteSlot === 'any') throw badValue({ name: attribute, value: remote });
  const byName = [...around.partitions].find(([, each]) => each === name)?.[0];
  const number = id === '' || id === 'any' ? byName : wholeNumber({ name: attribute, value: id }, 1, 65_534);
  if (number === undefined) throw badValue({ name: attribute, value: name });
  const known = around.partitions.get(number);
  const contrary = name !== '' && known !== undefined && known !== name;
  if (contrary || (known === undefined && name !== '' && !around.force))
    throw badValue({ name: attribute, value: name });
  return [String(number), known ?? name, remoteSlot];
}

function fields(element: string, attribute: string, minimum: number, maximum: number): string[] {
  const found = element.split('/');
  if (found.length < minimum || found.length > maximum) throw badValue({ name: attribute, value: element });
  return found.map((each) => each.trim());
}

function flag(value: string, name: string): string {
  return oneOf({ name, value: value === '' ? '0' : value }, ['0', '1']);
}

function slotNumber(value: string, name: string, first = 2): string {
  const setting: Setting = { name, value };
  return String(wholeNumber(setting, first, 65_534));
}
