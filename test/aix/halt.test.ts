import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { onHost, within } from './places.ts';
import { done, lifeCycle, rows, stateOf } from './wpars.ts';

test.each([
  ['halt', 3],
  ['halt -q', 3],
  ['halt -l', 2],
])('%s inside a WPAR: Defined at once; the log has %i entries then', async (line, entries) => {
  const lab = new TestLab('default', 'l488pp008');
  await lab.ok('startwpar dev02');
  expect(await within(lab, 'dev02', line)).toEqual(done('....Halt completed....\n'));
  expect(await stateOf(lab, 'dev02')).toBe('D');
  const log = await within(lab, 'dev02', 'errpt -k 192AC071');
  expect(log.stdout.trimEnd().split('\n')).toHaveLength(entries + 1);
});

test('-q does not wait for slow daemons', async () => {
  const lab = lifeCycle('lab71');
  await within(lab, 'slow', 'halt -q');
  expect(await stateOf(lab, 'slow')).toBe('D');
  expect(
    rows(
      lab,
      "SELECT time - (SELECT value FROM meta WHERE key = 'clock.start') AS taken FROM change ORDER BY id DESC LIMIT 1",
    ),
  ).toEqual([{ taken: 6 }]);
});

test('a host', async () => {
  const lab = new TestLab('default', 'l488pp008');
  expect(await onHost(lab, 'halt')).toEqual(done('....Halt completed....\n'));
  expect(await lab.type('lswpar')).toMatchObject({ status: 255 });
});
