/**
 * SR-IOV adapters and their ports, as far as the ports of partitions tell of them. Attributes and their order are those of a
 * captured POWER9 console; what only the adapter itself could tell is null.
 */
import type { Attribute } from '../../../format/hmc-csv.ts';
import type { Engine } from '../../../state/engine.ts';
import {
  formatCapacity,
  isSamePhysical,
  type PhysicalPort,
  physicalPortsOf,
  type SriovPort,
  sriovPortsOf,
} from '../../../state/frames/logical-ports.ts';
import type { ManagedHere } from '../../../state/frames/systems.ts';
import { type AnyListed, listed, passes } from './listed.ts';

interface Physical extends PhysicalPort {
  /** Logical ports of partitions on it. */
  readonly sharing: number;
}

function physicalsOf(engine: Engine, { id }: ManagedHere): Physical[] {
  const ports = sriovPortsOf(engine, id);
  return physicalPortsOf(engine, id).map((physical) => ({
    ...physical,
    sharing: ports.filter((port) => isSamePhysical(port, physical)).length,
  }));
}

const unknown = (name: string): Attribute<unknown> => ({ name, value: () => undefined });
const adapterId: Attribute<PhysicalPort> = { name: 'adapter_id', value: ({ adapter }) => adapter };
const ofAdapters = {
  filters: ['adapter_ids'],
  passes: (port: PhysicalPort, filters: Parameters<typeof passes>[0]) =>
    passes(filters, 'adapter_ids', port.adapter),
};

export const sriovAdapters: AnyListed = listed<Physical>({
  attributes: [
    adapterId,
    unknown('slot_id'),
    { name: 'config_state', value: () => 'sriov' },
    { name: 'functional_state', value: () => 1 },
    unknown('phys_loc'),
    unknown('phys_ports'),
    unknown('logical_ports'),
    unknown('adapter_max_logical_ports'),
    { name: 'sriov_status', value: () => 'running' },
  ],
  ...ofAdapters,
  rows: (engine, system) =>
    physicalsOf(engine, system).filter(({ adapter }, place, all) => all[place - 1]?.adapter !== adapter),
});

export const sriovPhysicalPorts: AnyListed = listed<Physical>({
  attributes: [
    adapterId,
    { name: 'phys_port_id', value: ({ physical }) => physical },
    { name: 'phys_port_type', value: () => 'eth' },
    unknown('phys_port_loc'),
    { name: 'state', value: () => 1 },
    { name: 'config_logical_ports', value: ({ sharing }) => sharing },
    unknown('phys_port_max_logical_ports'),
    { name: 'curr_eth_logical_ports', value: ({ sharing }) => sharing },
  ],
  ...ofAdapters,
  rows: physicalsOf,
});

export const sriovLogicalPorts: AnyListed = listed<SriovPort>({
  attributes: [
    { name: 'config_id', value: () => 0 },
    { name: 'lpar_name', value: ({ lpar_name }) => lpar_name },
    { name: 'lpar_id', value: ({ lpar_id }) => lpar_id },
    { name: 'lpar_state', value: ({ lpar_state }) => lpar_state },
    { name: 'is_required', value: ({ required }) => required },
    adapterId,
    { name: 'logical_port_id', value: ({ logical }) => logical },
    { name: 'logical_port_type', value: () => 'eth' },
    { name: 'phys_port_id', value: ({ physical }) => physical },
    { name: 'functional_state', value: () => 1 },
    { name: 'capacity', value: ({ capacity }) => formatCapacity(capacity) },
    { name: 'max_capacity', value: () => '100.0' },
  ],
  ...ofAdapters,
  ofPartitions: ({ lpar_id }) => lpar_id,
  rows: (engine, { id }) => sriovPortsOf(engine, id),
});

/** Ports of kinds that no adapter of the lab has. */
export const noPorts = (of: 'logical' | 'physical'): AnyListed =>
  (of === 'logical' ? sriovLogicalPorts : sriovPhysicalPorts).use((list) =>
    listed({ ...list, rows: () => [] }),
  );

const nothing = (names: string): AnyListed =>
  listed<never>({
    attributes: names.split(' ').map((name) => ({ name, value: () => undefined })),
    filters: ['slots'],
    ofPartitions: () => null,
    rows: () => [],
  });

/** Virtual NICs and their backing devices, which no partition of the lab has. */
export const virtualNics = nothing(
  'lpar_name lpar_id slot_num desired_mode curr_mode auto_priority_failover port_vlan_id pvid_priority allowed_vlan_ids mac_addr allowed_os_mac_addrs backing_devices backing_device_states',
);
export const virtualNicDevices = nothing(
  'lpar_name lpar_id type adapter_id physical_port_id logical_port_id capacity desired_capacity max_capacity desired_max_capacity failover_priority is_active status',
);
