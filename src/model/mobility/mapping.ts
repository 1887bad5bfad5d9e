/**
 * Who hosts the storage adapters of the mobile partition on the destination: what is possible, what is suggested, and why
 * the rest is not. Kept are, where possible, the layout of multiple paths, the slots of the servers, and names that people
 * gave to target devices (documented).
 */
import type { PlannedAdapter } from '../../state/frames/migrations.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import type { Facts } from './facts.ts';
import { type AskedProblem, type Pinned, readAsked } from './mapping/asked.ts';
import { diskOfLun, type Hosting, hostingOf } from './mapping/candidates.ts';
import { Claims } from './mapping/claims.ts';
import { type Loss, layOut, lossesOf, type Placed } from './mapping/layout.ts';
import { type SourceAdapter, sourceAdapters } from './mapping/source.ts';

export interface AdapterMapping extends Hosting {
  readonly source: SourceAdapter;
}

export interface Mapping {
  /** By slot. */
  readonly adapters: readonly AdapterMapping[];
  /** By slot; adapters that nobody can host are missing. */
  readonly suggested: readonly PlannedAdapter[];
  /** Slots of adapters with candidates, whose last slots or logins the others need. */
  readonly crowdedOut: readonly number[];
  readonly losses: readonly Loss[];
  readonly problems: readonly AskedProblem[];
}

const known = new WeakMap<Facts, Mapping>();

/** The mapping of these facts; it is found out once. */
export function mapAdapters(facts: Facts): Mapping {
  const found = known.get(facts) ?? findMapping(facts);
  known.set(facts, found);
  return found;
}

function findMapping(facts: Facts): Mapping {
  const claims = new Claims(facts);
  const adapters = sourceAdapters(facts).map((source) => {
    const hosting: Hosting = source.fault
      ? { candidates: [], refused: [] }
      : hostingOf(facts, source, claims);
    return { source, ...hosting };
  });
  const bySlot = new Map(adapters.map((each) => [each.source.slot, { source: each.source, hosting: each }]));
  const { pinned, problems } = readAsked(facts, bySlot, claims);
  const placed = adapters.flatMap(({ source, candidates }): Placed[] => {
    const pin = pinned.get(source.slot);
    const servers = pin ? [pin.server] : candidates;
    if (!source.server || servers.length === 0) return [];
    const { slot, luns, server } = source;
    return [{ slot, luns, group: server.lpar_id, candidates: servers.map(({ id }) => id) }];
  });
  const byKey = new Map(facts.destServers.map((server) => [server.id, server]));
  const servers = layOut(placed, (server) => {
    const found = byKey.get(server);
    return found ? claims.room(found) : 0;
  });
  const suggested = planAdapters(facts, adapters, { servers, byKey, pinned, claims });
  const planned = new Set(suggested.map(({ slot }) => slot));
  return {
    adapters,
    suggested,
    crowdedOut: placed.filter(({ slot }) => !planned.has(slot)).map(({ slot }) => slot),
    losses: lossesOf(placed, servers),
    problems,
  };
}

interface Choice {
  /** Keys of servers by slots of the client. */
  readonly servers: ReadonlyMap<number, number>;
  readonly byKey: ReadonlyMap<number, Partition>;
  readonly pinned: ReadonlyMap<number, Pinned>;
  readonly claims: Claims;
}

// Slots that the user asks for are taken first, then those that can be kept, before any is chosen.
function planAdapters(facts: Facts, adapters: readonly AdapterMapping[], choice: Choice): PlannedAdapter[] {
  const rank = ({ source }: AdapterMapping) => {
    if (choice.pinned.get(source.slot)?.slot !== undefined) return 0;
    const server = choice.byKey.get(choice.servers.get(source.slot) ?? 0);
    return server && choice.claims.isFree(server, source.serverSlot) ? 1 : 2;
  };
  const ports = new PortChoice(choice.claims);
  return adapters
    .toSorted((one, other) => rank(one) - rank(other))
    .flatMap(({ source }) => planAdapter(facts, source, choice, ports))
    .toSorted((one, other) => one.slot - other.slot);
}

function planAdapter(
  facts: Facts,
  source: SourceAdapter,
  choice: Choice,
  ports: PortChoice,
): PlannedAdapter[] {
  const server = choice.byKey.get(choice.servers.get(source.slot) ?? 0);
  const pin = choice.pinned.get(source.slot);
  const viosSlot = server && choice.claims.take(server, pin?.slot ?? source.serverSlot);
  if (!server || !source.server || viosSlot === undefined) return [];
  const { slot, kind, serverSlot } = source;
  const base = {
    slot,
    kind,
    sourceVios: source.server.id,
    sourceSlot: serverSlot,
    vios: server.id,
    viosSlot,
  };
  if (kind === 'fc') {
    const port = ports.take(server, source, pin?.port);
    return port === undefined ? [] : [{ ...base, port }];
  }
  const targets = source.targets.map(({ name, lun }) => ({
    name: /^vtscsi\d+$/.test(name) ? null : name,
    disk: diskOfLun(facts, server.id, lun)?.name ?? '',
  }));
  return [{ ...base, targets }];
}

// Adapters that had ports of their own get ports of their own, while there are any.
class PortChoice {
  readonly #claims: Claims;
  readonly #taken = new Map<string, string>();

  constructor(claims: Claims) {
    this.#claims = claims;
  }

  take(server: Partition, source: SourceAdapter, asked: string | undefined): string | undefined {
    const from = `${source.server?.id}/${source.port}`;
    const free = this.#claims.ports(server).filter((each) => each.free > 0);
    const own = free.find(({ port }) => (this.#taken.get(`${server.id}/${port.name}`) ?? from) === from);
    const name = asked ?? (own ?? free[0])?.port.name;
    if (name === undefined) return undefined;
    this.#taken.set(`${server.id}/${name}`, from);
    this.#claims.takeLogin(server, name);
    return name;
  }
}
