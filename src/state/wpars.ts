import type { Engine } from './engine.ts';
import type { KernelValues } from './hosts.ts';
import type { Operation } from './settle.ts';

/** State letters as lswpar prints them; their words and sources are in model/wpar/states.ts. */
export type StateLetter = 'A' | 'B' | 'D' | 'E' | 'F' | 'L' | 'M' | 'N' | 'P' | 'T';
export type TypeLetter = 'A' | 'L' | 'S';
type Flag = 0 | 1;

/** A workload partition's own row; its objects are the rows below. */
export interface Wpar {
  readonly id: number;
  readonly host: string;
  readonly name: string;
  readonly state: StateLetter;
  readonly type: TypeLetter;
  readonly hostname: string;
  readonly directory: string;
  readonly rootvg: Flag;
  readonly routing: Flag;
  readonly vip: string;
  readonly owner: string;
  readonly script: string;
  readonly auto: Flag;
  readonly private_usr: Flag;
  readonly checkpointable: Flag;
  readonly application: string;
  /** 0 native, 1 AIX 5.2, 1024 AIX 5.3 (capture). */
  readonly ostype: number;
  readonly ipc: Flag;
  readonly architecture: string;
  readonly uuid: string;
  readonly preserve: Flag;
  readonly devices: string;
  readonly secfile: string;
  /** Comma separated; null: what secfile says. */
  readonly privileges: string | null;
  readonly resolver: Flag;
  readonly volume_group: string;
  readonly bootset: number;
  readonly resource_control: Flag;
  readonly configured_id: number;
  readonly init_pid: number | null;
  /** Lab seconds. */
  readonly started: number | null;
  readonly synchronised: Flag;
  /** JSON, see {@link WparDetails}. */
  readonly details: string;
}

/** What no listing reads. */
export interface WparDetails {
  /** Lab seconds its processes need to end when asked to; default 10. */
  haltSeconds?: number;
  /** A process in it that no signal ends. */
  unkillable?: boolean;
  /** Number of its init at its first start. */
  initPid?: number;
  /** Numbers of its daemons while its init has that number, by the names of their subsystems. */
  pids?: Readonly<Record<string, number>>;
  /** Boot sets to start from, first choice first. */
  bootList?: number[];
  /** The image a versioned WPAR was made from. */
  image?: string;
  /** The global root file systems were copied into it (mkwpar -t). */
  copiedRoot?: boolean;
  /** Scripts that ran after creation (mkwpar -k). */
  customised?: string[];
  /** How full its file systems are when nobody has been in it, by directory; others are like any new one. */
  usage?: Record<string, { used_kb: number; inodes: number }>;
  /** Its tree stands below its host's. */
  treeLaid?: boolean;
  /** Level of its AIX where it is not its host's: it was made on an older host, or came from a backup of another version. */
  level?: string;
  /** Set in its kernel, and since which start (`started`). */
  kernel?: { readonly started: number | null; readonly values: KernelValues };
  /** What an application WPAR runs. */
  command?: WparCommand;
}

/** The command of an application WPAR. */
export interface WparCommand {
  /** A full path and its arguments. */
  readonly words: readonly string[];
  /** Variables beside those of the caller. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface WparNetwork {
  readonly interface: string;
  readonly network: string;
  readonly address: string;
  /** Netmask, or the prefix length of an IPv6 address. */
  readonly mask: string;
  readonly broadcast: string;
}

export interface WparRoute {
  readonly type: string;
  readonly destination: string;
  readonly gateway: string;
  readonly interface: string;
  readonly netmask: string;
  readonly prefixlen: string;
  readonly family: string;
}

export interface WparMount {
  /** As seen inside the WPAR. */
  readonly directory: string;
  readonly vfs: string;
  readonly device: string;
  /** NFS server. */
  readonly node: string;
  readonly options: string;
  /** Local file systems only. */
  readonly size_kb: number | null;
  readonly volume_group: string;
  readonly log: string;
  readonly crfs: string;
  /** 1: the administrator chose the logical volume's name. */
  readonly named: Flag;
}

