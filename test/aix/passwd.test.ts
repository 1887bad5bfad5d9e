import { describe, expect, test } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import type { Place } from '../../src/model/place.ts';
import { checkPassword, findUser } from '../../src/model/users/identity.ts';
import { findHost } from '../../src/state/hosts.ts';
import { Lab } from '../../src/state/lab.ts';
import { findWpar } from '../../src/state/wpars.ts';
import { TestLab } from '../support/lab.ts';
import { fileOf, modeOf, placeOf, prints, typed } from './users.ts';

const terminal = (lab: TestLab, ...answers: string[]) => {
  lab.answers = answers;
  lab.asked.length = 0;
};

/** What the model says of the place that somebody is in. */
function asked<Result>(lab: TestLab, ask: (opened: Lab, place: Place) => Result): Result {
  const opened = Lab.open(lab.directory, processMachine);
  try {
    const host = findHost(opened.engine, 'l488pp008');
    if (!host) throw new Error('no host');
    const wpar = lab.wpar === undefined ? undefined : findWpar(opened.engine, host.name, lab.wpar);
    return ask(opened, wpar ? { host, wpar } : { host });
  } finally {
    opened.close();
  }
}

const check = (lab: TestLab, user: string, password: string) =>
  asked(lab, (opened, place) => checkPassword(opened, place, user, password));

describe('passwd', () => {
  test('root is asked twice for that of another user', async () => {
    const lab = await placeOf('dev02');
    await prints(lab, 'mkuser test');
    expect(check(lab, 'test', '')).toBe('none');
    terminal(lab, 'secret', 'secret');
    expect(await typed(lab, 'passwd test')).toEqual({
      status: 0,
      stdout: 'Changing password for "test"\n',
      stderr: '',
    });
    expect(lab.asked).toEqual(["test's New password: ", 'Enter the new password again: ']);
    expect(fileOf(lab, '/etc/security/passwd')).toMatch(
      /\n\ntest:\n\tpassword = \{ssha256\}06\$[./0-9A-Za-z]{16}\$[./0-9A-Za-z]{43}\n\tlastupdate = \d+\n\tflags = ADMCHG\n\n$/,
    );
    expect(modeOf(lab, '/etc/security/passwd')).toBe('600');
    expect(fileOf(lab, '/etc/passwd')).toContain('\ntest:!:200:1:');
    expect(['secret', 'Secret', ''].map((password) => check(lab, 'test', password))).toEqual([
      'ok',
      'wrong',
      'wrong',
    ]);
    // The host has no such user.
    lab.wpar = undefined;
    expect(check(lab, 'test', 'secret')).toBe('unknown');
  });

  test('the same commands in the same world write the same bytes; no two salts are the same', async () => {
    const records = async () => {
      const lab = await placeOf();
      await prints(lab, 'mkuser a', 'mkuser b');
      for (const name of ['a', 'b']) {
        terminal(lab, 'secret', 'secret');
        await prints(lab, `passwd ${name}`);
      }
      return fileOf(lab, '/etc/security/passwd');
    };
    const first = await records();
    expect(await records()).toBe(first);
    const hashes = first.match(/06\$.*/g);
    expect(new Set(hashes).size).toBe(2);
  });

  test('a user is asked for the old one first', async () => {
    const lab = await placeOf();
    await prints(lab, 'mkuser test');
    terminal(lab, 'secret', 'secret');
    await prints(lab, 'passwd test');
    lab.user = 'test';
    terminal(lab, 'wrong', 'x', 'x');
    expect(await typed(lab, 'passwd')).toEqual({
      status: 1,
      stdout: 'Changing password for "test"\n',
      stderr: '3004-604 Your entry does not match the old password.\n',
    });
    terminal(lab, 'secret', 'other', 'other');
    expect((await typed(lab, 'passwd')).status).toBe(0);
    expect(lab.asked).toEqual([
      "test's Old password: ",
      "test's New password: ",
      'Enter the new password again: ',
    ]);
    expect(check(lab, 'test', 'other')).toBe('ok');
    expect(fileOf(lab, '/etc/security/passwd')).not.toContain('ADMCHG');
  });

  test.each<[string, string, string[] | undefined, RegExp]>([
    ['no terminal', 'test', undefined, /^passwd: There is no terminal to ask for the password on\.\n$/],
    [
      'two entries',
      'test',
      ['one', 'two'],
      /^The two entries are not the same; the password was not changed\.\n$/,
    ],
    ['nothing', 'test', ['', ''], /^The password was not changed\.\n$/],
    ['the end of the input', 'test', ['one'], /^passwd: There is no terminal/],
    ['nobody', 'none', ['a', 'a'], /^3004-687 User "none" does not exist\.\n$/],
  ])('refused: %s', async (_, name, answers, stderr) => {
    const lab = await placeOf();
    await prints(lab, 'mkuser test');
    const before = lab.dump();
    lab.answers = answers;
    const outcome = await typed(lab, `passwd ${name}`);
    expect(outcome.status).toBe(1);
    expect(outcome.stderr).toMatch(stderr);
    expect(lab.dump()).toEqual(before);
    expect(check(lab, 'test', 'one')).toBe('none');
  });

  test("another user's is not for everybody", async () => {
    const lab = await placeOf();
    lab.user = 'guest';
    terminal(lab, 'a', 'a');
    expect(await typed(lab, 'passwd root')).toEqual({
      status: 1,
      stdout: '',
      stderr: '3004-709 Error changing password for "root" : You do not have permission.\n',
    });
  });

  test.each([
    ['minlen=8', 'short', '\ta minimum of 8 characters in length.\n'],
    ['minalpha=4', '123abc', '\ta minimum of 4 alphabetic characters.\n'],
    ['minother=2', 'secret', '\ta minimum of 2 non-alphabetic characters.\n'],
    ['maxrepeats=2', 'aaab', '\ta maximum of 2 repeated characters.\n'],
  ])('the rules of /etc/security/user: %s', async (rule, password, broken) => {
    const lab = await placeOf();
    await prints(lab, 'mkuser test', `chuser ${rule} test`);
    terminal(lab, password, password);
    expect(await typed(lab, 'passwd test')).toMatchObject({
      status: 1,
      stderr: `3004-603 Your password must have:\n${broken}`,
    });
    expect(check(lab, 'test', password)).toBe('none');
    await prints(lab, 'pwdadm -f NOCHECK test');
    terminal(lab, password, password);
    expect((await typed(lab, 'passwd test')).status).toBe(0);
  });

  test('-a lists the shells', async () => {
    expect(await prints(await placeOf(), 'passwd -a')).toMatch(/^\/bin\/sh\n\/bin\/bsh\n/);
  });

  test('a locked account is told from a wrong password', async () => {
    const lab = await placeOf();
    await prints(lab, 'mkuser test');
    terminal(lab, 'secret', 'secret');
    await prints(lab, 'passwd test', 'chuser account_locked=true test');
    expect(check(lab, 'test', 'secret')).toBe('locked');
    await prints(lab, 'chuser account_locked=false test');
    expect(check(lab, 'test', 'secret')).toBe('ok');
  });
});

