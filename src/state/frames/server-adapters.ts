/** Server adapters of a VIO server with the client adapters that are connected to them. */
import type { Engine } from '../engine.ts';
import type { Partition } from './partitions.ts';

/** The client adapter of the same system that names a server adapter as its partner. */
export interface ClientAdapter {
  /** Key of the adapter. */
  readonly adapter: number;
  readonly slot: number;
  /** Key of its partition. */
  readonly partition: number;
  /** The host that runs there, if the lab has it. */
  readonly host: string | null;
  readonly lpar_id: number;
  readonly name: string;
  readonly state: string;
  readonly os_version: string;
}

export interface ServerAdapter {
  readonly id: number;
  readonly slot: number;
  readonly kind: 'eth' | 'fc' | 'scsi' | 'serial' | 'vasi';
  readonly side: 'client' | 'server' | null;
  readonly device: string;
  readonly remote_lpar: number | null;
  readonly remote_slot: number | null;
  readonly trunk_priority: number | null;
  readonly vlan: number | null;
  readonly vlans: string | null;
  readonly mac: string | null;
  /** fc: the port that it is mapped to. */
  readonly port: string | null;
}

// vhost2 before vhost10.
const select = `SELECT id, slot, kind, side, device, remote_lpar, remote_slot, trunk_priority, vlan, vlans, mac, port
  FROM virtual_adapter WHERE partition = ?1 AND device IS NOT NULL`;

/** Configured virtual adapters, all or of a kind, in the order of their names. */
export function serverAdaptersOf(
  engine: Engine,
  partition: number,
  kind?: ServerAdapter['kind'],
): ServerAdapter[] {
  return engine.all<ServerAdapter>(
    `${select} AND (?2 IS NULL OR kind = ?2) ORDER BY length(device), device`,
    partition,
    kind ?? null,
  );
}

/** The partner of each server adapter of a kind by its slot; both sides must mean each other. */
export function clientsOf(
  engine: Engine,
  server: Pick<Partition, 'lpar_id' | 'system'>,
  kind: 'fc' | 'scsi',
): (adapter: ServerAdapter) => ClientAdapter | undefined {
  const rows = engine.all<ClientAdapter & { readonly remote_slot: number | null }>(
    `SELECT virtual_adapter.id AS adapter, slot, remote_slot, partition, host, lpar_id, name, state, os_version
     FROM virtual_adapter JOIN partition ON partition.id = virtual_adapter.partition
     WHERE system = ?1 AND remote_lpar = ?2 AND kind = ?3 AND side = 'client'`,
    server.system,
    server.lpar_id,
    kind,
  );
  const bySlot = new Map<number | null, typeof rows>();
  for (const row of rows) bySlot.set(row.remote_slot, [...(bySlot.get(row.remote_slot) ?? []), row]);
  return (adapter) =>
    bySlot
      .get(adapter.slot)
      ?.find(
        (row) =>
          (adapter.remote_lpar ?? row.lpar_id) === row.lpar_id &&
          (adapter.remote_slot ?? row.slot) === row.slot,
      );
}

/** How many ports of storage systems each client adapter is zoned to, by the adapter's key. */
export function zonedTargets(engine: Engine): ReadonlyMap<number, number> {
  const rows = engine.all<{ adapter: number; targets: number }>(
    `SELECT adapter, count(DISTINCT target) AS targets FROM zone JOIN adapter_wwpn ON wwpn = initiator GROUP BY adapter`,
  );
  return new Map(rows.map(({ adapter, targets }) => [adapter, targets]));
}

/** Names of all devices of a VIO server that the lab knows. */
export function deviceNames(engine: Engine, partition: number): ReadonlySet<string> {
  const rows = engine.all<{ name: string }>(
    `SELECT device AS name FROM virtual_adapter WHERE partition = ?1 AND device IS NOT NULL
     UNION ALL SELECT name FROM vios_port WHERE partition = ?1
     UNION ALL SELECT name FROM vios_disk WHERE partition = ?1
     UNION ALL SELECT name FROM vios_ethernet WHERE partition = ?1
     UNION ALL SELECT name FROM sea WHERE partition = ?1
     UNION ALL SELECT name FROM target_device WHERE partition = ?1
     UNION ALL SELECT device FROM paging_device WHERE vios = ?1`,
    partition,
  );
  return new Set(rows.map(({ name }) => name));
}
