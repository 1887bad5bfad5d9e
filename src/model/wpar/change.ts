import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import { type Host, hostDetails, interfacesOf } from '../../state/hosts.ts';
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
import { assignBootset, setBootList } from './bootsets.ts';
import { allocate, type ExportRule } from './devices.ts';
import { checkBaseDirectory } from './directories.ts';
import { kernelExtensions } from './kexts.ts';
import { changeMounts } from './mount-changes.ts';
import { checkHostname, checkName } from './names.ts';
import { resolveNetworks, resolveRoutes } from './networks.ts';
import { choosePrivileges } from './privileges.ts';
import { checkResources } from './resources.ts';
import { checkArchitecture, freeHostname } from './settings.ts';
import type { Specification, Stanza } from './specification.ts';
import { deviceHolder } from './start.ts';
import { isRunning } from './states.ts';

/** What chwpar is to change: `general` has only what was given. */
export interface ChangeRequest extends Specification {
  /** `-a` */
  readonly automatic: boolean;
  /** `-F` */
  readonly force: boolean;
  readonly bootsets: readonly Stanza[];
  readonly bootList: string | undefined;
  readonly uuid: string | undefined;
  readonly exportRules: readonly ExportRule[];
  readonly privilegesNow: readonly string[];
}

/**
 * Changes a WPAR: all of it or nothing (the transaction of the caller).
 * @throws Failure
 */
export function changeWpar(change: Change, host: Host, wpar: Wpar, request: ChangeRequest): void {
  const done = [
    changeGeneral(change, host, wpar, request),
    addNetworks(change, wpar, request),
    addRoutes(change, wpar, request),
    request.mounts.length > 0 && changeMounts(change, host, wpar, request.mounts),
    addDevices(change, wpar, request),
    request.bootsets.length > 0 && assignBootset(change, wpar, request.bootsets, request.exportRules),
    request.bootList !== undefined && setBootList(change, wpar, request.bootList),
    addKexts(change, wpar, request),
    mergeResources(change, wpar, request),
    changeSecurity(change, wpar, request),
  ];
  for (const what of done) if (typeof what === 'string') change.note(wpar.host, wpar.name, what);
}

function changeGeneral(change: Change, host: Host, wpar: Wpar, request: ChangeRequest): string | undefined {
  const { general } = request;
  const columns: { -readonly [Key in keyof Wpar]?: Wpar[Key] } = {};
  if (general.name !== undefined) columns.name = rename(change, wpar, general.name);
  if (general.directory !== undefined)
    columns.directory = moveBase(change, wpar, general.directory, request.force);
  if (general.hostname !== undefined)
    columns.hostname = chooseHostname(change, wpar, general.hostname, request);
  if (general.auto !== undefined) {
    if (wpar.type === 'A') throw failure(messages.notApplication, { name: wpar.name, what: 'the -A flag' });
    columns.auto = 1;
  }
  if (general.checkpointable !== undefined) columns.checkpointable = allowCheckpoint(change, host, wpar);
  if (general.routing !== undefined) columns.routing = 1;
  if (general.xwparipc !== undefined) columns.ipc = 1;
  if (general.script !== undefined) columns.script = general.script;
  if (general.architecture !== undefined) columns.architecture = checkArchitecture(general.architecture);
  if (request.uuid !== undefined) columns.uuid = chooseUuid(change, wpar, request.uuid);
  updateWpar(change.engine, wpar.id, columns);
  const what = Object.entries(columns).map(([column, value]) => `${column}=${value}`);
  return what.length > 0 ? what.join(' ') : undefined;
}

// chwpar page: base directory and name only while it is stopped (rename: Defined, ahix.fr 998).
function requireStopped(wpar: Wpar, what: string): void {
  if (wpar.state !== 'D') throw failure(messages.mustBeStopped, { name: wpar.name, what });
}

function rename(change: Change, wpar: Wpar, name: string): string {
  requireStopped(wpar, 'name');
  checkName(name);
  const taken = change.engine.get('SELECT 1 FROM wpar WHERE host = ? AND name = ?', wpar.host, name);
  if (taken) throw failure(messages.nameTaken, { name });
  return name;
}

function moveBase(change: Change, wpar: Wpar, directory: string, force: boolean): string {
  requireStopped(wpar, 'base directory');
  checkBaseDirectory(change.engine, directory, { host: wpar.host, wpar: wpar.id, force, preserved: false });
  return directory;
}

function chooseHostname(change: Change, wpar: Wpar, hostname: string, request: ChangeRequest): string {
  checkHostname(hostname);
  return freeHostname(change.engine, wpar.host, hostname, {
    name: wpar.name,
    automatic: request.automatic,
    wpar: wpar.id,
  });
}

function allowCheckpoint(change: Change, host: Host, wpar: Wpar): 1 {
  if (!hostDetails(host).software.includes('mcr.rte')) {
    throw failure(messages.productMissing, { flag: '-c', fileset: 'mcr.rte' });
  }
  const device = devicesOf(change.engine, wpar.id).find(
    (each) => !each.name.startsWith('/dev/') && each.rootvg === 0,
  );
  if (device) throw failure(messages.checkpointDevice, { device: device.name });
  return 1;
}

