import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { makeClass } from '../../model/dlpar/workload.ts';
import { classOptions, typedClassAttributes } from '../shared/class-words.ts';

const spec: CommandSpec = {
  name: 'mkclass',
  platform: 'aix',
  purpose: 'makes a workload class',
  synopsis: [
    'mkclass [ -a Attribute=Value ... ] [ -c | -m | -b | -v | -C | -B | -P | -T | -V | -L | -A KeyWord=Value ] [ -d Config_Dir ] [ -S SuperClass ] Name',
  ],
  evidence: 'document',
  options: classOptions,
  operands: { name: 'Name', minimum: 1, maximum: 1 },
  user: 'root',
  statuses: { 0: 'The class is in the configuration.', 1: 'An error occurred.' },
};

function run(args: Arguments, { lab, host }: Context): number {
  const attributes = typedClassAttributes(args);
  lab.update((change) => makeClass(change, host, args.operand, attributes));
  return 0;
}

export const command: Command = { spec, run };
