import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { fileSystemMessages as messages } from '../../messages/file-systems.ts';
import { progress } from '../../messages/progress.ts';
import { removeFileSystem } from '../../model/storage/remove.ts';

const spec: CommandSpec = {
  name: 'rmfs',
  platform: 'aix',
  purpose: 'removes a file system',
  synopsis: ['rmfs [ -r ] [ -i ] FileSystem'],
  evidence: 'document',
  options: [
    flag('i', 'Asks before it removes.', 'document'),
    flag('r', 'Removes the directory of the mount point, too.', 'document'),
  ],
  operands: { name: 'FileSystem', minimum: 1, maximum: 1 },
  user: 'root',
  statuses: { 0: 'The file system is removed.', 1: 'It is as it was.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  if (args.has('i')) {
    const answer = await context.ask(`rmfs: Remove ${args.operand.slice(0, 1023)} (y/n)? `, {
      hidden: false,
    });
    if (answer === undefined) throw failure(messages.noAnswer, {});
    if (!/^y(es)?$/i.test(answer.trim())) return 0;
  }
  const volume = removeFileSystem(context.lab, context.host, args.operand, { mountPoint: args.has('r') });
  if (volume !== undefined) context.report(progress.removedVolume, { volume });
  return 0;
}

export const command: Command = { spec, run };
