import { describe, expect } from 'vitest';
import { motd } from '../../src/model/tree/skeleton.ts';
import { insideTest } from '../runtime/inside.ts';
import { run } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';

async function clogin(lab: TestLab, words: readonly string[], input = '') {
  const { status, stdout, stderr } = await run('clogin', words, { environment: lab.environment(), input });
  return { status, stdout, stderr };
}

async function started(): Promise<TestLab> {
  const lab = new TestLab('default', 'l488pp008');
  await lab.ok('startwpar dev02');
  return lab;
}

describe('a login', () => {
  insideTest('the banner of seed 3, listing 5, then what is typed', async () => {
    const lab = await started();
    const banner = `*                                                                             *
*                                                                             *
*  Welcome to AIX Version 7.1!                                                *
*                                                                             *
*                                                                             *
*  Please see the README file in /usr/lpp/bos for information pertinent to    *
*  this release of the AIX Operating System.                                  *
*                                                                             *
*                                                                             *
`;
    expect(motd('7.1.2.0')).toBe(banner);
    expect(await clogin(lab, ['dev02'], 'hostname\nexit 6\n')).toEqual({
      status: 6,
      stdout: `${banner}dev02\n`,
      stderr: '',
    });
  });

  insideTest.each([
    [['dev02', 'hostname'], 0, 'dev02\n'],
    [['dev02', '-l', 'root', 'echo', 'a b', ';', 'exit', '9'], 9, 'a b\n'],
    [['dev02', '--', 'cat'], 0, 'typed\n'],
    [['dev02', 'ls', '-d', '/wpars', '2>/dev/null'], 2, ''],
    [['dev02', 'touch /opt/x 2>/dev/null || echo read-only'], 0, 'read-only\n'],
  ])('clogin %j: status %i', async (words, status, stdout) => {
    expect(await clogin(await started(), words, 'typed\n')).toEqual({ status, stdout, stderr: '' });
  });

  insideTest('its files are its own and stay; the host sees them, not the other way round', async () => {
    const lab = await started();
    await clogin(lab, ['dev02', 'echo mine > /home/file; rm -rf /etc /var']);
    expect(await clogin(lab, ['dev02', 'cat /home/file; ls / | tr "\\n" " "'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^mine\nadmin audit bin dev (etc )?home/),
    });
    const onHost = await run('parlab', ['run', 'l488pp008', '-'], {
      environment: lab.environment(),
      input:
        'cat /wpars/dev02/home/file; ls /etc/passwd\nclogin dev02 hostname\nclogin dev02 exit 4; echo $?\n',
    });
    expect(onHost).toMatchObject({ stdout: 'mine\n/etc/passwd\ndev02\n4\n', stderr: '' });
  });

  insideTest('a WPAR made again has new files', async () => {
    const lab = await started();
    await clogin(lab, ['dev02', 'echo old > /home/file']);
    await lab.ok('stopwpar -F dev02');
    await lab.ok('rmwpar dev02');
    await lab.ok('mkwpar -n dev02');
    await lab.ok('startwpar dev02');
    expect((await clogin(lab, ['dev02', 'test -e /home/file'])).status).toBe(1);
  });

  insideTest('commands that manage WPARs are refused inside', async () => {
    expect(await clogin(await started(), ['dev02', 'lswpar'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'lswpar: This command is not available inside a workload partition.\n',
    });
  });

  insideTest('a base directory that leads elsewhere is not entered', async () => {
    const lab = await started();
    await run('parlab', ['run', 'l488pp008', '-'], {
      environment: lab.environment(),
      input: `rm -rf /wpars/dev02; ln -s ${lab.home} /wpars/dev02\n`,
    });
    const { stdout } = await clogin(lab, ['dev02', 'ls /']);
    expect(stdout).not.toContain('lab');
  });
});

describe('a user of the WPAR', () => {
  insideTest('has the home, the id and the rights of that user, and is unknown outside', async () => {
    const lab = await started();
    await clogin(lab, ['dev02', 'mkuser id=300 test']);
    const line = 'whoami; pwd; echo $HOME; id -un; touch own; lsuser -a id test; mkuser other; echo $?';
    expect(await clogin(lab, ['dev02', '-l', 'test', line])).toMatchObject({
      stdout: 'test\n/home/test\n/home/test\ntest\ntest id=300\n1\n',
    });
    expect((await clogin(lab, ['dev02', 'ls -l /home/test/own'])).stdout).toMatch(/ test +staff /);
    expect(await lab.type('lsuser test')).toMatchObject({
      status: expect.any(Number),
      stderr: expect.stringContaining('3004-687 User "test" does not exist.'),
    });
  });
});

describe('refused', () => {
  insideTest.each([
    [['dev01', 'hostname'], 1, 'clogin: 0960-254 Workload partition dev01 is not currently active.\n'],
    [['nosuch'], 1, 'clogin: 0960-419 Could not find a workload partition called nosuch.\n'],
    [['-C', 'dev02'], 1, 'clogin: There is no terminal to ask for the password on.\n'],
    [['-C'], 2, undefined],
    [['dev02', '-l', 'nobodyatall', 'id'], 1, '3004-500 User "nobodyatall" does not exist.\n'],
  ])('clogin %j', async (words, status, stderr) => {
    const lab = await started();
    const dump = lab.dump();
    const outcome = await clogin(lab, words);
    expect(outcome).toMatchObject({ status, stdout: '' });
    if (stderr !== undefined) expect(outcome.stderr).toBe(stderr);
    expect(lab.dump()).toEqual(dump);
  });

  insideTest.each([[[]], [['-x', 'dev02']], [['dev02', '-x']], [['dev02', '-l']]])(
    'clogin %j: usage',
    async (words) => {
      const { status, stderr } = await clogin(await started(), words);
      expect(status).toBe(2);
      expect(stderr).toContain('Usage: clogin WparName [ -l User ] [ Command [ Arguments ] ]\n');
    },
  );
});

describe('users inside', () => {
  insideTest('are made, seen and counted there, and are unknown outside', async () => {
    const lab = await started();
    const lines =
      'mkuser test && ls -ld /home/test | cut -d" " -f1; id test; whoami; who | cut -c1-18; grep ^test /etc/passwd';
    expect(await clogin(lab, ['dev02', lines])).toEqual({
      status: 0,
      stdout:
        'drwxr-xr-x\nuid=200(test) gid=1(staff)\nroot\nroot        Global\ntest:*:200:1::/home/test:/usr/bin/ksh\n',
      stderr: '',
    });
    expect(await lab.type('lsuser test')).toMatchObject({
      status: 1,
      stderr: '3004-687 User "test" does not exist.\n',
    });
  });
});
