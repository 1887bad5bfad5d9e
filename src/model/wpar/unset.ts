import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Host } from '../../state/hosts.ts';
import type { Change } from '../../state/lab.ts';
import {
  devicesOf,
  kextsOf,
  networksOf,
  resourcesOf,
  routesOf,
  setDevices,
  setKexts,
  setNetworks,
  setResources,
  setRoutes,
  updateWpar,
  type Wpar,
} from '../../state/wpars.ts';
import { removeBootset } from './bootsets.ts';
import { removeMount } from './mount-changes.ts';
import type { Stanza } from './specification.ts';
import { isRunning } from './states.ts';

/** What `chwpar -K` is to take away; where there is a default, it comes back. */
export interface UnsetRequest {
  readonly auto: boolean;
  readonly bootList: boolean;
  readonly bootset: Stanza | undefined;
  readonly checkpointable: boolean;
  readonly devices: readonly Stanza[];
  readonly routing: boolean;
  readonly routes: readonly Stanza[];
  readonly mounts: readonly Stanza[];
  readonly networks: readonly Stanza[];
  /** Attribute names; none: all of them. Undefined: not asked. */
  readonly resources: readonly string[] | undefined;
  readonly security: boolean;
  readonly script: boolean;
  readonly ipc: boolean;
  readonly kexts: readonly Stanza[];
}

/**
 * @throws Failure for anything the WPAR has not got; nothing is changed then (the transaction of the caller)
 */
export function unsetWpar(change: Change, _host: Host, wpar: Wpar, request: UnsetRequest): void {
  const done = [
    unsetColumns(change, wpar, request),
    ...request.networks.map((stanza) => removeNetwork(change, wpar, stanza)),
    ...request.routes.map((stanza) => removeRoute(change, wpar, stanza)),
    ...request.mounts.map((stanza) => removeMount(change, wpar, stanza)),
    ...request.devices.map((stanza) => removeDevice(change, wpar, stanza)),
    ...request.kexts.map((stanza) => removeKext(change, wpar, stanza)),
    request.bootset && removeBootset(change, wpar, request.bootset.bootset),
    request.resources && unsetResources(change, wpar, request.resources),
  ];
  for (const what of done) if (what) change.note(wpar.host, wpar.name, what);
}

function unsetColumns(change: Change, wpar: Wpar, request: UnsetRequest): string {
  const columns: { -readonly [Key in keyof Wpar]?: Wpar[Key] } = {};
  if (request.auto) columns.auto = 0;
  if (request.checkpointable) columns.checkpointable = 0;
  if (request.routing) columns.routing = 0;
  if (request.ipc) columns.ipc = 0;
  if (request.script) columns.script = '';
  if (request.bootList) columns.bootset = 0;
  if (request.security) {
    columns.privileges = null;
    columns.secfile = '/etc/wpars/secattrs';
  }
  updateWpar(change.engine, wpar.id, columns);
  if (request.routing) setRoutes(change.engine, wpar.id, []);
  return Object.keys(columns)
    .map((column) => `${column} back to its default`)
    .join(', ');
}

function removeNetwork(change: Change, wpar: Wpar, stanza: Stanza): string {
  const address = stanza.address ?? stanza.address6 ?? '';
  if (address === '') throw failure(messages.addressMissing, {});
  const networks = networksOf(change.engine, wpar.id);
  const kept = networks.filter((each) => each.address !== address);
  if (kept.length === networks.length) throw failure(messages.noSuchAddress, { name: wpar.name, address });
  setNetworks(change.engine, wpar.id, kept);
  return `network ${address} removed`;
}

function removeRoute(change: Change, wpar: Wpar, stanza: Stanza): string {
  const { rtdest: destination, rtgateway: gateway } = stanza;
  if (!destination || !gateway) throw failure(messages.routeIncomplete, {});
  const routes = routesOf(change.engine, wpar.id);
  const kept = routes.filter((each) => each.destination !== destination || each.gateway !== gateway);
  if (kept.length === routes.length)
    throw failure(messages.noSuchRoute, { name: wpar.name, destination, gateway });
  setRoutes(change.engine, wpar.id, kept);
  return `route to ${destination} removed`;
}

// From an inactive WPAR a device is just removed from the configuration; from an active one it is unconfigured first,
// and if it is in use the whole command fails. A disk of the rootvg is in use while its boot set exists.
function removeDevice(change: Change, wpar: Wpar, stanza: Stanza): string {
  const name = stanza.devname ?? stanza.devid ?? '';
  const devices = devicesOf(change.engine, wpar.id);
  const found = devices.find((each) => each.name === name || each.device_id === name);
  if (!found) throw failure(messages.noSuchDevice, { name: wpar.name, device: name });
  if (found.rootvg === 1) {
    if (isRunning(wpar.state)) throw failure(messages.deviceBusy, { device: name });
    throw failure(messages.bootsetDisk, { device: name, bootset: found.bootset ?? 0 });
  }
  setDevices(
    change.engine,
    wpar.id,
    devices.filter((each) => each !== found),
  );
  return `device ${name} removed`;
}

function removeKext(change: Change, wpar: Wpar, stanza: Stanza): string {
  const kext = stanza.kext ?? '';
  const kexts = kextsOf(change.engine, wpar.id);
  const kept = kexts.filter((each) => each.kext !== kext);
  if (kept.length === kexts.length) throw failure(messages.noSuchKext, { name: wpar.name, kext });
  setKexts(change.engine, wpar.id, kept);
  return `kernel extension ${kext} removed`;
}

function unsetResources(change: Change, wpar: Wpar, names: readonly string[]): string {
  const now = resourcesOf(change.engine, wpar.id);
  const left = Object.entries(now).filter(([attribute]) => names.length > 0 && !names.includes(attribute));
  setResources(change.engine, wpar.id, Object.fromEntries(left));
  if (!left.some(([attribute]) => attribute === 'active'))
    updateWpar(change.engine, wpar.id, { resource_control: 1 });
  return `resource controls back to their defaults: ${names.length > 0 ? names.join(' ') : 'all'}`;
}
