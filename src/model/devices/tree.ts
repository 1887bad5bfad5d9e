import type { Engine } from '../../state/engine.ts';
import type { Host } from '../../state/hosts.ts';
import { clientDevices } from './client.ts';
import { type Device, placeOf } from './device.ts';
import { serverDevices } from './server.ts';

/**
 * The devices of a VIO server or an AIX host, from the rows of its partition: by the time a slot is filled the device is
 * there. Adapters by name, disks, target devices, shared Ethernet adapters, interfaces.
 */
export function devicesOf(engine: Engine, host: Host): Device[] {
  const place = placeOf(engine, host);
  return host.platform === 'vios' ? serverDevices(place) : clientDevices(place);
}

/** Devices that hang on another one. */
export function childrenOf(devices: readonly Device[], parent: string): Device[] {
  return devices.filter((each) => each.parent === parent);
}
