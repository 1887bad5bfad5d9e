import { existsSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { treeOwner } from '../../src/model/tree/owner.ts';
import { run } from '../support/bins.ts';
import { fileOf, modeOf, placeOf, prints, standing, typed } from './users.ts';

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);

describe('mkuser', () => {
  test('writes what AIX writes', async () => {
    const lab = await placeOf();
    expect(await prints(lab, 'mkuser test')).toBe('');
    expect(lastLine(fileOf(lab, '/etc/passwd'))).toBe('test:*:200:1::/home/test:/usr/bin/ksh');
    expect(fileOf(lab, '/etc/group')).toContain('\nstaff:!:1:invscout,test\n');
    expect(fileOf(lab, '/etc/security/user')).toMatch(/\n\ntest:\n\tadmin = false\n\n$/);
    // It is the place's own file, and nobody reads it but root and security.
    expect([modeOf(lab, '/etc/passwd'), modeOf(lab, '/etc/security/user')]).toEqual(['644', '640']);
    expect(fileOf(lab, '/home/test/.profile')).toContain('export PATH\n');
    expect(modeOf(lab, '/home/test')).toBe('755');
    const first = treeOwner();
    const { uid, gid } = statSync(standing(lab, '/home/test'));
    if (first !== undefined) expect([uid - first, gid - first]).toEqual([200, 1]);
    expect(existsSync(standing(lab, '/etc/security/passwd'))).toBe(false);
  });

  test.each([
    ['mkuser -a adm1', 'adm1', 'adm1 id=7 pgrp=system groups=system home=/home/adm1 admin=true'],
    ['mkuser id=4000 bob', 'bob', 'bob id=4000 pgrp=staff groups=staff home=/home/bob admin=false'],
    ['mkuser pgrp=bin bob', 'bob', 'bob id=200 pgrp=bin groups=bin home=/home/bob admin=false'],
    [
      'mkuser groups=adm,bin bob',
      'bob',
      'bob id=200 pgrp=staff groups=staff,bin,adm home=/home/bob admin=false',
    ],
    ['mkuser home=/tmp/b admin=true bob', 'bob', 'bob id=200 pgrp=staff groups=staff home=/tmp/b admin=true'],
    ['mkuser home=/ bob', 'bob', 'bob id=200 pgrp=staff groups=staff home=/ admin=false'],
    [
      'mkuser a.b-c_d1',
      'a.b-c_d1',
      'a.b-c_d1 id=200 pgrp=staff groups=staff home=/home/a.b-c_d1 admin=false',
    ],
  ])('%s', async (line, name, shown) => {
    const lab = await placeOf();
    expect(await prints(lab, line, `lsuser -a id pgrp groups home admin ${name}`)).toBe(`${shown}\n`);
  });

  test('takes the lowest free number', async () => {
    const lab = await placeOf();
    await prints(lab, 'mkuser id=201 a', 'mkuser b', 'mkuser c', 'rmuser b', 'mkuser d');
    expect(await prints(lab, 'lsuser -a id a,c,d')).toBe('a id=201\nc id=202\nd id=200\n');
  });

  test.each([
    ['mkuser root', 1, '3004-694 Error adding "root" : Account exists.\n'],
    ['mkuser ninechars', 1, '3004-694 Error adding "ninechars" : Name is too long.\n'],
    ['mkuser ALL', 1, 'mkuser: "ALL" cannot be a name.\n'],
    ['mkuser default', 1, 'mkuser: "default" cannot be a name.\n'],
    ['mkuser ""', 1, 'mkuser: "" cannot be a name.\n'],
    ['mkuser -- -x', 1, 'mkuser: "-x" cannot be a name.\n'],
    ['mkuser a:b', 1, 'mkuser: "a:b" cannot be a name.\n'],
    ['mkuser ../x', 1, 'mkuser: "../x" cannot be a name.\n'],
    ['mkuser "a b"', 1, 'mkuser: "a b" cannot be a name.\n'],
    ['mkuser id=0 bob', 1, 'mkuser: The id 0 is that of root already.\n'],
    ['mkuser id=x bob', 1, '3004-692 Error changing "id" to "x" : Value is invalid.\n'],
    ['mkuser id=99999999999 bob', 1, '3004-692 Error changing "id" to "99999999999" : Value is invalid.\n'],
    ['mkuser pgrp=none bob', 1, '3004-686 Group "none" does not exist.\n'],
    ['mkuser groups=staff,none bob', 1, '3004-686 Group "none" does not exist.\n'],
    ['mkuser home=here bob', 1, '3004-692 Error changing "home" to "here" : Value is invalid.\n'],
    ['mkuser gecos=a:b bob', 1, '3004-692 Error changing "gecos" to "a:b" : Value is invalid.\n'],
    ['mkuser color=red bob', 1, 'mkuser: color is not an attribute that parlab knows.\n'],
    ['mkuser __proto__=x bob', 1, 'mkuser: __proto__ is not an attribute that parlab knows.\n'],
    ['mkuser id bob', 2, 'mkuser: "id" is not of the form Attribute=Value.\nUsage: '],
    ['mkuser', 2, 'mkuser: Name is required.\nUsage: '],
  ])('refused, and nothing is changed: %s', async (line, status, stderr) => {
    const lab = await placeOf();
    await prints(lab, 'mkuser first');
    const files = ['/etc/passwd', '/etc/group', '/etc/security/user'];
    const before = [lab.dump(), files.map((file) => fileOf(lab, file))];
    const outcome = await typed(lab, line);
    expect(outcome).toMatchObject({ status, stdout: '' });
    expect(outcome.stderr.startsWith(stderr)).toBe(true);
    expect([lab.dump(), files.map((file) => fileOf(lab, file))]).toEqual(before);
  });

  test('only root makes users', async () => {
    const lab = await placeOf();
    lab.user = 'guest';
    expect(await typed(lab, 'mkuser bob')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'mkuser: You must have root authority to run this command.\n',
    });
  });

  test('a home directory that is there is left alone; one that cannot be made is told', async () => {
    const lab = await placeOf();
    await prints(lab, 'mkuser home=/etc a', 'mkuser b');
    expect(existsSync(standing(lab, '/etc/.profile'))).toBe(false);
    writeFileSync(standing(lab, '/home/file'), '');
    expect(await typed(lab, 'mkuser home=/home/file/c c')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'mkuser: The user c was made, but not its home directory /home/file/c: ENOTDIR.\n',
    });
    expect(await prints(lab, 'lsuser -a home c')).toBe('c home=/home/file/c\n');
  });

  test('forty at once: nobody is lost, no number is given twice', async () => {
    const lab = await placeOf();
    const names = Array.from({ length: 40 }, (_, index) => `u${index}`);
    const outcomes = await Promise.all(
      names.map((name) => run('mkuser', [name], { environment: lab.environment(), directory: lab.home })),
    );
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 0, stdout: '', stderr: '' });
    const ids = (await prints(lab, `lsuser -a id ${names.join(',')}`)).match(/\d+$/gm);
    expect(new Set(ids).size).toBe(40);
    expect(await prints(lab, 'lsgroup -a users staff')).toMatch(/u39/);
  });
});
