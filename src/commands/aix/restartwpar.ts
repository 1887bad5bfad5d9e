import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import { restartWpar } from '../../model/wpar/checkpoint/restart.ts';
import { exportRulesIn } from '../shared/export-rules.ts';
import { mcrContract, mcrFlags, requireState, runMcr, stateFlag } from '../shared/mcr.ts';

const spec: CommandSpec = {
  ...mcrContract,
  name: 'restartwpar',
  purpose: 'restarts a workload partition from a checkpoint',
  synopsis: ['restartwpar -d /path/to/statefile [ -o /path/to/logfile [ -l debug|error ] ] WparName'],
  options: [stateFlag, ...mcrFlags],
  statuses: {
    0: 'The workload partition is Active with the processes of the checkpoint.',
    1: 'It is not; it is Defined as before, and the original stands still.',
    127: 'The host does not have mcr.rte.',
  },
};

async function run(args: Arguments, context: Context): Promise<number> {
  return await runMcr(spec, args, context, async ({ name, tell }) => {
    const folder = context.folder(requireState(args));
    await restartWpar(context, name, { folder, exportRules: exportRulesIn(context), tell });
    context.say(messages.restarted, { path: folder.path });
  });
}

export const command: Command = { spec, run };
