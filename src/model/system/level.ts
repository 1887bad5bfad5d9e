import type { Engine } from '../../state/engine.ts';
import { partitionOfHost } from '../../state/frames/servers.ts';
import type { WparDetails } from '../../state/wpars.ts';
import type { Place } from '../place.ts';

/** What the operating system of a place is. */
export interface Level {
  /** Version, release, modification, fix: `7.1.2.0`. */
  readonly full: string;
  /** `oslevel`: version and release only. */
  readonly base: string;
  /** `oslevel -r`: 7100-02. */
  readonly technology: string;
  /** `oslevel -s`: 7100-02-00-0000. */
  readonly servicePack: string;
  readonly version: string;
  readonly release: string;
}

/** Level inside a versioned WPAR, by the number that lswpar shows. */
const versioned: Readonly<Record<number, string>> = { 1: '5.2.0.0', 1024: '5.3.0.0' };

/** The level of what runs in a place: a versioned WPAR has an AIX of its own, and one made on an older host that host's. */
export function levelOf(engine: Engine, { host, wpar }: Place): Level {
  const own = wpar && (versioned[wpar.ostype] ?? (JSON.parse(wpar.details) as WparDetails).level);
  const level = levelFrom(own ?? host.release);
  const pack = own === undefined ? packOfPartition(engine, host.name) : undefined;
  // The console shows the partition's level in full: where it is the same one, its service pack is ours.
  return pack?.startsWith(`${level.technology}-`) ? { ...level, servicePack: pack } : level;
}

/** All that follows from `7.1.2.0`. */
export function levelFrom(full: string): Level {
  const [version = '0', release = '0', modification = '0'] = full.split('.');
  const technology = `${version}${release}00-${modification.padStart(2, '0')}`;
  return {
    full: [...full.split('.'), '0', '0', '0'].slice(0, 4).join('.'),
    base: `${version}.${release}.0.0`,
    technology,
    servicePack: `${technology}-00-0000`,
    version,
    release,
  };
}

function packOfPartition(engine: Engine, host: string): string | undefined {
  return /^AIX \S+ (\d{4}-\d\d-\d\d-\d{4})$/.exec(partitionOfHost(engine, host)?.os_version ?? '')?.[1];
}
