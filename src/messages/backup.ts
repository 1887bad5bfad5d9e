import { defineMessages } from './define.ts';
import { rule } from './wpar/rule.ts';

const seed = { stream: 'stdout', status: 0, evidence: 'seed', source: 'seed 3, listing 10' } as const;
const restore = {
  stream: 'stdout',
  status: 0,
  evidence: 'recalled',
  source: 'restore on AIX; reference wpar-run 6.5',
} as const;

/** Of savewpar, restwpar and their kin. Failure messages of the 0512 series were not found. */
export const backupMessages = defineMessages('backup', {
  information: {
    text: 'Creating information file ({path}) for {name}.\n',
    ...seed,
    source: 'seed 3, listing 10; the path in the parentheses is lost there and is that of mksysb',
  },
  listing: { text: 'Creating list of files to back up.\n', ...seed },
  backingUp: { text: 'Backing up {count} files', ...seed },
  backedUp: { text: '\n{done} of {count} files ({percent}%)', ...seed },
  added: {
    text: 'a {size} {name}',
    stream: 'stdout',
    status: 0,
    evidence: 'recalled',
    source: 'backup -v on AIX; reference wpar-run 6.2',
  },
  completed: { text: '0512-038 {command}: Backup Completed Successfully.', ...seed },
  incomplete: {
    text: '0512-003 {command} may not have been able to archive some files.\nThe messages displayed on the Standard Error\ncontained additional information.',
    evidence: 'recalled',
    source: 'mksysb on AIX',
  },
  notSaved: { text: '{command}: Cannot back up {name}: {why}.', ...rule('files that go away meanwhile') },
  volume: { text: 'New volume on {path}:', ...restore },
  cluster: { text: 'Cluster size is {bytes} bytes ({blocks} blocks).', ...restore },
  number: { text: 'The volume number is 1.', ...restore },
  date: { text: 'The backup date is: {date}', ...restore },
  byName: { text: 'Files are backed up by name.', ...restore },
  user: { text: 'The user is root.', ...restore },
  extracted: { text: 'x {size} {name}', ...restore },
  listed: { text: '{size} {name}', ...restore },
  totalSize: { text: 'The total size is {bytes} bytes.', ...restore },
  restoredCount: { text: 'The number of restored files is {count}.', ...restore },
  archivedCount: { text: 'The number of archived files is {count}.', ...restore },
  noTape: {
    text: '{command}: Cannot open {device}: the lab has no tape drives. Name a file.',
    ...rule('the default device is /dev/rmt0'),
  },
  noOutput: {
    text: '{command}: A backup cannot be written to the standard output here: name a file with -f.',
    ...rule('-f with /dev/stdout'),
  },
  notFound: { text: '{command}: Cannot open {path}: no such file.', ...rule('-f') },
  notBackup: { text: '{command}: {path} is not a backup made by savewpar.', ...rule('-f') },
  damaged: {
    text: '{command}: The backup {path} is damaged: {why}. Nothing was changed.',
    ...rule('restore'),
  },
  hostile: {
    text: '{command}: The backup {path} holds what no backup of a workload partition holds: {why}. Nothing was changed.',
    ...rule('restore'),
  },
  full: { text: '{command}: There is no room for the backup {path}: {why}.', ...rule('restore') },
  notInArchive: {
    text: '{command}: The backup {path} has no {name}. Nothing was changed.',
    ...rule('restwparfiles'),
  },
  inTheWay: { text: '{command}: Cannot restore: {why}. Nothing was changed.', ...rule('restwparfiles') },
  failed: { text: '{command}: The files could not be processed: {why}.', ...rule('backup and restore') },
  interrupted: { text: '{command}: {signal} received: nothing was kept.', ...rule('backup and restore') },
  excludeMissing: { text: '{command}: The exclude file {path} was not found.', ...rule('savewpar -e') },
  excludePattern: {
    text: '{command}: The exclude file {path}, line {line}: {why}.',
    ...rule('savewpar -e: a grep pattern on each line'),
  },
  blocksInvalid: { text: '{command}: "{blocks}" is not a number of blocks.', status: 2, ...rule('-b') },
  rootTarget: {
    text: '{command}: Files cannot be restored into the root directory: name another one with -d.',
    ...rule('restwparfiles page'),
  },
  wparLevel: {
    text: '{command}: The backup is of AIX {level}; a compatible workload partition cannot be made on AIX {release}. Use the -C flag to make it all the same.',
    ...rule('restwpar page, -C'),
  },
  noWriteName: {
    text: '{command}: The backup names no workload partition: give it a name with -n.',
    ...rule('restwpar'),
  },
  higherVersion: {
    text: 'Your global system is at a higher version than the WPAR.\nPlease log out of the WPAR and execute the migwpar command.',
    stream: 'stdout',
    status: 0,
    evidence: 'document',
    source: 'syncroot page',
  },
  exactFit: {
    text: '{command}: The backup asks for the physical partitions of its map files (EXACT_FIT), which the lab does not have: use the -U flag.',
    ...rule('restwpar page, EXACT_FIT and -U'),
  },
});
