/** The virtual adapters that a profile's lists name, and the rows that a partition has after it was given them. */
import { failure } from '../../messages/failure.ts';
import { partitionMessages as messages } from '../../messages/partitions.ts';
import type { Change } from '../../state/change.ts';
import type { Engine } from '../../state/engine.ts';
import type { AdapterKind } from '../../state/frames/adapters.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import type { ProfileAttributes } from '../../state/frames/profiles.ts';
import { insertRow, type Row } from '../../state/insert.ts';
import { listOf } from './profile-lists.ts';
import { nextWwpns, usualMac } from './virtual-adapters/identities.ts';

interface Wanted {
  readonly slot: number;
  readonly kind: AdapterKind;
  readonly columns: Row;
  /** '': the present one, or the usual one. */
  readonly mac?: string;
  readonly wwpns?: readonly string[];
}

interface Present {
  readonly id: number;
  readonly slot: number;
  readonly kind: AdapterKind;
  readonly side: string | null;
}

/**
 * Gives a partition the adapters of a profile. One that is there already keeps what nobody chose: its MAC address, its
 * WWPNs, its name in a VIO server, its mappings. The VASI adapter of a mover is in no profile and stays.
 * @throws Failure
 */
export function giveAdapters(change: Change, partition: Partition, attributes: ProfileAttributes): void {
  const { engine } = change;
  const wanted = wantedAdapters(engine, partition.system, attributes);
  const present = engine.all<Present>(
    "SELECT id, slot, kind, side FROM virtual_adapter WHERE partition = ? AND kind <> 'vasi'",
    partition.id,
  );
  const stays = (each: Present) =>
    wanted.some(
      ({ slot, kind, columns }) =>
        slot === each.slot && kind === each.kind && (columns.side ?? null) === each.side,
    );
  for (const each of present) {
    if (!stays(each)) engine.run('DELETE FROM virtual_adapter WHERE id = ?', each.id);
  }
  for (const each of wanted) {
    giveAdapter(
      change,
      partition,
      each,
      present.find((other) => other.slot === each.slot && stays(other)),
    );
  }
}

function giveAdapter(
  change: Change,
  partition: Partition,
  wanted: Wanted,
  present: Present | undefined,
): void {
  const { engine } = change;
  const { slot, kind } = wanted;
  const { id: owner, system, lpar_id } = partition;
  const columns: Record<string, Row[string]> = { ...wanted.columns };
  if (wanted.mac) columns.mac = freeMac(engine, owner, wanted.mac.toUpperCase());
  else if (kind === 'eth' && !present) columns.mac = usualMac(engine, system, lpar_id, slot);
  let id = present?.id;
  if (id === undefined)
    id = insertRow(engine, 'virtual_adapter', { partition: owner, slot, kind, ...columns });
  else {
    const names = Object.keys(columns);
    engine.run(
      `UPDATE virtual_adapter SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`,
      ...Object.values(columns),
      id,
    );
  }
  if (kind === 'fc' && columns.side === 'client') giveWwpns(change, partition, id, wanted.wwpns ?? []);
}

function giveWwpns(change: Change, { system }: Partition, adapter: number, given: readonly string[]): void {
  const { engine } = change;
  const there = engine.get('SELECT 1 FROM adapter_wwpn WHERE adapter = ?', adapter);
  if (given.length === 0 && there) return;
  engine.run('DELETE FROM adapter_wwpn WHERE adapter = ?', adapter);
  const pair = given.length === 0 ? nextWwpns(change, system) : given;
  const taken = pair.find((wwpn) => engine.get('SELECT 1 FROM adapter_wwpn WHERE wwpn = ?', wwpn));
  if (taken !== undefined) throw failure(messages.wwpnInUse, { wwpn: taken });
  pair.forEach((wwpn, place) => {
    insertRow(engine, 'adapter_wwpn', { wwpn, adapter, place });
  });
}

function freeMac(engine: Engine, partition: number, mac: string): string {
  const taken = engine.get(
    `SELECT 1 FROM virtual_adapter JOIN partition ON partition.id = partition
     WHERE mac = ? AND partition <> ? AND system = (SELECT system FROM partition WHERE id = ?2)`,
    mac,
    partition,
  );
  if (taken) throw failure(messages.macInUse, { mac });
  return mac;
}

