import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, valued } from '../../cli/spec.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { fileSystemMessages as messages } from '../../messages/file-systems.ts';
import { createFileSystem } from '../../model/storage/create.ts';
import { parseSize } from '../../model/storage/sizes.ts';
import { mountGroupOf, mountPointOf, oneOf, readAttributes } from '../shared/file-system-words.ts';
import { knownLog } from '../shared/jfs2-log.ts';
import { optionsOf } from '../shared/mount-options.ts';

const spec: CommandSpec = {
  name: 'crfs',
  platform: 'aix',
  purpose: 'adds a file system',
  synopsis: [
    'crfs -v VfsType { -g VolumeGroup | -d Device } [ -l LogPartitions ] -m MountPoint [ -n NodeName ] [ -u MountGroup ] [ -A { yes | no } ] [ -p { ro | rw } ] [ -a Attribute=Value ... ] [ -t { yes | no } ]',
  ],
  evidence: 'document',
  options: [
    valued(
      'a',
      'Attribute=Value',
      'size, logname, options; what is not known goes into the stanza.',
      'document',
      {
        repeat: true,
      },
    ),
    valued('A', 'yes|no', 'Mounted when the host starts.', 'document'),
    valued('d', 'Device', 'On this logical volume.', 'document'),
    valued('g', 'VolumeGroup', 'On a new logical volume of this group.', 'document'),
    valued('l', 'LogPartitions', 'Size of a log of its own.', 'document', {
      refused: 'a log has one partition.',
    }),
    valued('m', 'MountPoint', 'Where it is mounted: for a WPAR the full path, /wpars/NAME/...', 'seed'),
    valued('n', 'NodeName', 'It is on another host.', 'document', {
      refused: 'file systems of other hosts are mounted with mount.',
    }),
    valued('p', 'ro|rw', 'Permissions.', 'document'),
    valued('t', 'yes|no', 'Accounting.', 'document'),
    valued('u', 'MountGroup', "The mount group: for a WPAR's file system its name.", 'recalled'),
    valued('v', 'VfsType', 'jfs2.', 'document'),
  ],
  operands: { name: 'operand', minimum: 0, maximum: 0 },
  exclusive: [['g', 'd']],
  user: 'root',
  statuses: { 0: 'The file system is made; it is not mounted.', 1: 'It is not made.' },
};

function run(args: Arguments, context: Context): number {
  const vfs = required(args, 'v');
  const directory = mountPointOf(required(args, 'm'));
  if (vfs !== 'jfs2') throw failure(messages.vfsMade, { vfs });
  const device = args.value('d');
  const group = args.value('g');
  if (device === undefined && group === undefined) throw misuse(messages.sizeMissing, {});
  const attributes = readAttributes(args.values('a'), directory);
  const size = attributes.get('size');
  if (size === undefined && device === undefined) throw misuse(messages.sizeMissing, {});
  if (size !== undefined && device !== undefined)
    throw failure(messages.attributeFixed, { attribute: 'size', directory });
  const parsed = size === undefined ? undefined : parseSize(size);
  if (parsed && parsed.sign !== '') throw failure(messages.size, { size: size ?? '' });
  const kb = createFileSystem(context.lab, context.host, {
    ...{ directory, group, device, sizeKb: parsed?.kb, mountGroup: mountGroupOf(args.value('u')) ?? '' },
    auto: oneOf(args.value('A'), 'yes', 'no') ?? false,
    readOnly: oneOf(args.value('p'), 'ro', 'rw') ?? false,
    account: oneOf(args.value('t'), 'yes', 'no') ?? false,
    options: optionsOf(attributes.get('options') ?? '', false),
    log: knownLog(context, attributes.get('logname')),
    attributes: Object.fromEntries(
      [...attributes].filter(([name]) => !['logname', 'options', 'size'].includes(name)),
    ),
  });
  // What the file system takes for itself is not told as space (recalled: of 128 MB, 130864).
  const kilobytes = kb - 208 - Math.floor(Math.max(0, kb - 131_072) / 32_768);
  context.report(messages.created, { kilobytes, blocks: kb * 2 });
  return 0;
}

function required(args: Arguments, flag: 'm' | 'v'): string {
  const value = args.value(flag);
  if (value === undefined) throw misuse(messages.flagMissing, { flag });
  return value;
}

export const command: Command = { spec, run };
