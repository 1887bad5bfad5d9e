import type { Change } from '../../state/change.ts';
import { insertRow, type Row } from '../../state/insert.ts';
import type { WorldPartition } from '../../state/worlds/partitions.ts';
import { Impossible } from './place.ts';

/** A partition that stands already in the lab, while its adapters are made. */
export interface Standing {
  readonly id: number;
  readonly lparId: number;
  readonly name: string;
  readonly system: number;
  readonly world: WorldPartition;
}

/** Adapters that are there whoever the partner is: Ethernet, serial, VASI, and those of servers that the world names. */
export function buildOwnAdapters(change: Change, partition: Standing): void {
  const { world } = partition;
  for (const slot of [0, 1]) insertAdapter(change, partition, slot, 'serial', terminal);
  if (world.msp) insertAdapter(change, partition, vasiSlot, 'vasi', {});
  for (const each of world.eth) {
    insertAdapter(change, partition, each.slot, 'eth', {
      required: each.required ? 1 : 0,
      switch: switchNumber(change, partition, each.switch),
      vlan: each.vlan,
      vlans: each.vlans.join(','),
      ieee: (each.ieee ?? each.vlans.length > 0) ? 1 : 0,
      trunk_priority: each.trunk ?? null,
      mac: each.mac ?? usualMac(change, partition, each.slot),
      allowed_macs: each.allowed_macs,
      qos: each.qos,
    });
  }
  for (const each of world.serial) {
    insertAdapter(change, partition, each.slot, 'serial', {
      ...sided(change, partition, each),
      supports_hmc: 0,
    });
  }
  for (const kind of ['scsi', 'fc'] as const) {
    for (const each of world[kind]) {
      if (each.server) insertAdapter(change, partition, each.slot, kind, sided(change, partition, each));
    }
  }
}

/** The next free slot of each VIO server, remembered: a world may need thousands. */
export class FreeSlots {
  readonly #next = new Map<number, number>();

  /** @throws Impossible if the partition has no more */
  take(change: Change, partition: number): number {
    let slot = this.#next.get(partition) ?? 2;
    while (adapterIn(change, partition, slot)) slot++;
    this.#next.set(partition, slot + 1);
    const row = change.engine.get<{ max_slots: number }>(
      'SELECT max_slots FROM partition WHERE id = ?',
      partition,
    );
    if (slot >= (row?.max_slots ?? 0))
      throw new Impossible(`its VIO server has only ${row?.max_slots} slots`);
    return slot;
  }
}

/**
 * Client adapters, and the server adapters that they need and nobody named.
 * @param free undefined: only those whose server slot the world names, which must come before slots are chosen
 */
export function buildClientAdapters(change: Change, partition: Standing, free: FreeSlots | undefined): void {
  for (const kind of ['scsi', 'fc'] as const) {
    for (const each of partition.world[kind]) {
      if (each.server || (each.partner_slot === undefined) !== (free !== undefined)) continue;
      const server = partnerOf(change, partition, each.partner);
      if (!server) throw new Impossible(`the client adapter in slot ${each.slot} has no partner`);
      const slot = each.partner_slot ?? free?.take(change, server.id) ?? 0;
      const columns = { ...sided(change, partition, each), remote_slot: slot };
      const id = insertAdapter(change, partition, each.slot, kind, columns);
      meetServer(change, { server: server.id, slot, kind }, partition.lparId, each.slot);
      if (kind === 'fc') {
        const { wwpns } = partition.world.fc.find((other) => other.slot === each.slot) ?? {};
        insertWwpns(change, partition.system, id, wwpns);
      }
    }
  }
}

interface ServerSide {
  readonly server: number;
  readonly slot: number;
  readonly kind: string;
}

