import type { Engine } from './engine.ts';

export interface VolumeGroup {
  readonly host: string;
  readonly name: string;
  readonly partition_mb: number;
  /** Physical partitions. */
  readonly total: number;
  readonly free: number;
}

export interface LogicalVolume {
  readonly host: string;
  readonly name: string;
  readonly volume_group: string;
  readonly partitions: number;
}

export interface Disk {
  readonly host: string;
  readonly name: string;
  readonly pvid: string | null;
  /** `rootvg@NAME`: the rootvg of that WPAR. */
  readonly volume_group: string | null;
  readonly size_mb: number;
  readonly status: string;
}

export function volumeGroupsOf(engine: Engine, host: string): VolumeGroup[] {
  return engine.all<VolumeGroup>(
    "SELECT * FROM volume_group WHERE host = ? ORDER BY name <> 'rootvg', name",
    host,
  );
}

export function findVolumeGroup(engine: Engine, host: string, name: string): VolumeGroup | undefined {
  return engine.get<VolumeGroup>('SELECT * FROM volume_group WHERE host = ? AND name = ?', host, name);
}

export function logicalVolumesOf(engine: Engine, host: string, group: string): LogicalVolume[] {
  return engine.all<LogicalVolume>(
    'SELECT * FROM logical_volume WHERE host = ? AND volume_group = ?',
    host,
    group,
  );
}

export function findLogicalVolume(engine: Engine, host: string, name: string): LogicalVolume | undefined {
  return engine.get<LogicalVolume>('SELECT * FROM logical_volume WHERE host = ? AND name = ?', host, name);
}

/** Disks that the host can use, in the order of their numbers. */
export function physicalVolumesOf(engine: Engine, host: string): Disk[] {
  const rows = engine.all<Disk>(
    "SELECT * FROM disk WHERE host = ? AND kind = 'disk' AND status = 'Available' ORDER BY name",
    host,
  );
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}
