import type { Change } from '../../state/change.ts';
import { insertRow } from '../../state/insert.ts';
import type { Standing } from './adapters.ts';
import { Impossible } from './place.ts';

/** Devices of a VIO server; its LUNs and the adapters of all partitions stand already. */
export function buildVios(change: Change, partition: Standing): void {
  const { world, id } = partition;
  if (world.env !== 'vioserver') {
    if (world.vios) throw new Impossible('only a vioserver has devices under vios');
    return;
  }
  const { engine } = change;
  const vios = world.vios ?? { ports: [], disks: [], ethernets: [], seas: [], targets: [], paging: [] };
  for (const { npiv, ...port } of vios.ports) {
    insertRow(engine, 'vios_port', { partition: id, ...port, fabric: npiv ? 1 : 0 });
  }
  for (const { lun, size_mb, ...disk } of vios.disks) {
    const found = lun === undefined ? undefined : lunCalled(change, lun);
    const size = size_mb ?? found?.size_mb;
    if (size === undefined) throw new Impossible(`${disk.name} has neither a LUN nor a size`);
    insertRow(engine, 'vios_disk', {
      partition: id,
      lun: found?.id ?? null,
      size_mb: size,
      ...disk,
      pvid: disk.pvid ?? null,
      volume_group: disk.volume_group ?? null,
    });
  }
  for (const { members, link, ...ethernet } of vios.ethernets) {
    insertRow(engine, 'vios_ethernet', {
      partition: id,
      ...ethernet,
      kind: members.length > 0 ? 'aggregation' : 'physical',
      members: members.join(','),
      link: link ? 1 : 0,
    });
  }
  nameAdapters(change, partition);
  buildSeas(change, partition);
  for (const target of vios.targets) {
    const kind = target.disk ? 'disk' : target.volume ? 'lv' : target.file ? 'file' : 'optical';
    const backing = target.disk ?? target.volume ?? target.file ?? '';
    insertTarget(change, id, { name: target.name, slot: target.slot, kind, backing, status: target.status });
  }
  for (const each of vios.paging) {
    insertRow(engine, 'paging_device', { system: partition.system, vios: id, ...each });
  }
  insertRow(engine, 'mover', { partition: id, ...vios.mover });
}

/** Maps what the world says at the client: disks behind its SCSI adapters, ports behind its Fibre Channel ones. */
export function buildMappings(change: Change, client: Standing): void {
  for (const adapter of client.world.scsi) {
    for (const disk of adapter.disks) {
      const { server, slot } = serverSide(change, client, adapter.slot);
      const exists = change.engine.get(
        'SELECT 1 FROM vios_disk WHERE partition = ? AND name = ?',
        server,
        disk,
      );
      if (!exists) throw new Impossible(`the VIO server of slot ${adapter.slot} has no disk called ${disk}`);
      insertTarget(change, server, { name: nextTarget(change, server), slot, kind: 'disk', backing: disk });
    }
  }
  for (const adapter of client.world.fc) {
    if (adapter.port === undefined) continue;
    const { server, slot } = adapter.server
      ? { server: client.id, slot: adapter.slot }
      : serverSide(change, client, adapter.slot);
    const exists = change.engine.get(
      'SELECT 1 FROM vios_port WHERE partition = ? AND name = ?',
      server,
      adapter.port,
    );
    if (!exists)
      throw new Impossible(`the VIO server of slot ${adapter.slot} has no port called ${adapter.port}`);
    change.engine.run(
      'UPDATE virtual_adapter SET port = ? WHERE partition = ? AND slot = ?',
      adapter.port,
      server,
      slot,
    );
  }
}

function lunCalled(change: Change, name: string) {
  const found = change.engine.get<{ id: number; size_mb: number }>(
    'SELECT id, size_mb FROM lun WHERE name = ?',
    name,
  );
  if (!found) throw new Impossible(`the SAN has no LUN called ${name}`);
  return found;
}

