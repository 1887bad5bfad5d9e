import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import {
  formatPagingFields,
  formatPagingSpaces,
  formatPagingSummary,
  type PagingSpace,
} from '../../format/volumes.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { volumeMessages as messages } from '../../messages/volumes.ts';
import { groupsSeen } from '../../model/storage/groups.ts';

const spec: CommandSpec = {
  name: 'lsps',
  platform: 'aix',
  purpose: 'displays the characteristics of paging spaces',
  synopsis: ['lsps { -s | [ -c | -l ] { -a | Psname | -t { lv | nfs | ps_helper } } }'],
  evidence: 'document',
  options: [
    flag('a', 'All paging spaces.', 'document'),
    flag('c', 'With colons between the fields.', 'document'),
    flag('l', 'As a table: so without it.', 'document'),
    flag('s', 'The sum of all.', 'document'),
    valued('t', 'Type', 'Those of this kind: lv, nfs, ps_helper.', 'document'),
  ],
  operands: { name: 'Psname', minimum: 0, maximum: 1 },
  exclusive: [
    ['a', 's', 't'],
    ['c', 'l', 's'],
  ],
  user: 'any',
  statuses: { 0: 'The paging spaces are shown.', 1: 'There is none of that name.' },
};

/** How much of a paging space is in use on a system with nothing to do: ours. */
const usedPercent = 1;

function run(args: Arguments, context: Context): number {
  // A WPAR has no paging space (seed 1): there is nothing to say.
  if (context.wpar) return 0;
  const all = groupsSeen(context.lab, context.place).flatMap((group) =>
    group.volumes
      .filter(({ type }) => type === 'paging')
      .map(
        ({ name, runs, partitions }): PagingSpace => ({
          name,
          disk: runs[0]?.disk ?? '',
          group: group.name,
          megabytes: partitions * group.partitionMb,
          usedPercent,
        }),
      ),
  );
  if (args.has('s')) {
    const total = all.reduce((sum, { megabytes }) => sum + megabytes, 0);
    context.stdout.write(formatPagingSummary(total, total === 0 ? 0 : usedPercent));
    return 0;
  }
  const rows = chosen(args, all);
  context.stdout.write(args.has('c') ? formatPagingFields(rows) : formatPagingSpaces(rows));
  return 0;
}

function chosen(args: Arguments, all: readonly PagingSpace[]): readonly PagingSpace[] {
  if (args.has('a')) return all;
  const type = args.value('t');
  if (type !== undefined) {
    if (!['lv', 'nfs', 'ps_helper'].includes(type)) throw misuse(messages.pagingType, { type });
    return type === 'lv' ? all : [];
  }
  if (args.operands.length === 0) throw misuse(messages.whichPaging, {});
  const found = all.filter(({ name }) => name === args.operand);
  if (found.length === 0) throw failure(messages.notPaging, { name: args.operand });
  return found;
}

export const command: Command = { spec, run };
