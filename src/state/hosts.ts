import type { Engine } from './engine.ts';

export type Platform = 'aix' | 'hmc' | 'nfs' | 'vios';

/** A machine one can be on. */
export interface Host {
  readonly name: string;
  readonly platform: Platform;
  /** Level, `7.1.2.0`. */
  readonly release: string;
  /** `''` where the world says nothing. */
  readonly prompt: string | null;
  /** What a WPAR's default file systems ask for, KB. */
  readonly file_system_kb: number;
  readonly laid: 0 | 1;
  /** JSON, see {@link hostDetails}. */
  readonly details: string;
}

/** What no listing reads. */
export interface HostDetails {
  /** Installed filesets that rules ask about: `mcr.rte`, `vwpar.52`. */
  readonly software: readonly string[];
  /** What is restored into a new WPAR's root part, `./usr`. */
  readonly rootFiles: readonly string[];
  /** Root parts that are installed into a new WPAR, in order. */
  readonly rootParts: readonly { readonly name: string; readonly level: string }[];
  /** The root parts do not match the global environment: syncroot fails (seed 3, listing 1). */
  readonly outOfStep: boolean;
  /** Process ids to hand out first. */
  readonly pids: readonly number[];
  /** jfs2 file systems of WPARs are made with this log; captures show NULL. */
  readonly log: string;
  /** Set in its kernel since it started. */
  readonly kernel?: KernelValues;
}

/** What administrators set in a kernel, and no file keeps. */
export interface KernelValues {
  /** Of NIS. */
  readonly domainName?: string;
  /** 0xac101408 */
  readonly hostId?: string;
}

export interface Interface {
  readonly host: string;
  readonly name: string;
  readonly network: string;
  readonly address: string | null;
  readonly netmask: string | null;
  readonly broadcast: string | null;
  readonly address6: string | null;
  readonly prefixlen: number | null;
}

export function findHost(engine: Engine, name: string): Host | undefined {
  return engine.get<Host>('SELECT * FROM host WHERE name = ?', name);
}

export function hostDetails(host: Host): HostDetails {
  return JSON.parse(host.details) as HostDetails;
}

export function listHosts(engine: Engine): Host[] {
  return engine.all<Host>('SELECT * FROM host ORDER BY platform, name');
}

export function interfacesOf(engine: Engine, host: string): Interface[] {
  return engine.all<Interface>('SELECT * FROM interface WHERE host = ? ORDER BY name', host);
}

/** Addresses that the name service knows for a host name, in the order of the addresses. */
export function resolveName(engine: Engine, name: string): string[] {
  return engine
    .all<{ address: string }>('SELECT address FROM host_name WHERE name = ? ORDER BY address', name)
    .map((row) => row.address);
}

/** The first name that the name service knows for an address. */
export function nameOfAddress(engine: Engine, address: string): string | undefined {
  return engine.get<{ name: string }>(
    'SELECT name FROM host_name WHERE address = ? ORDER BY name LIMIT 1',
    address,
  )?.name;
}
