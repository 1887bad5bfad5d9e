import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { backupMessages as messages } from '../../messages/backup.ts';
import { saveHost } from '../../model/backup/save-host.ts';
import { blocksOf, blocksOption, openTarget, tapesOnly } from './backup/device.ts';
import { noMaps } from './savewpar.ts';

const tapeBoot = 'it is about bootable tapes, which the lab does not have.';

const spec: CommandSpec = {
  name: 'mksysb',
  platform: 'aix',
  purpose: 'backs up the operating system',
  synopsis: [
    'mksysb [ -a ] [ -A ] [ -b number ] [ -e ] [ -F filename ] [ -G | -N ] [ -i ] [ -m ] [ -M ] [ -p ] [ -P ]',
    '  [ -t argument ] [ -T ] [ -v ] [ -V ] [ -x file ] [ -X ] [ -Z ] device | file',
  ],
  evidence: 'recalled',
  options: [
    flag('a', 'Leaves out extended attributes, of which a backup of parlab has none.', 'recalled'),
    flag('A', 'Files of DMAPI file systems.', 'recalled', { refused: 'the lab has no DMAPI file systems.' }),
    blocksOption('512-byte blocks of a write; default 100.'),
    flag('e', 'Leaves out what the patterns of /etc/exclude.rootvg fit.', 'recalled'),
    {
      flag: 'F',
      argument: { kind: 'value', name: 'filename' },
      text: 'Restores from an earlier backup.',
      evidence: 'recalled',
      refused: 'a backup of a host cannot be restored in the lab.',
    },
    flag('G', 'Leaves out workload partitions, as it does without.', 'recalled'),
    flag('i', 'Makes /image.data; it is made in any case.', 'seed'),
    flag('m', 'As -i, with maps of the logical volumes.', 'recalled', { refused: noMaps }),
    flag('M', 'Maps of another kind.', 'recalled', { refused: noMaps }),
    flag('N', 'Takes workload partitions, too.', 'recalled', {
      refused: 'workload partitions are backed up with savewpar.',
    }),
    flag('p', 'Does not pack the files.', 'recalled'),
    flag('P', 'Does not pack some files.', 'recalled', { refused: 'a backup is packed as a whole.' }),
    {
      flag: 't',
      argument: { kind: 'value', name: 'argument' },
      text: 'Where a boot image is made.',
      evidence: 'recalled',
      refused: tapeBoot,
    },
    flag('T', 'Reads from snapshots.', 'recalled', { refused: 'the lab has no snapshots of file systems.' }),
    flag('v', 'Names each file.', 'recalled'),
    flag('V', 'Verifies a tape.', 'recalled', { refused: tapesOnly }),
    {
      flag: 'x',
      argument: { kind: 'value', name: 'file' },
      text: 'Excludes file systems.',
      evidence: 'recalled',
      refused: 'use -e and /etc/exclude.rootvg.',
    },
    flag('X', 'Makes /tmp larger if that is needed, which it never is.', 'recalled'),
    flag('Z', 'Leaves out EFS information, of which a backup of parlab has none.', 'recalled'),
  ],
  operands: { name: 'file', minimum: 1, maximum: 1 },
  exclusive: [['G', 'N']],
  user: 'root',
  statuses: { 0: 'The backup is written.', 1: 'It is not, or some files are not in it.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const blocks = blocksOf(args);
  const target = openTarget(args.operand, context);
  try {
    const complete = await saveHost(target.context, target.file, {
      exclude: args.has('e'),
      packed: !args.has('p'),
      verbose: args.has('v'),
      blocks,
    });
    target.deliver();
    if (!complete) {
      context.report(messages.incomplete, {});
      return 1;
    }
    target.context.say(messages.completed, {});
    return 0;
  } finally {
    target.file.close();
  }
}

export const command: Command = { spec, run };
