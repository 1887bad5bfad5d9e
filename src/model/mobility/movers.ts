/** The movers of an active migration: a VIO server on each side that has its memory pass through. */
import type { Migration } from '../../state/frames/migrations.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { interfacesOf } from '../../state/hosts.ts';
import { hasRmc } from '../frames/rmc.ts';
import { viosAtLeast } from '../frames/server-level.ts';
import type { Facts } from './facts.ts';
import { loadOf, moverLimit, running } from './limits.ts';
import { serverNamed } from './mapping/asked.ts';
import type { AskedPair, Named } from './request.ts';

export interface Mover {
  readonly server: Partition;
  /** The first is the one that is used. */
  readonly addresses: readonly string[];
  readonly load: number;
  readonly limit: number;
}

export interface MoverPair {
  readonly source: Mover;
  readonly dest: Mover;
}

/** What the user has chosen and cannot have (V11). */
export interface MoverProblem {
  readonly side: 'destination' | 'source';
  readonly named: string;
  readonly why: 'address' | 'level' | 'not active' | 'not a mover' | 'unknown';
}

export interface Movers {
  /** Pairs that can reach each other, whatever they have to do. */
  readonly possible: readonly MoverPair[];
  /** Those of them that may take one more, the least loaded first, as the user wants them. */
  readonly free: readonly MoverPair[];
  /** The pair, and the redundant one if there is to be one; none: see the others. */
  readonly chosen: readonly MoverPair[];
  readonly problems: readonly MoverProblem[];
  /** Two pairs are asked for, and there are not two. */
  readonly notRedundant: boolean;
}

const known = new WeakMap<Facts, Movers>();

/** The movers for these facts; they are found out once. */
export function chooseMovers(facts: Facts): Movers {
  const found = known.get(facts) ?? findMovers(facts);
  known.set(facts, found);
  return found;
}

function findMovers(facts: Facts): Movers {
  const migrations = running(facts.engine, facts.machine);
  const problems: MoverProblem[] = [];
  const { data } = facts.request;
  const asked = data.redundantMsps;
  if (asked) return explicitPairs(facts, asked, migrations);
  const sources = moversOf(facts, facts.sourceServers, migrations);
  const dests = moversOf(facts, facts.destServers, migrations);
  const possible = pairs(sources, dests);
  const from = choose(facts, 'source', sources, { named: data.sourceMsp, ip: data.sourceMspIp }, problems);
  const to = choose(facts, 'destination', dests, { named: data.destMsp, ip: data.destMspIp }, problems);
  const free = leastLoaded(pairs(from, to).filter(hasRoom));
  const chosen = redundant(facts, free);
  return {
    possible,
    free,
    chosen: problems.length > 0 ? [] : chosen,
    problems,
    notRedundant: facts.request.redundantMsps === 1 && chosen.length < 2,
  };
}

/** Servers of one side that can be movers now. */
function moversOf(facts: Facts, servers: readonly Partition[], migrations: readonly Migration[]): Mover[] {
  return servers
    .filter((server) => whyNot(facts, server) === undefined)
    .map((server) => moverOf(facts, server, migrations));
}

function moverOf(facts: Facts, server: Partition, migrations: readonly Migration[]): Mover {
  return {
    server,
    addresses: addressesOf(facts, server),
    load: loadOf(migrations, server.id),
    limit: moverLimit(facts.engine, server),
  };
}

// --all needs VIO servers of 2.2.3 (seed 5, page 55).
function whyNot(facts: Facts, server: Partition): Exclude<MoverProblem['why'], 'unknown'> | undefined {
  if (server.msp === 0) return 'not a mover';
  if (!hasRmc(server)) return 'not active';
  if (facts.request.everything && !viosAtLeast(server, '2.2.3')) return 'level';
  return addressesOf(facts, server).length === 0 ? 'address' : undefined;
}

