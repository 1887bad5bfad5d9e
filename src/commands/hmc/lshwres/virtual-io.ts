import type { Named } from '../../../format/hmc-csv.ts';
import { failure } from '../../../messages/failure.ts';
import { hmcMessages as messages } from '../../../messages/hmc.ts';
import { isGeneration } from '../../../model/frames/generations.ts';
import { adaptersOf, type VirtualAdapter } from '../../../state/frames/adapters.ts';
import { adapterListing, slotListing, slotUseListing } from '../../../state/frames/listings/adapters.ts';
import {
  capabilitiesOf,
  type ManagedHere,
  switchesOf,
  type VirtualSwitch,
} from '../../../state/frames/systems.ts';
import { type AnyListed, listed, passes, type TextListed } from './listed.ts';

function named(names: string): Named[] {
  return names.split(' ').map((name) => ({ name }));
}

const owner = 'lpar_name lpar_id slot_num';
const partner = 'remote_lpar_id remote_lpar_name remote_slot_num';

// Captured lines: POWER5 without the virtual switch and the two last ones, later systems with them.
const laterEthernet = new Set(['vswitch', 'allowed_os_mac_addrs', 'qos_priority']);
const ethernetAttributes = named(
  `${owner} state is_required is_trunk trunk_priority ieee_virtual_eth port_vlan_id vswitch addl_vlan_ids mac_addr allowed_os_mac_addrs qos_priority`,
);

export const ethernet: TextListed = {
  listing: adapterListing('eth'),
  attributes: ethernetAttributes,
  shown: (system) =>
    isGeneration(system.generation, 'POWER6')
      ? ethernetAttributes
      : ethernetAttributes.filter(({ name }) => !laterEthernet.has(name)),
};

export const scsi: TextListed = {
  listing: adapterListing('scsi'),
  attributes: named(`${owner} state is_required adapter_type ${partner}`),
};

function needVirtualFc(system: ManagedHere): void {
  if (capabilitiesOf(system).virtual_fc_capable !== 1) throw failure(messages.noVirtualFc, {});
}

export const fibreChannel: TextListed = {
  listing: adapterListing('fc'),
  attributes: named(`${owner} adapter_type state is_required ${partner} wwpns`),
  check: needVirtualFc,
};

/** WWPNs that the system can still give away (recalled). */
export const fibreChannelSystem: AnyListed = listed<ManagedHere>({
  attributes: [
    { name: 'num_wwpns_remaining', value: (system) => 65_536 - system.next_wwpn },
    { name: 'wwpn_prefix', value: (system) => system.wwpn_prefix },
  ],
  check: needVirtualFc,
  rows: (_, system) => [system],
});

export const serial: TextListed = {
  listing: adapterListing('serial'),
  attributes: named(`${owner} state is_required connect_status adapter_type supports_hmc ${partner}`),
};

function needPower6(system: ManagedHere): void {
  if (!isGeneration(system.generation, 'POWER6')) throw failure(messages.onlyPower6, {});
}

export const vasi: TextListed = {
  listing: adapterListing('vasi'),
  attributes: named(`${owner} state is_required`),
  check: needPower6,
};

export const partitionSlots: TextListed = {
  listing: slotUseListing,
  attributes: Object.keys(slotUseListing.columns).map((name) => ({ name })),
};

/** The used slots, whatever is in them (recalled attributes). */
export const slots: TextListed = {
  listing: slotListing,
  attributes: Object.keys(slotListing.columns).map((name) => ({ name })),
};

function vlansOf(row: VirtualAdapter): string[] {
  return [String(row.vlan), ...(row.vlans ? row.vlans.split(',') : [])];
}

interface SwitchRow {
  readonly own: VirtualSwitch;
  readonly vlans: readonly string[];
}

/** Virtual switches with the VLANs on them (recalled attributes). */
export const virtualSwitches: AnyListed = listed<SwitchRow>({
  attributes: [
    { name: 'vswitch', value: ({ own }) => own.name },
    { name: 'switch_mode', value: ({ own }) => own.mode },
    { name: 'vlan_ids', value: ({ vlans }) => (vlans.length === 0 ? 'none' : vlans) },
  ],
  filters: ['vswitches'],
  passes: ({ own }, filters) => passes(filters, 'vswitches', own.name),
  check: needPower6,
  rows: (engine, system) => {
    const all = adaptersOf(engine, system.id, 'eth');
    return switchesOf(engine, system.id).map((own) => {
      const vlans = all.filter((row) => row.switch === own.number).flatMap(vlansOf);
      return { own, vlans: [...new Set(vlans)].sort((a, b) => Number(a) - Number(b)) };
    });
  },
});
