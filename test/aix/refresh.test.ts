import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { done, expectMisuse, expectRefusal } from './wpars.ts';

test('a subsystem with a socket', async () => {
  expect(await new TestLab('default', 'l488pp008').type('refresh -s inetd')).toEqual(
    done('0513-095 The request for subsystem refresh was completed successfully.\n'),
  );
});

test.each([
  ['refresh -s sshd', '0513-005 The Subsystem, sshd, only supports signal communication.'],
  ['refresh -s nosuch', '0513-085 The nosuch Subsystem is not on file.'],
  ['refresh -g nosuch', '0513-086 The nosuch Group is not on file.'],
  [
    'refresh -s lpd',
    '0513-036 The request could not be passed to the lpd subsystem.\nStart the subsystem and try your command again.',
  ],
])('%s is refused', async (line, message) => {
  await expectRefusal(new TestLab('default', 'l488pp008'), line, message);
});

test('nothing named', async () => {
  await expectMisuse(new TestLab('default', 'l488pp008'), 'refresh', 'refresh: Give one of -s, -g and -p.');
});
