import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import { type CheckpointOptions, checkpointWpar } from '../../model/wpar/checkpoint/checkpoint.ts';
import { mcrContract, mcrFlags, requireState, runMcr, stateFlag } from '../shared/mcr.ts';

const spec: CommandSpec = {
  ...mcrContract,
  name: 'chkptwpar',
  purpose: 'checkpoints a workload partition',
  synopsis: [
    'chkptwpar -d /path/to/statefile [ -o /path/to/logfile [ -l debug|error ] ] [ -k | -p ] WparName',
  ],
  options: [
    stateFlag,
    flag('k', 'Kills its processes when the state is stored.', 'recalled'),
    flag('p', 'Leaves it Paused when the state is stored.', 'recalled'),
    ...mcrFlags,
  ],
  exclusive: [['k', 'p']],
  statuses: {
    0: 'The state is stored.',
    1: 'It is not; the workload partition is Active as before.',
    127: 'The host does not have mcr.rte.',
  },
};

async function run(args: Arguments, context: Context): Promise<number> {
  return await runMcr(spec, args, context, async ({ name, tell }) => {
    const folder = context.folder(requireState(args));
    await checkpointWpar(context, name, { folder, kind: kindOf(args), tell });
    context.say(messages.checkpointed, { path: folder.path });
  });
}

function kindOf(args: Arguments): CheckpointOptions['kind'] {
  if (args.has('k')) return 'killed';
  return args.has('p') ? 'paused' : 'copy';
}

export const command: Command = { spec, run };
