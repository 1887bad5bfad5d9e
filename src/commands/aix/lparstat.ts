import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { misuse } from '../../messages/failure.ts';
import { usageMessages } from '../../messages/usage.ts';

const consoles = 'what a partition has is shown by lshwres and lssyscfg on its console.';

const spec: CommandSpec = {
  name: 'lparstat',
  platform: 'aix',
  purpose: 'reports about the partition and the workload partition',
  synopsis: ['lparstat -W', 'lparstat { -i | -H | -h | -E | -m | -l | -d | -s | -t } [ Interval [ Count ] ]'],
  evidence: 'recalled',
  options: [
    flag('W', 'Key and configured id of the workload partition.', 'capture'),
    flag('i', 'The configuration of the partition.', 'recalled', { refused: consoles }),
    ...['H', 'h', 'E', 'm', 'l', 'd', 's', 't'].map((letter) =>
      flag(letter, 'Statistics.', 'recalled', { refused: 'parlab measures no processors.' }),
    ),
  ],
  operands: { name: 'Interval', minimum: 0, maximum: 0 },
  user: 'any',
  statuses: { 0: 'The ids are shown.' },
};

function run(args: Arguments, { wpar, stdout }: Context): number {
  if (!args.has('W')) throw misuse(usageMessages.missingOperand, { operand: '-W' });
  const line = (title: string, value: number) => `${title.padEnd(43)}: ${value}\n`;
  // The key is the kernel's number of the WPAR while it runs, the id the one that it was configured with.
  stdout.write(line('WPAR Key', wpar?.id ?? 0));
  stdout.write(line('WPAR Configured ID', wpar?.configured_id ?? 0));
  return 0;
}

export const command: Command = { spec, run };
