/** Attributes of a virtual Ethernet adapter, and the rules that they obey together. */
import { elementsOf, type InputPair, plainValue, refuseUnknown } from '../../../cli/hmc/input.ts';
import { dlparMessages as messages } from '../../../messages/dlpar.ts';
import { failure } from '../../../messages/failure.ts';
import { inputMessages } from '../../../messages/input.ts';
import { isGeneration } from '../../../model/frames/generations.ts';
import { badValue, wholeNumber } from '../../../model/frames/values.ts';
import { usualMac } from '../../../model/frames/virtual-adapters/identities.ts';
import { adaptersOf, type VirtualAdapter } from '../../../state/frames/adapters.ts';
import { switchesOf } from '../../../state/frames/systems.ts';
import type { Row } from '../../../state/insert.ts';
import { type Pairs, type Place, pairOf } from './place.ts';

const early = [
  'ieee_virtual_eth',
  'port_vlan_id',
  'addl_vlan_ids',
  'is_trunk',
  'trunk_priority',
  'mac_addr',
] as const;
const since6 = ['vswitch', 'allowed_os_mac_addrs', 'qos_priority'] as const;

interface Ethernet {
  readonly switch: number;
  readonly vlan: number;
  readonly vlans: readonly number[];
  readonly ieee: 0 | 1;
  /** null: no trunk adapter. */
  readonly trunk: number | null;
  readonly allowed: string;
  readonly qos: string;
}

/**
 * Columns of a new adapter.
 * @throws Failure
 */
export function newEthernet(pairs: Pairs, place: Place, slot: number): Row {
  checkNames(pairs, place);
  const next = valuesOf(pairs, place, undefined);
  checkTogether(place, next, undefined);
  return { ...columns(next), mac: macOf(pairs, place) ?? freeMac(place, slot) };
}

/** What changes when these attributes are set: a column, and the attribute that it comes from. */
export interface EthernetChange {
  readonly set: Row;
  /** Attributes whose change may disrupt the network. */
  readonly disrupting: readonly string[];
}

/** @throws Failure */
export function changedEthernet(pairs: Pairs, place: Place, adapter: VirtualAdapter): EthernetChange {
  checkNames(pairs, place);
  if (pairOf(pairs, 'mac_addr')) throw failure(messages.notChangeable, { attribute: 'mac_addr' });
  const before: Ethernet = {
    switch: adapter.switch ?? 0,
    vlan: adapter.vlan ?? 1,
    vlans: adapter.vlans ? adapter.vlans.split(',').map(Number) : [],
    ieee: adapter.ieee ?? 0,
    trunk: adapter.trunk_priority,
    allowed: adapter.allowed_macs ?? 'all',
    qos: adapter.qos ?? 'none',
  };
  const next = valuesOf(pairs, place, before);
  checkTogether(place, next, adapter.id);
  const differs = {
    vswitch: next.switch !== before.switch,
    port_vlan_id: next.vlan !== before.vlan,
    ieee_virtual_eth: next.ieee !== before.ieee,
    is_trunk: next.trunk !== before.trunk,
  };
  const disrupting = Object.entries(differs).flatMap(([name, different]) => (different ? [name] : []));
  return { set: columns(next), disrupting };
}

function columns(ethernet: Ethernet): Row {
  return {
    switch: ethernet.switch,
    vlan: ethernet.vlan,
    vlans: ethernet.vlans.join(','),
    ieee: ethernet.ieee,
    trunk_priority: ethernet.trunk,
    allowed_macs: ethernet.allowed,
    qos: ethernet.qos,
  };
}

function checkNames(pairs: Pairs, { system }: Place): void {
  refuseUnknown(pairs, [...early, ...(isGeneration(system.generation, 'POWER6') ? since6 : [])]);
}

function valuesOf(pairs: Pairs, place: Place, before: Ethernet | undefined): Ethernet {
  const vlan = numberOf(pairs, 'port_vlan_id', 1, 4094) ?? before?.vlan;
  if (vlan === undefined) throw failure(inputMessages.missing, { attribute: 'port_vlan_id' });
  const vlans = vlansOf(pairOf(pairs, 'addl_vlan_ids'), before?.vlans ?? []);
  const usual = before?.ieee ?? (vlans.length > 0 ? 1 : 0);
  return {
    switch:
      switchOf(pairs, place) ?? before?.switch ?? switchesOf(place.engine, place.system.id)[0]?.number ?? 0,
    vlan,
    vlans,
    ieee: (numberOf(pairs, 'ieee_virtual_eth', 0, 1) ?? usual) === 1 ? 1 : 0,
    trunk: trunkOf(pairs, before?.trunk ?? null),
    allowed: allowedOf(pairOf(pairs, 'allowed_os_mac_addrs')) ?? before?.allowed ?? 'all',
    qos: qosOf(pairs) ?? before?.qos ?? 'none',
  };
}

