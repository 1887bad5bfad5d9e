import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';

// `-U [uuid]`, `-p [name]`: taken unless the next word starts with `-`, nothing follows, or an operand would be missing.
test.each([
  ['chwpar -U dev01', 'a new one', /^(?!81ef629c)[0-9a-f]{8}-/],
  [
    'chwpar -U 541ba314-c7ca-4f67-bc6e-a10d5eaa8541 dev01',
    'that one',
    /^541ba314-c7ca-4f67-bc6e-a10d5eaa8541$/,
  ],
  ['chwpar -U -v dev01', 'a new one', /^(?!81ef629c)[0-9a-f]{8}-/],
])('%s gives %s', async (line, _, uuid) => {
  const lab = new TestLab('default');
  expect(await lab.ok('lswpar -qca uuid dev01')).toMatch(/^81ef629c-/);
  await lab.ok(line);
  expect((await lab.ok('lswpar -qca uuid dev01')).trim()).toMatch(uuid);
});