export interface WparDevice {
  readonly name: string;
  readonly type: string;
  readonly virtual: string;
  readonly rootvg: Flag;
  readonly device_id: string;
  readonly bootset: number | null;
}

export interface WparKext {
  readonly kext: string;
  readonly local: Flag;
  readonly major: Flag;
}

/** Everything that hangs on a WPAR, in the order it was given (mounts: by directory). */
export interface WparObjects {
  readonly networks: readonly WparNetwork[];
  readonly routes: readonly WparRoute[];
  readonly mounts: readonly WparMount[];
  readonly devices: readonly WparDevice[];
  readonly kexts: readonly WparKext[];
  /** Resource control attributes that differ from the default. */
  readonly resources: Readonly<Record<string, string>>;
}

export function findWpar(engine: Engine, host: string, name: string): Wpar | undefined {
  return engine.get<Wpar>('SELECT * FROM wpar WHERE host = ? AND name = ?', host, name);
}

/** System and versioned WPARs of a host whose file systems are mounted. */
export function listRunning(engine: Engine, host: string): Wpar[] {
  return engine.all<Wpar>(
    "SELECT * FROM wpar WHERE host = ? AND type <> 'A' AND state NOT IN ('D', 'B', 'E') ORDER BY name",
    host,
  );
}

/** System and application WPARs of a host that hold their addresses, in the order in which they were started. */
export function listHolding(engine: Engine, host: string): Wpar[] {
  return engine.all<Wpar>(
    "SELECT * FROM wpar WHERE host = ? AND state IN ('A', 'F', 'L', 'M', 'N', 'P') ORDER BY started, id",
    host,
  );
}

/** Application WPARs of a host that run. */
export function listApplications(engine: Engine, host: string): Wpar[] {
  return engine.all<Wpar>(
    "SELECT * FROM wpar WHERE host = ? AND type = 'A' AND state NOT IN ('D', 'B', 'E') ORDER BY name",
    host,
  );
}

export function operationOn(engine: Engine, wpar: number): Operation | undefined {
  return engine.get<Operation>('SELECT * FROM operation WHERE wpar = ?', wpar);
}

export function networksOf(engine: Engine, wpar: number): WparNetwork[] {
  return engine.all<WparNetwork>(
    'SELECT interface, network, address, mask, broadcast FROM wpar_network WHERE wpar = ? ORDER BY seq',
    wpar,
  );
}

export function routesOf(engine: Engine, wpar: number): WparRoute[] {
  return engine.all<WparRoute>(
    `SELECT type, destination, gateway, interface, netmask, prefixlen, family
     FROM wpar_route WHERE wpar = ? ORDER BY seq`,
    wpar,
  );
}

export function mountsOf(engine: Engine, wpar: number): WparMount[] {
  return engine.all<WparMount>(
    `SELECT directory, vfs, device, node, options, size_kb, volume_group, log, crfs, named
     FROM wpar_mount WHERE wpar = ? ORDER BY directory`,
    wpar,
  );
}

export function devicesOf(engine: Engine, wpar: number): WparDevice[] {
  return engine.all<WparDevice>(
    `SELECT name, type, virtual, rootvg, device_id, bootset FROM wpar_device WHERE wpar = ? ORDER BY seq`,
    wpar,
  );
}

export function kextsOf(engine: Engine, wpar: number): WparKext[] {
  return engine.all<WparKext>('SELECT kext, local, major FROM wpar_kext WHERE wpar = ? ORDER BY kext', wpar);
}

export function resourcesOf(engine: Engine, wpar: number): Record<string, string> {
  const rows = engine.all<{ attribute: string; value: string }>(
    'SELECT attribute, value FROM wpar_resource WHERE wpar = ?',
    wpar,
  );
  return Object.fromEntries(rows.map((row) => [row.attribute, row.value]));
}

export function objectsOf(engine: Engine, wpar: number): WparObjects {
  return {
    networks: networksOf(engine, wpar),
    routes: routesOf(engine, wpar),
    mounts: mountsOf(engine, wpar),
    devices: devicesOf(engine, wpar),
    kexts: kextsOf(engine, wpar),
    resources: resourcesOf(engine, wpar),
  };
}
