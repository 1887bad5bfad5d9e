import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { finished, run, start } from '../../support/bins.ts';
import { TestLab } from '../../support/lab.ts';
import { lines, p750 } from '../console.ts';
import { memoryOf, processorsOf } from './hardware.ts';

const freeMemory = async (lab: TestLab) =>
  Number((await lines(lab, `lshwres -r mem -m ${p750} --level sys -F curr_avail_sys_mem`))[0]);

test('many at once, on one partition and on others: nothing is lost, and the totals are right', async () => {
  const lab = new TestLab('default');
  const before = await freeMemory(lab);
  const one = async (words: string) =>
    await run('chhwres', ['-m', p750, ...words.split(' ')], { environment: lab.environment() });
  const several = (count: number, words: string) => Array.from({ length: count }, () => one(words));
  const ended = await Promise.all([
    ...several(5, '-r mem -o a -p l488pp008 -q 256'),
    ...several(3, '-r mem -o r -p b750nl2 -q 256'),
    ...several(3, '-r proc -o a -p b750nl2 --procunits 0.1'),
    one('-r mem -o m -p l488pp008 -t b750nl2 -q 256'),
  ]);
  expect(ended.map(({ status, stderr }) => `${status}${stderr}`)).toEqual(ended.map(() => '0'));
  expect(memoryOf(lab, 'l488pp008')).toBe('9216 9216 9216');
  expect(memoryOf(lab, 'b750nl2')).toBe('3584 3584 3584');
  expect(processorsOf(lab, 'b750nl2')).toBe('2 2 2 / 80 80 80');
  expect(await freeMemory(lab)).toBe(before - 512);
}, 120_000);

test('one that is killed leaves whole blocks, and what comes next works', async () => {
  const lab = new TestLab('default');
  const before = await freeMemory(lab);
  const words = `-m ${p750} -r mem -o m -p l488pp008 -t b750nl2 -q 4096`.split(' ');
  for (const milliseconds of [500, 800, 1100]) {
    const child = start('chhwres', words, { environment: lab.environment() });
    const end = finished(child);
    await sleep(milliseconds);
    child.kill('SIGKILL');
    await end;
    const [source = '', target = ''] = ['l488pp008', 'b750nl2'].map((name) => memoryOf(lab, name));
    const amounts = [source, target].map((text) => text.split(' ').map(Number));
    for (const [current = 0, pending, running] of amounts) {
      expect([pending, running, current % 256]).toEqual([current, current, 0]);
    }
    const held = amounts.reduce((sum, [current = 0]) => sum + current, 0);
    expect(held + (await freeMemory(lab))).toBe(8192 + 4096 + before);
  }
  const next = await run('chhwres', `-m ${p750} -r mem -o s -p l488pp008 -q 4096`.split(' '), {
    environment: lab.environment(),
  });
  expect(next).toMatchObject({ status: 0, stderr: '' });
  expect(memoryOf(lab, 'l488pp008')).toBe('4096 4096 4096');
}, 120_000);
