import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, valued } from '../../cli/spec.ts';
import { configureDevices } from '../../model/frames/configure.ts';
import { viosSpec } from './listing.ts';
import { requireServer } from './this-server.ts';

const spec: CommandSpec = {
  ...viosSpec,
  name: 'cfgdev',
  purpose: 'configures devices',
  synopsis: ['cfgdev [-dev DeviceName]'],
  options: [
    valued('dev', 'DeviceName', 'Only this device and what is below it.', 'document', {
      refused: 'parlab configures all that there is.',
    }),
  ],
  statuses: { 0: 'All devices are configured; nothing is printed.', 1: 'A flag is wrong.' },
};

function run(_args: Arguments, context: Context): number {
  const { id } = requireServer(context);
  context.lab.update((change) => {
    for (const device of configureDevices(change, id)) change.note(context.host.name, device, 'configured');
  });
  return 0;
}

export const command: Command = { spec, run };
