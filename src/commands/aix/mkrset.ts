import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, valued } from '../../cli/spec.ts';
import { misuse } from '../../messages/failure.ts';
import { usageMessages } from '../../messages/usage.ts';
import { makeRset } from '../../model/dlpar/rsets.ts';
import { findUser } from '../../model/users/identity.ts';
import { cpusOf, memoryOf, readLists } from '../shared/cpu-words.ts';

const spec: CommandSpec = {
  name: 'mkrset',
  platform: 'aix',
  purpose: 'makes a resource set and registers it',
  synopsis: ['mkrset -c CPUlist [ -m MEMlist ] rsetname'],
  evidence: 'document',
  parse: 'none',
  options: [
    valued(
      'c',
      'CPUlist',
      'Logical CPU IDs and ranges of them, as several words; offline ones may be among them.',
      'document',
    ),
    valued('m', 'MEMlist', 'Memory regions; there is one, 0.', 'document'),
  ],
  operands: { name: 'rsetname', minimum: 1, maximum: 1 },
  user: 'root',
  statuses: { 0: 'The set is registered.', 1: 'An error occurred.' },
};

function run({ operands: words }: Arguments, context: Context): number {
  const args = readLists(spec, context, words, 1);
  const cpus = cpusOf(args);
  if (!cpus) throw misuse(usageMessages.missingOperand, { operand: '-c' });
  const set = { name: args.operand, cpus, memory: memoryOf(args) };
  const { lab, host, user } = context;
  const group = findUser(lab, { host }, user)?.groups[0]?.name ?? 'system';
  lab.update((change) => makeRset(change, host, set, { owner: user, grp: group }));
  return 0;
}

export const command: Command = { spec, run };
