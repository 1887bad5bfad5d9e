import { createHash } from 'node:crypto';
import type { Engine } from '../../state/engine.ts';
import type { Lab } from '../../state/lab.ts';
import { type Disk, logicalVolumesOf, physicalVolumesOf, volumeGroupsOf } from '../../state/volumes.ts';
import { devicesOf, mountsOf, type Wpar } from '../../state/wpars.ts';
import type { Place } from '../place.ts';
import { rootvgOf } from '../wpar/paths.ts';
import { mountsSeen } from './mount-table.ts';
import { deviceOf, type FileSystemRecord, recordsOf } from './records.ts';

/** A disk of a volume group. */
export interface GroupDisk {
  readonly name: string;
  readonly pvid: string;
  /** Physical partitions. */
  readonly total: number;
}

/** A run of physical partitions of a disk that hold a logical volume. */
export interface Run {
  readonly disk: string;
  /** From 1. */
  readonly first: number;
  readonly count: number;
}

export interface GroupVolume {
  readonly name: string;
  /** boot, paging, jfs2log, sysdump, jfs2. */
  readonly type: string;
  readonly partitions: number;
  readonly open: boolean;
  /** `N/A` without a file system. */
  readonly mountPoint: string;
  readonly runs: readonly Run[];
  /** Its number in the group, from 1. */
  readonly number: number;
}

/** A volume group as a place sees it. */
export interface Group {
  readonly name: string;
  /** 32 hexadecimal digits. */
  readonly identifier: string;
  readonly partitionMb: number;
  readonly total: number;
  readonly free: number;
  readonly disks: readonly GroupDisk[];
  readonly volumes: readonly GroupVolume[];
}

/** The volume groups of a host, rootvg first. In a WPAR there is none, but for a rootvg of its own (seed 1, rootvg WPARs). */
export function groupsSeen(lab: Lab, { host, wpar }: Place): Group[] {
  if (wpar) return wpar.rootvg === 1 ? [ownRootvg(lab.engine, wpar)] : [];
  const { engine } = lab;
  const disks = physicalVolumesOf(engine, host.name);
  const records = recordsOf(engine, host.name).filter(
    ({ owner }) => owner.kind === 'host' || owner.wpar.rootvg === 0,
  );
  const mounted = new Set(mountsSeen(lab, { host }).map(({ source }) => source));
  return volumeGroupsOf(engine, host.name).map((group) => {
    const own = disks.filter((disk) => disk.volume_group === group.name);
    const volumes = logicalVolumesOf(engine, host.name, group.name).map(({ name, partitions }) => {
      const found = records.find(({ owner }) => deviceOf(owner) === `/dev/${name}`);
      return { name, partitions, ...facts(name, found, mounted.has(`/dev/${name}`)) };
    });
    return assembled(
      group.name,
      group.partition_mb,
      spread(own, group.partition_mb, group.total),
      volumes,
      group.total,
    );
  });
}

