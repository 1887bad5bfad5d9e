import { describe, expect, test } from 'vitest';
import { fileOf, placeOf, prints, typed } from './users.ts';

describe('rmgroup', () => {
  test('takes the group out of its files; its members stay', async () => {
    const lab = await placeOf();
    expect(await prints(lab, 'mkuser test', 'mkgroup users=test dba', 'rmgroup dba')).toBe('');
    expect(fileOf(lab, '/etc/group') + fileOf(lab, '/etc/security/group')).not.toContain('dba');
    expect(await prints(lab, 'lsuser -a groups test')).toBe('test groups=staff\n');
  });

  test.each([
    ['rmgroup none', 1, '3004-686 Group "none" does not exist.\n'],
    ['rmgroup system', 1, 'rmgroup: system is the primary group of the user root.\n'],
    [
      'rmgroup -p mail',
      2,
      'rmgroup: The -p flag is not supported by parlab: groups of parlab have no keystores.\n',
    ],
    ['rmgroup', 2, 'rmgroup: Name is required.\nUsage: '],
  ])('refused: %s', async (line, status, stderr) => {
    const lab = await placeOf();
    const before = lab.dump();
    const outcome = await typed(lab, line);
    expect(outcome).toMatchObject({ status, stdout: '' });
    expect(outcome.stderr.startsWith(stderr)).toBe(true);
    expect(lab.dump()).toEqual(before);
  });
});
