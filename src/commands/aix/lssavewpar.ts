import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { formatFileSystems, formatFilesets, formatInformation } from '../../format/backup-listing.ts';
import { type DataStanza, readStanzas } from '../../format/image-data.ts';
import { backupMessages as messages } from '../../messages/backup.ts';
import { failure } from '../../messages/failure.ts';
import { dateText } from '../../model/backup/image-data.ts';
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
  name: 'lssavewpar',
  platform: 'aix',
  purpose: 'lists the files of a backup of a workload partition, or says what it is',
  synopsis: ['lssavewpar [ -b blocks ] [ -f device ] [ -a ] [ -c ] [ -D ] [ -l | -L | -M | -N ] [ -V ]'],
  evidence: 'document',
  options: [
    flag('a', 'Checks the block size of a tape.', 'document', { refused: tapesOnly }),
    blocksOption('512-byte blocks of a read; default 100.'),
    flag('c', 'Separates fields by colons.', 'document'),
    flag('D', 'Debug output.', 'document', { refused: 'what it prints is not known.' }),
    deviceOption('The backup.'),
    flag('l', 'Says when and where it was made, and lists its file systems.', 'document'),
    flag('L', 'Lists the filesets in it.', 'document'),
    flag('M', 'Lists the writable namefs file systems in it.', 'document'),
    flag('N', 'Lists the NFS file systems in it.', 'document'),
    flag('V', 'Verifies a tape.', 'document', { refused: tapesOnly }),
  ],
  operands: { name: 'operand', minimum: 0, maximum: 0 },
  exclusive: [['l', 'L', 'M', 'N']],
  needs: { c: ['l', 'L', 'M', 'N'], l: ['f'], L: ['f'] },
  user: 'root',
  statuses: { 0: 'The backup is listed.', 1: 'It is not.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const blocks = blocksOf(args);
  const { file, path } = openBackup(args.value('f') ?? defaultDevice, context);
  try {
    const archive = { path, descriptor: file.descriptor };
    const told = ['l', 'L', 'M', 'N'].find((letter) => args.has(letter));
    if (told === undefined) await listFiles(context, archive, blocks);
    else context.stdout.write(tell(told, await checkBackup(context, archive), args.has('c')));
    return 0;
  } finally {
    file.close();
  }
}

// Nothing is listed of a backup that turns out to be damaged.
async function listFiles(
  context: Context,
  archive: { readonly path: string; readonly descriptor: number },
  blocks: number,
): Promise<void> {
  const rows: { readonly size: number; readonly name: string }[] = [];
  const backup = await checkBackup(context, archive, ({ size, name }) => rows.push({ size, name }));
  sayHeader(context, backup, blocks);
  for (const { size, name } of rows)
    context.say(messages.listed, { size: sizeColumn(size), name: shown(name) });
  context.say(messages.totalSize, { bytes: backup.bytes });
  context.say(messages.archivedCount, { count: backup.count });
}

function tell(letter: string, backup: CheckedBackup, colons: boolean): string {
  const { fileSystems, filesets } = backup.data;
  if (letter === 'l') return formatInformation(informationOf(backup), colons);
  if (letter === 'L') return formatFilesets(filesets.map(printable), colons);
  const vfs = letter === 'M' ? 'namefs' : 'nfs';
  const rows = fileSystems.filter((each) => each.vfs === vfs);
  return formatFileSystems(
    rows.map(({ directory, device, node, size, used }) => ({
      directory: printableText(directory),
      device: printableText(node === '' ? device : `${node}:${device}`),
      blocks: size,
      free: Math.max(0, size - used),
    })),
    colons,
  );
}

function printableText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}

function printable({ name, level }: { readonly name: string; readonly level: string }) {
  return { name: printableText(name), level: printableText(level) };
}

function informationOf({ data, imageData, path }: CheckedBackup) {
  const stanzas = readStanzas(imageData, (line, why) =>
    failure(messages.hostile, { path, why: `image.data, line ${line}: ${why}` }),
  );
  const value = ({ values }: DataStanza, key: string) => printableText(values.get(key) ?? '');
  const volumes = stanzas.filter(({ name }) => name === 'lv_data');
  const [version = 7, release = 1, level = 0] = data.oslevel.split('.').map(Number);
  const mb = (blocks: number) => Math.ceil(blocks / 2048);
  return {
    volumeGroup: volumes[0] ? value(volumes[0], 'VOLUME_GROUP') : '',
    date: dateText(data.time),
    uname: printableText(data.uname),
    oslevel: printableText(data.oslevel),
    maintenance: `${version}${release}00-${String(level).padStart(2, '0')}`,
    backupMb: mb(data.fileSystems.reduce((sum, { size }) => sum + size, 0)),
    shrinkMb: mb(data.fileSystems.reduce((sum, { used }) => sum + used, 0)),
    volumes: volumes.map((each) => ({
      group: value(each, 'VOLUME_GROUP'),
      name: value(each, 'LOGICAL_VOLUME'),
      type: value(each, 'TYPE'),
      partitions: Number(value(each, 'LPs')) || 0,
      state: 'open/syncd',
      mountPoint: value(each, 'MOUNT_POINT'),
    })),
  };
}

export const command: Command = { spec, run };
