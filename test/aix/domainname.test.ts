import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';

test('the name of the system, and that of a WPAR until it starts again', async () => {
  const lab = new TestLab('default', 'l488pp008');
  await lab.ok('startwpar dev02');
  expect(await lab.ok('domainname')).toBe('\n');
  await lab.ok('domainname lab.example.com');
  lab.wpar = 'dev02';
  expect(await lab.ok('domainname')).toBe('\n');
  await lab.ok('domainname inside');
  await lab.ok('hostid 0x1');
  expect(await lab.ok('domainname')).toBe('inside\n');
  lab.wpar = undefined;
  expect(await lab.ok('domainname')).toBe('lab.example.com\n');
  await lab.ok('rebootwpar dev02');
  lab.wpar = 'dev02';
  expect(await lab.ok('domainname')).toBe('\n');
});

test.each(['', 'a b', 'x'.repeat(256)])('a bad name: %j', async (word) => {
  const lab = new TestLab('default', 'l488pp008');
  const dump = lab.dump();
  const { status, stderr } = await lab.call('domainname', word);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^domainname: .* cannot be the name of a domain\.\n$/);
  expect(lab.dump()).toEqual(dump);
});
