import { interfacesOf } from '../../state/hosts.ts';
import { baseDevices, consoleDevices, interfacesFor, protocolDevice } from './base.ts';
import { clientDisks } from './client-disks.ts';
import { clientNames } from './client-names.ts';
import { byName, type Device, device, type Place, slotOf } from './device.ts';
import { adapterRows, lan } from './server-adapters.ts';

/** The devices of an AIX host: virtual adapters of its partition, and what the host itself declares. */
export function clientDevices(place: Place): Device[] {
  const { engine, host, partition } = place;
  const declared = engine.all<Declared>(
    "SELECT name, kind, attachment, status FROM disk WHERE host = ? AND kind <> 'disk' ORDER BY length(name), name",
    host.name,
  );
  const rows = adapterRows(place);
  const names = clientNames(engine, partition?.id, host.name);
  const virtual = rows.flatMap((row) => {
    const physloc = slotOf(place, row.slot);
    const name = names.get(row.slot);
    if (name === undefined) return [];
    if (row.kind === 'serial')
      return consoleDevices(name, physloc, row.slot, row.slot === 0 ? 'hvterm1' : 'hvterm-protocol');
    if (row.kind === 'eth') return [lan(name, physloc, row)];
    const common = { class: 'adapter', subclass: 'vdevice', parent: 'vio0', virtual: true, slot: row.slot };
    if (row.kind === 'scsi') {
      return [
        device({
          ...{ ...common, name, kind: 'vscsi', type: 'IBM,v-scsi' },
          ...{ description: 'Virtual SCSI Client Adapter', physloc: physloc && `${physloc}-T1` },
        }),
      ];
    }
    if (row.kind !== 'fc') return [];
    return [
      device({
        ...{ ...common, name, kind: 'vfc-client', type: 'IBM,vfc-client' },
        ...{ description: 'Virtual Fibre Channel Client Adapter', physloc: physloc && `${physloc}-T1` },
        ...{ location: `${row.slot}-T1`, address: (row.wwpn ?? '').toUpperCase() },
      }),
    ];
  });
  const physical = [...declaredAdapters(declared), ...declaredEthernets(place)];
  const channels = [...virtual, ...physical].filter(
    ({ class: of, name }) => of === 'adapter' && /^fcs/.test(name),
  );
  const protocols = channels.map(protocolDevice);
  const ethernets = [...virtual, ...physical].filter(({ name }) => /^ent\d/.test(name));
  return [
    ...baseDevices(place),
    ...[...virtual, ...physical].sort(byName),
    ...protocols,
    ...clientDisks(place, virtual, protocols),
    ...media(declared, virtual),
    ...ethernets.sort(byName).flatMap(interfacesFor),
  ];
}

interface Declared {
  readonly name: string;
  readonly kind: string;
  readonly attachment: string;
  readonly status: string;
}

function statusOf({ status }: Declared): Device['status'] {
  return status === 'Defined' ? 'Defined' : 'Available';
}

function declaredAdapters(declared: readonly Declared[]): Device[] {
  return declared
    .filter(({ kind }) => kind === 'adapter')
    .map((each) => {
      const channel = each.name.startsWith('fcs');
      return device({
        ...{ name: each.name, class: 'adapter', subclass: 'pciex', kind: channel ? 'fcs' : 'other' },
        type: channel ? 'df1000f114108a03' : 'pciex',
        description: channel
          ? '8Gb PCI Express Dual Port FC Adapter (df1000f114108a03)'
          : 'PCI Express Adapter',
        ...{ status: statusOf(each), parent: 'sysplanar0', location: '00-00' },
      });
    });
}

// A host that is in no partition of the lab has the adapters that its interfaces need.
function declaredEthernets({ engine, host, partition }: Place): Device[] {
  if (partition) return [];
  return interfacesOf(engine, host.name)
    .filter(({ name }) => /^en\d+$/.test(name))
    .map(({ name }) =>
      device({
        ...{ name: name.replace('en', 'ent'), kind: 'ethernet', class: 'adapter', subclass: 'pciex' },
        ...{ type: '14104003', location: '01-00', parent: 'sysplanar0' },
        description: '2-Port 10/100/1000 Base-TX PCI-Express Adapter (14104003)',
      }),
    );
}

function media(declared: readonly Declared[], virtual: readonly Device[]): Device[] {
  const adapter = virtual.find(({ kind }) => kind === 'vscsi');
  return declared
    .filter(({ kind }) => kind === 'cdrom' || kind === 'tape')
    .map((each) => {
      const scsi = each.attachment === 'vscsi';
      const parent = scsi ? (adapter?.name ?? '') : '';
      if (each.kind === 'tape') {
        return device({
          ...{ name: each.name, class: 'tape', subclass: 'sas', type: 'ost', parent },
          ...{ description: 'Other SAS Tape Drive', status: statusOf(each) },
        });
      }
      return device({
        ...{
          name: each.name,
          class: 'cdrom',
          subclass: scsi ? 'vscsi' : 'sas',
          type: scsi ? 'vopt' : 'sascd',
        },
        description: scsi ? 'Virtual SCSI Optical Served by VIO Server' : 'SATA DVD-RAM Drive',
        ...{ status: statusOf(each), parent },
      });
    });
}
