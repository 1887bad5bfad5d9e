import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { done, expectMisuse, expectRefusal } from './wpars.ts';

test('a new group and a new name; what runs goes on under its number', async () => {
  const lab = new TestLab('default', 'l488pp008');
  const [, before] = (await lab.ok('lssrc -s qdaemon')).split('\n');
  const pid = before?.slice(35, 47);
  expect(await lab.type('chssys -s qdaemon -s printd -G queues -w 60')).toEqual(
    done('0513-077 Subsystem has been changed.\n'),
  );
  expect((await lab.ok('lssrc -g queues')).split('\n')[1]).toBe(
    ` printd           queues           ${pid} active`,
  );
  expect(await lab.type('lssrc -s qdaemon')).toMatchObject({ status: 1 });
});

test.each([
  ['chssys -s nosuch -G x', '0513-085 The nosuch Subsystem is not on file.'],
  ['chssys -s lpd -s inetd', 'chssys: The subsystem inetd is on file already.'],
  [
    'chssys -s cor_dev02 -G x',
    'chssys: The subsystem cor_dev02 belongs to a workload partition: use chwpar dev02.',
  ],
])('%s is refused', async (line, message) => {
  await expectRefusal(new TestLab('default', 'l488pp008'), line, message);
});

test.each([
  ['chssys -s lpd', 'chssys: Say what is to change.'],
  ['chssys -G x', 'chssys: One -s, or two, must be given.'],
])('%s is a mistake', async (line, message) => {
  await expectMisuse(new TestLab('default', 'l488pp008'), line, message);
});
