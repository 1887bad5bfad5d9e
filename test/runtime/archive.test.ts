import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ArchiveReport, ArchiveRequest } from '../../src/model/backup/protocol.ts';
import { backupOf, type HandMade } from '../support/backups.ts';
import { projectRoot } from '../support/bins.ts';
import { temporaryFolder } from '../support/lab.ts';

/** What the program says of an archive; it needs no namespaces to look at one. */
function work(archive: Buffer, request: ArchiveRequest): { status: number | null; reports: ArchiveReport[] } {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'archive'), archive);
  writeFileSync(join(folder, 'request'), JSON.stringify(request));
  const input = openSync(join(folder, 'archive'), 'r');
  const program = join(projectRoot, 'dist', 'archive.cjs');
  const done = spawnSync(process.execPath, [program, join(folder, 'request')], {
    stdio: [input, 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  closeSync(input);
  expect(readdirSync(folder).sort()).toEqual(['archive', 'request']);
  expect(done.stdout).toBe('');
  const lines = done.stderr.split('\n').filter((line) => line !== '');
  return { status: done.status, reports: lines.map((line) => JSON.parse(line) as ArchiveReport) };
}

const look: ArchiveRequest = { work: 'check', limit: 1_000_000, verbose: false };

const file = (name: string, more: Partial<HandMade['header']> = {}): HandMade => ({
  header: { name, ...more },
  content: 'x',
});
const symlink = (name: string, linkname: string): HandMade => ({
  header: { name, type: 'symlink', linkname },
});
const link = (name: string, linkname: string): HandMade => ({ header: { name, type: 'link', linkname } });
const folder = (name: string): HandMade => ({ header: { name, type: 'directory' } });

const hostile: [string, HandMade[], RegExp][] = [
  ['a way up', [file('./../etc/passwd')], /is no plain path/],
  ['a way up in the middle', [file('./a/../../etc/passwd')], /is no plain path/],
  ['an absolute name', [file('/etc/passwd')], /does not begin with/],
  ['a bare name', [file('etc/passwd')], /does not begin with/],
  ['an empty part', [file('./a//b')], /is no plain path/],
  [
    'a device',
    [{ header: { name: './dev0', type: 'block-device', devmajor: 8, devminor: 0 } }],
    /is a block-device/,
  ],
  [
    'a character device',
    [{ header: { name: './null', type: 'character-device', devmajor: 1 } }],
    /is a character-device/,
  ],
  ['a file below a link', [symlink('./a', '/etc'), file('./a/passwd')], /is in what is no directory/],
  ['a file below a file', [file('./a'), file('./a/b')], /is in what is no directory/],
  ['a link in the place of a directory', [folder('./a'), symlink('./a', '/etc')], /comes twice/],
  ['a link where something is below', [file('./a/b'), symlink('./a', '/etc')], /comes twice/],
  ['a name twice', [file('./a'), file('./a')], /comes twice/],
  ['a hard link outwards', [link('./a', '/etc/shadow')], /a file that is not in the archive/],
  ['a hard link upwards', [link('./a', './../x')], /a file that is not in the archive/],
  ['a hard link to a later file', [link('./a', './b'), file('./b')], /a file that is not in the archive/],
  ['a file of the machine', [file('./usr/bin/evil')], /is no file of a WPAR/],
  ['a process', [file('./proc/1/mem')], /is no file of a WPAR/],
  ['a late control file', [file('./a'), file('./.savewpar_dir/evil.map')], /is no control file/],
  ['a link as control file', [symlink('./.savewpar_dir/a.map', '/etc')], /is no control file/],
  ['an owner of the machine', [file('./a', { uid: 1_500_000 })], /has an owner/],
];

test.each(hostile)('%s is refused', async (_, members, why) => {
  const { status, reports } = work(await backupOf(members), look);
  expect(status).toBe(1);
  const last = reports.at(-1);
  expect(last).toEqual({ type: 'trouble', what: 'hostile', why: expect.stringMatching(why) });
});

test.each([
  ['one large file', [{ header: { name: './a' }, content: Buffer.alloc(2_000_000) }]],
  ['many empty ones', Array.from({ length: 2500 }, (_, number) => file(`./${number}`))],
  ['a file that says it is large', [{ header: { name: './a', pax: { size: '99999999999' } } }]],
] as [string, HandMade[]][])('a bomb is refused: %s', async (_, members) => {
  const { status, reports } = work(await backupOf(members), look);
  expect(status).toBe(1);
  expect(reports.at(-1)).toMatchObject({ type: 'trouble' });
});

describe('damage', () => {
  let whole: Buffer;
  beforeAll(async () => {
    whole = await backupOf([folder('./'), folder('./etc'), file('./etc/motd')]);
  });

  test('a whole one is not refused', () => {
    expect(work(whole, look).reports.at(-1)).toMatchObject({ type: 'checked', count: 6 });
  });

  test('a flipped bit is, wherever it is', () => {
    const step = Math.floor(whole.length / 12);
    for (let place = 0; place < whole.length; place += step) {
      const flipped = Buffer.from(whole);
      flipped[place] = (flipped[place] ?? 0) ^ 0x10;
      const { status, reports } = work(flipped, look);
      expect([place, status]).toEqual([place, 1]);
      expect(reports).toEqual([{ type: 'trouble', what: 'damaged', why: expect.any(String) }]);
    }
  });

  test('a cut is, wherever it is; and bytes at the end', () => {
    const places = [0, 1, 30, 100, whole.length - 78, whole.length - 77, whole.length - 1];
    for (const bytes of [
      ...places.map((place) => whole.subarray(0, place)),
      Buffer.concat([whole, Buffer.alloc(1)]),
    ]) {
      const { status, reports } = work(bytes, look);
      expect([bytes.length, status]).toEqual([bytes.length, 1]);
      expect(reports).toEqual([{ type: 'trouble', what: 'damaged', why: expect.any(String) }]);
    }
  });

  test('one that was changed after it was checked is not unpacked', () => {
    const request = { work: 'extract', sum: '0'.repeat(64), target: '/nowhere', names: [] } as const;
    expect(work(whole, request).reports).toEqual([
      { type: 'trouble', what: 'damaged', why: 'it was changed after it was checked' },
    ]);
  });
});
