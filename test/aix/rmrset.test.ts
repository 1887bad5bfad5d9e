import { expect, test } from 'vitest';
import { resourcesLab } from './resources.ts';
import { done } from './wpars.ts';

test('a set is gone; the others stay', async () => {
  const lab = resourcesLab();
  expect(await lab.type('rmrset test/last')).toEqual(done(''));
  const left = await lab.ok('lsrset -n test');
  expect([left.includes('test/both'), left.includes('test/last')]).toEqual([true, false]);
});

test.each([
  ['rmrset test/none', 1, /There is no rset called test\/none/],
  ['rmrset sys/sys0', 1, /is an rset of the system/],
  ['rmrset', 2, /Usage: /],
])('%s is refused', async (line, status, stderr) => {
  const lab = resourcesLab();
  const before = lab.dump();
  expect(await lab.type(line)).toEqual({ status, stdout: '', stderr: expect.stringMatching(stderr) });
  expect(lab.dump()).toEqual(before);
});

test('only root changes the registry', async () => {
  const lab = resourcesLab();
  lab.user = 'guest';
  expect((await lab.type('rmrset test/last')).status).toBe(1);
});
