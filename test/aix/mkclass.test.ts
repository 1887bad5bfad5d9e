import { expect, test } from 'vitest';
import { resourcesLab } from './resources.ts';
import { done } from './wpars.ts';

test('a class with its attributes stands behind the others', async () => {
  const lab = resourcesLab();
  expect(await lab.ok('lsclass')).toBe('System\nDefault\nShared\nbatch\n');
  expect(await lab.type('mkclass -a tier=1 -c shares=10 -m hardmax=50 interactive')).toEqual(done(''));
  expect(await lab.ok('lsclass')).toBe('System\nDefault\nShared\nbatch\ninteractive\n');
  const stanza = await lab.ok('lsclass -f interactive');
  expect(stanza.split('\n').filter((row) => /tier|CPUshares|memoryhardmax|rset/.test(row))).toEqual([
    '\ttier = 1',
    '\trset = ""',
    '\tCPUshares = 10',
    '\tmemoryhardmax = 50',
  ]);
});

test.each([
  ['mkclass batch', 1, /There is a class called batch already/],
  ['mkclass System', 1, /There is a class called System already/],
  ['mkclass no-name', 1, /no-name cannot be the name of a class/],
  ['mkclass abcdefghijklmnopq', 1, /cannot be the name of a class/],
  ['mkclass Unclassified', 1, /cannot be the name of a class/],
  ['mkclass -a rset=test/none new', 1, /There is no rset called test\/none/],
  ['mkclass -a colour=red new', 1, /Classes have no attribute called colour/],
  ['mkclass -a tier=10 new', 1, /10 is not a value of tier/],
  ['mkclass -a tier new', 2, /"tier" is not of the form name=value/],
  ['mkclass -c middle=3 new', 1, /Classes have no attribute called CPUmiddle/],
  ['mkclass -P hardmax=3 new', 2, /not supported by parlab/],
])('%s is refused', async (line, status, stderr) => {
  const lab = resourcesLab();
  const before = lab.dump();
  expect(await lab.type(line)).toEqual({ status, stdout: '', stderr: expect.stringMatching(stderr) });
  expect(lab.dump()).toEqual(before);
});
