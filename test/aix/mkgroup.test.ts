import { describe, expect, test } from 'vitest';
import { fileOf, placeOf, prints, typed } from './users.ts';

describe('mkgroup', () => {
  test.each([
    ['mkgroup dba', 'dba id=200 admin=false users= registry=files'],
    ['mkgroup -a dba', 'dba id=13 admin=true users= registry=files'],
    ['mkgroup -A dba', 'dba id=200 admin=false users= adms=root registry=files'],
    [
      'mkgroup id=3000 users=root,guest adms=guest dba',
      'dba id=3000 admin=false users=root,guest adms=guest registry=files',
    ],
    ['mkgroup admin=true dba', 'dba id=200 admin=true users= registry=files'],
  ])('%s', async (line, shown) => {
    const lab = await placeOf();
    expect(await prints(lab, line, 'lsgroup dba')).toBe(`${shown}\n`);
  });

  test('writes what AIX writes', async () => {
    const lab = await placeOf();
    await prints(lab, 'mkgroup users=root dba');
    expect(fileOf(lab, '/etc/group')).toMatch(/\nusr:!:100:guest\ndba:!:200:root\n$/);
    expect(fileOf(lab, '/etc/security/group')).toMatch(/\n\ndba:\n\tadmin = false\n\n$/);
  });

  test.each([
    ['mkgroup system', 1, '3004-694 Error adding "system" : Account exists.\n'],
    ['mkgroup ninechars', 1, '3004-694 Error adding "ninechars" : Name is too long.\n'],
    ['mkgroup a:b', 1, 'mkgroup: "a:b" cannot be a name.\n'],
    ['mkgroup id=0 dba', 1, 'mkgroup: The id 0 is that of system already.\n'],
    ['mkgroup id=-1 dba', 1, '3004-692 Error changing "id" to "-1" : Value is invalid.\n'],
    ['mkgroup users=none dba', 1, '3004-687 User "none" does not exist.\n'],
    ['mkgroup color=red dba', 1, 'mkgroup: color is not an attribute that parlab knows.\n'],
    ['mkgroup registry=LDAP dba', 1, '3004-692 Error changing "registry" to "LDAP" : Value is invalid.\n'],
    ['mkgroup', 2, 'mkgroup: Group is required.\nUsage: '],
  ])('refused, and nothing is changed: %s', async (line, status, stderr) => {
    const lab = await placeOf();
    await prints(lab, 'mkgroup first');
    const before = [lab.dump(), fileOf(lab, '/etc/group'), fileOf(lab, '/etc/security/group')];
    const outcome = await typed(lab, line);
    expect(outcome).toMatchObject({ status, stdout: '' });
    expect(outcome.stderr.startsWith(stderr)).toBe(true);
    expect([lab.dump(), fileOf(lab, '/etc/group'), fileOf(lab, '/etc/security/group')]).toEqual(before);
  });
});
