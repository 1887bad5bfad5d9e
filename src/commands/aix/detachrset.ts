import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { detach } from '../../model/dlpar/rsets.ts';
import { requireProcess } from '../shared/process-operand.ts';

const spec: CommandSpec = {
  name: 'detachrset',
  platform: 'aix',
  purpose: 'detaches a resource set from a process',
  synopsis: ['detachrset [ -P ] pid'],
  evidence: 'document',
  options: [flag('P', 'The partition rset.', 'document')],
  operands: { name: 'pid', minimum: 1, maximum: 1 },
  user: 'root',
  statuses: { 0: 'The set is detached.', 1: 'An error occurred.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const process = await requireProcess(context, args.operand);
  const kind = args.has('P') ? 'partition' : 'effective';
  context.lab.update((change) => detach(change, context.host, process, kind));
  return 0;
}

export const command: Command = { spec, run };
