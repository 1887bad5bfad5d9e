import { targetOfLun } from '../../state/frames/servers.ts';
import { byName, type Device, device, type Place, pathLocation, pathTo, targetAddress } from './device.ts';
import { Names } from './names.ts';

interface DiskRow {
  readonly name: string;
  readonly pvid: string | null;
  readonly unique_id: string | null;
  readonly size_mb: number;
  readonly status: string;
  readonly attachment: string;
}

interface Behind {
  readonly id: number;
  readonly unique_id: string;
  readonly size_mb: number;
  /** 37, the client adapter's slot. */
  readonly slot: number;
  /** Of the target device that offers it; null: it is reached by the client's own WWPN. */
  readonly lun_number: number | null;
  readonly wwpn: string | null;
}

/**
 * Disks that the host declares, and LUNs behind its virtual adapters that it does not declare: a declared virtual disk
 * stands for the LUN with its unique id, else for the next one behind an adapter of its kind.
 */
export function clientDisks(
  place: Place,
  virtual: readonly Device[],
  protocols: readonly Device[],
): Device[] {
  const { engine, host } = place;
  const rows = engine.all<DiskRow>(
    `SELECT name, pvid, unique_id, size_mb, status, attachment FROM disk WHERE host = ? AND kind = 'disk'
     ORDER BY length(name), name`,
    host.name,
  );
  const names = new Names(rows.map(({ name }) => name));
  const vscsi = new Waiting(lunsOfTargets(place));
  const fc = new Waiting(lunsOfPorts(place));
  for (const row of rows) (row.attachment === 'fc' ? fc : vscsi).claim(row.unique_id);
  const parentOf = (lun: Behind | undefined, attachment: string): Device | undefined => {
    const adapter = virtual.find(({ slot }) => slot === lun?.slot);
    if (attachment === 'vscsi') return adapter ?? virtual.find(({ kind }) => kind === 'vscsi');
    if (attachment !== 'fc') return undefined;
    return protocols.find(({ parent }) => parent === adapter?.name) ?? protocols[0];
  };
  const declared = rows.map((row) => {
    const lun = row.attachment === 'fc' ? fc.take(row.unique_id) : undefined;
    const target = row.attachment === 'vscsi' ? vscsi.take(row.unique_id) : undefined;
    const behind = lun ?? target;
    return disk(place, row, parentOf(behind, row.attachment), behind);
  });
  const undeclared = (lun: Behind, attachment: 'fc' | 'vscsi') => {
    const row = { name: names.next('hdisk'), pvid: null, unique_id: lun.unique_id, size_mb: lun.size_mb };
    return disk(place, { ...row, status: 'Available', attachment }, parentOf(lun, attachment), lun);
  };
  return [
    ...declared,
    ...vscsi.rest().map((lun) => undeclared(lun, 'vscsi')),
    ...fc.rest().map((lun) => undeclared(lun, 'fc')),
  ].sort(byName);
}

/** LUNs that no declared disk stands for yet. */
class Waiting {
  readonly #left: Map<number, Behind>;
  readonly #claimed = new Set<string>();

  constructor(luns: readonly Behind[]) {
    this.#left = new Map(luns.toReversed().map((lun) => [lun.id, lun]));
  }

  /** A disk with this unique id is declared: no other disk stands for it. */
  claim(uniqueId: string | null): void {
    if (uniqueId !== null) this.#claimed.add(uniqueId);
  }

  take(uniqueId: string | null): Behind | undefined {
    const found = this.rest().find((lun) =>
      uniqueId === null ? !this.#claimed.has(lun.unique_id) : lun.unique_id === uniqueId,
    );
    if (found) this.#left.delete(found.id);
    return found;
  }

  rest(): Behind[] {
    return [...this.#left.values()].toReversed();
  }
}

// The lowest slot first: its path is the one a disk's parent is named after.
function lunsOfTargets({ engine, partition }: Place): Behind[] {
  return engine.all<Behind>(
    `SELECT lun.id, lun.unique_id, lun.size_mb, client.slot, lun_number, NULL AS wwpn
     FROM virtual_adapter AS client
       JOIN partition AS server ON server.system = ?2 AND server.lpar_id = client.remote_lpar
       JOIN target_device ON target_device.partition = server.id AND target_device.slot = client.remote_slot
       JOIN vios_disk ON vios_disk.partition = server.id AND vios_disk.name = target_device.backing
       JOIN lun ON lun.id = vios_disk.lun
     WHERE client.partition = ?1 AND client.kind = 'scsi' AND target_device.kind = 'disk'
     ORDER BY client.slot, target_device.lun_number`,
    partition?.id ?? 0,
    partition?.system ?? 0,
  );
}

function lunsOfPorts({ engine, partition }: Place): Behind[] {
  return engine.all<Behind>(
    `SELECT lun.id, lun.unique_id, lun.size_mb, slot, NULL AS lun_number, wwpn FROM virtual_adapter
       JOIN adapter_wwpn ON adapter = virtual_adapter.id AND place = 0
       JOIN visible_lun ON initiator = wwpn JOIN lun ON lun.id = visible_lun.lun
     WHERE partition = ? AND kind = 'fc' ORDER BY slot, lun.id`,
    partition?.id ?? 0,
  );
}

function disk(
  { engine }: Place,
  row: DiskRow,
  parent: Device | undefined,
  behind: Behind | undefined,
): Device {
  const common = {
    ...{ name: row.name, class: 'disk', size: row.size_mb, pvid: row.pvid ?? '' },
    ...{ uniqueId: row.unique_id ?? behind?.unique_id ?? '', parent: parent?.name ?? '' },
    status: row.status === 'Defined' ? ('Defined' as const) : ('Available' as const),
  };
  const adapter = parent?.physloc ?? '';
  if (row.attachment === 'fc') {
    const target = behind && targetOfLun(engine, behind.id, behind.wwpn ?? '');
    const path = behind && target !== undefined ? pathTo(target, behind.id) : undefined;
    return device({
      ...{ ...common, kind: 'disk-fc', subclass: 'fcp', type: 'mpioosdisk' },
      ...{ description: 'MPIO Other FC SCSI Disk Drive', location: parent?.location ?? '' },
      ...(path && { path, physloc: pathLocation(adapter, path) }),
    });
  }
  if (row.attachment === 'vscsi') {
    const address = behind && targetAddress(behind.lun_number ?? 0);
    return device({
      ...{ ...common, kind: 'disk-vscsi', subclass: 'vscsi', type: 'vdisk' },
      ...{
        description: 'Virtual SCSI Disk Drive',
        physloc: address && adapter ? `${adapter}-L${address}` : '',
      },
    });
  }
  return device({
    ...{ ...common, kind: 'disk-sas', subclass: 'sas', type: 'scsd', description: 'SAS Disk Drive' },
    location: '00-08-00',
  });
}
