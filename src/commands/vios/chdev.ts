import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, type OptionSpec, valued } from '../../cli/spec.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { viosMessages as messages } from '../../messages/vios.ts';
import { devicesOf } from '../../model/devices/tree.ts';
import { printChange } from '../shared/devices.ts';
import { wishesOf } from '../shared/wishes.ts';

const pairs: OptionSpec['argument'] = { kind: 'value', name: 'Attribute=Value', several: true };

const spec: CommandSpec = {
  name: 'chdev',
  platform: 'vios',
  purpose: 'changes the characteristics of a device',
  synopsis: [
    'chdev -dev Name [ -perm ] -attr Attribute=Value... [ -restoreroute ] [ -force ]',
    'chdev -udid Udid [ -perm ] -attr Attribute=Value... [ -restoreroute ] [ -force ]',
  ],
  evidence: 'document',
  parse: 'vios',
  options: [
    valued('dev', 'Name', 'The device.', 'document'),
    valued('udid', 'Udid', 'A disk, by its unique id.', 'document'),
    {
      flag: 'attr',
      argument: pairs,
      text: 'Attributes and their values, each a word, or all in quotes.',
      evidence: 'document',
    },
    flag('perm', 'Changes the database only: for the next start.', 'document'),
    flag('force', 'Changes a device that something uses. What it does was not found: this is ours.', 'ours'),
    flag('restoreroute', 'Restores routes that the change of an interface removes.', 'document', {
      refused: "parlab's VIO servers have no routes.",
    }),
    valued('l', 'Name', 'The device, as in the root shell.', 'capture'),
    {
      flag: 'a',
      argument: pairs,
      text: 'Attributes and their values, as in the root shell.',
      evidence: 'capture',
    },
    flag('P', 'As -perm, in the root shell.', 'capture'),
  ],
  operands: { name: 'operand', minimum: 0, maximum: 0 },
  required: [
    ['dev', 'udid', 'l'],
    ['attr', 'a'],
  ],
  exclusive: [
    ['dev', 'udid', 'l'],
    ['attr', 'a'],
    ['perm', 'P'],
  ],
  needs: { a: ['l'], P: ['l'] },
  user: 'any',
  statuses: { '0': 'The device was changed.', '>0': 'An error occurred; nothing was changed.' },
};

function run(args: Arguments, context: Context): number {
  const words = [...args.values('attr'), ...args.values('a')];
  const wishes = wishesOf(words, (word) => misuse(messages.notAPair, { word }));
  const when = args.has('perm') || args.has('P') ? 'database' : 'now';
  const name = args.value('dev') ?? args.value('l') ?? diskCalled(context, args.value('udid') ?? '');
  return printChange(context, name, wishes, { when, force: args.has('force'), quiet: false });
}

function diskCalled({ engine, host }: Context, id: string): string {
  const disk = devicesOf(engine, host).find(({ uniqueId }) => id !== '' && uniqueId === id);
  if (!disk) throw failure(messages.noSuchDevice, { name: id });
  return disk.name;
}

export const command: Command = { spec, run };