// The disks of the boot set in use; partitions as large as a disk of at most 1016 needs them (default of mkvg).
function ownRootvg(engine: Engine, wpar: Wpar): Group {
  const exported = devicesOf(engine, wpar.id).filter(
    (each) => each.rootvg === 1 && each.bootset === wpar.bootset,
  );
  const disks = physicalVolumesOf(engine, wpar.host)
    .filter((disk) => exported.some(({ name }) => name === disk.name))
    .map((disk) => ({ ...disk, name: seenName(exported, disk.name) }));
  const largest = Math.max(0, ...disks.map(({ size_mb }) => size_mb));
  let partitionMb = 4;
  while (largest / partitionMb > 1016) partitionMb *= 2;
  const total = disks.reduce((sum, { size_mb }) => sum + Math.floor(size_mb / partitionMb), 0);
  const volumes = mountsOf(engine, wpar.id)
    .filter(({ size_kb }) => size_kb !== null)
    .map(({ device, directory, size_kb }) => ({
      name: device.replace(/^\/dev\//, ''),
      partitions: Math.max(1, Math.ceil((size_kb ?? 0) / 1024 / partitionMb)),
      type: 'jfs2',
      open: true,
      mountPoint: directory,
    }));
  return assembled('rootvg', partitionMb, spread(disks, partitionMb, total), volumes, total);
}

function seenName(exported: readonly { name: string; virtual: string }[], name: string): string {
  return exported.find((each) => each.name === name)?.virtual || name;
}

/** Disks that a WPAR sees: those that are exported to it. */
export function exportedDisks(engine: Engine, wpar: Wpar): Disk[] {
  const exported = devicesOf(engine, wpar.id).filter(({ name }) => !name.startsWith('/dev/'));
  return physicalVolumesOf(engine, wpar.host)
    .filter((disk) => exported.some(({ name }) => name === disk.name))
    .map((disk) => ({
      ...disk,
      name: seenName(exported, disk.name),
      volume_group: disk.volume_group === rootvgOf(wpar.name) ? 'rootvg' : null,
    }));
}

type Bare = Omit<GroupVolume, 'number' | 'runs'>;

function facts(
  name: string,
  found: FileSystemRecord | undefined,
  mounted: boolean,
): Omit<Bare, 'name' | 'partitions'> {
  if (found) return { type: 'jfs2', open: mounted, mountPoint: found.directory };
  const type = typeOf(name);
  return { type, open: type !== 'boot' && type !== 'jfs2', mountPoint: 'N/A' };
}

/** What a volume without a file system is for: the names that AIX gives (recalled). */
function typeOf(name: string): string {
  if (name === 'hd5') return 'boot';
  if (name === 'hd6' || /^paging\d+$/.test(name)) return 'paging';
  if (name === 'hd8' || /^loglv\d+$/.test(name)) return 'jfs2log';
  return name === 'lg_dumplv' ? 'sysdump' : 'jfs2';
}

// The world says how many partitions a group has; what its disks' sizes do not fit is the last one's.
function spread(disks: readonly Disk[], partitionMb: number, total: number): GroupDisk[] {
  let left = total;
  return disks.map((disk, index) => {
    const own = Math.min(left, Math.floor(disk.size_mb / partitionMb));
    const count = index === disks.length - 1 ? left : own;
    left -= count;
    return { name: disk.name, pvid: disk.pvid ?? '', total: count };
  });
}

/** The volumes of an installation in the order in which it makes them (recalled). */
const installed = [
  ...['hd5', 'hd6', 'hd8', 'hd4', 'hd2', 'hd9var', 'hd3', 'hd1', 'hd10opt', 'hd11admin'],
  ...['lg_dumplv', 'livedump'],
];

function inOrder(a: Bare, b: Bare): number {
  const rank = ({ name }: Bare) => (installed.includes(name) ? installed.indexOf(name) : installed.length);
  return rank(a) - rank(b) || a.name.localeCompare(b.name, 'en', { numeric: true });
}

function assembled(
  name: string,
  partitionMb: number,
  disks: readonly GroupDisk[],
  volumes: readonly Bare[],
  total: number,
): Group {
  const used = volumes.reduce((sum, { partitions }) => sum + partitions, 0);
  return {
    ...{ name, partitionMb, disks, total },
    identifier: identifierOf(name, disks),
    free: total - used,
    volumes: placed([...volumes].sort(inOrder), disks),
  };
}

// Which partitions a volume has is not recorded: one follows the other.
function placed(volumes: readonly Bare[], disks: readonly GroupDisk[]): GroupVolume[] {
  const left = disks.map((disk) => ({ ...disk, next: 1 }));
  return volumes.map((volume, index) => {
    const runs: Run[] = [];
    let wanted = volume.partitions;
    for (const disk of left) {
      const count = Math.min(wanted, disk.total - disk.next + 1);
      if (count <= 0) continue;
      runs.push({ disk: disk.name, first: disk.next, count });
      disk.next += count;
      wanted -= count;
    }
    return { ...volume, runs, number: index + 1 };
  });
}

// A machine's part, then what tells its groups apart.
function identifierOf(name: string, disks: readonly GroupDisk[]): string {
  const pvid = disks[0]?.pvid ?? '';
  const hash = createHash('sha256').update(`${name} ${pvid}`).digest('hex');
  return `${(pvid || hash).slice(0, 8)}00004c00${hash.slice(0, 16)}`;
}

/** The five regions of a disk: partitions in each (recalled: what is left over goes to the outer ones). */
export function regionsOf(total: number): number[] {
  const rest = total % 5;
  return [0, 1, 2, 3, 4].map((region) => Math.floor(total / 5) + (region < rest ? 1 : 0));
}

/** How many partitions of some runs lie in each region of a disk. */
export function distribution(disk: GroupDisk, runs: readonly Run[]): number[] {
  let start = 1;
  return regionsOf(disk.total).map((size) => {
    const end = start + size;
    const within = runs
      .filter((run) => run.disk === disk.name)
      .map((run) => Math.max(0, Math.min(end, run.first + run.count) - Math.max(start, run.first)));
    start = end;
    return within.reduce((sum, count) => sum + count, 0);
  });
}

/** Of a disk: its regions, without what volumes have. */
export function freeDistribution(group: Group, disk: GroupDisk): number[] {
  const used = usedDistribution(group, disk);
  return regionsOf(disk.total).map((size, region) => size - (used[region] ?? 0));
}

export function usedDistribution(group: Group, disk: GroupDisk): number[] {
  return distribution(
    disk,
    group.volumes.flatMap(({ runs }) => runs),
  );
}
