import { expect, test } from 'vitest';
import { placeOf, prints } from './users.ts';

test('whoami', async () => {
  const lab = await placeOf('dev02');
  expect(await prints(lab, 'whoami')).toBe('root\n');
  lab.user = 'guest';
  expect(await prints(lab, 'whoami')).toBe('guest\n');
});
