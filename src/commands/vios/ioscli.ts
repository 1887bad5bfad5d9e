import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { usageText } from '../../cli/usage.ts';
import { failure } from '../../messages/failure.ts';
import { viosCommandMessages as messages } from '../../messages/vios-commands.ts';
import { viosSpec } from './listing.ts';

const spec: CommandSpec = {
  ...viosSpec,
  name: 'ioscli',
  parse: 'none',
  purpose: 'runs a command of the Virtual I/O Server',
  synopsis: ['ioscli Command [Flags] [Arguments]'],
  evidence: 'capture',
  options: [],
  operands: { name: 'Command', minimum: 1, maximum: Number.POSITIVE_INFINITY },
  statuses: {
    0: 'The command was successful; other statuses are its own.',
    1: 'There is no command, or its name has a slash.',
    127: 'There is no command of this name.',
  },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const [name] = args.operands;
  if (name === undefined) {
    context.stderr.write(usageText(spec));
    return 1;
  }
  if (name.includes('/')) throw failure(messages.restricted, { name });
  const status = await context.runOn(context.host, args.operands);
  if (status === undefined) throw failure(messages.notFound, { name });
  return status;
}

export const command: Command = { spec, run };