function chooseUuid(change: Change, wpar: Wpar, asked: string): string {
  if (asked === '') return change.uuid();
  const uuid = asked.toLowerCase();
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(uuid))
    throw failure(messages.uuidInvalid, { uuid });
  const other = change.engine.get<{ name: string }>(
    'SELECT name FROM wpar WHERE host = ? AND uuid = ? AND id <> ?',
    wpar.host,
    uuid,
    wpar.id,
  );
  if (other) throw failure(messages.uuidTaken, { uuid, other: other.name });
  return uuid;
}

// An address that the WPAR has is changed, another one is added.
function addNetworks(change: Change, wpar: Wpar, request: ChangeRequest): string | undefined {
  if (request.networks.length === 0) return undefined;
  const user = { host: wpar.host, name: wpar.name, wpar: wpar.id, automatic: request.automatic, twin: false };
  const current = networksOf(change.engine, wpar.id);
  const stanzas = request.networks.map((stanza) => {
    const known = current.find((each) => each.address === (stanza.address ?? stanza.address6));
    if (!known) return stanza;
    const kept = stanza.address6 === undefined ? { netmask: known.mask } : { prefixlen: known.mask };
    return { interface: known.interface, ...kept, ...stanza };
  });
  const wanted = resolveNetworks(change.engine, stanzas, user);
  const replaced = new Map(wanted.map((each) => [each.address, each]));
  const kept = current.map((each) => replaced.get(each.address) ?? each);
  const added = wanted.filter((each) => !current.some((one) => one.address === each.address));
  setNetworks(change.engine, wpar.id, [...kept, ...added]);
  return `network ${wanted.map((each) => each.address).join(' ')}`;
}

function addRoutes(change: Change, wpar: Wpar, request: ChangeRequest): string | undefined {
  if (request.routes.length === 0) return undefined;
  const interfaces = interfacesOf(change.engine, wpar.host).map((each) => each.name);
  const wanted = resolveRoutes(request.routes, interfaces);
  const same = (a: { destination: string; gateway: string }, b: { destination: string; gateway: string }) =>
    a.destination === b.destination && a.gateway === b.gateway;
  const kept = routesOf(change.engine, wpar.id).filter((each) => !wanted.some((one) => same(one, each)));
  setRoutes(change.engine, wpar.id, [...kept, ...wanted]);
  updateWpar(change.engine, wpar.id, { routing: 1 });
  return `routes to ${wanted.map((each) => each.destination).join(' ')}`;
}

function addDevices(change: Change, wpar: Wpar, request: ChangeRequest): string | undefined {
  if (request.devices.length === 0) return undefined;
  let devices = devicesOf(change.engine, wpar.id);
  for (const stanza of request.devices) {
    const { device, disk } = allocate(change.engine, wpar.host, stanza, {
      rules: request.exportRules,
      file: wpar.devices,
    });
    if (device.rootvg === 1 && wpar.rootvg === 0) throw failure(messages.rootvgOnly, { name: wpar.name });
    if (disk && wpar.checkpointable === 1 && device.rootvg === 0) {
      throw failure(messages.checkpointDevice, { device: device.name });
    }
    // An active WPAR gets the device at once, unless it is exported elsewhere.
    const other = isRunning(wpar.state) ? deviceHolder(change, wpar, device.name) : undefined;
    if (other !== undefined) throw failure(messages.deviceExported, { device: device.name, other });
    devices = [...devices.filter((each) => each.name !== device.name), device];
  }
  if (wpar.rootvg === 1 && !devices.some((each) => each.rootvg === 1)) {
    throw failure(messages.deviceBusy, { device: request.devices[0]?.devname ?? '' });
  }
  setDevices(change.engine, wpar.id, devices);
  return `devices ${request.devices.map((each) => each.devname ?? each.devid).join(' ')}`;
}

function addKexts(change: Change, wpar: Wpar, request: ChangeRequest): string | undefined {
  if (request.kexts.length === 0) return undefined;
  const wanted = kernelExtensions(request.kexts);
  const kept = kextsOf(change.engine, wpar.id).filter(
    (each) => !wanted.some((one) => one.kext === each.kext),
  );
  setKexts(change.engine, wpar.id, [...kept, ...wanted]);
  return `kernel extensions ${wanted.map((each) => each.kext).join(' ')}`;
}

function mergeResources(change: Change, wpar: Wpar, request: ChangeRequest): string | undefined {
  const given = Object.entries(request.resources);
  if (given.length === 0) return undefined;
  const all = checkResources({ ...resourcesOf(change.engine, wpar.id), ...request.resources });
  setResources(change.engine, wpar.id, all);
  updateWpar(change.engine, wpar.id, { resource_control: all.active === 'no' ? 0 : 1 });
  return given.map(([attribute, value]) => `${attribute}=${value}`).join(' ');
}

function changeSecurity(change: Change, wpar: Wpar, request: ChangeRequest): string | undefined {
  if (Object.keys(request.security).length === 0) return undefined;
  const privileges = choosePrivileges(request.security, request.privilegesNow)?.join(',') ?? null;
  updateWpar(change.engine, wpar.id, {
    privileges,
    ...(request.security.secfile === undefined ? {} : { secfile: request.security.secfile }),
  });
  return 'privileges';
}
