import { expect, test } from 'vitest';
import { holders, resourcesLab } from './resources.ts';
import { alter, done } from './wpars.ts';

test('a class is gone', async () => {
  const lab = resourcesLab();
  expect(await lab.type('rmclass batch')).toEqual(done(''));
  expect(await lab.ok('lsclass')).toBe('System\nDefault\nShared\n');
});

test('what is removed goes on in the kernel until the next update', async () => {
  const lab = resourcesLab();
  alter(lab, 'DELETE FROM processor_binding');
  await lab.ok('wlmcntrl');
  await lab.ok('rmclass batch');
  expect(await lab.ok('lsclass')).toBe('System\nDefault\nShared\n');
  expect(holders(lab)).toHaveLength(1);
  await lab.ok('wlmcntrl -u');
  expect(holders(lab)).toEqual([]);
});

test.each([
  ['rmclass Default', 1, /is predefined and cannot be removed/],
  ['rmclass nosuch', 1, /There is no class called nosuch/],
  ['rmclass', 2, /Usage: /],
])('%s is refused', async (line, status, stderr) => {
  const lab = resourcesLab();
  const before = lab.dump();
  expect(await lab.type(line)).toEqual({ status, stdout: '', stderr: expect.stringMatching(stderr) });
  expect(lab.dump()).toEqual(before);
});
