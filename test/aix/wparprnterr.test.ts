import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { done, expectMisuse, expectRefusal } from './wpars.ts';

test('all that was logged, in order; nothing of one without messages', async () => {
  const lab = new TestLab('default', 'l488pp008');
  expect(await lab.type('wparprnterr dev01')).toEqual(done(''));
  await lab.ok('wparerr -w dev01 -S first\\n');
  await lab.ok('wparerr -w dev01 -S second');
  expect(await lab.type('wparprnterr dev01')).toEqual(done('first\nsecond\n'));
});

test('an unknown name, and none', async () => {
  const lab = new TestLab('default', 'l488pp008');
  const unknown = 'wparprnterr: 0960-419 Could not find a workload partition called nosuch.';
  await expectRefusal(lab, 'wparprnterr nosuch', unknown);
  await expectMisuse(lab, 'wparprnterr', 'wparprnterr: WparName is required.');
});
