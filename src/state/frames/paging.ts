import type { Engine } from '../engine.ts';

/** A device of a VIO server that the shared memory pool pages to, or that keeps what a suspended partition has in its memory. */
export interface PagingDevice {
  readonly device: string;
  readonly size_mb: number;
  /** The VIO server. */
  readonly name: string;
  readonly lpar_id: number;
  /** The partition that uses it. */
  readonly user_name: string | null;
  readonly user_id: number | null;
}

export function pagingDevicesOf(
  engine: Engine,
  system: number,
  purpose: 'memory' | 'suspend' = 'memory',
): PagingDevice[] {
  return engine.all<PagingDevice>(
    `SELECT device, size_mb, partition.name, partition.lpar_id, owner.name AS user_name, owner.lpar_id AS user_id
     FROM paging_device JOIN partition ON partition.id = vios LEFT JOIN partition AS owner ON owner.id = user
     WHERE paging_device.system = ? AND purpose = ? ORDER BY partition.lpar_id, device`,
    system,
    purpose,
  );
}

/** VIO servers that page for a partition with shared memory. */
export interface PagingServers {
  /** Of the partition. */
  readonly lpar_id: number;
  readonly primary_name: string;
  readonly primary_id: number;
  /** Another one that sees the same LUN as a paging device; null: none. */
  readonly secondary_name: string | null;
  readonly secondary_id: number | null;
}

const secondary = (column: 'lpar_id' | 'name') => `(SELECT server.${column} FROM paging_device AS other
  JOIN vios_disk AS disk ON disk.partition = other.vios AND disk.name = other.device
  JOIN partition AS server ON server.id = other.vios
  WHERE other.system = one.system AND other.purpose = 'memory' AND other.vios <> one.vios AND disk.lun = own.lun
  ORDER BY server.lpar_id LIMIT 1)`;

/** Those of the partitions of a system that use a device of its shared memory pool; of the first device, if it has several. */
export function pagingServersOf(engine: Engine, system: number): PagingServers[] {
  const rows = engine.all<PagingServers>(
    `SELECT owner.lpar_id, server.name AS primary_name, server.lpar_id AS primary_id,
       ${secondary('name')} AS secondary_name, ${secondary('lpar_id')} AS secondary_id
     FROM paging_device AS one JOIN partition AS owner ON owner.id = one.user JOIN partition AS server ON server.id = one.vios
       LEFT JOIN vios_disk AS own ON own.partition = one.vios AND own.name = one.device
     WHERE one.system = ? AND one.purpose = 'memory' ORDER BY server.lpar_id DESC, one.device DESC`,
    system,
  );
  return [...new Map(rows.map((row) => [row.lpar_id, row])).values()];
}
