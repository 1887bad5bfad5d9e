import { createHash } from 'node:crypto';
import { formatEnd, formatHead, type ImageHeading } from '../../format/backup-image.ts';
import { formatSpecification } from '../../format/specification.ts';
import { backupMessages as messages } from '../../messages/backup.ts';
import { failure } from '../../messages/failure.ts';
import { wparMessages } from '../../messages/wpar.ts';
import { objectsOf, type Wpar } from '../../state/wpars.ts';
import type { Place } from '../place.ts';
import { readPlaceFile, writePlaceFile } from '../tree/files.ts';
import type { Work } from '../work.ts';
import { describeWpar } from '../wpar/describe.ts';
import { seconds } from '../wpar/durations.ts';
import { refuseBusy, requireState, requireWpar } from '../wpar/lock.ts';
import { workAside } from './aside.ts';
import { backupData, formatBackupData } from './data.ts';
import { readExcludeFile } from './exclude.ts';
import type { NewFile } from './files.ts';
import { unameText } from './host-facts.ts';
import { describeImage, imageDataPath, wasEdited } from './image-data.ts';
import { savedMounts } from './mounts.ts';
import type { ControlFile, Selection } from './protocol.ts';

/** What the flags of savewpar choose. */
export interface SaveChoices {
  /** `-N`, and not `-B`. */
  readonly nfs: boolean;
  readonly namefs: boolean;
  /** `-e` */
  readonly exclude: boolean;
  /** `-i` */
  readonly freshImageData: boolean;
  /** not `-p` */
  readonly packed: boolean;
  readonly verbose: boolean;
  /** 512-byte blocks of a write. */
  readonly blocks: number;
}

/** @returns a WPAR that can be backed up now. @throws Failure */
export function requireSavable(work: Work, name: string): Wpar {
  return work.lab.update((change) => {
    const wpar = requireWpar(change.engine, work.host.name, name);
    if (wpar.type === 'A') throw failure(wparMessages.notApplication, { name, what: 'backup' });
    refuseBusy(change, wpar);
    requireState(wpar, ['A', 'D', 'F', 'L', 'N', 'P']);
    return wpar;
  });
}

/** Level of the AIX in a WPAR. */
export function levelOfWpar(work: Work, wpar: Wpar): string {
  if (wpar.ostype === 0) return work.host.release;
  return wpar.ostype === 1 ? '5.2.0.0' : '5.3.0.0';
}

/** Counts the files. @returns how many there are, and bytes of each file system */
export async function measureWpar(
  work: Work,
  place: Place,
  selection: Selection,
): Promise<{ readonly count: number; readonly used: Readonly<Record<string, number>> }> {
  let found: { count: number; used: Readonly<Record<string, number>> } = { count: 0, used: {} };
  await workAside(work, place, { work: 'measure', ...selection }, { path: '' }, (report) => {
    if (report.type === 'listed') found = { count: report.count, used: report.used };
  });
  return found;
}

/**
 * Writes `/tmp/wpardata/NAME/image.data` of the host: what mkwpardata does.
 * @returns its text
 */
export function writeImageData(work: Work, wpar: Wpar, used: Readonly<Record<string, number>>): string {
  const { lab, host } = work;
  const facts = { time: lab.now(), uname: unameText(lab.engine, host), used };
  const text = describeImage(lab.engine, host, wpar, facts);
  writePlaceFile(lab, { host }, imageDataPath(wpar.name), text);
  return text;
}

/**
 * Backs up a WPAR, whether it runs or not: its files are read from inside it (savewpar page; lines of seed 3).
 * @param file where the image goes; the caller keeps it
 * @returns whether all files are in it
 * @throws Failure; the file is worth nothing then
 */
