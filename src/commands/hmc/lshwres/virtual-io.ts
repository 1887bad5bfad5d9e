import type { Attribute } from '../../../format/hmc-csv.ts';
import { failure } from '../../../messages/failure.ts';
import { hmcMessages as messages } from '../../../messages/hmc.ts';
import { isGeneration } from '../../../model/frames/generations.ts';
import { isActivated, nextSlot } from '../../../model/frames/resources.ts';
import {
  type AdapterKind,
  adaptersOf,
  type SlotUse,
  slotUseOf,
  type UsedSlot,
  usedSlotsOf,
  type VirtualAdapter,
} from '../../../state/frames/adapters.ts';
import {
  capabilitiesOf,
  type ManagedHere,
  switchesOf,
  type VirtualSwitch,
} from '../../../state/frames/systems.ts';
import { type AnyListed, listed, passes } from './listed.ts';

type AdapterAttribute = Attribute<VirtualAdapter>;

const owner: readonly AdapterAttribute[] = [
  { name: 'lpar_name', value: (row) => row.name },
  { name: 'lpar_id', value: (row) => row.lpar_id },
  { name: 'slot_num', value: (row) => row.slot },
];

const state: AdapterAttribute = {
  name: 'state',
  value: (row) => (isActivated(row.state) && row.disabled === 0 ? 1 : 0),
};
const required: AdapterAttribute = { name: 'is_required', value: (row) => row.required };
const side: AdapterAttribute = { name: 'adapter_type', value: (row) => row.side ?? undefined };

const partner: readonly AdapterAttribute[] = [
  { name: 'remote_lpar_id', value: (row) => row.remote_lpar ?? 'any' },
  { name: 'remote_lpar_name', value: (row) => row.remote_name ?? '' },
  { name: 'remote_slot_num', value: (row) => row.remote_slot ?? 'any' },
];

function adapters(kind: AdapterKind, attributes: readonly AdapterAttribute[], more: object = {}): AnyListed {
  return listed<VirtualAdapter>({
    attributes,
    filters: ['slots', ...(kind === 'eth' ? ['vlans', 'vswitches'] : [])],
    ofPartitions: (row) => row.lpar_id,
    passes: (row, filters) =>
      passes(filters, 'slots', row.slot) &&
      passes(filters, 'vswitches', row.switch_name) &&
      (filters.get('vlans')?.some((vlan) => vlansOf(row).includes(vlan)) ?? true),
    rows: (engine, system) => adaptersOf(engine, system.id, kind),
    ...more,
  });
}

function vlansOf(row: VirtualAdapter): string[] {
  return [String(row.vlan), ...(row.vlans ? row.vlans.split(',') : [])];
}

// Captured lines: POWER5 without the virtual switch and the two last ones, later systems with them.
function ethernetAttributes(power6: boolean): readonly AdapterAttribute[] {
  return [
    ...owner,
    state,
    required,
    { name: 'is_trunk', value: (row) => (row.trunk_priority === null ? 0 : 1) },
    { name: 'trunk_priority', value: (row) => row.trunk_priority ?? undefined },
    { name: 'ieee_virtual_eth', value: (row) => row.ieee ?? 0 },
    { name: 'port_vlan_id', value: (row) => row.vlan ?? 0 },
    ...(power6 ? [{ name: 'vswitch', value: (row: VirtualAdapter) => row.switch_name ?? undefined }] : []),
    { name: 'addl_vlan_ids', value: (row) => (row.vlans ? row.vlans.split(',') : '') },
    { name: 'mac_addr', value: (row) => row.mac ?? undefined },
    ...(power6
      ? [
          { name: 'allowed_os_mac_addrs', value: (row: VirtualAdapter) => row.allowed_macs ?? undefined },
          { name: 'qos_priority', value: (row: VirtualAdapter) => row.qos ?? undefined },
        ]
      : []),
  ];
}

export const ethernet: AnyListed = adapters('eth', ethernetAttributes(true), {
  shown: (system: ManagedHere) => ethernetAttributes(isGeneration(system.generation, 'POWER6')),
});

export const scsi: AnyListed = adapters('scsi', [...owner, state, required, side, ...partner]);

function needVirtualFc(system: ManagedHere): void {
  if (capabilitiesOf(system).virtual_fc_capable !== 1) throw failure(messages.noVirtualFc, {});
}

export const fibreChannel: AnyListed = adapters(
  'fc',
  [
    ...owner,
    side,
    state,
    required,
    ...partner,
    { name: 'wwpns', value: (row) => (row.wwpns === null ? undefined : row.wwpns.split(',')) },
  ],
  { check: needVirtualFc },
);

/** WWPNs that the system can still give away (recalled). */
export const fibreChannelSystem: AnyListed = listed<ManagedHere>({
  attributes: [
    { name: 'num_wwpns_remaining', value: (system) => 65_536 - system.next_wwpn },
    { name: 'wwpn_prefix', value: (system) => system.wwpn_prefix },
  ],
  check: needVirtualFc,
  rows: (_, system) => [system],
});

export const serial: AnyListed = adapters('serial', [
  ...owner,
  state,
  required,
  { name: 'connect_status', value: () => 'unavailable' },
  side,
  { name: 'supports_hmc', value: (row) => row.supports_hmc ?? undefined },
  ...partner,
]);

function needPower6(system: ManagedHere): void {
  if (!isGeneration(system.generation, 'POWER6')) throw failure(messages.onlyPower6, {});
}

export const vasi: AnyListed = adapters('vasi', [...owner, state, required], { check: needPower6 });

export const partitionSlots: AnyListed = listed<SlotUse>({
  attributes: [
    { name: 'lpar_name', value: (row) => row.name },
    { name: 'lpar_id', value: (row) => row.lpar_id },
    { name: 'curr_max_virtual_slots', value: (row) => row.max_slots },
    { name: 'pend_max_virtual_slots', value: (row) => row.pend_max_slots },
    { name: 'next_avail_virtual_slot', value: (row) => nextSlot(row.used.split(',').map(Number)) },
  ],
  ofPartitions: (row) => row.lpar_id,
  rows: (engine, system) => slotUseOf(engine, system.id),
});

interface SlotRow {
  readonly slot: UsedSlot;
  readonly system: ManagedHere;
}

/** The used slots, whatever is in them (recalled attributes). */
export const slots: AnyListed = listed<SlotRow>({
  attributes: [
    { name: 'lpar_name', value: ({ slot }) => slot.name },
    { name: 'lpar_id', value: ({ slot }) => slot.lpar_id },
    { name: 'slot_num', value: ({ slot }) => slot.slot },
    { name: 'config', value: ({ slot }) => slot.kind },
    { name: 'state', value: ({ slot }) => (isActivated(slot.state) ? 1 : 0) },
    {
      name: 'drc_name',
      value: ({ slot, system }) =>
        `U${system.type_model.replace('-', '.')}.${system.serial}-V${slot.lpar_id}-C${slot.slot}`,
    },
  ],
  filters: ['slots'],
  ofPartitions: ({ slot }) => slot.lpar_id,
  passes: ({ slot }, filters) => passes(filters, 'slots', slot.slot),
  rows: (engine, system) => usedSlotsOf(engine, system.id).map((slot) => ({ slot, system })),
});

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
