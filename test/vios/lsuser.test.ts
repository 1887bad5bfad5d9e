import { expect, test } from 'vitest';
import { prints, refusal, server } from './typed.ts';

test('lsuser', async () => {
  const lab = server();
  expect(await prints(lab, 'lsuser')).toMatch(
    /^padmin roles=PAdmin default_roles=PAdmin .* SYSTEM=compat\n$/,
  );
  expect(await prints(lab, 'lsuser padmin')).toBe(await prints(lab, 'lsuser ALL'));
  expect(await refusal(lab, 'lsuser padmin,nobody')).toEqual({
    status: 1,
    stderr:
      'Some error messages may contain invalid information\nfor the Virtual I/O Server environment.\n\n3004-687 User "nobody" does not exist.\n',
  });
});
