import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { formatMounts } from '../../format/mount.ts';
import { Failure, failure, misuse } from '../../messages/failure.ts';
import { fileSystemMessages as messages } from '../../messages/file-systems.ts';
import { labMessages } from '../../messages/lab.ts';
import { remountAround } from '../../model/storage/around.ts';
import { mountsSeen } from '../../model/storage/mount-table.ts';
import { type MountWish, mount } from '../../model/storage/mounting.ts';
import { optionsOf, vfsOf } from '../shared/mount-options.ts';
import { readStanzas, wishOf } from '../shared/stanzas.ts';

const spec: CommandSpec = {
  name: 'mount',
  platform: 'aix',
  purpose: 'makes a file system available for use',
  synopsis: [
    'mount [ -f ] [ -n node ] [ -o options ] [ -p ] [ -r ] [ -v vfsname ] [ -F AltFSfile ] [ -t type | [ device | node:directory ] directory | all | -a ] [ -V [ generic_options ] special_mount_points ]',
  ],
  evidence: 'document',
  options: [
    flag('a', 'Mounts all that /etc/filesystems has to be mounted at a start; so does all.', 'document'),
    flag('f', 'Mounts over the root file system at a start.', 'document', {
      refused: 'it is for the start of a system.',
    }),
    valued('F', 'AltFSfile', 'Another file than /etc/filesystems.', 'document', { since: '7.2' }),
    valued('n', 'node', 'The NFS server; alone: all that /etc/filesystems has of it.', 'document'),
    valued('o', 'options', 'Options, separated by commas.', 'document'),
    flag('p', 'As something that is taken out and put in.', 'document', {
      refused: 'parlab has no media that are taken out.',
    }),
    flag('r', 'Read-only.', 'document'),
    valued('t', 'type', 'All that have this type in /etc/filesystems: a mount group.', 'document'),
    valued('v', 'vfsname', 'The kind of file system: jfs2, namefs, nfs, nfs3, nfs4.', 'document'),
    valued('V', 'generic_options', 'The syntax of System V.', 'document', {
      refused: 'parlab has the syntax of AIX.',
    }),
  ],
  operands: { name: 'directory', minimum: 0, maximum: 2 },
  exclusive: [['a', 't']],
  user: 'any',
  statuses: { 0: 'Everything is mounted, or listed.', 1: 'Something could not be mounted.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const asked = ['a', 'n', 'o', 'r', 't', 'v'].some((letter) => args.has(letter));
  if (args.operands.length === 0 && !asked) {
    context.stdout.write(formatMounts(mountsSeen(context.lab, context.place)));
    return 0;
  }
  if (context.user !== 'root') throw failure(labMessages.onlyRoot, {});
  let status = 0;
  for (const wish of wishesOf(args, context)) {
    try {
      mount(context.lab, context.place, wish);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      context.report(error.catalogued, error.values as never);
      status = 1;
      continue;
    }
    await remountAround(context, context.place, wish.directory);
  }
  return status;
}

function wishesOf(args: Arguments, context: Context): MountWish[] {
  const [first = '', second] = args.operands;
  if (second !== undefined) return [named(args, context, first, second)];
  if (first !== '' && first !== 'all') return [looked(args, context, first)];
  if (args.operands.length > 0 && first === '') throw failure(messages.notKnown, { name: first });
  const group = args.value('t');
  const node = args.value('n');
  const all = args.has('a') || first === 'all';
  if (!all && group === undefined && node === undefined) throw misuse(messages.nothingToMount, {});
  const there = new Set(mountsSeen(context.lab, context.place).map(({ directory }) => directory));
  const found = readStanzas(args.value('F'), context).filter(
    ({ attributes }) =>
      (group === undefined || attributes.type === group) &&
      (node === undefined || attributes.nodename === node) &&
      (!all || ['automatic', 'true'].includes(attributes.mount ?? '')),
  );
  if (found.length === 0 && group !== undefined) throw failure(messages.noGroup, { group });
  if (found.length === 0 && node !== undefined) throw failure(messages.notKnown, { name: node });
  return found
    .filter(({ directory }) => !there.has(directory))
    .map((stanza) => changed(args, wishOf(stanza)));
}

function named(args: Arguments, context: Context, source: string, directory: string): MountWish {
  const absolute = (path: string) => context.files('host').absolute(path);
  const colon = source.indexOf(':');
  const node = args.value('n') ?? (colon > 0 ? source.slice(0, colon) : '');
  const path = args.has('n') || colon <= 0 ? source : source.slice(colon + 1);
  return {
    node,
    source: node === '' ? absolute(path) : path.replace(/(.)\/+$/, '$1'),
    directory: absolute(directory),
    vfs: vfsOf(args.value('v'), node),
    options: optionsOf(args.value('o') ?? '', args.has('r')),
  };
}

// A mount point, a device or `node:directory` of /etc/filesystems.
function looked(args: Arguments, context: Context, name: string): MountWish {
  const path = context.files('host').absolute(name);
  const stanza = readStanzas(args.value('F'), context).find(
    ({ directory, attributes: { dev = '', nodename = '' } }) =>
      directory === path ||
      (nodename === '' ? dev.startsWith('/dev/') && dev === name : `${nodename}:${dev}` === name),
  );
  if (!stanza) throw failure(messages.notKnown, { name });
  return changed(args, wishOf(stanza));
}

function changed(args: Arguments, wish: MountWish): MountWish {
  const typed = optionsOf(args.value('o') ?? '', args.has('r'));
  return {
    ...wish,
    vfs: vfsOf(args.value('v') ?? wish.vfs, wish.node),
    options: typed === '' ? wish.options : typed,
  };
}

export const command: Command = { spec, run };
