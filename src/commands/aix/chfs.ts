import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, valued } from '../../cli/spec.ts';
import { fileSystemMessages as messages } from '../../messages/file-systems.ts';
import { changeFileSystem } from '../../model/storage/change.ts';
import { parseSize } from '../../model/storage/sizes.ts';
import { mountGroupOf, mountPointOf, oneOf, readAttributes } from '../shared/file-system-words.ts';
import { knownLog } from '../shared/jfs2-log.ts';
import { optionsOf } from '../shared/mount-options.ts';

const spec: CommandSpec = {
  name: 'chfs',
  platform: 'aix',
  purpose: 'changes attributes of a file system',
  synopsis: [
    'chfs [ -n NodeName ] [ -m NewMountPoint ] [ -u MountGroup ] [ -A { yes | no } ] [ -p { ro | rw } ] [ -t { yes | no } ] [ -a Attribute=Value ... ] [ -d Attribute ... ] FileSystem',
  ],
  evidence: 'document',
  options: [
    valued(
      'a',
      'Attribute=Value',
      'size, also +size and -size, logname, options; others go into the stanza.',
      'document',
      {
        repeat: true,
      },
    ),
    valued('A', 'yes|no', 'Mounted when the host starts.', 'document'),
    valued('d', 'Attribute', 'Takes an attribute out of the stanza.', 'document', { repeat: true }),
    valued('m', 'NewMountPoint', 'Another mount point; it must not be mounted.', 'document'),
    valued('n', 'NodeName', 'It is on another host.', 'document', {
      refused: 'file systems of other hosts are mounted with mount.',
    }),
    valued('p', 'ro|rw', 'Permissions.', 'document'),
    valued('t', 'yes|no', 'Accounting.', 'document'),
    valued('u', 'MountGroup', "The mount group: a WPAR's name makes it a file system of that.", 'seed'),
  ],
  operands: { name: 'FileSystem', minimum: 1, maximum: 1 },
  user: 'root',
  statuses: { 0: 'The file system is changed.', 1: 'It is as it was.' },
};

function run(args: Arguments, context: Context): number {
  const name = args.operand;
  const attributes = readAttributes(args.values('a'), name);
  const size = attributes.get('size');
  const place = args.value('m');
  const options = attributes.get('options');
  const resized = changeFileSystem(context.lab, context.host, name, {
    directory: place === undefined ? undefined : mountPointOf(place),
    mountGroup: mountGroupOf(args.value('u')),
    auto: oneOf(args.value('A'), 'yes', 'no'),
    readOnly: oneOf(args.value('p'), 'ro', 'rw'),
    account: oneOf(args.value('t'), 'yes', 'no'),
    options: options === undefined ? undefined : optionsOf(options, false),
    log: knownLog(context, attributes.get('logname')),
    size: size === undefined ? undefined : parseSize(size),
    attributes: Object.fromEntries(
      [...attributes].filter(([each]) => !['logname', 'options', 'size'].includes(each)),
    ),
    without: args.values('d'),
  });
  if (resized)
    context.report(resized.changed ? messages.resized : messages.sameSize, { blocks: resized.kb * 2 });
  return 0;
}

export const command: Command = { spec, run };
