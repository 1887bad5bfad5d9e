import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fileOf, placeOf, prints, standing, typed } from './users.ts';

describe('rmuser', () => {
  test('takes the user out of all files; the home directory and the password stay', async () => {
    const lab = await placeOf();
    lab.answers = ['secret', 'secret'];
    await prints(
      lab,
      'mkuser other',
      'mkuser test',
      'mkgroup users=test,other adms=test dba',
      'chuser fsize=1 test',
    );
    expect(await prints(lab, 'passwd test')).toBe('Changing password for "test"\n');
    expect(await prints(lab, 'rmuser test')).toBe('');
    for (const file of ['passwd', 'group', 'security/user', 'security/group', 'security/limits'])
      expect(fileOf(lab, `/etc/${file}`)).not.toContain('test');
    expect(fileOf(lab, '/etc/security/passwd')).toContain('\ntest:\n\tpassword = {ssha256}06$');
    expect(await prints(lab, 'lsgroup dba')).toBe('dba id=200 admin=false users=other registry=files\n');
    expect(existsSync(standing(lab, '/home/test/.profile'))).toBe(true);
  });

  test('-p takes its password, too', async () => {
    const lab = await placeOf();
    lab.answers = ['secret', 'secret'];
    await prints(lab, 'mkuser test', 'passwd test', 'rmuser -p test');
    expect(fileOf(lab, '/etc/security/passwd')).not.toContain('test');
  });

  test.each([
    ['rmuser test', 1, '3004-687 User "test" does not exist.\n'],
    ['rmuser root', 1, 'rmuser: root cannot be removed.\n'],
    ['rmuser -p ""', 1, '3004-687 User "" does not exist.\n'],
    ['rmuser', 2, 'rmuser: Name is required.\nUsage: '],
  ])('refused: %s', async (line, status, stderr) => {
    const lab = await placeOf();
    const before = lab.dump();
    const outcome = await typed(lab, line);
    expect(outcome).toMatchObject({ status, stdout: '' });
    expect(outcome.stderr.startsWith(stderr)).toBe(true);
    expect(lab.dump()).toEqual(before);
    expect(existsSync(standing(lab, '/etc/passwd'))).toBe(false);
  });
});
