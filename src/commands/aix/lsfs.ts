import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { type FileSystemLine, formatFileSystemFields, formatFileSystems } from '../../format/lsfs.ts';
import { fileSystemMessages as messages } from '../../messages/file-systems.ts';
import { volumeOfDevice } from '../../model/storage/mount-table.ts';
import type { Stanza } from '../../model/storage/stanzas.ts';
import { readStanzas } from '../shared/stanzas.ts';

const spec: CommandSpec = {
  name: 'lsfs',
  platform: 'aix',
  purpose: 'displays the characteristics of file systems',
  synopsis: ['lsfs [ -q ] [ -c | -l ] [ -a | -v VfsType | -u MountGroup | FileSystem ... ]'],
  evidence: 'document',
  options: [
    flag('a', 'All file systems: so without it.', 'document'),
    flag('c', 'With colons between the fields.', 'document'),
    flag('l', 'As a table: so without it.', 'document'),
    flag('q', 'Asks the file system itself, too.', 'document'),
    valued('u', 'MountGroup', 'Those of this mount group.', 'document'),
    valued('v', 'VfsType', 'Those of this kind.', 'document'),
  ],
  operands: { name: 'FileSystem', minimum: 0, maximum: Number.POSITIVE_INFINITY },
  exclusive: [
    ['a', 'u', 'v'],
    ['c', 'l'],
  ],
  user: 'any',
  statuses: { 0: 'The file systems are shown.', 1: 'One was not found.' },
};

function run(args: Arguments, context: Context): number {
  const stanzas = readStanzas(undefined, context);
  const group = args.value('u');
  const vfs = args.value('v');
  let status = 0;
  const chosen =
    args.operands.length === 0
      ? stanzas.filter(
          ({ attributes }) =>
            (group === undefined || attributes.type === group) &&
            (vfs === undefined || attributes.vfs === vfs),
        )
      : args.operands.flatMap((name) => {
          const found = stanzas.filter(
            ({ directory, attributes }) => directory === name || attributes.dev === name,
          );
          if (found.length > 0) return found.slice(0, 1);
          context.report(messages.noRecord, { name });
          status = 1;
          return [];
        });
  const missing = group ?? vfs;
  if (missing !== undefined && args.operands.length === 0 && chosen.length === 0) {
    context.report(messages.noRecord, { name: missing });
    return 1;
  }
  const lines = chosen.map((stanza) => lineOf(stanza, context, args.has('q')));
  const format = args.has('c') ? formatFileSystemFields : formatFileSystems;
  if (lines.length > 0 || args.operands.length === 0) context.stdout.write(format(lines));
  return status;
}

function lineOf(
  { directory, attributes }: Stanza,
  { lab, host, wpar }: Context,
  asked: boolean,
): FileSystemLine {
  const { dev = '', nodename = '', vfs = '', type = '', mount, account, options = '', log } = attributes;
  const volume = dev.startsWith('/dev/') && !wpar ? volumeOfDevice(lab, host, dev) : undefined;
  const kb =
    volume?.kind === 'host'
      ? volume.fileSystem.size_kb
      : volume?.kind === 'wpar'
        ? volume.mount.size_kb
        : null;
  const size = kb === null ? undefined : kb * 2;
  return {
    ...{ device: dev, node: nodename, mountPoint: directory, vfs, size, options, group: type },
    auto: ['automatic', 'true'].includes(mount ?? ''),
    account: account === 'true',
    queried:
      asked && vfs === 'jfs2' && size !== undefined ? { volume: size, log: log === 'INLINE' } : undefined,
  };
}

export const command: Command = { spec, run };
