import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Change } from '../../state/change.ts';
import { setDevices } from '../../state/wpar-writes.ts';
import { devicesOf, mountsOf, type Wpar, type WparDevice } from '../../state/wpars.ts';
import { type Allocation, allocate, type ExportRule } from './devices.ts';
import { checkRootvgRoom, releaseDisk, takeDisk } from './rootvg.ts';
import type { Stanza } from './specification.ts';
import { deviceHolder } from './start.ts';
import { isRunning } from './states.ts';

/**
 * `chwpar -D`: allocates a device, or changes one that the WPAR has. An active WPAR gets it at once, unless it is
 * exported elsewhere.
 * @throws Failure
 */
export function addDevices(
  change: Change,
  wpar: Wpar,
  stanzas: readonly Stanza[],
  rules: readonly ExportRule[],
): string {
  for (const stanza of stanzas) addDevice(change, wpar, stanza, rules);
  return `devices ${stanzas.map((each) => each.devname ?? each.devid).join(' ')}`;
}

function addDevice(change: Change, wpar: Wpar, stanza: Stanza, rules: readonly ExportRule[]): void {
  const devices = devicesOf(change.engine, wpar.id);
  const allocation = allocate(change.engine, wpar.host, stanza, { rules, file: wpar.devices });
  const now = devices.find((each) => each.name === allocation.device.name);
  const next = merge(now, allocation.device, stanza);
  if (allocation.disk && wpar.checkpointable === 1 && next.rootvg === 0) {
    throw failure(messages.checkpointDevice, { device: next.name });
  }
  const other = isRunning(wpar.state) ? deviceHolder(change, wpar, next.name) : undefined;
  if (other !== undefined) throw failure(messages.deviceExported, { device: next.name, other });
  if (next.rootvg === 1 && now?.rootvg !== 1) joinRootvg(change, wpar, allocation);
  const kept = now ? devices.map((each) => (each === now ? next : each)) : [...devices, next];
  if (next.rootvg === 0 && now?.rootvg === 1) leaveRootvg(change, wpar, now, kept);
  setDevices(change.engine, wpar.id, kept);
}

// What the flag does not say about a device stays.
function merge(now: WparDevice | undefined, asked: WparDevice, stanza: Stanza): WparDevice {
  if (!now) return asked;
  const rootvg = stanza.rootvg === undefined ? now.rootvg : asked.rootvg;
  return {
    ...asked,
    virtual: stanza.vdevname ?? now.virtual,
    device_id: stanza.devid ?? now.device_id,
    rootvg,
    bootset: rootvg === 0 ? null : Number(stanza.bootset ?? now.bootset ?? 0),
  };
}

function joinRootvg(change: Change, wpar: Wpar, { device, disk }: Allocation): void {
  if (wpar.rootvg === 0) throw failure(messages.rootvgOnly, { name: wpar.name });
  if (disk?.volume_group) throw failure(messages.deviceBusy, { device: device.name });
  takeDisk(change, wpar, device.name);
}

// `rootvg=no` takes a disk out of the rootvg (capture notes), if the boot set has others and they are enough.
function leaveRootvg(change: Change, wpar: Wpar, disk: WparDevice, left: readonly WparDevice[]): void {
  const { name, bootset } = disk;
  if (isRunning(wpar.state)) throw failure(messages.deviceBusy, { device: name });
  if (!left.some((each) => each.bootset === bootset)) {
    throw failure(messages.bootsetDisk, { device: name, bootset: bootset ?? 0 });
  }
  checkRootvgRoom(change.engine, wpar, left, mountsOf(change.engine, wpar.id));
  releaseDisk(change, wpar.host, name);
}

/**
 * `chwpar -K -D`: from an inactive WPAR a device is just removed from the configuration; from an active one it is
 * unconfigured first, and if it is in use the whole command fails. A disk of a boot set goes with its boot set.
 * @throws Failure
 */
export function removeDevice(change: Change, wpar: Wpar, stanza: Stanza): string {
  const device = stanza.devname ?? stanza.devid ?? '';
  if (device === '') throw failure(messages.deviceNeeds, {});
  const devices = devicesOf(change.engine, wpar.id);
  const found = devices.find((each) => each.name === device || each.device_id === device);
  if (!found) throw failure(messages.noSuchDevice, { name: wpar.name, device });
  if (found.rootvg === 1) {
    if (isRunning(wpar.state)) throw failure(messages.deviceBusy, { device });
    throw failure(messages.bootsetDisk, { device, bootset: found.bootset ?? 0 });
  }
  setDevices(
    change.engine,
    wpar.id,
    devices.filter((each) => each !== found),
  );
  return `device ${device} removed`;
}
