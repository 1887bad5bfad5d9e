import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { insideLab } from './inside-world.ts';

// Captured layout; the id is the one that uname -W prints.
test('-W inside and outside', async () => {
  const lab = insideLab('native');
  const id = (await lab.ok('uname -W')).trimEnd();
  expect(await lab.ok('lparstat -W')).toMatch(
    new RegExp(`^WPAR Key {35}: \\d+\\nWPAR Configured ID {25}: ${id}\\n$`),
  );
  lab.wpar = undefined;
  expect(await lab.ok('lparstat -W')).toBe(
    'WPAR Key                                   : 0\nWPAR Configured ID                         : 0\n',
  );
});

test.each([
  ['', /-W is required/],
  ['-i', /is not supported by parlab/],
  ['-h 1 1', /is not supported by parlab/],
])('lparstat %s', async (words, stderr) => {
  const outcome = await new TestLab('default', 'l488pp008').type(`lparstat ${words}`);
  expect(outcome).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(stderr) });
});
