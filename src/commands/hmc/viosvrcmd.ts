import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { splitCommand } from '../../cli/vios/split-command.ts';
import { connectionMessages as messages } from '../../messages/connections.ts';
import { failure } from '../../messages/failure.ts';
import { hmcMessages } from '../../messages/hmc.ts';
import { hasRmc } from '../../model/frames/rmc.ts';
import { findHost } from '../../state/hosts.ts';
import { noCommand } from '../no-command.ts';
import { helpOption } from './listing.ts';
import { requireSystem } from './objects.ts';
import { partitionOptions, requirePartition, systemOption } from './one-partition.ts';

const spec: CommandSpec = {
  name: 'viosvrcmd',
  platform: 'hmc',
  purpose: 'runs a command on a Virtual I/O Server',
  synopsis: [
    'viosvrcmd -m managed-system {-p partition-name | --id partition-ID} [--admin] -c "command" [--help]',
  ],
  evidence: 'document',
  options: [
    systemOption,
    ...partitionOptions,
    valued('c', 'command', 'The command of the server, without ioscli.', 'document'),
    flag('-admin', 'Runs the command as root of the server.', 'recalled', {
      refused: 'parlab has no root shell of a Virtual I/O Server.',
    }),
    helpOption,
  ],
  operands: { name: '', minimum: 0, maximum: 0 },
  parse: 'hmc',
  required: [['m'], ['p', '-id'], ['c']],
  exclusive: [['p', '-id']],
  user: 'any',
  statuses: { 0: 'The command has ended with 0.', 1: 'It has not, or it could not be run.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const { engine, host } = context;
  const system = requireSystem(engine, host.name, args.value('m') ?? '');
  const partition = requirePartition(args, engine, system.id);
  const { name, env } = partition;
  if (env !== 'vioserver') throw failure(hmcMessages.notServer, { partition: name });
  const command = splitCommand(args.value('c') ?? '');
  if ('why' in command) throw failure(messages.badCommand, { why: command.why });
  if (!hasRmc(partition)) throw failure(messages.noConnection, { partition: name });
  const server = findHost(engine, partition.host ?? '');
  if (!server) throw failure(messages.noConnection, { partition: name });
  let complaint = '';
  const stderr = {
    write(text: string) {
      complaint += text;
    },
  };
  const status = await context.runOn(server, command.words, { stdout: context.stdout, stderr });
  if (status === 0) {
    context.stderr.write(complaint);
    return 0;
  }
  context.report(messages.commandFailed, {});
  const [word = ''] = command.words;
  const shell = noCommand(server, word);
  if (status === undefined) context.report(shell, { name: word });
  else context.stderr.write(complaint);
  context.report(messages.returnCode, { code: status ?? shell.status ?? 1 });
  return 1;
}

export const command: Command = { spec, run };
