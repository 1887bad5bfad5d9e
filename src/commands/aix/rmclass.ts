import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { removeClass } from '../../model/dlpar/workload.ts';
import { classPlaces } from '../shared/class-words.ts';

const spec: CommandSpec = {
  name: 'rmclass',
  platform: 'aix',
  purpose: 'removes a workload class',
  synopsis: ['rmclass [ -d Config_Dir ] [ -S SuperClass ] Name'],
  evidence: 'document',
  options: classPlaces,
  operands: { name: 'Name', minimum: 1, maximum: 1 },
  user: 'root',
  statuses: { 0: 'The class is removed from the configuration.', 1: 'An error occurred.' },
};

function run({ operand }: Arguments, { lab, host }: Context): number {
  lab.update((change) => removeClass(change, host, operand));
  return 0;
}

export const command: Command = { spec, run };
