import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { shutdownMessages as messages } from '../../messages/shutdown.ts';
import { checkEnd, endPlace } from '../../model/shutdown/end.ts';
import { noEnd } from '../shared/no-end.ts';

const spec: CommandSpec = {
  name: 'halt',
  platform: 'aix',
  purpose: 'stops a host or a workload partition at once',
  synopsis: ['halt [ -l ] [ -n ] [ -p ] [ -q ] [ -y ]'],
  evidence: 'document',
  options: [
    flag('l', 'Does not write it in the error log.', 'document'),
    flag('q', 'Quick: daemons get no time to end.', 'document'),
    flag('n', 'Writes no data before it.', 'document', { refused: noEnd.sync }),
    flag('p', 'Leaves the power on.', 'document', { refused: noEnd.power }),
    flag('y', 'Also from a terminal that is dialled up.', 'document', {
      refused: 'no terminal of parlab is dialled up.',
    }),
  ],
  operands: { name: '', minimum: 0, maximum: 0 },
  user: 'root',
  statuses: { 0: 'It is stopped.', 1: 'It is not; a message says why.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  checkEnd(context, context.place);
  const end = { restart: false, fast: args.has('q'), logged: !args.has('l'), verb: 'halt' };
  context.report(messages.halted, {});
  await endPlace(context, context.place, end);
  return 0;
}

export const command: Command = { spec, run };