test('who a user is', async () => {
  const lab = await placeOf('dev02');
  await prints(lab, 'mkgroup dba', 'mkuser groups=dba test');
  const found = (name: string) => asked(lab, (opened, place) => findUser(opened, place, name));
  expect(found('test')).toEqual({
    name: 'test',
    uid: 200,
    gid: 1,
    groups: [
      { name: 'staff', gid: 1 },
      { name: 'dba', gid: 200 },
    ],
    home: '/home/test',
    shell: '/usr/bin/ksh',
  });
  expect(found('daemon')).toMatchObject({ home: '/etc', shell: '/usr/bin/ksh' });
  expect(found('none')).toBeUndefined();
});

describe("-P of mkwpar and chwpar sets root's password in the WPAR", () => {
  test.each([
    ['mkwpar', 'mkwpar -n web -P', 'web'],
    ['chwpar', 'chwpar -P dev01', 'dev01'],
  ])('%s', async (_, line, wpar) => {
    const lab = new TestLab('default', 'l488pp008');
    terminal(lab, 'secret', 'secret');
    expect(await typed(lab, line)).toMatchObject({ status: 0 });
    expect(lab.asked).toEqual(["root's New password: ", 'Enter the new password again: ']);
    lab.wpar = wpar;
    expect([check(lab, 'root', 'secret'), check(lab, 'root', 'other')]).toEqual(['ok', 'wrong']);
    lab.wpar = undefined;
    expect(check(lab, 'root', 'secret')).toBe('none');
  });
});
