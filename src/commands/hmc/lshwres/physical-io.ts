import { type IoSlot, ioSlotsOf } from '../../../state/frames/systems.ts';
import { type AnyListed, listed, passes } from './listed.ts';

/** Physical slots; attributes and order as captured. */
export const ioSlots: AnyListed = listed<IoSlot>({
  attributes: [
    { name: 'unit_phys_loc', value: (slot) => slot.unit },
    { name: 'bus_id', value: (slot) => slot.bus },
    { name: 'phys_loc', value: (slot) => slot.location },
    { name: 'drc_index', value: (slot) => slot.drc_index },
    { name: 'lpar_name', value: (slot) => slot.owner_name ?? undefined },
    { name: 'lpar_id', value: (slot) => slot.owner_id ?? 'none' },
    { name: 'slot_io_pool_id', value: (slot) => slot.pool ?? 'none' },
    { name: 'description', value: (slot) => slot.description },
    { name: 'feature_codes', value: (slot) => slot.features.split(',') },
    { name: 'pci_vendor_id', value: (slot) => slot.vendor },
    { name: 'pci_device_id', value: (slot) => slot.device },
    { name: 'pci_subs_vendor_id', value: (slot) => slot.subs_vendor },
    { name: 'pci_subs_device_id', value: (slot) => slot.subs_device },
    { name: 'pci_class', value: (slot) => slot.class },
    { name: 'pci_revision_id', value: (slot) => slot.revision },
    { name: 'bus_grouping', value: () => 0 },
    { name: 'iop', value: () => 0 },
    { name: 'parent_slot_drc_index', value: () => 'none' },
    { name: 'drc_name', value: (slot) => slot.drc_name },
    { name: 'interposer_present', value: () => 0 },
    { name: 'interposer_pcie', value: () => 0 },
  ],
  filters: ['units', 'buses', 'slots', 'pools'],
  ofPartitions: (slot) => slot.owner_id,
  passes: (slot, filters) =>
    passes(filters, 'units', slot.unit) &&
    passes(filters, 'buses', slot.bus) &&
    passes(filters, 'slots', slot.drc_index) &&
    passes(filters, 'pools', slot.pool ?? 'none'),
  rows: (engine, system) => ioSlotsOf(engine, system.id),
});

/** The units that the slots are in. */
export const ioUnits: AnyListed = listed<string>({
  attributes: [{ name: 'unit_phys_loc', value: (unit) => unit }],
  filters: ['units'],
  passes: (unit, filters) => passes(filters, 'units', unit),
  rows: (engine, system) => [...new Set(ioSlotsOf(engine, system.id).map((slot) => slot.unit))],
});

/** The buses that the slots are on (recalled attributes; the index has the form of a captured one). */
export const ioBuses: AnyListed = listed<Pick<IoSlot, 'bus' | 'unit'>>({
  attributes: [
    { name: 'unit_phys_loc', value: ({ unit }) => unit },
    { name: 'bus_id', value: ({ bus }) => bus },
    { name: 'backplane_phys_loc', value: () => 'P1' },
    { name: 'drc_index', value: ({ bus }) => `2000${bus.toString(16).toUpperCase().padStart(4, '0')}` },
    { name: 'drc_name', value: ({ unit }) => `${unit}-P1` },
  ],
  filters: ['units', 'buses'],
  passes: ({ unit, bus }, filters) => passes(filters, 'units', unit) && passes(filters, 'buses', bus),
  rows: (engine, system) => {
    const buses = new Map(ioSlotsOf(engine, system.id).map((slot) => [slot.bus, slot]));
    return [...buses.values()];
  },
});
