import { expect, test } from 'vitest';
import { prints, refusal, server } from './typed.ts';

test('levels', async () => {
  expect(await prints(server(), 'ioslevel')).toBe('2.2.3.3\n');
  expect(await prints(server('b740vio1'), 'ioslevel')).toBe('2.2.2.3\n');
  expect((await refusal(server(), 'ioslevel now')).stderr).toMatch(/^The argument now is not expected\.\n/);
});
