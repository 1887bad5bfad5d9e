/** Paging devices of the destination for a partition with shared memory, and storage for a suspended one. */

import { migrationsOf, planOf } from '../../state/frames/migrations.ts';
import type { Facts } from './facts.ts';
import { serverNamed } from './mapping/asked.ts';

export interface FreeDevice {
  readonly vios: number;
  readonly device: string;
  readonly size_mb: number;
}

/** Devices that nobody uses, the smallest that are large enough first. */
export function freeDevices(facts: Facts, purpose: 'memory' | 'suspend', least: number): FreeDevice[] {
  const { engine, dest, mobile } = facts;
  const planned = new Set(
    migrationsOf(engine, dest.id)
      .filter(({ partition }) => partition !== mobile.id)
      .flatMap((migration) => planOf(migration).paging ?? [])
      .map(({ vios, device }) => `${vios}/${device}`),
  );
  return engine
    .all<FreeDevice>(
      `SELECT vios, device, size_mb FROM paging_device
       WHERE system = ? AND purpose = ? AND user IS NULL AND size_mb >= ? ORDER BY size_mb, vios, device`,
      dest.id,
      purpose,
      least,
    )
    .filter(({ vios, device }) => !planned.has(`${vios}/${device}`));
}

/** What the partition gets there: for shared memory of its maximum size, for a suspended one 110 per cent (seed 5, page 21). */
export function chosenDevices(facts: Facts): FreeDevice[] {
  const { memory, mobile, request, destServers } = facts;
  const first = (devices: readonly FreeDevice[], named: Parameters<typeof serverNamed>[1] | undefined) => {
    const server = named && serverNamed(destServers, named);
    return devices.find(({ vios }) => named === undefined || vios === server?.id);
  };
  const chosen: FreeDevice[] = [];
  if (memory.mode === 'shared') {
    const device = first(freeDevices(facts, 'memory', memory.curr_max), request.data.pagingVios);
    if (device) chosen.push(device);
  }
  if (mobile.suspend_capable === 1) {
    const device = first(freeDevices(facts, 'suspend', storageNeeded(memory.curr)), request.data.storageVios);
    if (device) chosen.push(device);
  }
  return chosen;
}

/** MB of storage that a partition which can be suspended needs. */
export function storageNeeded(memory: number): number {
  return Math.ceil((memory * 110) / 100);
}
