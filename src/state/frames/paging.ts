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
