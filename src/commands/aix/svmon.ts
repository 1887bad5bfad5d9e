import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { globalReport } from '../../format/svmon.ts';
import { misuse } from '../../messages/failure.ts';
import { usageMessages } from '../../messages/usage.ts';
import { framesPerMegabyte, memoryUsage } from '../../model/dlpar/memory.ts';
import { processesOn } from '../../model/processes/overview.ts';
import { groupsSeen } from '../../model/storage/groups.ts';
import { amountsOf } from '../../state/frames/amounts.ts';
import { partitionOfHost } from '../../state/frames/servers.ts';

const perProgram = 'parlab measures memory of the whole host only.';
const reports = {
  U: 'user',
  C: 'command',
  W: 'class',
  T: 'tier',
  P: 'process',
  S: 'segment',
  D: 'segment',
  F: 'frame',
};

const spec: CommandSpec = {
  name: 'svmon',
  platform: 'aix',
  purpose: 'shows how memory is used',
  synopsis: [
    'svmon -G [ -i Interval [ NumIntervals ] ] [ -O option=value ] [ -z ]',
    'svmon { -U | -C | -W | -T | -P | -S | -D | -F } ...',
  ],
  evidence: 'document',
  options: [
    flag('G', 'The report of the whole system; in pages of 4 KB.', 'document'),
    ...Object.entries(reports).map(([letter, what]) =>
      flag(letter, `A report for each ${what}.`, 'document', { refused: perProgram }),
    ),
    valued('i', 'Interval', 'Repeats the report.', 'document', { refused: 'nothing changes by itself.' }),
    valued('O', 'option=value', 'Changes the report: unit, pgsz ...', 'document', {
      refused: 'there is one layout, in pages.',
    }),
    flag('z', 'How much memory svmon itself takes.', 'document', { refused: perProgram }),
  ],
  operands: { name: 'operand', minimum: 0, maximum: 0 },
  user: 'root',
  statuses: { 0: 'The report is shown.' },
};

/** Per cent of the memory in use that programs have made, the rest being files; ours. */
const workingPercent = 60;
/** Per cent of paging space that is in use, as lsps has it. */
const pagingPercent = 1;

async function run(args: Arguments, context: Context): Promise<number> {
  if (!args.has('G')) throw misuse(usageMessages.missingOperand, { operand: '-G' });
  const { engine, host, lab, place } = context;
  const usage = memoryUsage(engine, host, await processesOn(context));
  const pages = (megabytes: number) => Math.floor(megabytes * framesPerMegabyte);
  const paging = groupsSeen(lab, place)
    .flatMap(({ volumes, partitionMb }) => volumes.map((volume) => ({ ...volume, partitionMb })))
    .filter(({ type }) => type === 'paging')
    .reduce((sum, { partitions, partitionMb }) => sum + partitions * partitionMb, 0);
  const partition = partitionOfHost(engine, host.name);
  const shared = partition && amountsOf(engine, partition.id).memory.mode === 'shared';
  const largeMb = usage.largePages * usage.largePageSize;
  context.stdout.write(
    globalReport({
      ...{ size: pages(usage.total), inUse: pages(usage.inUse), pinned: pages(usage.pinned) },
      virtual: pages(Math.max(usage.pinned, (usage.inUse * workingPercent) / 100)),
      pagingSpace: pages(paging),
      pagingUsed: Math.round((pages(paging) * pagingPercent) / 100),
      mode: shared ? 'Shrd' : 'Ded',
      pinnedWork: pages(usage.pinned - largeMb),
      large: { count: usage.largePages, megabytes: usage.largePageSize },
    }),
  );
  return 0;
}

export const command: Command = { spec, run };
