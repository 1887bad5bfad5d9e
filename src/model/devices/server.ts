import {
  disksOf,
  ethernetsOf,
  lunById,
  portsOf,
  type ServerDisk,
  type ServerEthernet,
  sharedEthernetsOf,
  type TargetDevice,
  targetOfLun,
  targetsOf,
} from '../../state/frames/servers.ts';
import { atLeast } from '../release.ts';
import { baseDevices, interfacesFor, protocolDevice } from './base.ts';
import { Cards } from './cards.ts';
import { byName, type Device, device, type Place, pathLocation, pathTo, targetAddress } from './device.ts';
import { virtualAdapters } from './server-adapters.ts';

/** The devices of a VIO server. */
export function serverDevices(place: Place): Device[] {
  const { engine, partition } = place;
  if (!partition) return baseDevices(place);
  const cards = new Cards(place);
  const ports = portsOf(engine, partition.id).map((port) => {
    const card = cards.at(port.location);
    return device({
      ...{ name: port.name, kind: 'fcs', class: 'adapter', subclass: 'pciex', parent: 'pci0' },
      type: card?.type ?? 'df1000f114108a03',
      description: card?.description ?? '8Gb PCI Express Dual Port FC Adapter (df1000f114108a03)',
      status: cards.hasLeft(port.location) ? 'Defined' : port.status,
      ...{ physloc: port.location, location: cards.code(port.location) },
      address: port.wwpn.toUpperCase(),
    });
  });
  const ethernets = ethernetsOf(engine, partition.id).map((port) => physicalEthernet(port, cards));
  const virtual = virtualAdapters(place);
  const shared = sharedEthernetsOf(engine, partition.id).map((sea) =>
    device({
      ...{ name: sea.name, kind: 'sea', class: 'adapter', subclass: 'pseudo', type: 'sea' },
      ...{ description: 'Shared Ethernet Adapter', status: sea.status, backing: sea.backing, virtual: true },
    }),
  );
  const channels = ports.map(protocolDevice);
  const adapters = [...ethernets, ...virtual.filter(({ kind }) => kind === 'l-lan'), ...shared].sort(byName);
  return [
    ...[...ports, ...ethernets, ...virtual].sort(byName),
    ...channels,
    ...storage(place, disksOf(engine, partition.id), channels),
    ...targets(place, virtual),
    ...shared,
    ...adapters.flatMap(interfacesFor),
    ...pseudoDevices(place),
    ...buses(ports.length + ethernets.length > 0),
    ...baseDevices(place),
  ];
}

function physicalEthernet(port: ServerEthernet, cards: Cards): Device {
  const { name, location: physloc } = port;
  if (port.kind === 'aggregation') {
    return device({
      ...{ name, kind: 'aggregation', class: 'adapter', subclass: 'pseudo', type: 'ibm_ech' },
      ...{ description: 'EtherChannel / IEEE 802.3ad Link Aggregation', backing: port.members },
    });
  }
  const card = cards.at(physloc);
  const fast = port.mbps >= 10_000;
  return device({
    ...{ name, kind: 'ethernet', class: 'adapter', subclass: 'pciex', parent: 'pci0' },
    type: card?.type ?? (fast ? '2514300014108c03' : '14104003'),
    description:
      card?.description ??
      (fast
        ? '10 Gigabit Ethernet-SR PCI Express Adapter (2514300014108c03)'
        : '2-Port 10/100/1000 Base-TX PCI-Express Adapter (14104003)'),
    ...(cards.hasLeft(physloc) ? { status: 'Defined' as const } : {}),
    ...{ physloc, location: cards.code(physloc) },
  });
}

function buses(any: boolean): Device[] {
  if (!any) return [];
  return [
    device({
      ...{ name: 'pci0', class: 'bus', subclass: 'chrp', type: 'pciex', parent: 'sysplanar0' },
      description: 'PCI Express Bus',
    }),
  ];
}

