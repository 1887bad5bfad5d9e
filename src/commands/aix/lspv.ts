import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import {
  formatColumns,
  formatDistribution,
  formatFacts,
  megabytes,
  partitions,
} from '../../format/volumes.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { volumeMessages as messages } from '../../messages/volumes.ts';
import {
  distribution,
  exportedDisks,
  freeDistribution,
  type Group,
  type GroupDisk,
  groupsSeen,
  regionsOf,
  usedDistribution,
} from '../../model/storage/groups.ts';
import { type Disk, physicalVolumesOf } from '../../state/volumes.ts';

const spec: CommandSpec = {
  name: 'lspv',
  platform: 'aix',
  purpose: 'displays information about physical volumes',
  synopsis: [
    'lspv [ -L ] [ -s ] [ -u ]',
    'lspv [ -L ] [ -l | -p | -M | -P ] [ -n DescriptorPhysicalVolume ] [ -v VolumeGroupID ] PhysicalVolume',
  ],
  evidence: 'document',
  options: [
    flag('L', 'Does not wait for a lock of the volume group: there is none here.', 'document'),
    flag('l', 'The logical volumes on it.', 'document'),
    flag('p', 'What lies where on it.', 'document'),
    flag('M', 'Which volume has each physical partition.', 'document', {
      refused: 'parlab does not record where volumes lie; -p shows a possible place.',
    }),
    flag('P', 'Mirror pools.', 'document', { refused: 'parlab has no mirror pools.' }),
    flag('s', 'Storage locations.', 'document', { refused: 'no listing of it was found.' }),
    flag('u', 'Unique identifiers, too.', 'document', { refused: 'no listing of it was found.' }),
    valued('n', 'DescriptorPhysicalVolume', 'From the descriptor area of a disk.', 'document', {
      refused: 'parlab has no descriptor areas.',
    }),
    valued('v', 'VolumeGroupID', 'Of the volume group with this number.', 'document', {
      refused: 'parlab has no descriptor areas.',
    }),
  ],
  operands: { name: 'PhysicalVolume', minimum: 0, maximum: 1 },
  exclusive: [['l', 'p']],
  user: 'any',
  statuses: { 0: 'The volumes are shown.', 1: 'There is none of that name, or it has no volume group.' },
};

function run(args: Arguments, context: Context): number {
  const { engine, host, wpar, lab, place } = context;
  const disks = wpar ? exportedDisks(engine, wpar) : physicalVolumesOf(engine, host.name);
  if (args.operands.length === 0) {
    for (const flag of ['l', 'p']) {
      if (args.has(flag)) throw misuse(messages.noOperand, { flag, what: 'physical volume' });
    }
    context.stdout.write(formatDisks(disks));
    return 0;
  }
  const name = args.operand;
  if (!disks.some((disk) => disk.name === name)) throw failure(messages.noDisk, { program: 'lspv', name });
  for (const group of groupsSeen(lab, place)) {
    const disk = group.disks.find((each) => each.name === name);
    if (!disk) continue;
    if (args.has('l')) context.stdout.write(formatVolumes(group, disk));
    else context.stdout.write(args.has('p') ? formatRanges(group, disk) : formatDisk(group, disk));
    return 0;
  }
  throw failure(messages.notInGroup, { program: 'lspv', name });
}

// The rootvg of a WPAR is no volume group that the host knows.
function formatDisks(disks: readonly Disk[]): string {
  const rows = disks.map(({ name, pvid, volume_group }) => {
    const own = volume_group === null || volume_group.includes('@') ? undefined : volume_group;
    return [name, pvid ?? 'none', own ?? 'None', (own === undefined ? '' : 'active').padEnd(12)];
  });
  return formatColumns(rows, [15, 35, 15]);
}

function volumesOn(group: Group, disk: GroupDisk) {
  return group.volumes.flatMap((volume) => {
    const runs = volume.runs.filter((run) => run.disk === disk.name);
    return runs.length === 0 ? [] : [{ volume, runs, count: runs.reduce((sum, run) => sum + run.count, 0) }];
  });
}

function formatVolumes(group: Group, disk: GroupDisk): string {
  const rows = volumesOn(group, disk).map(({ volume, runs, count }) => [
    ...[volume.name, String(count), String(count), formatDistribution(distribution(disk, runs))],
    volume.mountPoint,
  ]);
  const titles = ['LV NAME', 'LPs', 'PPs', 'DISTRIBUTION', 'MOUNT POINT'];
  return `${disk.name}:\n${formatColumns([titles, ...rows], [21, 7, 7, 21])}`;
}

const regions = ['outer edge', 'outer middle', 'center', 'inner middle', 'inner edge'];

function formatRanges(group: Group, disk: GroupDisk): string {
  const used = volumesOn(group, disk)
    .flatMap(({ volume, runs }) => runs.map((run) => ({ ...run, volume })))
    .sort((a, b) => a.first - b.first);
  const rows: string[][] = [];
  let start = 1;
  regionsOf(disk.total).forEach((size, region) => {
    const end = start + size;
    let next = start;
    const add = (last: number, state: string, cells: readonly string[]) => {
      if (last < next) return;
      rows.push([
        `${String(next).padStart(3)}-${String(last).padEnd(3)}`,
        state,
        regions[region] ?? '',
        ...cells,
      ]);
      next = last + 1;
    };
    for (const { first, count, volume } of used) {
      if (first >= end || first + count <= next) continue;
      add(first - 1, 'free', []);
      add(Math.min(end, first + count) - 1, 'used', [volume.name, volume.type, volume.mountPoint]);
    }
    add(end - 1, 'free', ['', '', '']);
    start = end;
  });
  const titles = ['PP RANGE ', 'STATE', 'REGION', 'LV NAME', 'TYPE', 'MOUNT POINT'];
  return `${disk.name}:\n${formatColumns([titles, ...rows], [9, 7, 13, 19, 10])}`;
}

function formatDisk(group: Group, disk: GroupDisk): string {
  const free = freeDistribution(group, disk);
  const used = usedDistribution(group, disk);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const size = (count: number) => partitions(count, group.partitionMb);
  return formatFacts(
    [
      ['PHYSICAL VOLUME:', disk.name, 'VOLUME GROUP:', group.name],
      ['PV IDENTIFIER:', `${disk.pvid || 'none'} VG IDENTIFIER     ${group.identifier}`],
      ['PV STATE:', 'active'],
      ['STALE PARTITIONS:', '0', 'ALLOCATABLE:', 'yes'],
      ['PP SIZE:', megabytes(group.partitionMb), 'LOGICAL VOLUMES:', String(volumesOn(group, disk).length)],
      ['TOTAL PPs:', size(disk.total), 'VG DESCRIPTORS:', group.disks.length === 1 ? '2' : '1'],
      ['FREE PPs:', size(sum(free)), 'HOT SPARE:', 'no'],
      ['USED PPs:', size(sum(used)), 'MAX REQUEST:', '256 kilobytes'],
      ['FREE DISTRIBUTION:', formatDistribution(free)],
      ['USED DISTRIBUTION:', formatDistribution(used)],
      ['MIRROR POOL:', 'None'],
    ],
    [20, 25, 18],
  );
}

export const command: Command = { spec, run };
