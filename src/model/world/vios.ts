import type { Change } from '../../state/change.ts';
import { insertRow } from '../../state/insert.ts';
import type { WorldPartition } from '../../state/worlds/partitions.ts';
import { insertTarget } from '../devices/targets.ts';
import { levelOf } from '../frames/server-level.ts';
import { nameDevices } from '../frames/virtual-adapters/identities.ts';
import { atLeast } from '../release.ts';
import { partnerOf, type Standing } from './adapters.ts';
import { numbered, numbers } from './numbered.ts';
import { Impossible } from './place.ts';

/** Devices of a VIO server; its LUNs and the adapters of all partitions stand already. */
export function buildVios(change: Change, partition: Standing): void {
  const { world, id } = partition;
  if (world.env !== 'vioserver') {
    if (world.vios) throw new Impossible('only a vioserver has devices under vios');
    return;
  }
  const { engine } = change;
  const vios = world.vios ?? { ports: [], disks: [], ethernets: [], seas: [], targets: [], paging: [] };
  for (const { npiv, ...port } of vios.ports) {
    insertRow(engine, 'vios_port', { partition: id, ...port, fabric: npiv ? 1 : 0 });
  }
  for (const disk of vios.disks.flatMap(plannedDisks)) buildDisk(change, id, disk);
  for (const { members, link, ...ethernet } of vios.ethernets) {
    insertRow(engine, 'vios_ethernet', {
      partition: id,
      ...ethernet,
      kind: members.length > 0 ? 'aggregation' : 'physical',
      members: members.join(','),
      link: link ? 1 : 0,
    });
  }
  buildSeas(change, partition);
  nameDevices(change, id);
  for (const target of vios.targets) {
    const { name, slot, disk, volume, file, optical, status } = target;
    const whole = disk ? 'disk' : volume ? 'lv' : 'file';
    const backing = disk ?? volume ?? file ?? (optical ? 'cd0' : undefined);
    if (backing === undefined) throw new Impossible(`${name} has no disk, volume or file`);
    insertTarget(change, id, { name, slot, kind: optical ? 'optical' : whole, backing, status });
  }
  for (const each of vios.paging) {
    const user = partnerOf(change, partition, each.user)?.id ?? null;
    insertRow(engine, 'paging_device', { system: partition.system, vios: id, ...each, user });
  }
  const usual = usualMover(world.os);
  insertRow(engine, 'mover', {
    partition: id,
    operations: vios.mover?.operations ?? usual.operations,
    concurrency: vios.mover?.concurrency ?? usual.concurrency,
  });
}

type WorldDisk = NonNullable<WorldPartition['vios']>['disks'][number];
type PlannedDisk = Omit<WorldDisk, 'count'>;

// `hdisk2` and `lun%03d` with `count: 100` are hdisk2 to hdisk101, of lun001 to lun100.
function plannedDisks({ count, ...disk }: WorldDisk): PlannedDisk[] {
  const first = Number(/\d+$/.exec(disk.name)?.[0] ?? 0);
  return numbers(count).map((number) => ({
    ...disk,
    name: disk.name.replace(/\d+$/, String(first + number - 1)),
    ...(disk.lun === undefined ? {} : { lun: numbered(disk.lun, number) }),
  }));
}

function buildDisk(change: Change, partition: number, { lun, size_mb, ...disk }: PlannedDisk): void {
  const found = lun === undefined ? undefined : lunCalled(change, lun);
  const size = size_mb ?? found?.size_mb;
  if (size === undefined) throw new Impossible(`${disk.name} has neither a LUN nor a size`);
  insertRow(change.engine, 'vios_disk', {
    partition,
    lun: found?.id ?? null,
    size_mb: size,
    ...disk,
    pvid: disk.pvid ?? null,
    volume_group: disk.volume_group ?? null,
  });
}

// 2.2.2.0 brought the pseudo device with 8 (seed 5, page 52; 4 before); the usual level is 4 from 2.2.4.0 on.
function usualMover(os: string): { operations: number; concurrency: number } {
  const level = levelOf(os);
  return { operations: atLeast(level, '2.2.2.0') ? 8 : 4, concurrency: atLeast(level, '2.2.4.0') ? 4 : 3 };
}

function lunCalled(change: Change, name: string) {
  const found = change.engine.get<{ id: number; size_mb: number }>(
    'SELECT id, size_mb FROM lun WHERE name = ?',
    name,
  );
  if (!found) throw new Impossible(`the SAN has no LUN called ${name}`);
  return found;
}

function buildSeas(change: Change, { id, world }: Standing): void {
  for (const sea of world.vios?.seas ?? []) {
    const [first = 0] = sea.trunks;
    const trunk = (slot: number) =>
      world.eth.find((each) => each.slot === slot && (each.trunk !== undefined || sea.control_slot === slot));
    const missing = sea.trunks.find((slot) => !trunk(slot));
    if (missing !== undefined) throw new Impossible(`${sea.name}: slot ${missing} has no trunk adapter`);
    if (!world.vios?.ethernets.some(({ name }) => name === sea.backing))
      throw new Impossible(`${sea.name}: there is no adapter ${sea.backing}`);
    insertRow(change.engine, 'sea', {
      partition: id,
      name: sea.name,
      backing: sea.backing,
      trunks: sea.trunks.join(','),
      default_slot: first,
      pvid: sea.vlan ?? trunk(first)?.vlan ?? 1,
      ha_mode: sea.ha_mode,
      control_slot: sea.control_slot ?? null,
      address: sea.address ?? null,
      netmask: sea.netmask ?? null,
      status: sea.status,
    });
  }
}
