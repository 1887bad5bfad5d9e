import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';

test('mkwpar then lswpar', async () => {
  const lab = new TestLab('empty');
  await lab.ok('mkwpar -n dev01');
  expect(await lab.type('lswpar')).toEqual({
    status: 0,
    stderr: '',
    stdout: `Name   State  Type  Hostname  Directory     RootVG WPAR
-------------------------------------------------------
dev01  D      S     dev01     /wpars/dev01  no         
`,
  });
});
