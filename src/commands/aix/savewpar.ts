import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { backupMessages as messages } from '../../messages/backup.ts';
import { requireSavable, saveWpar } from '../../model/backup/save.ts';
import {
  blocksOf,
  blocksOption,
  defaultDevice,
  deviceOption,
  openTarget,
  tapesOnly,
} from './backup/device.ts';

/** Why maps of logical volumes are refused. */
export const noMaps = 'the lab does not know which physical partitions a logical volume has.';

const spec: CommandSpec = {
  name: 'savewpar',
  platform: 'aix',
  purpose: 'backs up a workload partition',
  synopsis: [
    'savewpar [ -a ] [ -A ] [ -B ] [ -b Blocks ] [ -e ] [ -f Device ] [ -i | -m ] [ -N ] [ -p ] [ -T ]',
    '  [ -v ] [ -V ] [ -X ] [ -Z ] [ -P ] WparName',
  ],
  evidence: 'document',
  options: [
    flag('a', 'Leaves out extended attributes and ACLs, of which a backup of parlab has none.', 'document'),
    flag('A', 'Files of DMAPI file systems.', 'document', { refused: 'the lab has no DMAPI file systems.' }),
    flag('B', 'Leaves out the files of writable namefs mounts.', 'document'),
    blocksOption('512-byte blocks of a write; default 100.'),
    flag('e', 'Leaves out what the patterns of /etc/exclude.NAME fit.', 'document'),
    deviceOption('The file that is written; - is the standard output.'),
    flag('i', 'Makes image.data anew, even if somebody has edited it.', 'recalled'),
    flag('m', 'As -i, with maps of the logical volumes.', 'recalled', { refused: noMaps }),
    flag('N', 'Takes the files of writable NFS mounts, too.', 'recalled'),
    flag('p', 'Does not pack the files.', 'recalled'),
    flag('P', 'Does not pack some files.', 'document', { refused: 'a backup is packed as a whole.' }),
    flag('T', 'Reads from snapshots.', 'recalled', { refused: 'the lab has no snapshots of file systems.' }),
    flag('v', 'Names each file.', 'recalled'),
    flag('V', 'Verifies a tape.', 'document', { refused: tapesOnly }),
    flag('X', 'Makes /tmp larger if that is needed, which it never is.', 'document'),
    flag('Z', 'Leaves out EFS information, of which a backup of parlab has none.', 'recalled'),
  ],
  operands: { name: 'WparName', minimum: 1, maximum: 1, of: 'wpar' },
  exclusive: [['i', 'm']],
  user: 'root',
  statuses: { 0: 'The workload partition is backed up.', 1: 'It is not, or some files are not.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const blocks = blocksOf(args);
  const wpar = requireSavable(context, args.operand);
  const target = openTarget(args.value('f') ?? defaultDevice, context);
  try {
    const complete = await saveWpar(target.context, wpar, target.file, {
      nfs: args.has('N'),
      namefs: !args.has('B'),
      exclude: args.has('e'),
      freshImageData: args.has('i'),
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
