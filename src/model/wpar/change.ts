import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Change } from '../../state/change.ts';
import { type Host, hostDetails } from '../../state/hosts.ts';
import { setKexts, setResources, updateWpar } from '../../state/wpar-writes.ts';
import { devicesOf, kextsOf, resourcesOf, type Wpar } from '../../state/wpars.ts';
import { assignBootset, setBootList } from './bootsets.ts';
import { addDevices } from './change-devices.ts';
import { addNetworks, addRoutes } from './change-networks.ts';
import { checkControlledLimit } from './create.ts';
import type { ExportRule } from './devices.ts';
import { checkBaseDirectory, cleanDirectory } from './directories.ts';
import { kernelExtensions } from './kexts.ts';
import { changeMounts } from './mount-changes.ts';
import { checkHostname, checkName } from './names.ts';
import { rootvgOf } from './paths.ts';
import { choosePrivileges } from './privileges.ts';
import { checkResources } from './resources.ts';
import { checkArchitecture, freeHostname } from './settings.ts';
import type { Specification, Stanza } from './specification.ts';

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
  if (wpar.type === 'A') refuseForApplications(wpar, request);
  const given = (list: readonly unknown[]) => list.length > 0;
  const { networks, routes, mounts, devices, bootsets, exportRules } = request;
  const done = [
    changeGeneral(change, host, wpar, request),
    given(networks) && addNetworks(change, wpar, networks, request.automatic),
    given(routes) && addRoutes(change, wpar, routes),
    given(mounts) && changeMounts(change, host, wpar, mounts),
    given(devices) && addDevices(change, wpar, devices, exportRules),
    given(bootsets) && assignBootset(change, wpar, bootsets, exportRules),
    request.bootList !== undefined && setBootList(change, wpar, request.bootList),
    addKexts(change, wpar, request),
    mergeResources(change, wpar, request),
    changeSecurity(change, wpar, request),
  ];
  for (const what of done) if (typeof what === 'string') change.note(wpar.host, wpar.name, what);
}

// -A is not valid for application WPARs (chwpar page); what wparexec has no flag for, they cannot get later either.
function refuseForApplications(wpar: Wpar, request: ChangeRequest): void {
  const { general } = request;
  const refused: readonly (readonly [string, boolean])[] = [
    ['the -A flag', general.auto !== undefined],
    ['the -d flag', general.directory !== undefined],
    ['the -D flag', request.devices.length > 0],
    ['the -S flag', Object.keys(request.security).length > 0],
    ['the -X flag', request.kexts.length > 0],
  ];
  const what = refused.find(([, given]) => given)?.[0];
  if (what !== undefined) throw failure(messages.notApplication, { name: wpar.name, what });
}

function changeGeneral(change: Change, host: Host, wpar: Wpar, request: ChangeRequest): string | undefined {
  const { general } = request;
  const columns: { -readonly [Key in keyof Wpar]?: Wpar[Key] } = {};
  if (general.name !== undefined) columns.name = rename(change, wpar, general.name);
  if (general.directory !== undefined)
    columns.directory = moveBase(change, wpar, general.directory, request.force);
  if (general.hostname !== undefined)
    columns.hostname = chooseHostname(change, wpar, general.hostname, request);
  if (general.auto !== undefined) columns.auto = 1;
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
  // The disks of its own rootvg are known by its name.
  change.engine.run(
    'UPDATE disk SET volume_group = ? WHERE host = ? AND volume_group = ?',
    rootvgOf(name),
    wpar.host,
    rootvgOf(wpar.name),
  );
  return name;
}

function moveBase(change: Change, wpar: Wpar, asked: string, force: boolean): string {
  requireStopped(wpar, 'base directory');
  const directory = cleanDirectory(asked);
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
  setResourceControl(change, wpar, all.active !== 'no');
  return given.map(([attribute, value]) => `${attribute}=${value}`).join(' ');
}

/** Switches resource controls on or off. @throws Failure when the host has its limit of controlled WPARs */
export function setResourceControl(change: Change, wpar: Wpar, on: boolean): void {
  if (on && wpar.resource_control === 0) checkControlledLimit(change.engine, wpar.host);
  updateWpar(change.engine, wpar.id, { resource_control: on ? 1 : 0 });
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
