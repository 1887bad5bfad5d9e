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
import { misuse } from '../../messages/failure.ts';
import { volumeMessages as messages } from '../../messages/volumes.ts';
import { freeDistribution, type Group, groupsSeen } from '../../model/storage/groups.ts';

const spec: CommandSpec = {
  name: 'lsvg',
  platform: 'aix',
  purpose: 'displays information about volume groups',
  synopsis: [
    'lsvg [ -L ] [ -o ] | [ -n PVname ]',
    'lsvg [ -L ] [ -i ] [ -M | -l | -p | -P | -t ] VGname ...',
  ],
  evidence: 'document',
  options: [
    flag('i', 'Reads names of volume groups from the standard input.', 'document'),
    flag('L', 'Does not wait for a lock of a volume group: there is none here.', 'document'),
    flag('l', 'Its logical volumes.', 'document'),
    flag('o', 'Names of those that are varied on.', 'document'),
    flag('p', 'Its physical volumes.', 'document'),
    flag('M', 'Which volume has each physical partition.', 'document', {
      refused: 'parlab does not record where volumes lie; lslv -m shows a possible place.',
    }),
    flag('P', 'Mirror pools.', 'document', { refused: 'parlab has no mirror pools.' }),
    flag('t', 'In each way of sorting.', 'document', { refused: 'what it sorts was not found.' }),
    valued('n', 'PVname', 'From the descriptor area of a disk.', 'document', {
      refused: 'parlab has no descriptor areas.',
    }),
  ],
  operands: { name: 'VGname', minimum: 0, maximum: Number.POSITIVE_INFINITY },
  exclusive: [
    ['l', 'p', 'o'],
    ['i', 'o'],
  ],
  user: 'any',
  statuses: { 0: 'The groups are shown.', 1: 'One was not found.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const groups = groupsSeen(context.lab, context.place);
  const names = [...args.operands, ...(args.has('i') ? await readNames(context) : [])];
  if (names.length === 0 && !args.has('i')) {
    for (const flag of ['l', 'p']) {
      if (args.has(flag)) throw misuse(messages.noOperand, { flag, what: 'volume group' });
    }
    context.stdout.write(groups.map(({ name }) => `${name}\n`).join(''));
    return 0;
  }
  let status = 0;
  for (const name of names) {
    const group = groups.find((each) => each.name === name);
    if (group) context.stdout.write(formatOf(args)(group));
    else {
      context.report(messages.noGroup, { program: 'lsvg', group: name });
      status = 1;
    }
  }
  return status;
}

async function readNames(context: Context): Promise<string[]> {
  const input = await context.openInput();
  const names: string[] = [];
  for (let line = await input.next(); line !== undefined; line = await input.next()) {
    names.push(...line.split(/\s+/).filter((word) => word !== ''));
  }
  input.close();
  return names;
}

function formatOf(args: Arguments): (group: Group) => string {
  if (args.has('l')) return formatVolumes;
  return args.has('p') ? formatDisks : formatGroup;
}

function formatVolumes({ name, volumes }: Group): string {
  const rows = volumes.map((volume) => [
    ...[volume.name, volume.type, String(volume.partitions), String(volume.partitions)],
    ...[String(volume.runs.length), volume.open ? 'open/syncd' : 'closed/syncd', volume.mountPoint],
  ]);
  const titles = ['LV NAME', 'TYPE', 'LPs', 'PPs', 'PVs', 'LV STATE', 'MOUNT POINT'];
  return `${name}:\n${formatColumns([titles, ...rows], [19, 10, 7, 7, 4, 13])}`;
}

function formatDisks(group: Group): string {
  const rows = group.disks.map((disk) => {
    const free = freeDistribution(group, disk);
    const count = free.reduce((sum, each) => sum + each, 0);
    return [disk.name, 'active', String(disk.total), String(count), formatDistribution(free)];
  });
  const titles = ['PV_NAME', 'PV STATE', 'TOTAL PPs', 'FREE PPs', 'FREE DISTRIBUTION'];
  return `${group.name}:\n${formatColumns([titles, ...rows], [17, 17, 11, 11])}`;
}

function formatGroup(group: Group): string {
  const { partitionMb, total, free, disks, volumes } = group;
  const open = volumes.filter((volume) => volume.open).length;
  const physical = String(disks.length);
  // Two descriptors on the first disk of a group of one or two, else one each; the quorum is more than half (recalled).
  const descriptors = disks.length < 3 ? disks.length + 1 : disks.length;
  const quorum = Math.floor(descriptors / 2) + 1;
  return formatFacts(
    [
      ['VOLUME GROUP:', group.name, 'VG IDENTIFIER:', group.identifier],
      ['VG STATE:', 'active', 'PP SIZE:', megabytes(partitionMb)],
      ['VG PERMISSION:', 'read/write', 'TOTAL PPs:', partitions(total, partitionMb)],
      ['MAX LVs:', '256', 'FREE PPs:', partitions(free, partitionMb)],
      ['LVs:', String(volumes.length), 'USED PPs:', partitions(total - free, partitionMb)],
      ['OPEN LVs:', String(open), 'QUORUM:', `${quorum} (Enabled)`],
      ['TOTAL PVs:', physical, 'VG DESCRIPTORS:', String(descriptors)],
      ['STALE PVs:', '0', 'STALE PPs:', '0'],
      ['ACTIVE PVs:', physical, 'AUTO ON:', 'yes'],
      ['MAX PPs per VG:', '32512'],
      [
        'MAX PPs per PV:',
        String(1016 * Math.max(1, ...disks.map((disk) => Math.ceil(disk.total / 1016)))),
        'MAX PVs:',
        '32',
      ],
      ['LTG size (Dynamic):', '1024 kilobyte(s)', 'AUTO SYNC:', 'no'],
      ['HOT SPARE:', 'no', 'BB POLICY:', 'relocatable'],
      ['PV RESTRICTION:', 'none', 'INFINITE RETRY:', 'no'],
    ],
    [20, 25, 16],
  );
}

export const command: Command = { spec, run };
