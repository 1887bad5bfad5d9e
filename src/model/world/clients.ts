import type { Change } from '../../state/change.ts';
import { insertRow } from '../../state/insert.ts';
import { nextWwpns } from '../frames/virtual-adapters/identities.ts';
import { insertAdapter, partnerOf, type Standing, sided } from './adapters.ts';
import { Impossible } from './place.ts';

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
