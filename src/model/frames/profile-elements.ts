/** The documented elements of a profile's adapter lists, from the adapters of a partition. */
import type { VirtualAdapter } from '../../state/frames/adapters.ts';

const remote = (each: VirtualAdapter) =>
  `${each.remote_lpar ?? 'any'}/${each.remote_name ?? ''}/${each.remote_slot ?? 'any'}`;

const serialElement = (each: VirtualAdapter) =>
  `${each.slot}/${each.side}/${each.supports_hmc}/${remote(each)}/${each.required}`;

const scsiElement = (each: VirtualAdapter) => `${each.slot}/${each.side}/${remote(each)}/${each.required}`;

const fcElement = (each: VirtualAdapter) =>
  `${each.slot}/${each.side}/${remote(each)}/${each.wwpns ?? ''}/${each.required}`;

// From POWER6 on four more fields (captures); the MAC address only where somebody chose it, which is not kept.
function ethElement(each: VirtualAdapter, power6: boolean): string {
  const early = `${each.slot}/${each.ieee}/${each.vlan}/${each.vlans}/${each.trunk_priority ?? 0}/${each.required}`;
  return power6 ? `${early}/${each.switch_name}//${each.allowed_macs}/${each.qos}` : early;
}

/**
 * The adapter lists of a profile.
 * @param adapters all virtual adapters of the partition
 * @param power6 the system is POWER6 or later: it has virtual Fibre Channel
 */
export function adapterLists(
  adapters: readonly VirtualAdapter[],
  power6: boolean,
): Readonly<Record<string, readonly string[]>> {
  const bySlot = [...adapters].sort((a, b) => a.slot - b.slot);
  const elements = (kind: VirtualAdapter['kind'], element: (each: VirtualAdapter) => string) =>
    bySlot.filter((each) => each.kind === kind).map(element);
  return {
    virtual_serial_adapters: elements('serial', serialElement),
    virtual_scsi_adapters: elements('scsi', scsiElement),
    virtual_eth_adapters: elements('eth', (each) => ethElement(each, power6)),
    ...(power6 ? { virtual_fc_adapters: elements('fc', fcElement) } : {}),
  };
}
