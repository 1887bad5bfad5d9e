import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { killWpar } from '../../model/wpar/checkpoint/kill.ts';
import { mcrContract, mcrFlags, runMcr } from '../shared/mcr.ts';

const spec: CommandSpec = {
  ...mcrContract,
  name: 'killwpar',
  purpose: 'kills a paused workload partition',
  synopsis: ['killwpar [ -o /path/to/logfile [ -l debug|error ] ] WparName'],
  options: mcrFlags,
  statuses: {
    0: 'The workload partition is Defined, and nothing of it stands still any more.',
    1: 'It is as it was.',
    127: 'The host does not have mcr.rte.',
  },
};

async function run(args: Arguments, context: Context): Promise<number> {
  return await runMcr(spec, args, context, ({ name, tell }) => killWpar(context, name, { tell }));
}

export const command: Command = { spec, run };
