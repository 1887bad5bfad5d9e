import type { Engine } from '../../state/engine.ts';
import type { Named } from './request.ts';

/** A free device of the shared memory pool, or of the pool of reserved storage. */
export interface FreeDevice {
  /** Key of the VIO server. */
  readonly vios: number;
  readonly device: string;
  readonly name: string;
  readonly lpar_id: number;
  /** Key of the LUN behind it; null: none. */
  readonly lun: number | null;
}

/** Free devices of a system that are large enough, the smallest first. */
export function freeDevices(
  engine: Engine,
  system: number,
  purpose: 'memory' | 'suspend',
  leastMb: number,
): FreeDevice[] {
  return engine.all<FreeDevice>(
    `SELECT vios, device, partition.name, partition.lpar_id, vios_disk.lun
     FROM paging_device JOIN partition ON partition.id = vios
       LEFT JOIN vios_disk ON vios_disk.partition = vios AND vios_disk.name = device
     WHERE paging_device.system = ? AND purpose = ? AND user IS NULL AND paging_device.size_mb >= ?
     ORDER BY paging_device.size_mb, partition.lpar_id, device`,
    system,
    purpose,
    leastMb,
  );
}

/** Those of the VIO server that the user wants, or all. */
export function devicesOf(devices: readonly FreeDevice[], wanted: Named | undefined): readonly FreeDevice[] {
  return devices.filter(
    ({ name, lpar_id }) =>
      (wanted?.name === undefined || wanted.name === name) &&
      (wanted?.id === undefined || wanted.id === lpar_id),
  );
}

/** A device that another of the free ones is the second way to: both VIO servers see one LUN. */
export function redundantDevice(
  devices: readonly FreeDevice[],
  all: readonly FreeDevice[],
): FreeDevice | undefined {
  return devices.find(
    (one) => one.lun !== null && all.some(({ lun, vios }) => lun === one.lun && vios !== one.vios),
  );
}
