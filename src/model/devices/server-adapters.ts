import { consoleDevices } from './base.ts';
import { byName, type Device, device, type Place, slotOf } from './device.ts';
import { Names } from './names.ts';

/** A virtual adapter's row, as devices need it. */
export interface AdapterRow {
  readonly slot: number;
  readonly kind: 'eth' | 'fc' | 'scsi' | 'serial' | 'vasi';
  readonly side: 'client' | 'server' | null;
  readonly device: string | null;
  readonly mac: string | null;
  readonly port: string | null;
  readonly wwpn: string | null;
}

export function adapterRows({ engine, partition }: Place): AdapterRow[] {
  return engine.all<AdapterRow>(
    `SELECT slot, kind, side, device, mac, port, wwpn FROM virtual_adapter
       LEFT JOIN adapter_wwpn ON adapter = virtual_adapter.id AND place = 0
     WHERE partition = ? ORDER BY slot`,
    partition?.id ?? 0,
  );
}

/** Virtual adapters of a VIO server by their names, as its captured listings have them. */
export function virtualAdapters(place: Place): Device[] {
  const found = adapterRows(place).flatMap((row) => {
    if (row.device === null || row.kind === 'vasi') return [];
    return [...serverAdapter(place, row, row.device)];
  });
  return [...found, ...asynchronousServices(place)].sort(byName);
}

const adapter = { class: 'adapter', subclass: 'vdevice', parent: 'vio0', virtual: true };

function serverAdapter(place: Place, row: AdapterRow, name: string): Device[] {
  const { slot } = row;
  const physloc = slotOf(place, slot);
  if (row.kind === 'serial') return consoleDevices(name, physloc, slot).slice(0, 1);
  if (row.kind === 'eth') return [lan(name, physloc, row)];
  if (row.kind === 'fc') {
    return [
      device({
        ...{ ...adapter, name, slot, physloc, kind: 'server-fc', type: 'IBM,vfc-server' },
        ...{ description: 'Virtual FC Server Adapter', backing: row.port ?? '' },
      }),
    ];
  }
  return [
    device({
      ...{ ...adapter, name, slot, physloc, kind: 'server-scsi', type: 'IBM,v-scsi-host' },
      description: 'Virtual SCSI Server Adapter',
    }),
  ];
}

/** A virtual Ethernet adapter of any partition. */
export function lan(name: string, location: string, { slot, mac }: AdapterRow): Device {
  return device({
    ...{ ...adapter, name, slot, kind: 'l-lan', type: 'IBM,l-lan' },
    ...{ description: 'Virtual I/O Ethernet Adapter (l-lan)', physloc: location && `${location}-T1` },
    address: mac ?? '',
  });
}

// The VASI is there while the server is a mover or pages for shared memory (seed 5, page 23), which brings vbsd0, too.
function asynchronousServices(place: Place): Device[] {
  const { engine, partition } = place;
  const pages = engine.get(
    "SELECT 1 FROM paging_device WHERE vios = ? AND purpose = 'memory'",
    partition?.id ?? 0,
  );
  if (!partition || (partition.msp === 0 && !pages)) return [];
  const rows = adapterRows(place).filter(({ kind }) => kind === 'vasi');
  const names = new Names(rows.flatMap((row) => row.device ?? []));
  const slots = rows.length > 0 ? rows : [undefined];
  const interfaces = slots.map((row) =>
    device({
      ...{ ...adapter, name: row?.device ?? names.next('vasi'), type: 'IBM,VASI-1' },
      description: 'Virtual Asynchronous Services Interface (VASI)',
      ...(row && { slot: row.slot, physloc: slotOf(place, row.slot) }),
    }),
  );
  const block = device({
    ...{ ...adapter, name: 'vbsd0', subclass: 'vbsd', type: 'vbsd' },
    description: 'Virtual Block Storage Device (VBSD)',
  });
  return pages ? [...interfaces, block] : interfaces;
}
