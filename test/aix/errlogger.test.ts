import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { done, expectMisuse, expectRefusal } from './wpars.ts';

test('the words of the message stand in the error log as they were typed', async () => {
  const lab = new TestLab('default', 'l488pp008');
  expect(await lab.call('errlogger', "it's 100% 'quoted'", '$HOME')).toEqual(done(''));
  expect(await lab.ok('errpt -a')).toContain("MESSAGE FROM ERRLOGGER COMMAND\nit's 100% 'quoted' $HOME\n");
});

test('no message', async () => {
  await expectMisuse(new TestLab('default', 'l488pp008'), 'errlogger', 'errlogger: Message is required.');
});

test('control characters are refused: they would forge lines of the log', async () => {
  const lab = new TestLab('default', 'l488pp008');
  expect(await lab.call('errlogger', 'a\nb')).toMatchObject({ status: 2, stdout: '' });
  expect(await lab.ok('errpt')).toBe('');
});

test('errlogger takes 1024 bytes, and refuses more', async () => {
  const lab = new TestLab('default', 'l488pp008');
  expect(await lab.call('errlogger', 'x'.repeat(1024))).toEqual(done(''));
  await expectRefusal(
    lab,
    `errlogger ${'x'.repeat(1025)}`,
    'errlogger: A message may have up to 1024 bytes.',
  );
});