// A LUN's description is that of a published listing of a VIO server; internal disks hang on the planar's SAS controller.
function storage(place: Place, disks: readonly ServerDisk[], channels: readonly Device[]): Device[] {
  const internal = disks.some(({ lun }) => lun === null);
  const controllers = [
    device({
      ...{ name: 'sissas0', class: 'adapter', subclass: 'pciex', type: '14103d03', location: '00-08' },
      ...{ description: 'PCI Express x8 Planar 3Gb SAS Adapter', parent: 'pci0' },
    }),
    device({
      ...{ name: 'sas0', class: 'driver', subclass: 'sas', type: 'sas', location: '00-08-00' },
      ...{ description: 'Controller SAS protocol', parent: 'sissas0' },
    }),
  ];
  const listed = disks.map((disk) => serverDisk(place, disk, channels));
  return internal ? [...controllers, ...listed] : listed;
}

function serverDisk({ engine, partition }: Place, disk: ServerDisk, channels: readonly Device[]): Device {
  const common = {
    ...{ name: disk.name, class: 'disk', status: disk.status, physloc: disk.location },
    ...{ size: disk.size_mb, pvid: disk.pvid ?? '' },
  };
  const { lun } = disk;
  if (lun === null) {
    return device({
      ...{ ...common, kind: 'disk-sas', subclass: 'sas', type: 'scsd', description: 'SAS Disk Drive' },
      ...{ parent: 'sas0', location: '00-08-00' },
    });
  }
  const reached = portsOf(engine, partition?.id ?? 0).flatMap((port) => {
    const target = targetOfLun(engine, lun, port.wwpn);
    return target === undefined ? [] : [{ port, path: pathTo(target, lun) }];
  })[0];
  const channel = channels.find(({ parent }) => parent === reached?.port.name) ?? channels[0];
  return device({
    ...{ ...common, kind: 'disk-fc', subclass: 'fcp', type: 'mpioosdisk' },
    ...{ description: 'MPIO Other FC SCSI Disk Drive', uniqueId: lunById(engine, lun)?.unique_id ?? '' },
    ...{ parent: channel?.name ?? '', location: channel?.location ?? '' },
    ...(reached && {
      path: reached.path,
      physloc: disk.location || pathLocation(reached.port.location, reached.path),
    }),
  });
}

const targetTypes: Readonly<Record<TargetDevice['kind'], { type: string; what: string }>> = {
  disk: { type: 'scdisk', what: 'Disk' },
  lv: { type: 'lvdisk', what: 'Logical Volume' },
  file: { type: 'filedisk', what: 'File' },
  optical: { type: 'file_optical', what: 'Optical Media' },
};

function targets({ engine, partition }: Place, virtual: readonly Device[]): Device[] {
  return targetsOf(engine, partition?.id ?? 0)
    .map((target) => {
      const adapter = virtual.find(({ slot }) => slot === target.slot);
      const { type, what } = targetTypes[target.kind];
      return device({
        ...{ name: target.name, kind: 'target', class: 'vtdev', subclass: 'vtdev', type, virtual: true },
        description: `Virtual Target Device - ${what}`,
        ...{ status: target.status, parent: adapter?.name ?? '', backing: target.backing, slot: target.slot },
        physloc: adapter ? `${adapter.physloc}-L${target.lun_number}` : '',
        address: `0x${targetAddress(target.lun_number)}`,
      });
    })
    .sort(byName);
}

// vioslpm0 came with 2.2.2.0 (seed 5, page 49). Its description was not found: it is ours. The PKCS#11 device ends a
// captured listing of a level with vNIC servers, which came with 2.2.4.0.
function pseudoDevices({ host }: Place): Device[] {
  const pseudo = { class: 'pseudo', subclass: 'node' };
  return [
    ...(atLeast(host.release, '2.2.2.0')
      ? [
          device({
            ...{ name: 'vioslpm0', kind: 'vioslpm', ...pseudo, type: 'vioslpm' },
            description: 'Virtual I/O Server Live Partition Mobility Pseudo Device',
          }),
        ]
      : []),
    ...(atLeast(host.release, '2.2.4.0')
      ? [
          device({
            ...{ name: 'pkcs11', class: 'adapter', subclass: 'pkcs11', type: 'pkcs11', virtual: true },
            description: 'ACF/PKCS#11 Device',
          }),
        ]
      : []),
  ];
}
