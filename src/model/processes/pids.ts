import type { LabFacts } from '../../state/change.ts';
import type { WparDetails } from '../../state/wpars.ts';
import type { Place } from '../place.ts';
import type { Boot } from './boot.ts';

/**
 * Process ids of what is not real. Linux gives none above 4194304, so no real program has one of them: init numbers and those
 * of `startsrc` lie below `daemons.first`, the daemons' after it, those of login sessions after these. All have eight digits
 * at most, as the columns of ps want it, and are even, as AIX's are.
 */
const daemons = { first: 16_777_216, mask: 0x1ffffff };
const sessions = 84_000_000;

/** Numbers for each life of a place. */
const perLife = 64;
const lives = 8;

/**
 * The number of a place's daemon. No two daemons on a host share one: place, life and daemon make a number of their own, and
 * mixing its bits never makes one of two. World files may name a WPAR's.
 * @param index of the daemon in its list
 */
export function daemonPid(lab: LabFacts, place: Place, boot: Boot, name: string, index: number): number {
  const named = namedPids(place, boot)[name];
  if (named !== undefined) return named;
  // Numbers of inits are even.
  const life = Math.floor(boot.key / 2) % lives;
  const number = ((place.wpar?.id ?? 0) * lives + life) * perLife + index;
  const seed = Number(lab.meta('seed') ?? 1);
  return daemons.first + mixed(number ^ hashOf(place.host.name, seed)) * 2;
}

// Each step can be undone: two numbers stay two.
function mixed(number: number): number {
  const { mask } = daemons;
  const once = Math.imul((number & mask) ^ ((number & mask) >>> 13), 0x9e3779b1) & mask;
  const twice = Math.imul(once ^ (once >>> 12), 0x85ebca6b) & mask;
  return twice ^ (twice >>> 14);
}

// The numbers of a listing belong to the start that the listing shows.
function namedPids({ wpar }: Place, boot: Boot): Readonly<Record<string, number>> {
  if (!wpar) return {};
  const { pids, initPid } = JSON.parse(wpar.details) as WparDetails;
  return pids !== undefined && boot.key === initPid ? pids : {};
}

/** The row above a session's first process: `clogin NAME`, the daemon that let somebody in. */
export function sessionPid(child: number): number {
  return sessions + (child % 4_194_304) * 2;
}

function hashOf(text: string, seed: number): number {
  let hash = seed >>> 0;
  for (const character of text) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash;
}
