import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { onHost, within } from './places.ts';
import { done, stateOf } from './wpars.ts';

test('inside a WPAR: Active again, with another init', async () => {
  const lab = new TestLab('default', 'l488pp008');
  await lab.ok('startwpar dev02');
  expect(await within(lab, 'dev02', 'reboot')).toEqual(done('Rebooting . . .\n'));
  expect(await stateOf(lab, 'dev02')).toBe('A');
  expect(await lab.ok('lssrc -s cor_dev02')).not.toContain('4325380');
});

test('a host: it runs again, its WPARs do not', async () => {
  const lab = new TestLab('default', 'l488pp008');
  await lab.ok('startwpar dev02');
  expect(await onHost(lab, 'reboot -q')).toEqual(done('Rebooting . . .\n'));
  expect(await stateOf(lab, 'dev02')).toBe('D');
});
