import { describe, expect, test } from 'vitest';
import { fileOf, placeOf, prints, typed } from './users.ts';

async function withTest() {
  const lab = await placeOf();
  await prints(lab, 'mkuser test', 'mkgroup dba');
  return lab;
}

describe('chuser', () => {
  test.each([
    ['groups=staff,dba', 'groups', 'staff,dba'],
    ['groups=bin', 'groups', 'staff,bin'],
    ['pgrp=dba', 'pgrp', 'dba'],
    ['pgrp=dba', 'groups', 'dba,staff'],
    ['id=900', 'id', '900'],
    ['home=/tmp', 'home', '/tmp'],
    ['shell=/usr/bin/csh', 'shell', '/usr/bin/csh'],
    ['gecos="Some User"', 'gecos', 'Some User'],
    ['account_locked=yes', 'account_locked', 'true'],
    ['account_locked=FALSE', 'account_locked', 'false'],
    ['umask=077', 'umask', '77'],
    ['umask=0', 'umask', '0'],
    ['expires=1331235909', 'expires', undefined],
    ['expires=1231235909', 'expires', '1231235909'],
    ['expires=0', 'expires', '0'],
    ['fsize=unlimited', 'fsize', '-1'],
    ['nofiles=4000', 'nofiles', '4000'],
    ['SYSTEM="LDAP or compat"', 'SYSTEM', 'LDAP or compat'],
    ['maxage=13', 'maxage', '13'],
    ['maxage=53', 'maxage', undefined],
    ['minlen=-1', 'minlen', undefined],
    ['login=perhaps', 'login', undefined],
    ['tpath=on', 'tpath', 'on'],
    ['registry=LDAP', 'registry', undefined],
    ['ttys=', 'ttys', ''],
    ['home=', 'home', undefined],
    ['id=', 'id', undefined],
  ])('chuser %s', async (word, attribute, value) => {
    const lab = await withTest();
    const before = fileOf(lab, '/etc/passwd') + fileOf(lab, '/etc/security/user');
    const outcome = await typed(lab, `chuser ${word} test`);
    if (value === undefined) {
      const given = word.slice(word.indexOf('=') + 1);
      expect(outcome).toEqual({
        status: 1,
        stdout: '',
        stderr: `3004-692 Error changing "${attribute}" to "${given}" : Value is invalid.\n`,
      });
      expect(fileOf(lab, '/etc/passwd') + fileOf(lab, '/etc/security/user')).toBe(before);
    } else {
      expect(outcome).toEqual({ status: 0, stdout: '', stderr: '' });
      expect(await prints(lab, `lsuser -a ${attribute} test`)).toBe(`test ${attribute}=${value}\n`);
    }
  });

  test('what is for one user stands in a stanza of its own; the defaults stay', async () => {
    const lab = await withTest();
    await prints(lab, 'chuser umask=077 fsize=100 su=false test', 'chuser umask=027 test');
    expect(fileOf(lab, '/etc/security/user')).toMatch(
      /\ntest:\n\tadmin = false\n\tumask = 027\n\tsu = false\n\n$/,
    );
    expect(fileOf(lab, '/etc/security/limits')).toMatch(/\n\ntest:\n\tfsize = 100\n\n$/);
    expect(await prints(lab, 'lsuser -a umask su fsize guest')).toBe(
      'guest umask=22 su=true fsize=2097151\n',
    );
  });

  test.each([
    ['chuser id=1 nobody1', 1, '3004-687 User "nobody1" does not exist.\n'],
    ['chuser groups=staff,unixuser test', 1, '3004-686 Group "unixuser" does not exist.\n'],
    ['chuser id=0 test', 1, 'chuser: The id 0 is that of root already.\n'],
    // As captured: two lines.
    [
      'chuser shell=/usr/bin/bash test',
      1,
      '3004-703 Check "/etc/security/login.cfg" file.\n3004-692 Error changing "shell" to "/usr/bin/bash" : Value is invalid.\n',
    ],
    ['chuser password=x test', 1, 'chuser: password is not an attribute that parlab knows.\n'],
    // One wrong value, and none is changed.
    ['chuser umask=077 maxage=x test', 1, '3004-692 Error changing "maxage" to "x" : Value is invalid.\n'],
    ['chuser test', 2, 'chuser: Attribute=Value ... Name is required.\nUsage: '],
  ])('refused, and nothing is changed: %s', async (line, status, stderr) => {
    const lab = await withTest();
    const files = ['/etc/passwd', '/etc/group', '/etc/security/user'];
    const before = [lab.dump(), files.map((file) => fileOf(lab, file))];
    const outcome = await typed(lab, line);
    expect(outcome).toMatchObject({ status, stdout: '' });
    expect(outcome.stderr.startsWith(stderr)).toBe(true);
    expect([lab.dump(), files.map((file) => fileOf(lab, file))]).toEqual(before);
  });
});
