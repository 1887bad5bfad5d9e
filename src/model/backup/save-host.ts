import { backupMessages as messages } from '../../messages/backup.ts';
import { bindsOf } from '../tree/binds.ts';
import { readPlaceFile, writePlaceFile } from '../tree/files.ts';
import type { Work } from '../work.ts';
import { seconds } from '../wpar/durations.ts';
import { formatBackupData } from './data.ts';
import { readExcludeFile } from './exclude.ts';
import type { NewFile } from './files.ts';
import { unameText } from './host-facts.ts';
import { dateText, formatStanzas } from './image-data.ts';
import { type SaveChoices, writeImage } from './save.ts';

/**
 * Backs up the files of a host, without its WPARs: what mksysb does. The image says the level of the host; `mkwpar -C -B`
 * takes one of AIX 5.2 or 5.3.
 * @returns whether all files are in it
 * @throws Failure; the file is worth nothing then
 */
export async function saveHost(
  work: Work,
  file: NewFile,
  choices: Pick<SaveChoices, 'blocks' | 'exclude' | 'packed' | 'verbose'>,
): Promise<boolean> {
  const { lab, host } = work;
  const place = { host };
  const path = '/etc/exclude.rootvg';
  const exclude = choices.exclude ? readExcludeFile(path, readPlaceFile(lab, place, path)) : [];
  work.say(messages.information, { path: '/image.data', name: 'rootvg' });
  const uname = unameText(lab.engine, host);
  const time = lab.now();
  const imageData = formatStanzas([
    [
      'image_data',
      [
        ['IMAGE_TYPE', 'bff'],
        ['DATE_TIME', dateText(time)],
        ['UNAME_INFO', uname],
        ['PRODUCT_TAPE', 'no'],
        ['OSLEVEL', host.release],
      ],
    ],
    [
      'logical_volume_policy',
      [
        ['SHRINK', 'no'],
        ['EXACT_FIT', 'no'],
      ],
    ],
  ]);
  writePlaceFile(lab, place, '/image.data', imageData);
  work.say(messages.listing, {});
  await lab.pass(seconds.listFiles, work.signal);
  const bases = lab.engine.all<{ directory: string }>(
    "SELECT directory FROM wpar WHERE host = ? AND type <> 'A'",
    host.name,
  );
  const without = ['/usr', '/proc', '/dev', '/etc/alternatives', ...bases.map(({ directory }) => directory)];
  const mounted = bindsOf(lab.engine, place).map(({ directory }) => directory);
  const selection = { mounts: [{ directory: '/' }], without: [...without, ...mounted], exclude };
  const data = formatBackupData({
    wpar: '',
    host: host.name,
    uname,
    oslevel: host.release,
    time,
    blocks: choices.blocks,
    fileSystems: [],
    filesets: [],
  });
  const control = [
    { name: 'wpar.spec', text: '' },
    { name: 'image.data', text: imageData },
    { name: 'backup.data', text: data },
  ];
  const heading = { kind: 'mksysb', oslevel: host.release } as const;
  const complete = await writeImage(work, place, file, heading, selection, control, choices);
  lab.update((change) => change.note(host.name, host.name, 'backed up'));
  return complete;
}
