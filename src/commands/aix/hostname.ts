import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';

const spec: CommandSpec = {
  name: 'hostname',
  platform: 'aix',
  purpose: 'shows the name of the host or the workload partition',
  synopsis: ['hostname [ -s ]'],
  evidence: 'seed',
  options: [flag('s', 'Without the domain.', 'recalled')],
  operands: { name: 'HostName', minimum: 0, maximum: 0 },
  user: 'any',
  statuses: { 0: 'The name is shown.' },
};

function run(args: Arguments, { place: { host, wpar }, stdout }: Context): number {
  const name = wpar?.hostname ?? host.name;
  stdout.write(`${args.has('s') ? name.replace(/\..*$/s, '') : name}\n`);
  return 0;
}

export const command: Command = { spec, run };