function numberOf(pairs: Pairs, name: string, minimum: number, maximum: number): number | undefined {
  const value = plainValue(pairs, name);
  return value === undefined ? undefined : wholeNumber({ name, value }, minimum, maximum);
}

function vlansOf(pair: InputPair | undefined, before: readonly number[]): readonly number[] {
  if (!pair) return before;
  const named = elementsOf(pair).map((value) => wholeNumber({ name: pair.name, value }, 1, 4094));
  const twice = named.find((vlan, index) => named.indexOf(vlan) < index);
  const there = pair.operator === '+=' ? named.find((vlan) => before.includes(vlan)) : undefined;
  const vlan = twice ?? there;
  if (vlan !== undefined) throw failure(messages.vlanTwice, { vlan });
  if (pair.operator === '=') return named;
  if (pair.operator === '+=') return [...before, ...named];
  const missing = named.find((each) => !before.includes(each));
  if (missing !== undefined) throw failure(messages.vlanMissing, { vlan: missing });
  return before.filter((each) => !named.includes(each));
}

function switchOf(pairs: Pairs, { engine, system }: Place): number | undefined {
  const name = plainValue(pairs, 'vswitch');
  if (name === undefined) return undefined;
  const found = switchesOf(engine, system.id).find((each) => each.name === name);
  if (!found) throw failure(messages.switchUnknown, { name });
  return found.number;
}

function trunkOf(pairs: Pairs, before: number | null): number | null {
  const isTrunk = numberOf(pairs, 'is_trunk', 0, 1);
  const priority = numberOf(pairs, 'trunk_priority', 1, 15);
  const trunk = isTrunk === undefined ? before !== null : isTrunk === 1;
  if (!trunk) {
    if (priority !== undefined) throw failure(messages.priorityNeedsTrunk, {});
    return null;
  }
  const chosen = priority ?? before;
  if (chosen === null) throw failure(inputMessages.missing, { attribute: 'trunk_priority' });
  return chosen;
}

function allowedOf(pair: InputPair | undefined): string | undefined {
  if (!pair) return undefined;
  if (pair.value === 'all' || pair.value === 'none') return pair.value;
  const addresses = elementsOf(pair);
  if (addresses.length === 0 || addresses.length > 4 || !addresses.every((each) => isMac(each)))
    throw badValue(pair);
  return addresses.map((each) => each.toUpperCase()).join(',');
}

function qosOf(pairs: Pairs): string | undefined {
  const value = plainValue(pairs, 'qos_priority');
  if (value === undefined || value === 'none') return value;
  return String(wholeNumber({ name: 'qos_priority', value }, 0, 7));
}

const isMac = (text: string) => /^[\da-f]{12}$/i.test(text);

// The last bit of the first byte is set in addresses of groups.
function macOf(pairs: Pairs, place: Place): string | undefined {
  const value = plainValue(pairs, 'mac_addr');
  if (value === undefined) return undefined;
  const address = value.toUpperCase();
  if (!isMac(address) || Number.parseInt(address.slice(0, 2), 16) % 2 === 1)
    throw badValue({ name: 'mac_addr', value });
  if (isMacUsed(place, address)) throw failure(messages.macUsed, { address });
  return address;
}

// An adapter that came with a migration may have the usual address of a slot.
function freeMac(place: Place, slot: number): string {
  const { engine, system, partition } = place;
  let address = usualMac(engine, system.id, partition.lpar_id, slot);
  while (isMacUsed(place, address)) {
    const next = (Number.parseInt(address.slice(6), 16) + 0x1000) % 0x1000000;
    address = `${address.slice(0, 6)}${next.toString(16).toUpperCase().padStart(6, '0')}`;
  }
  return address;
}

function isMacUsed({ engine, system }: Place, address: string): boolean {
  return (
    engine.get(
      `SELECT 1 FROM virtual_adapter JOIN partition ON partition.id = virtual_adapter.partition
       WHERE system = ? AND mac = ?`,
      system.id,
      address,
    ) !== undefined
  );
}

function checkTogether(place: Place, ethernet: Ethernet, own: number | undefined): void {
  const { vlan, vlans, ieee, trunk } = ethernet;
  if (vlans.length > 0 && ieee === 0) throw failure(messages.tagged, {});
  if (vlans.length > 20) throw failure(messages.manyVlans, {});
  if (vlans.includes(vlan)) throw failure(messages.vlanTwice, { vlan });
  if (trunk === null) return;
  // Two trunk adapters on one virtual LAN are told apart by their priority.
  for (const other of adaptersOf(place.engine, place.system.id, 'eth')) {
    if (other.id === own || other.switch !== ethernet.switch || other.trunk_priority !== trunk) continue;
    const theirs = [other.vlan ?? 0, ...(other.vlans ? other.vlans.split(',').map(Number) : [])];
    const common = [vlan, ...vlans].find((each) => theirs.includes(each));
    if (common !== undefined)
      throw failure(messages.trunkTaken, {
        priority: trunk,
        vlan: common,
        slot: other.slot,
        partition: other.name,
      });
  }
}
