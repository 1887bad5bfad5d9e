import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { resumeWpar } from '../../model/wpar/checkpoint/resume.ts';
import { mcrContract, mcrFlags, runMcr } from '../shared/mcr.ts';

const spec: CommandSpec = {
  ...mcrContract,
  name: 'resumewpar',
  purpose: 'resumes a paused workload partition',
  synopsis: ['resumewpar [ -o /path/to/logfile [ -l debug|error ] ] WparName'],
  options: mcrFlags,
  statuses: {
    0: 'The workload partition is Active again.',
    1: 'It is not.',
    127: 'The host does not have mcr.rte.',
  },
};

async function run(args: Arguments, context: Context): Promise<number> {
  return await runMcr(spec, args, context, ({ name, tell }) => resumeWpar(context, name, tell));
}

export const command: Command = { spec, run };
