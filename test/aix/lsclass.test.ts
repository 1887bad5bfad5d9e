import { expect, test } from 'vitest';
import { resourcesLab } from './resources.ts';

test('those that are always there, then the others', async () => {
  expect(await resourcesLab().ok('lsclass')).toBe('System\nDefault\nShared\nbatch\n');
});

test('with colons; and the defaults', async () => {
  const lab = resourcesLab();
  await lab.ok('chclass -a description=a:b batch');
  const [titles, row] = (await lab.ok('lsclass -C batch')).split('\n');
  expect(titles).toMatch(/^#name:description:tier:/);
  expect(row).toMatch(/^batch:a#!:b:0:no:/);
  expect(await lab.ok('lsclass -D')).toMatch(/^default:\n\tdescription = ""\n\ttier = 0\n/);
});

test.each([
  ['lsclass nosuch', 1, /^lsclass: There is no class called nosuch\.\n$/],
  ['lsclass -r', 2, /not supported by parlab/],
])('%s is refused', async (line, status, stderr) => {
  const lab = resourcesLab();
  const before = lab.dump();
  expect(await lab.type(line)).toEqual({ status, stdout: '', stderr: expect.stringMatching(stderr) });
  expect(lab.dump()).toEqual(before);
});
