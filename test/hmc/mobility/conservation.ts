import { availableMemory, availableUnits } from '../../../src/model/frames/resources.ts';
import type { Engine } from '../../../src/state/engine.ts';
import type { ManagedSystem } from '../../../src/state/frames/systems.ts';

/** What migrations may never change about a partition, wherever it is. */
export interface Belongings {
  readonly name: string;
  readonly env: string;
  readonly state: string;
  readonly memory: string;
  readonly processors: string;
  /** Slot, kind and MAC address of each adapter of a client; of a server only what is no client's. */
  readonly adapters: readonly string[];
  readonly wwpns: readonly string[];
  /** Names of the LUNs behind its SCSI adapters. */
  readonly luns: readonly string[];
  readonly profiles: readonly string[];
}

const shells = 'SELECT shell FROM migration WHERE shell IS NOT NULL';

/** Of every partition that is no shell, by its key. */
export function belongings(engine: Engine): ReadonlyMap<number, Belongings> {
  const rows = engine.all<{ id: number; name: string; env: string; state: string }>(
    `SELECT id, name, env, state FROM partition WHERE id NOT IN (${shells}) ORDER BY id`,
  );
  const texts = (sql: string, id: number) => engine.all<{ text: string }>(sql, id).map(({ text }) => text);
  return new Map(
    rows.map(({ id, ...partition }) => [
      id,
      {
        ...partition,
        memory: texts(
          "SELECT curr_min || ' ' || curr || ' ' || curr_max || ' ' || run AS text FROM partition_memory WHERE partition = ?",
          id,
        ).join(),
        processors: texts(
          "SELECT curr_mode || ' ' || curr_units || ' ' || curr_procs || ' ' || run_procs AS text FROM partition_processor WHERE partition = ?",
          id,
        ).join(),
        adapters: texts(
          `SELECT slot || ' ' || kind || ' ' || coalesce(mac, '') AS text FROM virtual_adapter
           WHERE partition = ? AND (side IS NULL OR side = 'client' OR kind = 'serial') ORDER BY slot`,
          id,
        ),
        wwpns: texts(
          'SELECT wwpn AS text FROM adapter_wwpn JOIN virtual_adapter ON virtual_adapter.id = adapter WHERE partition = ? ORDER BY wwpn',
          id,
        ),
        luns: texts(
          `SELECT DISTINCT lun.name AS text FROM partition JOIN virtual_adapter AS client ON client.partition = partition.id
             JOIN partition AS server ON server.system = partition.system AND server.lpar_id = client.remote_lpar
             JOIN target_device ON target_device.partition = server.id AND target_device.slot = client.remote_slot
             JOIN vios_disk ON vios_disk.partition = server.id AND vios_disk.name = backing
             JOIN lun ON lun.id = vios_disk.lun
           WHERE partition.id = ? AND client.kind = 'scsi' ORDER BY lun.name`,
          id,
        ),
        profiles: texts('SELECT name AS text FROM profile WHERE partition = ? ORDER BY name', id),
      },
    ]),
  );
}

/** @returns what is impossible about the frames, in words; nothing when all is well */
export function impossibleFrames(engine: Engine): string[] {
  return [
    ...overspent(engine),
    ...words(
      engine,
      'shell of no migration',
      `SELECT name AS text FROM partition WHERE id NOT IN (${shells})
      AND NOT EXISTS (SELECT 1 FROM profile WHERE profile.partition = partition.id)`,
    ),
    ...words(
      engine,
      'migration without what holds its place',
      "SELECT phase AS text FROM migration WHERE shell IS NULL AND phase <> 'starting'",
    ),
    ...words(
      engine,
      'client adapter whose server has none for it',
      `SELECT partition.name || ' slot ' || client.slot AS text FROM virtual_adapter AS client
         JOIN partition ON partition.id = client.partition
         JOIN partition AS server ON server.system = partition.system AND server.lpar_id = client.remote_lpar
       WHERE client.side = 'client' AND client.kind IN ('scsi', 'fc') AND NOT EXISTS (
         SELECT 1 FROM virtual_adapter AS other WHERE other.partition = server.id AND other.slot = client.remote_slot
           AND other.kind = client.kind AND other.side = 'server'
           AND coalesce(other.remote_lpar, partition.lpar_id) = partition.lpar_id
           AND coalesce(other.remote_slot, client.slot) = client.slot)`,
    ),
    ...words(
      engine,
      'server adapter whose client is not there',
      `SELECT server.name || ' slot ' || adapter.slot AS text FROM virtual_adapter AS adapter
         JOIN partition AS server ON server.id = adapter.partition
       WHERE adapter.side = 'server' AND adapter.kind IN ('scsi', 'fc') AND adapter.remote_lpar IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM partition WHERE partition.system = server.system AND partition.lpar_id = adapter.remote_lpar)`,
    ),
    ...words(
      engine,
      'LUN of two partitions',
      `SELECT lun.name AS text FROM target_device JOIN vios_disk ON vios_disk.partition = target_device.partition AND vios_disk.name = backing
         JOIN lun ON lun.id = vios_disk.lun JOIN partition AS server ON server.id = target_device.partition
         JOIN virtual_adapter ON virtual_adapter.partition = server.id AND virtual_adapter.slot = target_device.slot
         JOIN partition AS client ON client.system = server.system AND client.lpar_id = virtual_adapter.remote_lpar
       GROUP BY lun.id HAVING count(DISTINCT client.name) > 1`,
    ),
    ...words(
      engine,
      'MAC address of two partitions of a system',
      'SELECT mac AS text FROM virtual_adapter JOIN partition ON partition.id = partition WHERE mac IS NOT NULL GROUP BY system, mac HAVING count(*) > 1',
    ),
    ...words(
      engine,
      'Fibre Channel adapter without its pair',
      `SELECT slot AS text FROM virtual_adapter WHERE kind = 'fc' AND side = 'client'
         AND (SELECT count(*) FROM adapter_wwpn WHERE adapter = virtual_adapter.id) <> 2`,
    ),
    ...words(
      engine,
      'target device of a disk that is not there',
      `SELECT name AS text FROM target_device WHERE kind = 'disk' AND NOT EXISTS (
         SELECT 1 FROM vios_disk WHERE vios_disk.partition = target_device.partition AND vios_disk.name = backing)`,
    ),
    ...words(
      engine,
      'partition on two systems that does not migrate',
      `SELECT shell.name AS text FROM partition AS shell WHERE id IN (${shells})
         AND NOT EXISTS (SELECT 1 FROM migration JOIN partition ON partition.id = migration.partition
           WHERE migration.shell = shell.id AND partition.name = shell.name AND partition.system <> shell.system)`,
    ),
  ];
}

function words(engine: Engine, what: string, sql: string): string[] {
  return engine.all<{ text: string }>(sql).map(({ text }) => `${what}: ${text}`);
}

function overspent(engine: Engine): string[] {
  return engine
    .all<ManagedSystem>('SELECT * FROM managed_system')
    .flatMap((system) => [
      ...(availableMemory(engine, system).curr < 0
        ? [`${system.name} has given away more memory than it has`]
        : []),
      ...(availableUnits(engine, system).curr < 0
        ? [`${system.name} has given away more processors than it has`]
        : []),
    ]);
}
