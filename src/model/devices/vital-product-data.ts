import type { VitalProductData } from '../../format/vital-product-data.ts';
import type { Device } from './device.ts';

// Node names of the virtual I/O bus; l-lan is captured, the rest recalled.
const nodes: Readonly<Record<string, { readonly name: string; readonly type: string }>> = {
  'IBM,l-lan': { name: 'l-lan', type: 'network' },
  'IBM,v-scsi': { name: 'v-scsi', type: 'vscsi' },
  'IBM,v-scsi-host': { name: 'v-scsi-host', type: 'v-scsi-host' },
  'IBM,vfc-client': { name: 'vfc-client', type: 'fcp' },
  'IBM,vfc-server': { name: 'vfc-server', type: 'fcp' },
  hvterm1: { name: 'vty', type: 'serial' },
};

/** The vital product data of a device: virtual ones have little of it. */
export function vitalProductData(device: Device): VitalProductData {
  const { name, physloc, address, slot } = device;
  const size = device.class === 'disk' && device.size ? ` (${device.size} MB)` : '';
  const description = `${device.description}${size}`;
  const facts: (readonly [string, string])[] = [];
  if (address !== undefined && device.class === 'adapter') facts.push(['Network Address', address]);
  if (device.kind === 'l-lan') facts.push(['Displayable Message', device.description]);
  if (physloc !== '') facts.push(['Hardware Location Code', physloc]);
  const node = nodes[device.type];
  return {
    ...{ name, physloc, description, facts },
    ...(node &&
      slot !== undefined && {
        node: { ...node, node: `${node.name}@${(0x3000_0000 + slot).toString(16)}` },
      }),
  };
}
