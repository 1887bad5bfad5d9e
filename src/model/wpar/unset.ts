import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Change } from '../../state/change.ts';
import type { Host } from '../../state/hosts.ts';
import { changeDetails, setKexts, setResources, setRoutes, updateWpar } from '../../state/wpar-writes.ts';
import { kextsOf, resourcesOf, type Wpar } from '../../state/wpars.ts';
import { removeBootset } from './bootsets.ts';
import { setResourceControl } from './change.ts';
import { removeDevice } from './change-devices.ts';
import { removeNetwork, removeRoute } from './change-networks.ts';
import { removeMount } from './mount-changes.ts';
import type { Stanza } from './specification.ts';

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
  if (request.bootList) {
    columns.bootset = 0;
    changeDetails(change.engine, wpar, { bootList: [] });
  }
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

function removeKext(change: Change, wpar: Wpar, stanza: Stanza): string {
  const kext = stanza.kext ?? stanza.exportfile ?? '';
  if (kext === '') throw failure(messages.kextNeeds, {});
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
  if (!left.some(([attribute]) => attribute === 'active')) setResourceControl(change, wpar, true);
  return `resource controls back to their defaults: ${names.length > 0 ? names.join(' ') : 'all'}`;
}
