import { expect, test } from 'vitest';
import { resourcesLab } from './resources.ts';
import { done } from './wpars.ts';

test('changes what is named, and nothing else', async () => {
  const lab = resourcesLab();
  const before = (await lab.ok('lsclass -f batch')).split('\n');
  expect(await lab.type('chclass -a tier=3 -c shares=7 batch')).toEqual(done(''));
  const after = (await lab.ok('lsclass -f batch')).split('\n');
  expect(after.filter((row) => !before.includes(row))).toEqual(['\ttier = 3', '\tCPUshares = 7']);
});

test.each([
  ['chclass batch', 2, /No attribute to change was given/],
  ['chclass -a tier=1 nosuch', 1, /There is no class called nosuch/],
  ['chclass -a rset=test/none batch', 1, /There is no rset called test\/none/],
])('%s is refused', async (line, status, stderr) => {
  const lab = resourcesLab();
  const before = lab.dump();
  expect(await lab.type(line)).toEqual({ status, stdout: '', stderr: expect.stringMatching(stderr) });
  expect(lab.dump()).toEqual(before);
});