// The server adapter is made, or is there and waits for this client or for any.
function meetServer(
  change: Change,
  { server, slot, kind }: ServerSide,
  client: number,
  clientSlot: number,
): void {
  const there = adapterIn(change, server, slot);
  if (!there) {
    const partner = { remote_lpar: client, remote_slot: clientSlot };
    insertRow(change.engine, 'virtual_adapter', {
      partition: server,
      slot,
      kind,
      side: 'server',
      ...partner,
    });
    return;
  }
  const waits =
    there.kind === kind &&
    there.side === 'server' &&
    (there.remote_lpar ?? client) === client &&
    (there.remote_slot ?? clientSlot) === clientSlot;
  if (!waits) throw new Impossible(`slot ${slot} of its VIO server has another adapter`);
}

function adapterIn(change: Change, partition: number, slot: number) {
  return change.engine.get<{
    kind: string;
    side: string | null;
    remote_lpar: number | null;
    remote_slot: number | null;
  }>(
    'SELECT kind, side, remote_lpar, remote_slot FROM virtual_adapter WHERE partition = ? AND slot = ?',
    partition,
    slot,
  );
}

const terminal = { required: 1, side: 'server', supports_hmc: 1 } as const;

// Above what people number: HMCs put the VASI of a mover into high slots (recalled).
const vasiSlot = 32_769;

function insertAdapter(
  change: Change,
  partition: Standing,
  slot: number,
  kind: string,
  columns: Row,
): number {
  return insertRow(change.engine, 'virtual_adapter', { partition: partition.id, slot, kind, ...columns });
}

interface Partnered {
  readonly server: boolean;
  readonly required: boolean;
  readonly partner?: string | undefined;
  readonly partner_slot?: number | undefined;
}

function sided(change: Change, partition: Standing, each: Partnered): Row {
  return {
    required: each.required ? 1 : 0,
    side: each.server ? 'server' : 'client',
    remote_lpar: partnerOf(change, partition, each.partner)?.lpar_id ?? null,
    remote_slot: each.partner_slot ?? null,
  };
}

function partnerOf(change: Change, partition: Standing, name: string | undefined) {
  if (name === undefined) return undefined;
  const found = change.engine.get<{ id: number; lpar_id: number }>(
    'SELECT id, lpar_id FROM partition WHERE system = ? AND name = ?',
    partition.system,
    name,
  );
  if (!found) throw new Impossible(`the system has no partition called ${name}`);
  return found;
}

function switchNumber(change: Change, partition: Standing, name: string): number {
  const found = change.engine.get<{ number: number }>(
    'SELECT number FROM virtual_switch WHERE system = ? AND name = ?',
    partition.system,
    name,
  );
  if (!found) throw new Impossible(`the system has no virtual switch called ${name}`);
  return found.number;
}

// The last digits are partition and slot (captured: 26E6B0002007 is partition 2, slot 7).
function usualMac(change: Change, partition: Standing, slot: number): string {
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(3, '0');
  const system = change.engine.get<{ mac_prefix: string }>(
    'SELECT mac_prefix FROM managed_system WHERE id = ?',
    partition.system,
  );
  return `${system?.mac_prefix ?? ''}${hex(partition.lparId)}${hex(slot)}`;
}

function insertWwpns(
  change: Change,
  system: number,
  adapter: number,
  given: readonly string[] | undefined,
): void {
  const wwpns = given ?? nextWwpns(change, system);
  wwpns.forEach((wwpn, place) => {
    insertRow(change.engine, 'adapter_wwpn', { wwpn, adapter, place });
  });
}

function nextWwpns(change: Change, system: number): string[] {
  const row = change.engine.get<{ wwpn_prefix: string; first: number }>(
    'UPDATE managed_system SET next_wwpn = next_wwpn + 2 WHERE id = ? RETURNING wwpn_prefix, next_wwpn - 2 AS first',
    system,
  );
  const { wwpn_prefix = '', first = 0 } = row ?? {};
  return [first, first + 1].map((number) => `${wwpn_prefix}${number.toString(16).padStart(4, '0')}`);
}
