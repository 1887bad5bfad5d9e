import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { requireWpar } from '../../model/wpar/lock.ts';
import { wparMessagesOf } from '../../state/wpar-messages.ts';

const spec: CommandSpec = {
  name: 'wparprnterr',
  platform: 'aix',
  purpose: 'shows the messages that were logged for a workload partition',
  synopsis: ['wparprnterr WparName'],
  evidence: 'document',
  options: [],
  operands: { name: 'WparName', minimum: 1, maximum: 1, of: 'wpar' },
  user: 'root',
  statuses: { 0: 'They are shown, also if there are none.', 1: 'There is no such workload partition.' },
};

function run(args: Arguments, { engine, host, stdout }: Context): number {
  const wpar = requireWpar(engine, host.name, args.operand);
  for (const text of wparMessagesOf(engine, wpar.id)) stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  return 0;
}

export const command: Command = { spec, run };
