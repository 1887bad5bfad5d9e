import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { insideTest } from '../runtime/inside.ts';
import { TestLab } from '../support/lab.ts';

const host = 'l488pp008';

insideTest('tells what a backup holds', async () => {
  const lab = new TestLab('default', host);
  const made = await lab.ok('savewpar -f image dev02');
  const count = Number(/^Backing up (\d+) files$/m.exec(made)?.[1]);
  const listed = (await lab.ok('lssavewpar -f image')).split('\n').filter((line) => / \.\/| \.$/.test(line));
  expect(listed.length).toBeGreaterThanOrEqual(count);
  expect(listed.join('\n')).toContain('./etc/passwd');
  const about = await lab.ok('lssavewpar -l -f image');
  expect(about).toContain('VOLUME GROUP:           rootvg\n');
  expect(about).toContain('UNAME INFO:             AIX l488pp008 1 7 00F693484C00\n');
  expect(about).toMatch(/^fslv08 +jfs2 .*\/wpars\/dev02$/m);
});

test.each([
  ['lssavewpar -f x.txt', 1, 'lssavewpar: x.txt is not a backup made by savewpar.\n'],
  ['lssavewpar -l -L -f x.txt', 2, /cannot be used together/],
  ['lssavewpar -c -f x.txt', 2, /valid only with/],
] as [string, number, RegExp | string][])('%s', async (line, status, stderr) => {
  const lab = new TestLab('default', host);
  writeFileSync(join(lab.home, 'x.txt'), 'no backup\n');
  const before = lab.dump();
  const outcome = await lab.type(line);
  expect([outcome.status, outcome.stdout]).toEqual([status, '']);
  if (typeof stderr === 'string') expect(outcome.stderr).toBe(stderr);
  else expect(outcome.stderr).toMatch(stderr);
  expect(lab.dump()).toEqual(before);
});