export async function saveWpar(
  work: Work,
  wpar: Wpar,
  file: NewFile,
  choices: SaveChoices,
): Promise<boolean> {
  const { lab, host } = work;
  const place = { host, wpar };
  const path = `/etc/exclude.${wpar.name}`;
  const exclude = choices.exclude ? readExcludeFile(path, readPlaceFile(lab, { host }, path)) : [];
  const saved = savedMounts(lab.engine, wpar, choices);
  const selection: Selection = { ...saved, exclude };
  const { used } = await measureWpar(work, place, selection);
  const imageData = chooseImageData(work, wpar, used, choices.freshImageData);
  work.say(messages.listing, {});
  await lab.pass(seconds.listFiles, work.signal);
  const time = lab.now();
  const uname = unameText(lab.engine, host);
  const oslevel = levelOfWpar(work, wpar);
  const data = backupData(lab.engine, host, wpar, saved, {
    blocks: choices.blocks,
    oslevel,
    time,
    uname,
    used,
  });
  const control = [
    { name: 'wpar.spec', text: formatSpecification(describeWpar(wpar, objectsOf(lab.engine, wpar.id))) },
    { name: 'image.data', text: imageData },
    { name: 'backup.data', text: formatBackupData(data) },
  ];
  const complete = await writeImage(
    work,
    place,
    file,
    { kind: 'savewpar', oslevel },
    selection,
    control,
    choices,
  );
  lab.update((change) => change.note(host.name, wpar.name, 'backed up'));
  return complete;
}

// The information file is made, whether -i asks for it or not (seed 3); what somebody has edited is kept without it.
function chooseImageData(
  work: Work,
  wpar: Wpar,
  used: Readonly<Record<string, number>>,
  fresh: boolean,
): string {
  const there = readPlaceFile(work.lab, { host: work.host }, imageDataPath(wpar.name));
  if (!fresh && there !== undefined && wasEdited(there)) return there;
  work.say(messages.information, { path: '/image.data', name: wpar.name });
  return writeImageData(work, wpar, used);
}

/**
 * Writes an image. The program inside writes the tar; head and end are written here, so that nobody inside can say what they
 * do not say.
 */
export async function writeImage(
  work: Work,
  place: Place,
  file: NewFile,
  heading: ImageHeading,
  selection: Selection,
  control: readonly ControlFile[],
  { packed, verbose, blocks }: Pick<SaveChoices, 'blocks' | 'packed' | 'verbose'>,
): Promise<boolean> {
  const sumOf = (name: string) => {
    const text = control.find((each) => each.name === name)?.text ?? '';
    return createHash('sha256').update(text).digest('hex');
  };
  const head = formatHead(heading, {
    packed,
    specification: sumOf('wpar.spec'),
    imageData: sumOf('image.data'),
  });
  file.append(head);
  let count = 0;
  let done = 0;
  let lost = 0;
  const cluster = blocks * 512;
  const request = {
    work: 'save',
    ...selection,
    control,
    packed,
    cluster,
    time: work.lab.now(),
    verbose,
  } as const;
  await workAside(work, place, request, { output: file.descriptor, path: '' }, (report) => {
    if (report.type === 'listed') {
      count = report.count + control.length;
      if (!verbose) work.say(messages.backingUp, { count });
    } else if (report.type === 'file')
      work.say(messages.added, { size: String(report.size), name: shown(report.name) });
    else if (report.type === 'lost') {
      lost++;
      work.say(messages.notSaved, { name: shown(report.name), why: report.why });
    } else if (report.type === 'done') done = report.count;
  });
  if (verbose) work.say(messages.backingUp, { count });
  seal(file, head);
  await work.lab.pass(seconds.backUp, work.signal);
  const percent = count === 0 ? 100 : Math.floor((done * 100) / count);
  work.say(messages.backedUp, { done, count, percent });
  return lost === 0;
}

/** A name whose characters are bytes, as text. */
export function shown(name: string): string {
  return Buffer.from(name, 'latin1').toString('utf8');
}

/** Ends an image with its sum. @throws Failure if the head is not what was written */
function seal(file: NewFile, head: string): void {
  if (file.read(0, head.length).toString('latin1') !== head)
    throw failure(messages.failed, { why: 'the beginning of the image was changed meanwhile' });
  const hash = createHash('sha256');
  for (let at = 0; ; ) {
    const piece = file.read(at, 1_048_576);
    if (piece.length === 0) break;
    hash.update(piece);
    at += piece.length;
  }
  file.append(formatEnd(hash.digest('hex')));
}
