import { describe, expect, test } from 'vitest';
import { fileOf, placeOf, prints, typed } from './users.ts';

describe('pwdadm', () => {
  test('sets a password that is to be changed, and its flags', async () => {
    const lab = await placeOf();
    lab.answers = ['secret', 'secret'];
    await prints(lab, 'mkuser test');
    expect(await prints(lab, 'pwdadm test')).toBe('Changing password for "test"\n');
    expect(await prints(lab, 'pwdadm -q test')).toBe(
      'test:\n\tlastupdate = 1321525200\n\tflags = ADMCHG\n\n',
    );
    expect(await prints(lab, 'pwdadm -f ADMIN,NOCHECK test', 'pwdadm -q test')).toBe(
      'test:\n\tlastupdate = 1321525200\n\tflags = ADMIN,NOCHECK\n\n',
    );
    expect(await prints(lab, 'pwdadm -c test', 'pwdadm -q test')).toBe(
      'test:\n\tlastupdate = 1321525200\n\n',
    );
  });

  test('flags of a user without a password', async () => {
    const lab = await placeOf();
    expect(await prints(lab, 'mkuser test', 'pwdadm -f ADMCHG test', 'pwdadm -q test')).toBe(
      'test:\n\tflags = ADMCHG\n\n',
    );
    expect(fileOf(lab, '/etc/security/passwd')).toContain('\ntest:\n\tpassword = *\n\tflags = ADMCHG\n');
  });

  test.each([
    ['pwdadm none', 1, '3004-687 User "none" does not exist.\n'],
    ['pwdadm -f NEVER root', 1, 'pwdadm: "NEVER" is not one of ADMIN, ADMCHG and NOCHECK.\n'],
    ['pwdadm -q -c root', 2, 'pwdadm: The -c and -q flags cannot be used together.\n'],
    ['pwdadm', 2, 'pwdadm: User is required.\n'],
  ])('refused: %s', async (line, status, stderr) => {
    const lab = await placeOf();
    const before = lab.dump();
    const outcome = await typed(lab, line);
    expect(outcome).toMatchObject({ status, stdout: '' });
    expect(outcome.stderr.startsWith(stderr)).toBe(true);
    expect(lab.dump()).toEqual(before);
  });
});
