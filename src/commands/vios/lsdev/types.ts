import type { Device } from '../../../model/devices/device.ts';

type Test = (device: Device, all: readonly Device[]) => boolean;

const isEthernet: Test = ({ name, class: of }) => of === 'adapter' && /^ent\d+$/.test(name);

// Under a shared adapter or in an aggregation: it serves nothing else.
const isUsed: Test = ({ name }, all) =>
  all.some(({ class: of, backing = '' }) => of === 'adapter' && backing.split(',').includes(name));

/** What `-type` names (recalled list). Media of kinds that no VIO server of parlab has are never there. */
export const deviceTypes: Readonly<Record<string, Test>> = {
  adapter: (device) => device.class === 'adapter',
  disk: (device) => device.class === 'disk',
  ent4ip: (device, all) => isEthernet(device, all) && !isUsed(device, all),
  ent4sea: (device, all) =>
    (device.kind === 'ethernet' || device.kind === 'aggregation') && !isUsed(device, all),
  lv: (device) => device.class === 'logical_volume',
  optical: (device) => device.class === 'cdrom',
  sea: (device) => device.kind === 'sea',
  tape: (device) => device.class === 'tape',
  tape4mpio: (device) => device.class === 'tape',
  tape4vtd: (device) => device.class === 'tape',
  usb_disk: (device) => device.class === 'usbms',
  util: (device) => device.class === 'util',
};