function wantedAdapters(engine: Engine, system: number, attributes: ProfileAttributes): Wanted[] {
  const fields = (name: string) => listOf(attributes[name]).map((element) => element.split('/'));
  const switchNumber = (name: string) =>
    engine.get<{ number: number }>(
      `SELECT number FROM virtual_switch WHERE system = ?1
       ORDER BY name = ?2 DESC, number LIMIT 1`,
      system,
      name,
    )?.number ?? 0;
  return [
    ...fields('virtual_serial_adapters').map(
      ([slot, side = '', hmc, id, , remote, required]): Wanted => ({
        slot: Number(slot),
        kind: 'serial',
        columns: { ...sided(side, id, remote, required), supports_hmc: Number(hmc) },
      }),
    ),
    ...fields('virtual_scsi_adapters').map(
      ([slot, side = '', id, , remote, required]): Wanted => ({
        slot: Number(slot),
        kind: 'scsi',
        columns: sided(side, id, remote, required),
      }),
    ),
    ...fields('virtual_fc_adapters').map(
      ([slot, side = '', id, , remote, wwpns = '', required]): Wanted => ({
        slot: Number(slot),
        kind: 'fc',
        columns: sided(side, id, remote, required),
        wwpns: wwpns === '' ? [] : wwpns.split(','),
      }),
    ),
    ...fields('virtual_eth_adapters').map(
      ([slot, ieee, vlan, vlans = '', trunk, required, name = '', mac = '', allowed, qos]): Wanted => ({
        slot: Number(slot),
        kind: 'eth',
        mac,
        columns: {
          required: Number(required ?? 0),
          switch: switchNumber(name),
          vlan: Number(vlan),
          vlans,
          ieee: Number(ieee),
          trunk_priority: Number(trunk) === 0 ? null : Number(trunk),
          allowed_macs: allowed ?? 'all',
          qos: qos ?? 'none',
        },
      }),
    ),
  ];
}

function sided(
  side: string,
  id: string | undefined,
  remote: string | undefined,
  required: string | undefined,
): Row {
  const number = (value: string | undefined) =>
    value === undefined || value === 'any' || value === '' ? null : Number(value);
  return { side, remote_lpar: number(id), remote_slot: number(remote), required: Number(required ?? 0) };
}

/**
 * A profile in which each client Fibre Channel adapter has its WWPNs: the present ones of the partition's slot, or the
 * next ones of the system. HMCs choose them when the adapter is put into a profile.
 * @param partition key; undefined: it is only just made
 */
export function withWwpns(
  change: Change,
  system: number,
  attributes: ProfileAttributes,
  partition?: number,
): ProfileAttributes {
  if (attributes.virtual_fc_adapters === undefined) return attributes;
  const list = listOf(attributes.virtual_fc_adapters).map((element) => {
    const fields = element.split('/');
    const [slot = '', side] = fields;
    if (side !== 'client') return element;
    if (fields[5] === '')
      fields[5] = (presentWwpns(change.engine, partition, Number(slot)) ?? nextWwpns(change, system)).join(
        ',',
      );
    const wwpns = (fields[5] ?? '').split(',');
    const taken = wwpns.find((wwpn) =>
      change.engine.get(
        `SELECT 1 FROM adapter_wwpn JOIN virtual_adapter ON virtual_adapter.id = adapter
         WHERE wwpn = ? AND (partition <> ? OR slot <> ?)`,
        wwpn,
        partition ?? 0,
        Number(slot),
      ),
    );
    if (taken !== undefined) throw failure(messages.wwpnInUse, { wwpn: taken });
    return fields.join('/');
  });
  return { ...attributes, virtual_fc_adapters: list };
}

function presentWwpns(engine: Engine, partition: number | undefined, slot: number): string[] | undefined {
  const found = engine.all<{ wwpn: string }>(
    `SELECT wwpn FROM adapter_wwpn JOIN virtual_adapter ON virtual_adapter.id = adapter
     WHERE partition = ? AND slot = ? AND side = 'client' ORDER BY place`,
    partition ?? 0,
    slot,
  );
  return found.length === 2 ? found.map(({ wwpn }) => wwpn) : undefined;
}

/**
 * Each client Fibre Channel adapter needs a server adapter that is mapped to a port before its partition can start.
 * @throws Failure
 */
export function checkFcServers(engine: Engine, partition: Partition): void {
  const rows = engine.all<{
    client: number;
    server: number | null;
    vios: number | null;
    found: number;
    port: string | null;
  }>(
    `SELECT client.slot AS client, client.remote_slot AS server, client.remote_lpar AS vios,
       server.id IS NOT NULL AS found, server.port
     FROM virtual_adapter AS client
       LEFT JOIN partition AS vios ON vios.system = ?2 AND vios.lpar_id = client.remote_lpar
       LEFT JOIN virtual_adapter AS server ON server.partition = vios.id AND server.slot = client.remote_slot
         AND server.kind = 'fc' AND server.side = 'server' AND coalesce(server.remote_lpar, ?3) = ?3
         AND coalesce(server.remote_slot, client.slot) = client.slot
     WHERE client.partition = ?1 AND client.kind = 'fc' AND client.side = 'client' ORDER BY client.slot`,
    partition.id,
    partition.system,
    partition.lpar_id,
  );
  for (const { client, server, vios, found, port } of rows) {
    const values = { client, server: server ?? 'any', vios: vios ?? 'any' };
    if (found === 0) throw failure(messages.fcNoServer, values);
    if (port === null) throw failure(messages.fcNotMapped, values);
  }
}
