import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { type DfForm, type DfUnit, type Filling, formatDf } from '../../format/df.ts';
import { fileSystemMessages as messages } from '../../messages/file-systems.ts';
import { type Mount, mountAt, mountsSeen } from '../../model/storage/mount-table.ts';
import { kindOf } from '../../model/storage/paths.ts';
import { usageOf } from '../../model/storage/usage.ts';

const spec: CommandSpec = {
  name: 'df',
  platform: 'aix',
  purpose: 'reports information about space on file systems',
  synopsis: [
    'df [ [ -P ] | [ -I | -M | -i | -t | -v ] ] [ -k ] [ -m ] [ -g ] [ -s ] [ FileSystem ... | File ... ]',
  ],
  evidence: 'document',
  options: [
    flag('g', 'Sizes in GB.', 'document'),
    flag('I', 'Total, used and free space.', 'document'),
    flag('i', 'Inodes, too: so without it.', 'document'),
    flag('k', 'Sizes in 1024-byte blocks.', 'seed'),
    flag('M', 'The mount point in the second column.', 'document'),
    flag('m', 'Sizes in MB.', 'document'),
    flag('P', 'The columns of POSIX.', 'capture'),
    flag('s', 'Asks the helper of each kind of file system; the numbers are the same.', 'document'),
    flag('t', 'Total space, too: so without it.', 'document'),
    flag('v', 'All there is to say.', 'document'),
  ],
  operands: { name: 'FileSystem', minimum: 0, maximum: Number.POSITIVE_INFINITY },
  exclusive: [['P', 'I', 'M', 'i', 't', 'v']],
  user: 'any',
  statuses: { 0: 'The command completed successfully.', 1: 'A file system or file was not found.' },
};

function run(args: Arguments, context: Context): number {
  const { lab, place } = context;
  const seen = mountsSeen(lab, place);
  let status = 0;
  const chosen =
    args.operands.length === 0
      ? seen
      : args.operands.flatMap((operand) => {
          const found = find(context, seen, operand);
          if (typeof found !== 'string') return [found];
          context.report(found === 'missing' ? messages.noFile : messages.notMounted, { path: operand });
          status = 1;
          return [];
        });
  const rows = chosen.map((mount): Filling => {
    const { node, source, directory } = mount;
    return {
      name: node === '' ? source : `${node}:${source}`,
      directory,
      usage: usageOf(lab, mount.volume),
    };
  });
  if (rows.length > 0 || args.operands.length === 0)
    context.stdout.write(formatDf(rows, formOf(args), unitOf(args)));
  return status;
}

// A device or a mount point, else the file system that a file lies on.
function find(context: Context, seen: readonly Mount[], operand: string): Mount | 'missing' | 'unmounted' {
  if (operand === '') return 'missing';
  const named = seen.find(({ node, source }) =>
    node === '' ? source === operand && operand.startsWith('/dev/') : `${node}:${source}` === operand,
  );
  if (named) return named;
  const path = context.files('host').absolute(operand);
  const exact = seen.findLast(({ directory }) => directory === path);
  if (exact) return exact;
  if (context.wpar === undefined && isVolume(context, operand)) return 'unmounted';
  if (kindOf(context.lab, context.place, path) === undefined) return 'missing';
  return mountAt(seen, path) ?? 'missing';
}

function isVolume({ engine, host }: Context, operand: string): boolean {
  return (
    engine.get("SELECT 1 FROM logical_volume WHERE host = ? AND '/dev/' || name = ?", host.name, operand) !==
    undefined
  );
}

function formOf(args: Arguments): DfForm {
  return (['P', 'I', 'M', 'v'] as const).find((each) => args.has(each)) ?? '';
}

// Of several the last one typed counts on AIX; here the smallest unit does.
function unitOf(args: Arguments): DfUnit {
  return (['k', 'm', 'g'] as const).find((each) => args.has(each)) ?? '512';
}

export const command: Command = { spec, run };
