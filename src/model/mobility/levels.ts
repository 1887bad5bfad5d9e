import type { Host } from '../../state/hosts.ts';
import { atLeast } from '../release.ts';

/** Levels of consoles and operating systems, as far as their names tell. What does not tell is not refused. */

/** 7.7.9 of V7R7.9. */
export function consoleLevel({ release }: Pick<Host, 'release'>): string {
  return release.replace(/^V(\d+)R/, '$1.');
}

interface AixLevel {
  /** 6100 */
  readonly release: number;
  readonly technology: number;
  /** Unlimited where the name does not say. */
  readonly servicePack: number;
}

function aixLevel(os: string): AixLevel | undefined {
  const [, release, technology, servicePack] = /^AIX \d+\.\d+ (\d{4})-(\d\d)(?:-(\d\d))?/.exec(os) ?? [];
  if (release !== undefined)
    return {
      release: Number(release),
      technology: Number(technology),
      servicePack: servicePack === undefined ? Number.POSITIVE_INFINITY : Number(servicePack),
    };
  const [, major, minor] = /^AIX (\d+)\.(\d+)/.exec(os) ?? [];
  const unknown = Number.POSITIVE_INFINITY;
  return major === undefined
    ? undefined
    : { release: Number(major) * 1000 + Number(minor) * 100, technology: unknown, servicePack: unknown };
}

// Seed 5, page 7. Later releases have it from their beginning.
const leastAix: readonly AixLevel[] = [
  { release: 5300, technology: 7, servicePack: 1 },
  { release: 6100, technology: 2, servicePack: 8 },
];

/** The level that an operating system needs for active mobility and does not have. */
export function missingLevel(os: string): string | undefined {
  const aix = aixLevel(os);
  if (aix) {
    const least = leastAix.find((each) => each.release === aix.release) ?? leastAix[0];
    return least && isBelow(aix, least) ? `AIX ${nameOf(least)}` : undefined;
  }
  const [, vendor, version = '', pack] =
    /^Linux\/(Red Hat|SuSE)\D*\s\S+\s+(\d+(?:\.\d+)?)(?:\s*SP(\d+))?$/.exec(os) ?? [];
  if (vendor === 'Red Hat') return atLeast(version, '5.1') ? undefined : 'Red Hat Enterprise Linux 5.1';
  if (vendor === 'SuSE') return isSuse10(version, pack) ? undefined : 'SUSE Linux Enterprise Server 10 SP1';
  return undefined;
}

/** From AIX 6100-05 on, ports of host Ethernet adapters can leave their EtherChannel (seed 5, pages 20 and 29). */
export function leavesHostEthernet(os: string): boolean {
  const aix = aixLevel(os);
  return aix !== undefined && !isBelow(aix, { release: 6100, technology: 5, servicePack: 0 });
}

/** IBM i before 7.1 Technology Refresh 4; a name without its refresh does not tell. */
export function isOldIbmi(os: string): boolean {
  const [, version] = /^IBM i\D*(\d+\.\d+)/.exec(os) ?? [];
  if (version === undefined) return false;
  const [, refresh] = /\bTR\s*(\d+)/.exec(os) ?? [];
  if (version === '7.1') return refresh !== undefined && Number(refresh) < 4;
  return !atLeast(version, '7.1');
}

function isBelow(have: AixLevel, least: AixLevel): boolean {
  const parts = (each: AixLevel) => [each.release, each.technology, each.servicePack];
  const wanted = parts(least);
  const different = parts(have).findIndex((part, index) => part !== wanted[index]);
  return different >= 0 && (parts(have)[different] ?? 0) < (wanted[different] ?? 0);
}

function nameOf({ release, technology, servicePack }: AixLevel): string {
  return [release, ...[technology, servicePack].map((part) => String(part).padStart(2, '0'))].join('-');
}

// 10 and 10.0 do not say their service pack; 10.1 is SP1.
function isSuse10(version: string, pack: string | undefined): boolean {
  if (!atLeast(version, '10')) return false;
  return atLeast(version, '11') || pack === undefined || Number(pack) >= 1;
}