/** Addresses of a VIO server: the one the console knows, and those of its interfaces. */
function addressesOf({ engine }: Pick<Facts, 'engine'>, server: Partition): string[] {
  const own = server.host === null ? [] : interfacesOf(engine, server.host);
  const all = [server.rmc_ipaddr, ...own.flatMap(({ address }) => address ?? [])];
  return [...new Set(all.filter((address) => address !== ''))];
}

function pairs(sources: readonly Mover[], dests: readonly Mover[]): MoverPair[] {
  return sources.flatMap((source) => dests.map((dest) => ({ source, dest })));
}

function hasRoom({ source, dest }: MoverPair): boolean {
  return source.load < source.limit && dest.load < dest.limit;
}

function leastLoaded(all: readonly MoverPair[]): MoverPair[] {
  const loads = ({ source, dest }: MoverPair) => source.load + dest.load;
  return all.toSorted((one, other) => loads(one) - loads(other));
}

// What the user has named must be one of those that can be; a problem is told once, with what is wrong.
function choose(
  facts: Facts,
  side: MoverProblem['side'],
  movers: readonly Mover[],
  asked: { readonly named: Named | undefined; readonly ip: string | undefined },
  problems: MoverProblem[],
): readonly Mover[] {
  let chosen = movers;
  if (asked.named) {
    const servers = side === 'source' ? facts.sourceServers : facts.destServers;
    const server = serverNamed(servers, asked.named);
    const why = server ? whyNot(facts, server) : 'unknown';
    if (why) {
      problems.push({ side, named: nameOf(asked.named), why });
      return [];
    }
    chosen = movers.filter((mover) => mover.server === server);
  }
  const { ip } = asked;
  if (ip === undefined) return chosen;
  const having = chosen.filter(({ addresses }) => addresses.includes(ip));
  if (having.length === 0 && chosen.length > 0) problems.push({ side, named: ip, why: 'address' });
  return having.map((mover) => ({ ...mover, addresses: [ip] }));
}

function nameOf({ name, id }: Named): string {
  return name ?? String(id);
}

// 1: needed, 2: if there are; by itself only where VIO servers have learned it (2.2.5, recalled).
function redundant({ request }: Facts, free: readonly MoverPair[]): MoverPair[] {
  const [first] = free;
  if (!first) return [];
  const others = free.filter(
    ({ source, dest }) => source.server !== first.source.server && dest.server !== first.dest.server,
  );
  const second =
    request.redundantMsps === undefined ? others.find((pair) => learned(first, pair)) : others[0];
  return second === undefined || request.redundantMsps === 0 ? [first] : [first, second];
}

function learned(...all: readonly MoverPair[]): boolean {
  return all
    .flatMap(({ source, dest }) => [source.server, dest.server])
    .every((server) => viosAtLeast(server, '2.2.5'));
}

// redundant_msps: the first item is the primary pair, the second takes over (documented).
function explicitPairs(
  facts: Facts,
  asked: readonly [AskedPair, AskedPair],
  migrations: readonly Migration[],
): Movers {
  const problems: MoverProblem[] = [];
  const sources = moversOf(facts, facts.sourceServers, migrations);
  const dests = moversOf(facts, facts.destServers, migrations);
  const found = asked.flatMap(({ source, dest }) => {
    const from = choose(facts, 'source', sources, { named: source, ip: source.ip }, problems);
    const to = choose(facts, 'destination', dests, { named: dest, ip: dest.ip }, problems);
    return pairs(from, to).slice(0, 1);
  });
  const [first, second] = found;
  const apart =
    first !== undefined &&
    second !== undefined &&
    first.source.server !== second.source.server &&
    first.dest.server !== second.dest.server;
  const free = found.filter(hasRoom);
  return {
    possible: pairs(sources, dests),
    free,
    chosen: problems.length === 0 && apart && free.length === 2 ? found : [],
    problems,
    notRedundant: problems.length === 0 && !apart,
  };
}
