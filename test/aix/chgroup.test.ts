import { describe, expect, test } from 'vitest';
import { fileOf, placeOf, prints, typed } from './users.ts';

describe('chgroup', () => {
  test.each([
    ['chgroup users=root,guest dba', 'dba id=200 admin=false users=root,guest registry=files'],
    ['chgroup users= dba', 'dba id=200 admin=false users= registry=files'],
    ['chgroup id=204 dba', 'dba id=204 admin=false users=bin registry=files'],
    ['chgroup adms=root admin=yes dba', 'dba id=200 admin=true users=bin adms=root registry=files'],
  ])('%s', async (line, shown) => {
    const lab = await placeOf();
    expect(await prints(lab, 'mkgroup users=bin dba', line, 'lsgroup dba')).toBe(`${shown}\n`);
  });

  test.each([
    ['chgroup id=1 none', 1, '3004-686 Group "none" does not exist.\n'],
    ['chgroup users=none dba', 1, '3004-687 User "none" does not exist.\n'],
    ['chgroup id=2 dba', 1, 'chgroup: The id 2 is that of bin already.\n'],
    ['chgroup admin=perhaps dba', 1, '3004-692 Error changing "admin" to "perhaps" : Value is invalid.\n'],
    ['chgroup id=300 color=red dba', 1, 'chgroup: color is not an attribute that parlab knows.\n'],
    ['chgroup dba', 2, 'chgroup: Attribute=Value ... Group is required.\nUsage: '],
  ])('refused, and nothing is changed: %s', async (line, status, stderr) => {
    const lab = await placeOf();
    await prints(lab, 'mkgroup users=bin dba');
    const before = [lab.dump(), fileOf(lab, '/etc/group'), fileOf(lab, '/etc/security/group')];
    const outcome = await typed(lab, line);
    expect(outcome).toMatchObject({ status, stdout: '' });
    expect(outcome.stderr.startsWith(stderr)).toBe(true);
    expect([lab.dump(), fileOf(lab, '/etc/group'), fileOf(lab, '/etc/security/group')]).toEqual(before);
  });
});
