import type { Attribute } from '../../../format/hmc-csv.ts';
import { type PagingDevice, pagingDevicesOf } from '../../../state/frames/paging.ts';
import { type MemoryPool, memoryPoolOf } from '../../../state/frames/systems.ts';
import { type AnyListed, listed } from './listed.ts';

interface PoolRow {
  readonly pool: MemoryPool;
  readonly devices: readonly PagingDevice[];
}

function ofServers(name: string, value: (device: PagingDevice) => string): Attribute<PoolRow> {
  return {
    name,
    value: ({ devices }) => (devices.length === 0 ? 'none' : [...new Set(devices.map(value))]),
  };
}

/** The shared memory pool (recalled attributes). */
export const memoryPool: AnyListed = listed<PoolRow>({
  attributes: [
    { name: 'curr_pool_mem', value: ({ pool }) => pool.memory },
    { name: 'curr_max_pool_mem', value: ({ pool }) => pool.max_memory },
    { name: 'pend_pool_mem', value: ({ pool }) => pool.pend_memory },
    { name: 'pend_max_pool_mem', value: ({ pool }) => pool.max_memory },
    { name: 'sys_firmware_pool_mem', value: ({ pool }) => pool.firmware_memory },
    ofServers('paging_vios_names', ({ name }) => name),
    ofServers('paging_vios_ids', ({ lpar_id }) => String(lpar_id)),
  ],
  rows: (engine, system) => {
    const pool = memoryPoolOf(engine, system.id);
    return pool ? [{ pool, devices: pagingDevicesOf(engine, system.id) }] : [];
  },
});

/** Paging devices of the shared memory pool (recalled attributes). */
export const pagingDevices: AnyListed = listed<PagingDevice>({
  attributes: [
    { name: 'device_name', value: ({ device }) => device },
    { name: 'paging_vios_name', value: ({ name }) => name },
    { name: 'paging_vios_id', value: ({ lpar_id }) => lpar_id },
    { name: 'size', value: ({ size_mb }) => size_mb },
    { name: 'state', value: ({ user_id }) => (user_id === null ? 'Inactive' : 'Active') },
    { name: 'lpar_name', value: ({ user_name }) => user_name ?? undefined },
    { name: 'lpar_id', value: ({ user_id }) => user_id ?? 'none' },
  ],
  rows: (engine, system) => pagingDevicesOf(engine, system.id),
});
