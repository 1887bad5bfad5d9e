/** Virtual adapters as elements of a profile's lists, `slot/type/...` as captured. */
import type { AdapterKind, VirtualAdapter } from '../../../state/frames/adapters.ts';

const remote = (each: VirtualAdapter) =>
  `${each.remote_lpar ?? 'any'}/${each.remote_name ?? ''}/${each.remote_slot ?? 'any'}`;

export const serialElement = (each: VirtualAdapter) =>
  `${each.slot}/${each.side}/${each.supports_hmc}/${remote(each)}/${each.required}`;

export const scsiElement = (each: VirtualAdapter) =>
  `${each.slot}/${each.side}/${remote(each)}/${each.required}`;

export const fcElement = (each: VirtualAdapter) =>
  `${each.slot}/${each.side}/${remote(each)}/${each.wwpns ?? ''}/${each.required}`;

/** From POWER6 on four more fields (captures); the MAC address only where somebody chose it, which is not kept. */
export function ethElement(each: VirtualAdapter, power6: boolean): string {
  const early = `${each.slot}/${each.ieee}/${each.vlan}/${each.vlans}/${each.trunk_priority ?? 0}/${each.required}`;
  return power6 ? `${early}/${each.switch_name}//${each.allowed_macs}/${each.qos}` : early;
}

/** The list of a profile that has the adapters of a kind, and how they stand in it; VASI adapters stand in none. */
export function elementOf(each: VirtualAdapter, power6: boolean): string | undefined {
  if (each.kind === 'eth') return ethElement(each, power6);
  if (each.kind === 'scsi') return scsiElement(each);
  if (each.kind === 'fc') return fcElement(each);
  return each.kind === 'serial' ? serialElement(each) : undefined;
}

export const profileList: Readonly<Partial<Record<AdapterKind, string>>> = {
  eth: 'virtual_eth_adapters',
  fc: 'virtual_fc_adapters',
  scsi: 'virtual_scsi_adapters',
  serial: 'virtual_serial_adapters',
};
