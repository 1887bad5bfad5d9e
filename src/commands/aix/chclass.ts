import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { misuse } from '../../messages/failure.ts';
import { workloadMessages as messages } from '../../messages/workload.ts';
import { changeClass } from '../../model/dlpar/workload.ts';
import { classOptions, typedClassAttributes } from '../shared/class-words.ts';

const spec: CommandSpec = {
  name: 'chclass',
  platform: 'aix',
  purpose: 'changes a workload class',
  synopsis: [
    'chclass -a Attribute=Value { [ -a Attribute=Value ] ... } [ -c | -m | -b | -v | -C | -B | -P | -T | -V | -L | -A KeyWord=Value ] [ -d Config_Dir ] [ -S SuperClass ] Name',
  ],
  evidence: 'document',
  options: classOptions,
  operands: { name: 'Name', minimum: 1, maximum: 1 },
  user: 'root',
  statuses: { 0: 'The configuration is changed.', 1: 'An error occurred.' },
};

function run(args: Arguments, { lab, host }: Context): number {
  const attributes = typedClassAttributes(args);
  if (Object.keys(attributes).length === 0) throw misuse(messages.nothing, {});
  lab.update((change) => changeClass(change, host, args.operand, attributes));
  return 0;
}

export const command: Command = { spec, run };
