import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Engine } from '../../state/engine.ts';
import { type Host, hostDetails, interfacesOf } from '../../state/hosts.ts';
import type { NewWpar } from '../../state/wpar-writes.ts';
import type { WparDetails, WparObjects } from '../../state/wpars.ts';
import { type Allocation, allocate, type ExportRule, yesNo } from './devices.ts';
import { checkBaseDirectory, cleanDirectory, directoryHolder } from './directories.ts';
import { type BackupImage, osTypeOf } from './images.ts';
import { kernelExtensions } from './kexts.ts';
import { resolveMounts } from './mounts.ts';
import { checkHostname, checkName } from './names.ts';
import { networkOfName, resolveNetworks, resolveRoutes } from './networks.ts';
import { choosePrivileges } from './privileges.ts';
import { checkResources } from './resources.ts';
import type { Specification } from './specification.ts';

/** What mkwpar needs to know beside the specification. */
export interface CreationChoices {
  /** `-a`: resolve conflicts of directory, host name and network. */
  readonly automatic: boolean;
  /** `-w`: only a file is written, so nothing can be in the way. */
  readonly writeOnly: boolean;
  /** `-U` was given: the UUID must be free. One from a file is replaced if it is not. */
  readonly insistOnUuid: boolean;
  /** `-F` */
  readonly force: boolean;
  /** `-O`: disks for a rootvg may be overwritten. */
  readonly overwriteDisks: boolean;
  /** `-p`: the former WPAR whose file systems are used. */
  readonly preserved: string | undefined;
  /** `-C`: an older AIX inside. */
  readonly versioned: boolean;
  readonly image: BackupImage | undefined;
  readonly details: WparDetails;
  /** Rules of the device exports file that the WPAR is bound to. */
  readonly exportRules: readonly ExportRule[];
  readonly privilegesOfFile: readonly string[];
}

/** A WPAR that could be made: every rule holds, nothing is changed yet. */
export interface Plan {
  readonly wpar: Omit<NewWpar, 'configured_id' | 'uuid'>;
  readonly uuid: string | undefined;
  readonly insistOnUuid: boolean;
  readonly objects: WparObjects;
  /** `-p`: the former WPAR whose file systems are used. */
  readonly preserved: string | undefined;
  readonly allocations: readonly Allocation[];
  /** Local directories of a checkpointable WPAR: allowed, but it cannot be relocated. */
  readonly localFileSystems: readonly string[];
}

/** KB of a detached WPAR's own file systems (capture: /usr and /opt 5242880; may have been customised). */
const detachedSizes = { '/usr': 5_242_880, '/opt': 5_242_880 };

/**
 * Resolves a specification against the host: defaults, derived values, rules.
 * @throws Failure for the first rule that does not hold
 */
export function planWpar(engine: Engine, host: Host, asked: Specification, choices: CreationChoices): Plan {
  const { general } = asked;
  const name = general.name ?? choices.preserved;
  if (name === undefined) throw failure(messages.nameMissing, {});
  checkName(name);
  const taken = engine.get('SELECT 1 FROM wpar WHERE host = ? AND name = ?', host.name, name);
  if (taken && !choices.writeOnly) throw failure(messages.nameTaken, { name });

  const details = hostDetails(host);
  checkProducts(general.checkpointable, choices, details.software);
  const hostname = chooseHostname(engine, host.name, general.hostname ?? name, name, choices);
  const directory = chooseDirectory(engine, host.name, general.directory ?? `/wpars/${name}`, name, choices);
  const privateUsr = choices.versioned || yesNo('privateusr', general.privateusr);
  const checkpointable = yesNo('checkpointable', general.checkpointable);
  const resources = checkResources(asked.resources);
  const volumeGroup = general.vg ?? 'rootvg';
  const user = {
    host: host.name,
    name,
    automatic: choices.automatic,
    twin: choices.preserved !== undefined,
    anyAddress: choices.writeOnly,
  };
  const networkStanzas =
    asked.networks.length > 0 ? asked.networks : networkOfName(engine, hostname, host.name);
  const interfaces = interfacesOf(engine, host.name).map((each) => each.name);
  const routes = resolveRoutes(asked.routes, interfaces);
  const allocations = planDevices(
    engine,
    host.name,
    asked,
    choices,
    general.devices ?? '/etc/wpars/devexports',
  );
  const rootvg = allocations.some((allocation) => allocation.device.rootvg === 1);
  // `xfactor` expands the default file systems of a rootvg WPAR (recalled: 1 to 8).
  const expansion = rootvg ? Math.max(1, ...asked.devices.map((device) => Number(device.xfactor ?? 1))) : 1;
  const mounts = resolveMounts(engine, asked.mounts, {
    host: host.name,
    hostname,
    privateUsr,
    defaultSize: host.file_system_kb * expansion,
    detachedSizes: Object.fromEntries(
      Object.entries(detachedSizes).map(([directory, size]) => [directory, size * expansion]),
    ),
    volumeGroup: rootvg ? '' : volumeGroup,
    log: details.log,
  });
  checkCheckpointDevices(checkpointable, allocations);
  return {
    uuid: general.uuid,
    insistOnUuid: choices.insistOnUuid,
    preserved: choices.preserved,
    allocations,
    localFileSystems: checkpointable
      ? mounts.filter((each) => each.size_kb !== null).map((each) => each.directory)
      : [],
    wpar: {
      host: host.name,
      name,
      state: 'D',
      type: choices.versioned ? 'L' : 'S',
      hostname,
      directory,
      rootvg: rootvg ? 1 : 0,
      // An explicit route implies a routing table of the WPAR's own (capture: -I without -i works).
      routing: yesNo('routing', general.routing) || routes.length > 0 ? 1 : 0,
      owner: general.owner ?? 'root',
      script: general.script ?? '',
      auto: yesNo('auto', general.auto) ? 1 : 0,
      private_usr: privateUsr ? 1 : 0,
      checkpointable: checkpointable ? 1 : 0,
      ostype: choices.versioned && choices.image ? osTypeOf(choices.image) : 0,
      ipc: yesNo('xwparipc', general.xwparipc) ? 1 : 0,
      architecture: checkArchitecture(general.architecture),
      preserve: choices.preserved === undefined ? 0 : 1,
      devices: general.devices ?? '/etc/wpars/devexports',
      secfile: asked.security.secfile ?? '/etc/wpars/secattrs',
      privileges: choosePrivileges(asked.security, choices.privilegesOfFile)?.join(',') ?? null,
      resolver: yesNo('resolver', general.resolver) ? 1 : 0,
      volume_group: volumeGroup,
      resource_control: resources.active === 'no' ? 0 : 1,
      synchronised: details.outOfStep ? 0 : 1,
      details: JSON.stringify({
        ...choices.details,
        ...(choices.image ? { image: choices.image.path } : {}),
      }),
    },
    objects: {
      networks: resolveNetworks(engine, networkStanzas, user),
      routes,
      mounts,
      devices: allocations.map((allocation) => allocation.device),
      kexts: kernelExtensions(asked.kexts),
      resources,
    },
  };
}

