import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { formatColumns, formatCopies, formatFacts, megabytes } from '../../format/volumes.ts';
import { failure } from '../../messages/failure.ts';
import { volumeMessages as messages } from '../../messages/volumes.ts';
import { distribution, type Group, type GroupVolume, groupsSeen } from '../../model/storage/groups.ts';

const spec: CommandSpec = {
  name: 'lslv',
  platform: 'aix',
  purpose: 'displays information about a logical volume',
  synopsis: ['lslv [ -L ] [ -l | -m | -P ] [ -n DescriptorPhysicalVolume ] LogicalVolume'],
  evidence: 'document',
  options: [
    flag('L', 'Does not wait for a lock of its volume group: there is none here.', 'document'),
    flag('l', 'How it is spread over disks.', 'document'),
    flag('m', 'The physical partition of each logical one.', 'document'),
    flag('P', 'Mirror pools.', 'document', { refused: 'parlab has no mirror pools.' }),
    valued('n', 'DescriptorPhysicalVolume', 'From the descriptor area of a disk.', 'document', {
      refused: 'parlab has no descriptor areas.',
    }),
  ],
  operands: { name: 'LogicalVolume', minimum: 1, maximum: 1 },
  exclusive: [['l', 'm']],
  user: 'any',
  statuses: { 0: 'The volume is shown.', 1: 'There is none of that name.' },
};

function run(args: Arguments, context: Context): number {
  const name = args.operand;
  for (const group of groupsSeen(context.lab, context.place)) {
    const volume = group.volumes.find((each) => each.name === name);
    if (!volume) continue;
    if (args.has('l')) context.stdout.write(formatSpread(group, volume));
    else context.stdout.write(args.has('m') ? formatMap(volume) : formatVolume(group, volume));
    return 0;
  }
  throw failure(messages.noVolume, { program: 'lslv', name });
}

function formatSpread(group: Group, volume: GroupVolume): string {
  const rows = group.disks.flatMap((disk) => {
    const runs = volume.runs.filter((run) => run.disk === disk.name);
    const count = runs.reduce((sum, run) => sum + run.count, 0);
    if (count === 0) return [];
    return [[disk.name, formatCopies([count, 0, 0]), '100%', `${formatCopies(distribution(disk, runs))} `]];
  });
  const titles = ['PV', 'COPIES', 'IN BAND', 'DISTRIBUTION  '];
  return `${volume.name}:${volume.mountPoint}\n${formatColumns([titles, ...rows], [17, 13, 13])}`;
}

function formatMap(volume: GroupVolume): string {
  const places = volume.runs.flatMap(({ disk, first, count }) =>
    Array.from({ length: count }, (_, index) => [String(first + index).padStart(4, '0'), disk]),
  );
  const rows = places.map(
    ([physical = '', disk = ''], index) =>
      `${String(index + 1).padStart(4, '0')}  ${physical} ${disk.padEnd(18)}\n`,
  );
  const titles = 'LP    PP1  PV1               PP2  PV2               PP3  PV3';
  return `${volume.name}:${volume.mountPoint}\n${titles}\n${rows.join('')}`;
}

function formatVolume(group: Group, volume: GroupVolume): string {
  const { name, type, mountPoint } = volume;
  const count = String(volume.partitions);
  return formatFacts(
    [
      ['LOGICAL VOLUME:', name, 'VOLUME GROUP:', group.name],
      ['LV IDENTIFIER:', `${group.identifier}.${volume.number}`, 'PERMISSION:', 'read/write'],
      ['VG STATE:', 'active/complete', 'LV STATE:', volume.open ? 'opened/syncd' : 'closed/syncd'],
      ['TYPE:', type, 'WRITE VERIFY:', 'off'],
      ['MAX LPs:', String(Math.max(512, volume.partitions)), 'PP SIZE:', megabytes(group.partitionMb)],
      ['COPIES:', '1', 'SCHED POLICY:', 'parallel'],
      ['LPs:', count, 'PPs:', count],
      ['STALE PPs:', '0', 'BB POLICY:', 'relocatable'],
      ['INTER-POLICY:', 'minimum', 'RELOCATABLE:', type === 'boot' ? 'no' : 'yes'],
      ['INTRA-POLICY:', 'edge', 'UPPER BOUND:', '32'],
      ['MOUNT POINT:', mountPoint, 'LABEL:', mountPoint === 'N/A' ? 'None' : mountPoint],
      ['MIRROR WRITE CONSISTENCY:', 'on/ACTIVE'],
      ['EACH LP COPY ON A SEPARATE PV ?:', 'yes'],
      ['Serialize IO ?:', 'NO'],
      ['INFINITE RETRY:', 'no'],
    ].map(spaced) as [string, string, string, string][],
    [20, 23, 16],
  );
}

// A label longer than its column keeps one blank before its value.
function spaced([label = '', ...rest]: string[]): string[] {
  return [label.length < 20 ? label : `${label} `, ...rest];
}

export const command: Command = { spec, run };
