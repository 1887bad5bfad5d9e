import { type Device, device, type Place } from './device.ts';

// Descriptions, classes and types as AIX has them (recalled; a few stand in published listings).

/** What every operating system of a Power server has. */
export function baseDevices(place: Place): Device[] {
  const planar = { parent: 'sysplanar0' };
  const memory = {
    ...{ class: 'memory', subclass: 'sys', type: 'totmem', description: 'Memory' },
    ...planar,
  };
  return [
    device({
      ...{ name: 'sys0', class: 'sys', subclass: 'node', type: 'chrp', description: 'System Object' },
      kind: 'system',
    }),
    device({
      ...{ name: 'sysplanar0', class: 'planar', subclass: 'sys', type: 'sysplanar_rspc' },
      ...{ description: 'System Planar', parent: 'sys0' },
    }),
    device({
      ...{ name: 'vio0', class: 'bus', subclass: 'chrp', type: 'vdevice' },
      ...{ description: 'Virtual I/O Bus', ...planar },
    }),
    device({ name: 'mem0', kind: 'memory', ...memory }),
    device({
      ...{ name: 'L2cache0', class: 'memory', subclass: 'sys', type: 'L2cache_rspc' },
      ...{ description: 'L2 Cache', ...planar },
    }),
    ...processors(place),
    device({
      ...{ name: 'lvdd', class: 'lvm', subclass: 'lvm', type: 'lvdd', description: 'LVM Device Driver' },
    }),
    device({
      ...{ name: 'inet0', class: 'tcpip', subclass: 'TCPIP', type: 'inet' },
      ...{ description: 'Internet Network Extension' },
    }),
    device({
      ...{ name: 'lo0', kind: 'loopback', class: 'if', subclass: 'LO', type: 'lo', parent: 'inet0' },
      description: 'Loopback Network Interface',
    }),
  ];
}

// AIX numbers processors by their first hardware thread: proc0, proc4, proc8 with four threads each.
function processors(at: Place): Device[] {
  const { engine, partition } = at;
  const row =
    partition &&
    engine.get<{ run_procs: number; curr_procs: number }>(
      'SELECT run_procs, curr_procs FROM partition_processor WHERE partition = ?',
      partition.id,
    );
  const count = row ? row.run_procs || row.curr_procs : 1;
  const step = threadsAt(at);
  return Array.from({ length: count }, (_, index) =>
    device({
      ...{ name: `proc${index * step}`, kind: 'processor', class: 'processor', subclass: 'sys' },
      ...{ type: 'proc_rspc', description: 'Processor', parent: 'sysplanar0' },
      location: `00-${String(index * step).padStart(2, '0')}`,
    }),
  );
}

/** Hardware threads of a processor: in the mode of an older processor as many as that has. */
export function threadsAt({ partition, system }: Place): number {
  const mode = partition?.curr_compat ?? '';
  const own = threadsOf(system?.generation);
  return /^POWER\d/.test(mode) ? Math.min(own, threadsOf(mode)) : own;
}

/** MB of memory; a host outside every partition has no amount of its own: 4 GB. */
export function runMemory({ engine, partition }: Place): number {
  const row =
    partition &&
    engine.get<{ run: number; curr: number }>(
      'SELECT run, curr FROM partition_memory WHERE partition = ?',
      partition.id,
    );
  return row ? row.run || row.curr : 4096;
}

/** Hardware threads of a processor of a generation. */
export function threadsOf(generation: string | undefined): number {
  if (generation === undefined || generation === 'POWER5' || generation.startsWith('POWER6')) return 2;
  return generation.startsWith('POWER7') ? 4 : 8;
}

/** The two interfaces of an Ethernet adapter. */
export function interfacesFor(adapter: Device): Device[] {
  const number = adapter.name.replace(/^\D+/, '');
  const { location } = adapter;
  const common = { class: 'if', parent: adapter.name, location };
  return [
    device({
      ...{ name: `en${number}`, kind: 'interface', subclass: 'EN', type: 'en', ...common },
      description: 'Standard Ethernet Network Interface',
    }),
    device({
      ...{ name: `et${number}`, kind: 'interface', subclass: 'EN', type: 'ie3', ...common },
      ...{ description: 'IEEE 802.3 Ethernet Network Interface', status: 'Defined' },
    }),
  ];
}

/** The console's adapter in slot 0, and its terminal. */
export function consoleDevices(name: string, physloc: string, slot: number, type = 'hvterm1'): Device[] {
  const adapter = device({
    ...{ name, class: 'adapter', subclass: 'vdevice', type, parent: 'vio0' },
    ...{ description: 'LPAR Virtual Serial Adapter', physloc, slot, virtual: true },
  });
  if (slot !== 0) return [adapter];
  const terminal = device({
    ...{ name: `vty${name.replace(/^\D+/, '')}`, class: 'tty', subclass: 'vcon', type: 'tty' },
    ...{ description: 'Asynchronous Terminal', parent: name, physloc: physloc && `${physloc}-L0` },
  });
  return [adapter, terminal];
}

/** The protocol device of a Fibre Channel adapter. */
export function protocolDevice(adapter: Device): Device {
  const location = adapter.location && `${adapter.location}-01`;
  return device({
    ...{ name: adapter.name.replace('fcs', 'fscsi'), kind: 'fscsi', class: 'driver', subclass: 'iocb' },
    ...{ type: adapter.kind === 'vfc-client' ? 'emfscsi' : 'efscsi', location, parent: adapter.name },
    ...{ description: 'FC SCSI I/O Controller Protocol Device', status: adapter.status },
    physloc: adapter.physloc,
  });
}
