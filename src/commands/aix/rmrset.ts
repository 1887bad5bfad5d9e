import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { removeRset } from '../../model/dlpar/rsets.ts';

const spec: CommandSpec = {
  name: 'rmrset',
  platform: 'aix',
  purpose: 'removes a resource set from the registry',
  synopsis: ['rmrset rsetname'],
  evidence: 'document',
  options: [],
  operands: { name: 'rsetname', minimum: 1, maximum: 1 },
  user: 'root',
  statuses: { 0: 'The set is removed.', 1: 'An error occurred.' },
};

function run({ operand }: Arguments, { lab, host }: Context): number {
  lab.update((change) => removeRset(change, host, operand));
  return 0;
}

export const command: Command = { spec, run };
