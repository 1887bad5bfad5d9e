/** Paging devices of the destination for a partition with shared memory, and storage for a suspended one. */
import { migrationsOf, planOf } from '../../state/frames/migrations.ts';
import { suspendStorage } from '../frames/suspend-storage.ts';
import type { Facts } from './facts.ts';
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

/** Devices of the destination that nobody uses or is about to use and that are large enough, the smallest first. */
export function freeDevices(
  { engine, dest, mobile }: Pick<Facts, 'dest' | 'engine' | 'mobile'>,
  purpose: 'memory' | 'suspend',
  leastMb: number,
): FreeDevice[] {
  const planned = new Set(
    migrationsOf(engine, dest.id)
      .filter(({ partition }) => partition !== mobile.id)
      .flatMap((migration) => planOf(migration).paging ?? [])
      .map(({ vios, device }) => `${vios}/${device}`),
  );
  return engine
    .all<FreeDevice>(
      `SELECT vios, device, partition.name, partition.lpar_id, vios_disk.lun
       FROM paging_device JOIN partition ON partition.id = vios
         LEFT JOIN vios_disk ON vios_disk.partition = vios AND vios_disk.name = device
       WHERE paging_device.system = ? AND purpose = ? AND user IS NULL AND paging_device.size_mb >= ?
       ORDER BY paging_device.size_mb, partition.lpar_id, device`,
      dest.id,
      purpose,
      leastMb,
    )
    .filter(({ vios, device }) => !planned.has(`${vios}/${device}`));
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

/** What the partition gets there: for shared memory of its maximum size, for a suspended one 110 per cent (seed 5, page 21). */
export function chosenDevices(facts: Facts): FreeDevice[] {
  const { memory, mobile, request } = facts;
  const chosen: FreeDevice[] = [];
  const take = (purpose: 'memory' | 'suspend', least: number, wanted: Named | undefined) => {
    const all = freeDevices(facts, purpose, least);
    const own = devicesOf(all, wanted);
    const device = redundantDevice(own, all) ?? own[0];
    if (device) chosen.push(device);
  };
  if (memory.mode === 'shared') take('memory', memory.curr_max, request.data.pagingVios);
  if (mobile.suspend_capable === 1) take('suspend', suspendStorage(memory.curr), request.data.storageVios);
  return chosen;
}
