import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { viosSpec } from './listing.ts';
import { levelHere, requireServer } from './this-server.ts';

const spec: CommandSpec = {
  ...viosSpec,
  name: 'ioslevel',
  purpose: 'reports the level of the Virtual I/O Server',
  synopsis: ['ioslevel'],
  options: [],
  statuses: { 0: 'The level is printed.', 1: 'A word too many, or the licence is not accepted.' },
};

function run(_args: Arguments, context: Context): number {
  context.stdout.write(`${levelHere(context, requireServer(context))}\n`);
  return 0;
}

export const command: Command = { spec, run };
