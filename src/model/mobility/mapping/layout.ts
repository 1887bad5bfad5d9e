/**
 * Which adapter goes to which VIO server: adapters that one server has on the source stay together on the destination, and
 * those of different servers apart, with the lowest numbers where there is a choice (rule: the reference's; that the layout
 * of multiple paths is kept where possible is documented).
 */

/** An adapter that is to be placed. */
export interface Placed {
  readonly slot: number;
  /** Key of its server on the source. */
  readonly group: number;
  /** Keys of the LUNs behind it. */
  readonly luns: readonly number[];
  /** Keys of servers, in the order in which they are preferred. */
  readonly candidates: readonly number[];
}

/** Redundancy that the destination would not have. */
export type Loss =
  /** Adapters of two servers, with a disk in common, would meet on one. */
  | { readonly kind: 'met'; readonly slots: readonly number[]; readonly server: number }
  /** Adapters of one server would be on several. */
  | { readonly kind: 'parted'; readonly slots: readonly number[]; readonly group: number };

interface Group {
  readonly key: number;
  readonly adapters: readonly Placed[];
  readonly luns: ReadonlySet<number>;
  /** Servers that can host all of them. */
  readonly common: readonly number[];
}

// Frames have two VIO servers, seldom four. With more the search ends here, with the best layout so far.
const mostSteps = 50_000;
const lossCost = 1000;

/**
 * @param room free slots of a server
 * @returns servers by slot; an adapter that has no place left is missing
 */
export function layOut(adapters: readonly Placed[], room: (server: number) => number): Map<number, number> {
  const groups = groupsOf(adapters);
  let best: { cost: number; servers: Map<number, number> } | undefined;
  let steps = 0;
  // LUNs of what has been placed on each server, a set for each group or part of one.
  const used = new Map<number, ReadonlySet<number>[]>();
  const taken = new Map<number, number>();
  const left = (server: number) => room(server) - (taken.get(server) ?? 0);

  const place = (index: number, servers: Map<number, number>, cost: number): void => {
    if (steps++ > mostSteps || (best && cost >= best.cost)) return;
    const group = groups[index];
    if (!group) {
      best = { cost, servers: new Map(servers) };
      return;
    }
    const whole = group.common.filter((server) => left(server) >= group.adapters.length);
    for (const server of whole) {
      const others = used.get(server) ?? [];
      for (const { slot } of group.adapters) servers.set(slot, server);
      used.set(server, [...others, group.luns]);
      taken.set(server, (taken.get(server) ?? 0) + group.adapters.length);
      place(index + 1, servers, cost + costOf(group, others));
      taken.set(server, (taken.get(server) ?? 0) - group.adapters.length);
      used.set(server, others);
    }
    if (whole.length === 0) part(group, index, servers, cost);
  };

  // Nobody can host all of them: each goes where it can.
  const part = (group: Group, index: number, servers: Map<number, number>, cost: number): void => {
    const before = new Map(used);
    const went: number[] = [];
    let missing = 0;
    for (const { slot, candidates, luns } of group.adapters) {
      const server = candidates.find((each) => left(each) > 0);
      if (server === undefined) {
        servers.delete(slot);
        missing++;
        continue;
      }
      servers.set(slot, server);
      taken.set(server, (taken.get(server) ?? 0) + 1);
      used.set(server, [...(used.get(server) ?? []), new Set(luns)]);
      went.push(server);
    }
    place(index + 1, servers, cost + lossCost + missing * lossCost * lossCost);
    for (const server of went) {
      taken.set(server, (taken.get(server) ?? 0) - 1);
      used.set(server, before.get(server) ?? []);
    }
  };

  place(0, new Map(), 0);
  return best?.servers ?? new Map();
}

function costOf(group: Group, others: readonly ReadonlySet<number>[]): number {
  if (others.length === 0) return 0;
  return others.some((other) => shareDisk(group.luns, other)) ? lossCost : 1;
}

/** What a layout does not keep. Disks that two servers mirror may meet on one (seed 5, page 32). */
export function lossesOf(adapters: readonly Placed[], servers: ReadonlyMap<number, number>): Loss[] {
  const losses: Loss[] = [];
  const groups = groupsOf(adapters.filter(({ slot }) => servers.has(slot)));
  for (const { key, adapters: members } of groups) {
    if (new Set(members.map(({ slot }) => servers.get(slot))).size > 1)
      losses.push({ kind: 'parted', slots: members.map(({ slot }) => slot), group: key });
  }
  const byServer = new Map<number, Placed[]>();
  for (const each of adapters) {
    const server = servers.get(each.slot);
    if (server !== undefined) byServer.set(server, [...(byServer.get(server) ?? []), each]);
  }
  for (const [server, members] of byServer) {
    const met = members.filter((one) =>
      members.some((other) => other.group !== one.group && shareDisk(new Set(one.luns), new Set(other.luns))),
    );
    if (met.length > 0) losses.push({ kind: 'met', slots: met.map(({ slot }) => slot), server });
  }
  return losses;
}

function groupsOf(adapters: readonly Placed[]): Group[] {
  const keys = [...new Set(adapters.map(({ group }) => group))].sort((one, other) => one - other);
  return keys.map((key) => {
    const members = adapters.filter(({ group }) => group === key);
    const [first] = members;
    return {
      key,
      adapters: members,
      luns: new Set(members.flatMap(({ luns }) => luns)),
      common: (first?.candidates ?? []).filter((server) =>
        members.every(({ candidates }) => candidates.includes(server)),
      ),
    };
  });
}

function shareDisk(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  return [...one].some((lun) => other.has(lun));
}
