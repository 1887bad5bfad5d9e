import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { progress } from '../../messages/progress.ts';
import { systemMessages } from '../../messages/system.ts';
import { syncRoot } from '../../model/wpar/sync.ts';

const spec: CommandSpec = {
  name: 'syncroot',
  platform: 'aix',
  purpose: 'synchronizes the root part of a workload partition with its /usr, from inside',
  synopsis: ['/usr/sbin/syncroot [ [ -a ] [ -i ] | [ -F ] [ -r ] ] [ -p ] [ -v ] [ -X ]'],
  evidence: 'document',
  options: [
    flag('a', 'Only adds: never lowers the level of a fileset.', 'document'),
    flag('F', 'Copies RPM files by force.', 'document'),
    flag('i', 'Only installp filesets.', 'document'),
    flag('p', 'Preview: nothing is changed.', 'document'),
    flag('r', 'Only RPM packages.', 'document'),
    flag('v', 'Says more.', 'document'),
    flag('X', 'Expands file systems when there is no room.', 'document'),
  ],
  operands: { name: 'operand', minimum: 0, maximum: 0 },
  exclusive: [
    ['a', 'r'],
    ['a', 'F'],
    ['i', 'r'],
    ['F', 'i'],
  ],
  user: 'root',
  statuses: { 0: 'The root part is synchronized.', 1: 'It is not.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const { wpar } = context;
  if (!wpar) throw failure(systemMessages.onlyInside, {});
  const synchronized = await syncRoot(context, wpar, {
    preview: args.has('p'),
    installp: !args.has('r'),
    rpm: !args.has('i'),
  });
  if (args.has('v')) context.say(synchronized ? progress.success : progress.failed, {});
  return synchronized ? 0 : 1;
}

export const command: Command = { spec, run };
