import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { shutdownMessages as messages } from '../../messages/shutdown.ts';
import { checkEnd, endPlace } from '../../model/shutdown/end.ts';
import { noEnd } from '../shared/no-end.ts';

const spec: CommandSpec = {
  name: 'reboot',
  platform: 'aix',
  purpose: 'stops a host or a workload partition and starts it again',
  synopsis: ['reboot [ -l ] [ -n ] [ -q ] [ -t mmddHHMM [ yy ] ]'],
  evidence: 'document',
  options: [
    flag('l', 'Does not write it in the error log.', 'document'),
    flag('q', 'Quick: daemons get no time to end.', 'document'),
    flag('n', 'Writes no data before it.', 'document', { refused: noEnd.sync }),
    valued('t', 'mmddHHMM', 'Starts it at a time.', 'document', { refused: noEnd.later }),
  ],
  operands: { name: '', minimum: 0, maximum: 0 },
  user: 'root',
  statuses: { 0: 'It is started again.', 1: 'It is not; a message says why.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  checkEnd(context, context.place);
  const end = { restart: true, fast: args.has('q'), logged: !args.has('l'), verb: 'reboot' };
  context.report(messages.rebooting, {});
  await endPlace(context, context.place, end);
  return 0;
}

export const command: Command = { spec, run };
