import type { Attribute } from '../../../format/hmc-csv.ts';
import { type PagingDevice, pagingDevicesOf } from '../../../state/frames/paging.ts';
import { type AnyListed, listed } from './listed.ts';

type Devices = readonly PagingDevice[];

function ofServers(name: string, value: (device: PagingDevice) => string): Attribute<Devices> {
  return { name, value: (devices) => [...new Set(devices.map(value))] };
}

/** The reserved storage pool: which VIO servers have devices in it (recalled attributes). A system without devices has none. */
export const reservedStoragePool: AnyListed = listed<Devices>({
  attributes: [
    ofServers('vios_names', ({ name }) => name),
    ofServers('vios_ids', ({ lpar_id }) => String(lpar_id)),
  ],
  rows: (engine, system) => {
    const devices = pagingDevicesOf(engine, system.id, 'suspend');
    return devices.length > 0 ? [devices] : [];
  },
});

/** Its devices: a partition that is suspended needs 110 percent of its memory on one (recalled attributes). */
export const reservedStorageDevices: AnyListed = listed<PagingDevice>({
  attributes: [
    { name: 'device_name', value: ({ device }) => device },
    { name: 'vios_name', value: ({ name }) => name },
    { name: 'vios_id', value: ({ lpar_id }) => lpar_id },
    { name: 'size', value: ({ size_mb }) => size_mb },
    { name: 'state', value: ({ user_id }) => (user_id === null ? 'Inactive' : 'Active') },
    { name: 'lpar_name', value: ({ user_name }) => user_name ?? undefined },
    { name: 'lpar_id', value: ({ user_id }) => user_id ?? 'none' },
  ],
  ofPartitions: ({ user_id }) => user_id,
  rows: (engine, system) => pagingDevicesOf(engine, system.id, 'suspend'),
});
