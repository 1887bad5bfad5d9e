import { migrationsOf, planOf } from '../../../state/frames/migrations.ts';
import type { Partition } from '../../../state/frames/partitions.ts';
import { portsOf, type ServerPort } from '../../../state/frames/servers.ts';
import type { Facts } from '../facts.ts';

/** A port with the logins it has left. */
export interface Port {
  readonly port: ServerPort;
  free: number;
}

/**
 * What the VIO servers of the destination still have to give: slots and logins of ports. What migrations that are on
 * their way will take there is taken already.
 */
export class Claims {
  readonly #facts: Facts;
  readonly #slots = new Map<number, Set<number>>();
  readonly #ports = new Map<number, Map<string, Port>>();
  #planned: ReturnType<typeof plannedAdapters> | undefined;

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  isFree(server: Partition, slot: number): boolean {
    return slot >= 2 && slot < server.max_slots && !this.#used(server.id).has(slot);
  }

  /** How many slots are free. */
  room(server: Partition): number {
    let used = 0;
    for (const slot of this.#used(server.id)) if (slot >= 2 && slot < server.max_slots) used++;
    return server.max_slots - 2 - used;
  }

  /** The wanted slot if it is free, else the lowest free one; undefined: there is none. */
  take(server: Partition, wanted: number): number | undefined {
    const used = this.#used(server.id);
    let slot = this.isFree(server, wanted) ? wanted : 2;
    while (used.has(slot)) slot++;
    if (slot >= server.max_slots) return undefined;
    used.add(slot);
    return slot;
  }

  /** Ports that take part in NPIV, in the order of lsnports, with their free logins. */
  ports(server: Partition): Port[] {
    return [...this.#portsOf(server.id).values()];
  }

  takeLogin(server: Partition, name: string): void {
    const found = this.#portsOf(server.id).get(name);
    if (found) found.free--;
  }

  #used(server: number): Set<number> {
    const known = this.#slots.get(server);
    if (known) return known;
    const row = this.#facts.engine.get<{ slots: string | null }>(
      'SELECT group_concat(slot) AS slots FROM virtual_adapter WHERE partition = ?',
      server,
    );
    const used = new Set(row?.slots ? row.slots.split(',').map(Number) : []);
    for (const { vios, viosSlot } of this.#coming()) if (vios === server) used.add(viosSlot);
    this.#slots.set(server, used);
    return used;
  }

  #portsOf(server: number): Map<string, Port> {
    const known = this.#ports.get(server);
    if (known) return known;
    const { engine } = this.#facts;
    const logins = new Map(
      engine
        .all<{ port: string; count: number }>(
          'SELECT port, count(*) AS count FROM virtual_adapter WHERE partition = ? AND port IS NOT NULL GROUP BY port',
          server,
        )
        .map(({ port, count }) => [port, count]),
    );
    for (const { vios, port } of this.#coming())
      if (vios === server && port !== undefined) logins.set(port, (logins.get(port) ?? 0) + 1);
    const ports = portsOf(engine, server)
      .filter(({ fabric, status }) => fabric === 1 && status === 'Available')
      .map((port): [string, Port] => [port.name, { port, free: port.ports - (logins.get(port.name) ?? 0) }]);
    const found = new Map(ports);
    this.#ports.set(server, found);
    return found;
  }

  #coming() {
    this.#planned ??= plannedAdapters(this.#facts);
    return this.#planned;
  }
}

// Server adapters that migrations will make and have not made yet.
function plannedAdapters({ engine, dest, mobile }: Facts) {
  return migrationsOf(engine, dest.id)
    .filter((migration) => migration.dest === dest.id && migration.partition !== mobile.id)
    .flatMap((migration) => planOf(migration).adapters)
    .filter(
      ({ vios, viosSlot }) =>
        !engine.get('SELECT 1 FROM virtual_adapter WHERE partition = ? AND slot = ?', vios, viosSlot),
    );
}
