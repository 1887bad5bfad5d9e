import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { terminalMessages as messages } from '../../messages/terminals.ts';
import { closeTerminal } from '../../state/frames/terminals.ts';
import { helpOption } from './listing.ts';
import { requireSystem } from './objects.ts';
import { partitionOptions, requirePartition, systemOption } from './one-partition.ts';

const spec: CommandSpec = {
  name: 'rmvterm',
  platform: 'hmc',
  purpose: 'closes the virtual terminal session of a partition',
  synopsis: ['rmvterm -m managed-system {-p partition-name | --id partition-ID} [--help]'],
  evidence: 'document',
  options: [systemOption, ...partitionOptions, helpOption],
  operands: { name: '', minimum: 0, maximum: 0 },
  parse: 'hmc',
  required: [['m'], ['p', '-id']],
  exclusive: [['p', '-id']],
  user: 'any',
  statuses: { 0: 'No session is open any more.', 1: 'There is no such partition.' },
};

function run(args: Arguments, context: Context): number {
  const { engine, host, lab } = context;
  const system = requireSystem(engine, host.name, args.value('m') ?? '');
  const partition = requirePartition(args, engine, system.id);
  lab.update((change) => {
    if (closeTerminal(change, partition.id))
      change.note(host.name, partition.name, 'virtual terminal closed by rmvterm');
  });
  context.report(messages.closeSent, {});
  return 0;
}

export const command: Command = { spec, run };
