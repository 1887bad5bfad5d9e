import { appendFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { placeOf, prints, standing, typed } from './users.ts';

// The order of the attributes and their values: a captured lsuser of an AIX 7.1.
const root =
  'root id=0 pgrp=system groups=system,bin,sys,security,cron,audit,lp home=/ shell=/usr/bin/ksh login=true su=true rlogin=true daemon=true admin=true sugroups=ALL admgroups= tpath=nosak ttys=ALL expires=0 auth1=SYSTEM auth2=NONE umask=22 registry=files SYSTEM=compat logintimes= loginretries=0 pwdwarntime=0 account_locked=false minage=0 maxage=0 maxexpired=-1 minalpha=0 minother=0 mindiff=0 maxrepeats=8 minlen=0 histexpire=0 histsize=0 pwdchecks= dictionlist= default_roles= fsize=2097151 cpu=-1 data=262144 stack=65536 core=2097151 rss=65536 nofiles=2000 roles=\n';

describe('lsuser', () => {
  test.each([
    ['lsuser root', root],
    ['lsuser -a id home root', 'root id=0 home=/\n'],
    ['lsuser -a id home root,guest', 'root id=0 home=/\nguest id=100 home=/home/guest\n'],
    ['lsuser -a "id home" root', 'root id=0 home=/\n'],
    ['lsuser -a root', 'root\n'],
    ['lsuser -a "" root', 'root\n'],
    // The titles of each: as clients read it.
    ['lsuser -c -a id home root,guest', '#name:id:home\nroot:0:/\n#name:id:home\nguest:100:/home/guest\n'],
    ['lsuser -C -a id gecos home root,guest', '#name:id:gecos:home\nroot:0::/\nguest:100::/home/guest\n'],
    ['lsuser -f -a id home root', 'root:\n\tid=0\n\thome=/\n\n'],
    ['lsuser -R files -a id root', 'root id=0\n'],
    [
      'lsuser -a id ALL',
      'root id=0\ndaemon id=1\nbin id=2\nsys id=3\nadm id=4\nuucp id=5\nguest id=100\nnobody id=65534\nlpd id=9\nlp id=11\ninvscout id=6\n',
    ],
    ['lsuser -a gecos root', 'root\n'],
  ])('%s', async (line, stdout) => {
    expect(await prints(await placeOf(), line)).toBe(stdout);
  });

  test.each([
    ['lsuser test', 1, '3004-687 User "test" does not exist.\n'],
    ['lsuser ""', 2, /^lsuser: ALL \| Name is required\.\nUsage: lsuser /],
    ['lsuser', 2, /^lsuser: ALL \| Name is required\.\nUsage: lsuser /],
    ['lsuser root guest', 2, /^lsuser: The argument guest is not expected\.\n/],
    ['lsuser -a color root', 1, 'lsuser: color is not an attribute that parlab knows.\n'],
    ['lsuser -a __proto__ root', 1, 'lsuser: __proto__ is not an attribute that parlab knows.\n'],
    ['lsuser __proto__', 1, '3004-687 User "__proto__" does not exist.\n'],
    ['lsuser -R LDAP root', 1, /^lsuser: There is no load module LDAP: /],
    ['lsuser -c -f root', 2, /^lsuser: The -c and -f flags cannot be used together\.\n/],
  ])('refused: %s', async (line, status, stderr) => {
    const outcome = await typed(await placeOf(), line);
    expect({ status: outcome.status, stdout: outcome.stdout }).toEqual({ status, stdout: '' });
    if (typeof stderr === 'string') expect(outcome.stderr).toBe(stderr);
    else expect(outcome.stderr).toMatch(stderr);
  });

  test('of several, those that there are', async () => {
    expect(await typed(await placeOf(), 'lsuser -a id test,root')).toEqual({
      status: 1,
      stdout: 'root id=0\n',
      stderr: '3004-687 User "test" does not exist.\n',
    });
  });

  test('others than root see what stands in /etc/passwd and /etc/group', async () => {
    const lab = await placeOf();
    lab.user = 'guest';
    expect(await prints(lab, 'lsuser guest', 'lsuser -a id umask guest')).toBe(
      'guest id=100 pgrp=usr groups=usr home=/home/guest\nguest id=100\n',
    );
  });

  test('seed 3, listing 11: a user of a WPAR is unknown outside', async () => {
    const lab = await placeOf('dev02');
    await prints(lab, 'mkuser test');
    expect(await prints(lab, 'lsuser -a id home test')).toBe('test id=200 home=/home/test\n');
    lab.wpar = undefined;
    expect(await typed(lab, 'lsuser test')).toEqual({
      status: 1,
      stdout: '',
      stderr: '3004-687 User "test" does not exist.\n',
    });
  });

  test('in a plain shell it is that of AIX, but for padmin', async () => {
    const lab = new TestLab('default');
    expect((await lab.type('lsuser -a id root')).stdout).toBe('root id=0\n');
    expect((await lab.type('lsuser padmin')).stdout).toMatch(/^padmin roles=PAdmin /);
  });
});

describe('hostile files', () => {
  async function withPasswd(put: (path: string) => void): Promise<TestLab> {
    const lab = await placeOf('dev02');
    await prints(lab, 'mkuser test');
    const path = standing(lab, '/etc/passwd');
    rmSync(path);
    put(path);
    return lab;
  }

  test.each<[string, (path: string) => void]>([
    ['nothing', () => {}],
    ['a folder', (path) => mkdirSync(path)],
    ['a loop of links', (path) => symlinkSync('passwd', path)],
    ['a link out of the tree', (path) => symlinkSync('../../../../../../../../../../etc/hostname', path)],
    ['bytes', (path) => writeFileSync(path, Buffer.from([0xff, 0, 0x80, 0x0a, 0xc3, 0x28]))],
    ['a line without end', (path) => writeFileSync(path, 'x'.repeat(10_000_000))],
    ['colons without end', (path) => writeFileSync(path, ':'.repeat(10_000_000))],
    [
      'half lines',
      (path) => writeFileSync(path, 'root\nroot:!\nroot:!:zero:0::/:\nroot:!:0:99999999999::/:\n'),
    ],
  ])('in the place of /etc/passwd: %s', async (_, put) => {
    const lab = await withPasswd(put);
    expect(await typed(lab, 'lsuser root')).toEqual({
      status: 1,
      stdout: '',
      stderr: '3004-687 User "root" does not exist.\n',
    });
    expect(await prints(lab, 'lsuser ALL', 'lsuser -C ALL')).toBe('');
    const made = await typed(lab, 'mkuser again');
    expect(made.stdout).toBe('');
    expect(made.stderr === '' || /^mkuser: .*nothing was changed\.\n$/.test(made.stderr)).toBe(true);
  });

  test('what cannot be kept as it is is not rewritten', async () => {
    const bytes = Buffer.from('root:!:0:0:\xff:/:\n', 'latin1');
    const lab = await withPasswd((path) => writeFileSync(path, bytes));
    expect(await typed(lab, 'mkuser again')).toMatchObject({
      status: 1,
      stderr: 'mkuser: /etc/passwd is damaged or missing; nothing was changed.\n',
    });
  });

  test('control characters do not reach the terminal; lines that are none stay', async () => {
    const lab = await placeOf();
    await prints(lab, 'mkuser test');
    const path = standing(lab, '/etc/passwd');
    appendFileSync(path, '# mine\nevil:!:300:1:\u001b[2J:/home/evil:/bin/sh\n');
    expect(await prints(lab, 'lsuser -a gecos evil')).toBe('evil gecos=?[2J\n');
    await prints(lab, 'mkuser more', 'rmuser test');
    expect(await prints(lab, 'lsuser -a id evil,more')).toBe('evil id=300\nmore id=201\n');
    expect(readFileSync(path, 'utf8')).toContain('\n# mine\nevil:!:300:');
  });
});
