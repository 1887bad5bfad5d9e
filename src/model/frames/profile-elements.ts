/** The documented elements of a profile's adapter lists, from the adapters of a partition. */
import type { VirtualAdapter } from '../../state/frames/adapters.ts';
import { ethElement, fcElement, scsiElement, serialElement } from './virtual-adapters/elements.ts';

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