// As the VIO server configures them: by kind, in the order of the slots; Ethernet adapters after the physical ones.
function nameAdapters(change: Change, { id, world }: Standing): void {
  const rows = change.engine.all<{ id: number; kind: string }>(
    `SELECT id, kind FROM virtual_adapter WHERE partition = ? AND (kind <> 'serial' OR slot = 0) ORDER BY slot`,
    id,
  );
  const taken = new Set(
    [...(world.vios?.ethernets ?? []), ...(world.vios?.seas ?? [])].map(({ name }) => name),
  );
  const prefixes: Readonly<Record<string, string>> = {
    eth: 'ent',
    scsi: 'vhost',
    fc: 'vfchost',
    serial: 'vsa',
    vasi: 'vasi',
  };
  const next = new Map<string, number>();
  for (const row of rows) {
    const prefix = prefixes[row.kind] ?? row.kind;
    let number = next.get(prefix) ?? 0;
    while (taken.has(`${prefix}${number}`)) number++;
    next.set(prefix, number + 1);
    change.engine.run('UPDATE virtual_adapter SET device = ? WHERE id = ?', `${prefix}${number}`, row.id);
  }
}

function buildSeas(change: Change, { id, world }: Standing): void {
  for (const sea of world.vios?.seas ?? []) {
    const [first = 0] = sea.trunks;
    const trunk = (slot: number) =>
      world.eth.find((each) => each.slot === slot && (each.trunk !== undefined || sea.control_slot === slot));
    const missing = sea.trunks.find((slot) => !trunk(slot));
    if (missing !== undefined) throw new Impossible(`${sea.name}: slot ${missing} has no trunk adapter`);
    if (!world.vios?.ethernets.some(({ name }) => name === sea.backing))
      throw new Impossible(`${sea.name}: there is no adapter ${sea.backing}`);
    insertRow(change.engine, 'sea', {
      partition: id,
      name: sea.name,
      backing: sea.backing,
      trunks: sea.trunks.join(','),
      default_slot: first,
      pvid: sea.vlan ?? trunk(first)?.vlan ?? 1,
      ha_mode: sea.ha_mode,
      control_slot: sea.control_slot ?? null,
      address: sea.address ?? null,
      netmask: sea.netmask ?? null,
      status: sea.status,
    });
  }
}

interface Target {
  readonly name: string;
  readonly slot: number;
  readonly kind: string;
  readonly backing: string;
  readonly status?: string;
}

function insertTarget(change: Change, partition: number, target: Target): void {
  const last = change.engine.get<{ last: number | null }>(
    'SELECT max(lun_number) AS last FROM target_device WHERE partition = ? AND slot = ?',
    partition,
    target.slot,
  );
  insertRow(change.engine, 'target_device', { partition, ...target, lun_number: (last?.last ?? 0) + 1 });
}

function nextTarget(change: Change, partition: number): string {
  const count = (sql: string, ...values: (number | string)[]) =>
    change.engine.get<{ count: number }>(
      `SELECT count(*) AS count FROM target_device WHERE ${sql}`,
      ...values,
    )?.count ?? 0;
  let number = count("partition = ? AND name GLOB 'vtscsi*'", partition);
  while (count('partition = ? AND name = ?', partition, `vtscsi${number}`) > 0) number++;
  return `vtscsi${number}`;
}

function serverSide(change: Change, client: Standing, slot: number): { server: number; slot: number } {
  const found = change.engine.get<{ server: number; slot: number }>(
    `SELECT partner.id AS server, remote_slot AS slot FROM virtual_adapter
       JOIN partition AS partner ON partner.system = ? AND partner.lpar_id = remote_lpar
     WHERE virtual_adapter.partition = ? AND slot = ?`,
    client.system,
    client.id,
    slot,
  );
  if (!found) throw new Impossible(`the adapter in slot ${slot} has no partner`);
  return found;
}
