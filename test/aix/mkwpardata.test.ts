import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { insideTest } from '../runtime/inside.ts';
import { TestLab } from '../support/lab.ts';

const host = 'l488pp008';

insideTest('keeps an edited image.data, unless -i makes it anew', async () => {
  const lab = new TestLab('default', host);
  expect(await lab.ok('mkwpardata dev02')).toBe('');
  const path = join(lab.directory, 'hosts', host, 'tmp/wpardata/dev02/image.data');
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(/fs_data:\n\tFS_NAME= \/home\n\tFS_SIZE= 262144\n/);
  expect(await lab.ok('savewpar -f x dev02')).toMatch(/^Creating information file/);
  writeFileSync(path, text.replace(/FS_SIZE= 262144/g, 'FS_SIZE= 524288'));
  expect(await lab.ok('savewpar -f x dev02')).toMatch(/^Creating list of files/);
  expect(readFileSync(path, 'utf8')).toContain('FS_SIZE= 524288');
  expect(await lab.ok('savewpar -i -f y dev02')).toMatch(/^Creating information file/);
  expect(readFileSync(path, 'utf8')).not.toContain('FS_SIZE= 524288');
  await lab.ok('rmwpar dev02');
  await lab.ok('restwpar -f x');
  const sizes = lab.dump().wpar_mount as { directory: string; size_kb: number }[];
  expect(sizes.filter((each) => each.size_kb === 262_144).map(({ directory }) => directory)).toEqual([
    '/',
    '/home',
    '/tmp',
    '/var',
  ]);
});

test.each([['mkwpardata nosuch', 1, /0960-419/]] as [string, number, RegExp | string][])(
  '%s',
  async (line, status, stderr) => {
    const lab = new TestLab('default', host);
    writeFileSync(join(lab.home, 'x.txt'), 'no backup\n');
    const before = lab.dump();
    const outcome = await lab.type(line);
    expect([outcome.status, outcome.stdout]).toEqual([status, '']);
    if (typeof stderr === 'string') expect(outcome.stderr).toBe(stderr);
    else expect(outcome.stderr).toMatch(stderr);
    expect(lab.dump()).toEqual(before);
  },
);
