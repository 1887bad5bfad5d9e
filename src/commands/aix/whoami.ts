import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';

const spec: CommandSpec = {
  name: 'whoami',
  platform: 'aix',
  purpose: 'displays the login name',
  synopsis: ['whoami'],
  evidence: 'seed',
  options: [],
  operands: { name: 'User', minimum: 0, maximum: 0 },
  user: 'any',
  statuses: { 0: 'The name is shown.' },
};

function run(_: Arguments, { user, stdout }: Context): number {
  stdout.write(`${user}\n`);
  return 0;
}

export const command: Command = { spec, run };
