import { resolve } from 'node:path';
import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { controlFolder } from '../../format/backup-image.ts';
import { backupMessages as messages } from '../../messages/backup.ts';
import { failure } from '../../messages/failure.ts';
import { workAside } from '../../model/backup/aside.ts';
import { type CheckedBackup, checkBackup } from '../../model/backup/read.ts';
import { shown } from '../../model/backup/save.ts';
import {
  blocksOf,
  blocksOption,
  defaultDevice,
  deviceOption,
  openBackup,
  tapesOnly,
} from './backup/device.ts';
import { sayHeader, sizeColumn } from './backup/header.ts';

const spec: CommandSpec = {
  name: 'restwparfiles',
  platform: 'aix',
  purpose: 'restores files of a backup of a workload partition',
  synopsis: [
    'restwparfiles [ -b blocks ] [ -f device ] [ -a ] [ -m ] [ -n ] [ -d path ] [ -D ] [ -V ] [ file_list ]',
  ],
  evidence: 'document',
  options: [
    flag('a', 'Checks the block size of a tape.', 'document', { refused: tapesOnly }),
    blocksOption('512-byte blocks of a read; default 100.'),
    valued(
      'd',
      'path',
      'Directory of the host to restore into; default: the one that one is in there.',
      'document',
      {
        path: 'host',
      },
    ),
    flag('D', 'Debug output.', 'document', { refused: 'what it prints is not known.' }),
    deviceOption('The backup.'),
    flag('m', 'Restores only what describes the backup: wpar.spec, image.data.', 'document'),
    flag('n', 'Leaves out ACLs and extended attributes, of which a backup of parlab has none.', 'document'),
    flag('V', 'Verifies a tape.', 'document', { refused: tapesOnly }),
  ],
  operands: { name: 'file_list', minimum: 0, maximum: Number.POSITIVE_INFINITY },
  user: 'root',
  statuses: { 0: 'The files are restored.', 1: 'None of them is.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const blocks = blocksOf(args);
  const target = resolve(context.insideDirectory, args.value('d') ?? '.');
  if (target === '/') throw failure(messages.rootTarget, {});
  const { file, path } = openBackup(args.value('f') ?? defaultDevice, context);
  try {
    const archive = { path, descriptor: file.descriptor };
    const backup = await checkBackup(context, archive);
    sayHeader(context, backup, blocks);
    await extract(context, backup, target, namesOf(args));
    return 0;
  } finally {
    file.close();
  }
}

// Names are those in the backup; without their `./` they are understood, too.
function namesOf(args: Arguments): string[] {
  const names = args.operands.map((name) => `./${name.replace(/^(\.?\/+)+/, '').replace(/\/+$/, '')}`);
  return args.has('m') ? [...names, controlFolder] : names;
}

async function extract(
  context: Context,
  backup: CheckedBackup,
  target: string,
  names: readonly string[],
): Promise<void> {
  const request = { work: 'extract', sum: backup.sum, target, names } as const;
  const lent = { input: backup.descriptor, path: backup.path };
  await workAside(context, { host: context.host }, request, lent, (report) => {
    if (report.type === 'file')
      context.say(messages.extracted, { size: sizeColumn(report.size), name: shown(report.name) });
    else if (report.type === 'done') {
      context.say(messages.totalSize, { bytes: report.bytes });
      context.say(messages.restoredCount, { count: report.count });
    }
  });
}

export const command: Command = { spec, run };
