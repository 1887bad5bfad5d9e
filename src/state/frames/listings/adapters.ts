import type { AdapterKind } from '../adapters.ts';
import { equals, type Listing, partitionFilters } from './listing.ts';
import { isActive } from './words.ts';

const columns = {
  lpar_name: 'partition.name',
  lpar_id: 'partition.lpar_id',
  slot_num: 'slot',
  state: `${isActive} AND virtual_adapter.disabled = 0`,
  is_required: 'virtual_adapter.required',
  adapter_type: 'side',
  remote_lpar_id: "coalesce(remote_lpar, 'any')",
  remote_lpar_name: "coalesce(partner.name, '')",
  remote_slot_num: "coalesce(remote_slot, 'any')",
  connect_status: "'unavailable'",
  supports_hmc: 'supports_hmc',
  wwpns: "first.wwpn || ',' || second.wwpn",
  is_trunk: 'trunk_priority IS NOT NULL',
  trunk_priority: 'trunk_priority',
  ieee_virtual_eth: 'coalesce(ieee, 0)',
  port_vlan_id: 'vlan',
  vswitch: 'virtual_switch.name',
  addl_vlan_ids: "coalesce(vlans, '')",
  mac_addr: 'mac',
  allowed_os_mac_addrs: 'allowed_macs',
  qos_priority: 'qos',
} as const;

// A join that no attribute needs costs nothing: SQLite leaves it out.
const rows = (
  kind: AdapterKind,
) => `FROM partition JOIN virtual_adapter ON virtual_adapter.partition = partition.id
    LEFT JOIN partition AS partner
      ON partner.system = partition.system AND partner.lpar_id = virtual_adapter.remote_lpar
    LEFT JOIN virtual_switch
      ON virtual_switch.system = partition.system AND virtual_switch.number = virtual_adapter.switch
    LEFT JOIN adapter_wwpn AS first ON first.adapter = virtual_adapter.id AND first.place = 0
    LEFT JOIN adapter_wwpn AS second ON second.adapter = virtual_adapter.id AND second.place = 1
  WHERE partition.system = ?1 AND kind = '${kind}'`;

const slots = { slots: equals('slot') };

/**
 * What `lshwres -r virtualio --rsubtype eth`, `scsi`, `fc`, `serial` or `vasi` shows, by partition. Within a partition a
 * captured console lists Ethernet adapters by slot, SCSI and serial ones from the highest slot down.
 */
export function adapterListing(kind: AdapterKind): Listing {
  return {
    columns,
    rows: rows(kind),
    order: kind === 'eth' ? 'partition.lpar_id, slot' : 'partition.lpar_id, slot DESC',
    filters:
      kind === 'eth' ? { ...partitionFilters, ...slots, ...ofEthernet } : { ...partitionFilters, ...slots },
  };
}

const ofEthernet = {
  vswitches: equals('virtual_switch.name'),
  vlans: (values: string) => `EXISTS (SELECT 1 FROM ${values}
    WHERE instr(',' || vlan || ',' || coalesce(vlans, '') || ',', ',' || value || ',') > 0)`,
};

/** What `--rsubtype slot --level slot` shows: the used slots, whatever is in them. */
export const slotListing: Listing = {
  columns: {
    lpar_name: 'partition.name',
    lpar_id: 'partition.lpar_id',
    slot_num: 'slot',
    config: 'kind',
    state: isActive,
    drc_name: "'U' || replace(type_model, '-', '.') || '.' || serial || '-V' || lpar_id || '-C' || slot",
  },
  rows: `FROM partition JOIN virtual_adapter ON virtual_adapter.partition = partition.id
      JOIN managed_system ON managed_system.id = partition.system
    WHERE partition.system = ?1`,
  order: 'partition.lpar_id, slot',
  filters: { ...partitionFilters, ...slots },
};

// The first free slot from 2 upward, not the highest plus one (capture: vios1 uses 2, 6, 7 and has 3 next).
const nextSlot = `(SELECT min(free) FROM (SELECT 2 AS free UNION ALL SELECT slot + 1 FROM virtual_adapter
    WHERE virtual_adapter.partition = partition.id AND slot > 1)
  WHERE NOT EXISTS (SELECT 1 FROM virtual_adapter WHERE virtual_adapter.partition = partition.id AND slot = free))`;

/** What `--rsubtype slot --level lpar` shows. */
export const slotUseListing: Listing = {
  columns: {
    lpar_name: 'name',
    lpar_id: 'lpar_id',
    curr_max_virtual_slots: 'max_slots',
    pend_max_virtual_slots: 'pend_max_slots',
    next_avail_virtual_slot: nextSlot,
  },
  rows: 'FROM partition WHERE system = ?1',
  order: 'lpar_id',
  filters: partitionFilters,
};
