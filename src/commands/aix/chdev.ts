import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { usageText } from '../../cli/usage.ts';
import { deviceMessages as messages } from '../../messages/devices.ts';
import { misuse } from '../../messages/failure.ts';
import type { When } from '../../model/devices/change.ts';
import { printChange } from '../shared/devices.ts';
import { wishesOf } from '../shared/wishes.ts';

const spec: CommandSpec = {
  name: 'chdev',
  platform: 'aix',
  purpose: 'changes the characteristics of a device',
  synopsis: [
    'chdev -l Name [ -a Attribute=Value ... ] [ -f File ] [ -h ] [ -p ParentName ] [ -P | -T ] [ -U ] [ -q ] [ -w ConnectionLocation ] [ -g ]',
  ],
  evidence: 'document',
  options: [
    valued('l', 'Name', 'The device.', 'document'),
    valued('a', 'Attribute=Value', 'An attribute and its value, or several in quotes.', 'document', {
      repeat: true,
    }),
    flag('P', 'Changes the database only: for the next start.', 'document'),
    flag('T', 'Changes the device only: until the next start.', 'document'),
    flag('U', 'Changes attributes that may change while the device is in use.', 'document', { since: '7.2' }),
    flag('q', 'Prints no message on the standard output.', 'document'),
    flag('h', 'Prints the usage.', 'document'),
    valued('p', 'ParentName', 'A new parent.', 'document', {
      refused: "parlab's devices stay where their adapters are.",
    }),
    valued('w', 'ConnectionLocation', 'A new place at the parent.', 'document', {
      refused: "parlab's devices stay where their adapters are.",
    }),
    valued('f', 'File', 'Reads flags from a file.', 'document', { refused: 'flags are typed.' }),
    flag('g', 'Forces the change of a locked device.', 'document', {
      refused: "parlab's devices are never locked.",
    }),
  ],
  operands: { name: 'operand', minimum: 0, maximum: 0 },
  exclusive: [['P', 'T', 'U']],
  user: 'root',
  statuses: { '0': 'The device was changed.', '>0': 'An error occurred; nothing was changed.' },
};

function run(args: Arguments, context: Context): number {
  if (args.has('h')) {
    context.stdout.write(usageText(spec));
    return 0;
  }
  const name = args.value('l');
  if (name === undefined) throw misuse(messages.oneOf, { flags: '-l' });
  const wishes = wishesOf(args.values('a'), (word) => misuse(messages.notAPair, { word }));
  const when: When = args.has('P') ? 'database' : args.has('T') ? 'device' : args.has('U') ? 'online' : 'now';
  return printChange(context, name, wishes, { when, force: false, quiet: args.has('q') });
}

export const command: Command = { spec, run };