function checkProducts(
  checkpointable: string | undefined,
  choices: CreationChoices,
  software: readonly string[],
): void {
  const need = (flag: string, fileset: string) => {
    if (!software.includes(fileset)) throw failure(messages.productMissing, { flag, fileset });
  };
  if (yesNo('checkpointable', checkpointable)) need('-c', 'mcr.rte');
  // A system backup makes a versioned WPAR (seed 3), a savewpar image any.
  if (!choices.versioned) {
    if (choices.image?.kind === 'mksysb') throw failure(messages.imageNeedsC, { path: choices.image.path });
    return;
  }
  if (!choices.image) throw failure(messages.imageMissing, {});
  need('-C', osTypeOf(choices.image) === 1 ? 'vwpar.images.52' : 'vwpar.images.53');
}

function chooseHostname(
  engine: Engine,
  host: string,
  wanted: string,
  name: string,
  choices: CreationChoices,
): string {
  checkHostname(wanted);
  if (choices.writeOnly) return wanted;
  return freeHostname(engine, host, wanted, { name, automatic: choices.automatic });
}

/**
 * A host name that no other WPAR of the host has; with `-a` another one is found.
 * @throws Failure
 */
export function freeHostname(
  engine: Engine,
  host: string,
  wanted: string,
  user: { readonly name: string; readonly automatic: boolean; readonly wpar?: number },
): string {
  const holder = (hostname: string) =>
    engine.get<{ name: string }>(
      "SELECT name FROM wpar WHERE host = ? AND hostname = ? AND type <> 'A' AND id <> ?",
      host,
      hostname,
      user.wpar ?? 0,
    )?.name;
  const other = holder(wanted);
  if (other === undefined) return wanted;
  if (!user.automatic) throw failure(messages.hostnameTaken, { hostname: wanted, other });
  return firstFree(user.name, (candidate) => holder(candidate) === undefined);
}

function chooseDirectory(
  engine: Engine,
  host: string,
  wanted: string,
  name: string,
  choices: CreationChoices,
): string {
  const directory = cleanDirectory(wanted);
  if (choices.writeOnly && directory.startsWith('/')) return directory;
  const user = { host, force: choices.force, preserved: choices.preserved !== undefined };
  const free = (candidate: string) => directoryHolder(engine, candidate, { host }) === undefined;
  const chosen = choices.automatic && !free(directory) ? firstFree(`/wpars/${name}`, free) : directory;
  checkBaseDirectory(engine, chosen, user);
  return chosen;
}

/** The first of `base`, `base1`, `base2` ... that is free. */
export function firstFree(base: string, free: (candidate: string) => boolean): string {
  let candidate = base;
  for (let number = 1; !free(candidate); number++) candidate = `${base}${number}`;
  return candidate;
}

function planDevices(
  engine: Engine,
  host: string,
  asked: Specification,
  choices: CreationChoices,
  file: string,
): Allocation[] {
  return asked.devices.map((stanza) => {
    const allocation = allocate(engine, host, stanza, { rules: choices.exportRules, file });
    const group = allocation.disk?.volume_group;
    if (allocation.device.rootvg === 1 && group) {
      if (!choices.overwriteDisks) throw failure(messages.overwriteDisk, { disk: allocation.device.name });
      const inUse = engine.get('SELECT 1 FROM volume_group WHERE host = ? AND name = ?', host, group);
      if (inUse) throw failure(messages.deviceBusy, { device: allocation.device.name });
    }
    return allocation;
  });
}

// Adapters and disks of the WPAR's own block a checkpoint, except those of its rootvg (later levels move them by SAN).
function checkCheckpointDevices(checkpointable: boolean, allocations: readonly Allocation[]): void {
  if (!checkpointable) return;
  const blocking = allocations.find((allocation) => allocation.disk && allocation.device.rootvg === 0);
  if (blocking) throw failure(messages.checkpointDevice, { device: blocking.device.name });
}

/** Processor compatibility; the values are recalled. */
export function checkArchitecture(value: string | undefined): string {
  if (value === undefined || value === '' || value === 'none') return '';
  if (!/^pwr[4-9]$/.test(value)) throw failure(messages.valueInvalid, { attribute: 'architecture', value });
  return value;
}
