import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Engine } from '../../state/engine.ts';
import { type Host, hostDetails, interfacesOf } from '../../state/hosts.ts';
import type { WparCommand, WparMount } from '../../state/wpars.ts';
import { commandText, nameFor } from './application-command.ts';
import { yesNo } from './devices.ts';
import { checkExport, mountDirectory } from './mounts.ts';
import { checkHostname, checkName } from './names.ts';
import { networkOfName, resolveNetworks, resolveRoutes } from './networks.ts';
import { checkResources } from './resources.ts';
import { checkArchitecture, firstFree, freeHostname, type Plan } from './settings.ts';
import type { Specification, Stanza } from './specification.ts';

/** What wparexec needs to know beside the specification. */
export interface ApplicationChoices {
  /** `-a`: resolve conflicts of host name and network. */
  readonly automatic: boolean;
  /** `-F`: conditions for file systems do not count. */
  readonly force: boolean;
  /** `-w`: only a file is written, so nothing can be in the way. */
  readonly writeOnly: boolean;
  /** Undefined only with `-w`. */
  readonly command: WparCommand | undefined;
}

/**
 * Resolves a specification against the host, for an application WPAR: it has the directory `/` and no file systems,
 * devices, kernel extensions or privileges of its own.
 * @throws Failure for the first rule that does not hold
 */
export function planApplication(
  engine: Engine,
  host: Host,
  asked: Specification,
  choices: ApplicationChoices,
): Plan {
  const { general } = asked;
  const { command, automatic, writeOnly } = choices;
  const taken = (name: string) =>
    engine.get('SELECT 1 FROM wpar WHERE host = ? AND name = ?', host.name, name) !== undefined;
  const name = general.name ?? (command && firstFree(nameFor(command), (free) => !taken(free)));
  if (name === undefined) throw failure(messages.nameMissing, {});
  checkName(name);
  if (taken(name) && !writeOnly) throw failure(messages.nameTaken, { name });
  const wanted = general.hostname ?? name;
  checkHostname(wanted);
  const hostname = writeOnly ? wanted : freeHostname(engine, host.name, wanted, { name, automatic });
  const checkpointable = yesNo('checkpointable', general.checkpointable);
  if (checkpointable && !hostDetails(host).software.includes('mcr.rte'))
    throw failure(messages.productMissing, { flag: '-c', fileset: 'mcr.rte' });
  const user = { host: host.name, name, automatic, twin: false, anyAddress: writeOnly };
  const networks = asked.networks.length > 0 ? asked.networks : networkOfName(engine, hostname, host.name);
  const interfaces = interfacesOf(engine, host.name).map((each) => each.name);
  const routes = resolveRoutes(asked.routes, interfaces);
  const resources = checkResources(asked.resources);
  return {
    uuid: undefined,
    insistOnUuid: false,
    preserved: undefined,
    allocations: [],
    localFileSystems: [],
    wpar: {
      host: host.name,
      name,
      state: 'D',
      type: 'A',
      hostname,
      directory: '/',
      routing: yesNo('routing', general.routing) || routes.length > 0 ? 1 : 0,
      owner: general.owner ?? 'root',
      script: general.script ?? '',
      checkpointable: checkpointable ? 1 : 0,
      ipc: yesNo('xwparipc', general.xwparipc) ? 1 : 0,
      architecture: checkArchitecture(general.architecture),
      application: command ? commandText(command) : '',
      resource_control: resources.active === 'no' ? 0 : 1,
      details: JSON.stringify(command ? { command } : {}),
    },
    objects: {
      networks: resolveNetworks(engine, networks, user),
      routes,
      mounts: planMounts(engine, asked.mounts, [host.name, hostname], choices.force),
      devices: [],
      kexts: [],
      resources,
    },
  };
}

function planMounts(
  engine: Engine,
  stanzas: readonly Stanza[],
  [host, hostname]: readonly [string, string],
  force: boolean,
): WparMount[] {
  const mounts = new Map<string, WparMount>();
  for (const stanza of stanzas) {
    const directory = mountDirectory(stanza);
    if (mounts.has(directory)) throw failure(messages.mountTwice, { directory });
    const vfs = stanza.vfs ?? (stanza.host === undefined ? 'directory' : 'nfs');
    const mount = { directory, vfs, size_kb: null, volume_group: '', log: '', crfs: '', named: 0 } as const;
    if (vfs === 'nfs') {
      const { host: node, dev: device } = stanza;
      if (!node) throw failure(messages.mountNeeds, { vfs, directory, attribute: 'host' });
      if (!device) throw failure(messages.mountNeeds, { vfs, directory, attribute: 'dev' });
      if (!force) checkExport(engine, node, device, [host, hostname]);
      mounts.set(directory, { ...mount, device, node, options: stanza.mountopts ?? 'bg,intr' });
      continue;
    }
    const extra = Object.keys(stanza).some((attribute) => attribute !== 'directory' && attribute !== 'vfs');
    if (vfs !== 'directory' || extra) throw failure(messages.applicationMount, { directory, vfs });
    const known = engine.get('SELECT 1 FROM file_system WHERE host = ? AND mount_point = ?', host, directory);
    if (!known && !force) throw failure(messages.notInFilesystems, { directory });
    mounts.set(directory, { ...mount, device: '', node: '', options: '' });
  }
  return [...mounts.values()];
}

/**
 * What a file asks for, if an application WPAR can have it; of a system WPAR (`-e`) only what it can have.
 * @param given file systems of the command line
 * @throws Failure
 */
export function forApplication(
  asked: Specification,
  { existing, given }: { readonly existing: boolean; readonly given: readonly Stanza[] },
): Specification {
  const { directory: _, ...general } = asked.general;
  if (existing) {
    const mounts = asked.mounts.filter(
      (mount) => given.includes(mount) || (mount.vfs === 'nfs' && mount.directory !== '/'),
    );
    return { ...asked, general, mounts, devices: [], kexts: [], security: {} };
  }
  const refused = [
    ['devices', asked.devices.length > 0],
    ['kernel extensions', asked.kexts.length > 0],
    ['privileges', Object.keys(asked.security).some((attribute) => attribute.startsWith('privs'))],
    ['file systems of its own', general.privateusr === 'yes' || general.preserve === 'yes'],
    ['automatic start', general.auto === 'yes'],
    ['other AIX inside', (general.ostype ?? '0') !== '0'],
  ] as const;
  const what = refused.find(([, given]) => given)?.[0];
  if (what !== undefined) throw failure(messages.applicationHasNo, { what });
  return { ...asked, general };
}
