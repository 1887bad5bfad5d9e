import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { lparstatLine } from '../../format/lparstat.ts';
import { misuse } from '../../messages/failure.ts';
import { usageMessages } from '../../messages/usage.ts';
import { placeOf } from '../../model/devices/device.ts';
import { partitionFacts } from '../../model/system/partition-facts.ts';

const spec: CommandSpec = {
  name: 'lparstat',
  platform: 'aix',
  purpose: 'reports about the partition and the workload partition',
  synopsis: [
    'lparstat { -i | -W }',
    'lparstat { -H | -h | -E | -m | -l | -d | -s | -t } [ Interval [ Count ] ]',
  ],
  evidence: 'document',
  options: [
    flag('i', 'The configuration of the partition.', 'capture'),
    flag('W', 'Key and configured id of the workload partition.', 'capture'),
    ...['H', 'h', 'E', 'm', 'l', 'd', 's', 't', 'u', 'x', 'P', 'N', 'X', 'c'].map((letter) =>
      flag(letter, 'Statistics.', 'document', { refused: 'parlab measures no processors.' }),
    ),
  ],
  operands: { name: 'Interval', minimum: 0, maximum: 0 },
  user: 'any',
  statuses: { 0: 'What was asked for is shown.' },
};

function run(args: Arguments, context: Context): number {
  const { engine, host, wpar, stdout } = context;
  if (!args.has('W') && !args.has('i')) throw misuse(usageMessages.missingOperand, { operand: '-i or -W' });
  if (args.has('i')) {
    const facts = partitionFacts(placeOf(engine, host), wpar?.hostname ?? host.name);
    stdout.write(facts.map(([title, value]) => lparstatLine(title, value)).join(''));
  }
  if (args.has('W')) {
    // The key is the kernel's number of the WPAR while it runs, the id the one that it was configured with.
    stdout.write(lparstatLine('WPAR Key', wpar?.id ?? 0));
    stdout.write(lparstatLine('WPAR Configured ID', wpar?.configured_id ?? 0));
  }
  return 0;
}

export const command: Command = { spec, run };
