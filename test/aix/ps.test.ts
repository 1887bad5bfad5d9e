import { describe, expect, test } from 'vitest';
import { psLines, usualColumns } from '../../src/format/ps.ts';
import { processRows } from '../../src/model/processes/rows.ts';
import { golden } from '../support/golden.ts';
import { TestLab } from '../support/lab.ts';
import { at, onHost, program, within } from './places.ts';
import { alter, done, lifeCycle } from './wpars.ts';

const titles = '     UID      PID     PPID   C    STIME    TTY  TIME CMD\n';

/** dev02 as seed 3 started it. */
async function listing6(): Promise<TestLab> {
  const lab = new TestLab('default', 'l488pp008');
  alter(lab, "UPDATE meta SET value = value + 203 WHERE key = 'clock.base'");
  await lab.ok('startwpar dev02');
  return lab;
}

const pidsOf = (listing: string) =>
  listing
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => Number(line.trim().split(/\s+/)[1]));

describe('what a WPAR sees', () => {
  test('seed 3, listing 6: the rows of its daemons, byte for byte', async () => {
    const lab = await listing6();
    expect(await within(lab, 'dev02', 'ps -ef')).toEqual(done(golden('ps/seed3-listing6')));
    expect(await onHost(lab, 'ps -ef -@ dev02')).toEqual(done(golden('ps/seed3-listing6')));
  });

  test('started once more it has other numbers, all above those of Linux, in the same roles', async () => {
    const lab = await listing6();
    const first = pidsOf((await within(lab, 'dev02', 'ps -ef')).stdout);
    await lab.ok('stopwpar dev02');
    await lab.ok('startwpar dev02');
    const second = pidsOf((await within(lab, 'dev02', 'ps -ef')).stdout);
    expect(second).toHaveLength(first.length);
    expect(second.filter((pid) => first.includes(pid))).toEqual([1]);
    expect(second.filter((pid) => pid !== 1 && pid <= 4_194_304)).toEqual([]);
    expect(new Set(second).size).toBe(second.length);
  });

  test.each([
    ['ps -@', 'ps: The -@ flag is not available inside a workload partition.\n'],
    ['ps -ef -@ dev02', 'ps: The -@ flag is not available inside a workload partition.\n'],
  ])('%s is refused inside', async (line, stderr) => {
    expect(await within(await listing6(), 'dev02', line)).toEqual({ status: 1, stdout: '', stderr });
  });

  test('one that does not run has none', async () => {
    expect(await within(new TestLab('default', 'l488pp008'), 'dev02', 'ps -ef')).toEqual(done(titles));
  });
});

describe('what the global environment sees', () => {
  test('all partitions, the init of a WPAR with the number that startwpar printed and as a child of srcmstr', async () => {
    const lab = await listing6();
    const before = pidsOf((await onHost(new TestLab('default', 'l488pp008'), 'ps -ef')).stdout);
    const { stdout } = await onHost(lab, 'ps -ef');
    const inner = pidsOf((await within(lab, 'dev02', 'ps -ef')).stdout).map((pid) =>
      pid === 1 ? 4325380 : pid,
    );
    expect(pidsOf(stdout)).toEqual([...before, ...inner].sort((one, other) => one - other));
    const [master] = (await onHost(lab, 'ps -o pid= -o args= -e')).stdout
      .split('\n')
      .filter((line) => line.endsWith('srcmstr ') && !line.includes('10092676'))
      .map((line) => line.trim().split(' ')[0]);
    expect(stdout).toContain(`    root  4325380 ${master}   0 10:23:23      -  0:00 /etc/init \n`);
    expect(stdout).toContain('    root  4915238  4325380   0 10:23:27      -  0:00 /usr/lib/errdemon \n');
  });

  test('-@ puts the WPAR first', async () => {
    const { stdout } = await onHost(await listing6(), 'ps -ef -@');
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      '    WPAR      UID      PID     PPID   C    STIME    TTY  TIME CMD',
      '  Global     root        1        0   0   Nov 14      -  0:00 /etc/init ',
      '   dev02     root  3342404 10092676   0 10:23:40      -  0:00 /usr/sbin/qdaemon ',
    ]);
  });

  test('ps and lssrc agree, before and after somebody stops and starts something', async () => {
    const lab = await listing6();
    const agreed = async () => {
      const rows = (await within(lab, 'dev02', 'lssrc -a')).stdout.split('\n');
      const active = rows.filter((row) => row.endsWith(' active')).map((row) => Number(row.slice(35, 47)));
      const children = (await within(lab, 'dev02', 'ps -e -o ppid= -o pid=')).stdout
        .trimEnd()
        .split('\n')
        .map((row) => row.trim().split(/\s+/).map(Number))
        .filter(([parent]) => parent === 10_092_676);
      expect(children.map(([, pid]) => pid).sort()).toEqual(active.sort());
      return active.length;
    };
    expect(await agreed()).toBe(13);
    await within(lab, 'dev02', 'stopsrc -s sshd');
    expect(await agreed()).toBe(12);
    await within(lab, 'dev02', 'startsrc -s lpd');
    await within(lab, 'dev02', 'startsrc -s sshd');
    expect(await agreed()).toBe(14);
  });

  test('a Broken WPAR has its init only, an application its program, a Defined one nothing', async () => {
    const lab = lifeCycle('lab71');
    await lab.type('stopwpar -F stuck');
    const { stdout } = await onHost(lab, 'ps -e -o wpar= -o args= -@');
    const of = (name: string) => stdout.split('\n').filter((line) => line.trim().startsWith(`${name} `));
    expect(of('stuck')).toEqual(['   stuck /etc/init ']);
    expect(of('job')).toEqual(['     job /usr/bin/sleep ']);
    expect(of('web')).toEqual([]);
  });
});

describe('flags', () => {
  test.each([
    [
      'ps -f -p 4915238',
      `${titles}    root  4915238  4325380   0 10:23:27      -  0:00 /usr/lib/errdemon \n`,
    ],
    [
      'ps -p 4915238,1',
      '     PID    TTY  TIME CMD\n       1      -  0:00 init \n 4915238      -  0:00 errdemon \n',
    ],
    ['ps', '     PID    TTY  TIME CMD\n'],
    [
      'ps -o pid,ppid,user,tty,time,etime,comm -p 4915238',
      '     PID     PPID     USER     TT        TIME     ELAPSED COMMAND\n 4915238  4325380     root      -    00:00:00       00:00 errdemon\n',
    ],
    ['ps -o pid= -o args= -p 4915238', ' 4915238 /usr/lib/errdemon \n'],
    ['ps -o %p%a -p 4915238', '     PID COMMAND\n 4915238 /usr/lib/errdemon \n'],
    // What follows = is the title, commas and all (ps page).
    ['ps -o pid=A,B -p 4915238', '     A,B\n 4915238\n'],
    ['ps -F pid=NUMBER -p 4915238', '  NUMBER\n 4915238\n'],
    ['ps -o wpar -p 4915238', '    WPAR\n   dev02\n'],
    ['ps -o wpar -p 1', '    WPAR\n  Global\n'],
    ['ps -e -@ dev02 -o pid= -t pts/0,0 -p 4915238', null],
    [
      'ps u 4915238',
      'USER          PID %CPU %MEM   SZ  RSS    TTY STAT    STIME  TIME COMMAND\nroot      4915238  0.0  0.0 1937 1957      - A    10:23:27  0:00 /usr/lib/errdemon \n',
    ],
    ['ps 4915238', '     PID    TTY STAT  TIME COMMAND\n 4915238      - A     0:00 /usr/lib/errdemon \n'],
    [
      'ps nuc 4915238',
      'USER          PID %CPU %MEM   SZ  RSS    TTY STAT    STIME  TIME COMMAND\n0         4915238  0.0  0.0 1937 1957      - A    10:23:27  0:00 errdemon \n',
    ],
    ['ps a', '     PID    TTY STAT  TIME COMMAND\n'],
  ])('%s', async (line, stdout) => {
    const outcome = await onHost(await listing6(), line);
    if (stdout === null) expect(outcome).toMatchObject({ status: 0, stderr: '' });
    else expect(outcome).toEqual(done(stdout));
  });

  test.each([
    'ps -e',
    'ps -A',
    'ps -d',
    'ps -u root',
    'ps -U 0',
    'ps -G system',
    'ps ax',
    'ps aux',
    'ps -t -',
    'ps -L 1',
  ])('%s shows all of a system without sessions', async (line) => {
    const { stdout } = await onHost(new TestLab('default', 'l488pp008'), line);
    expect(stdout.trimEnd().split('\n')).toHaveLength(27);
  });

  test('a long listing has numbers of users, a full one in it names', async () => {
    const lab = await listing6();
    const long = (await onHost(lab, 'ps -l -p 4915238')).stdout;
    expect(long).toMatch(
      /^ {7}F S {6}UID {6}PID {5}PPID {3}C PRI NI ADDR {4}SZ {4}WCHAN {4}TTY {2}TIME CMD\n {2}240001 A {8}0 {2}4915238 {2}4325380 {3}0 {2}60 20 [0-9a-f]+ {2}1937 {15}- {2}0:00 errdemon \n$/,
    );
    expect((await onHost(lab, 'ps -lf -p 4915238')).stdout).toContain(
      ' 10:23:27      -  0:00 /usr/lib/errdemon \n',
    );
  });

  test('-T draws what is below a process', async () => {
    const { stdout } = await within(await listing6(), 'dev02', 'ps -f -T 10092676');
    const [, first, second] = stdout.split('\n');
    expect(first).toBe('    root 10092676        1   0 10:23:32      -  0:00 /usr/sbin/srcmstr ');
    expect(second).toBe('    root  3342404 10092676   0 10:23:40      -  0:00     \\--/usr/sbin/qdaemon ');
    expect(stdout.trimEnd().split('\n')).toHaveLength(15);
  });

  test('a process that is not there: titles, and status 1', async () => {
    const titled = { status: 1, stdout: '     PID    TTY  TIME CMD\n', stderr: '' };
    expect(await onHost(await listing6(), 'ps -p 999')).toEqual(titled);
  });
});

describe('refused', () => {
  test.each([
    ['ps -Q', 2, 'ps: Not a recognized flag: Q'],
    ['ps -k', 2, 'ps: The -k flag is not supported by parlab: parlab has no kernel processes.'],
    ['ps -ef -@ nosuch', 1, 'ps: There is no workload partition called nosuch here.'],
    ['ps -u nobody-here', 1, 'ps: There is no user called nobody-here.'],
    ['ps -G nogroup', 1, 'ps: There is no group called nogroup.'],
    ['ps -p x', 2, 'ps: x cannot stand in the list of the -p flag.'],
    ['ps -o pid,nosuch', 2, 'ps: nosuch is not a field that ps can print.'],
    ['ps -o __proto__', 2, 'ps: __proto__ is not a field that ps can print.'],
    ['ps -o policy', 2, 'ps: The field policy is not supported by parlab: parlab has no scheduler.'],
    ['ps ev', 2, 'ps: The letter e is not supported by parlab: the environments of programs are theirs.'],
    ['ps lu', 2, 'ps: The letters l, s, u and v exclude each other.'],
    ['ps dev02', 2, 'ps: dev02 is neither letters of the Berkeley form nor a process.'],
    ['ps -ef extra', 2, 'ps: The argument extra is not expected.'],
  ])('%s', async (line, status, message) => {
    const outcome = await onHost(new TestLab('default', 'l488pp008'), line);
    expect({ ...outcome, stderr: outcome.stderr.split('\n')[0] }).toEqual({
      status,
      stdout: '',
      stderr: message,
    });
  });

  test('129 processes', async () => {
    const lab = new TestLab('default', 'l488pp008');
    const list = Array.from({ length: 129 }, (_, index) => index + 1).join(',');
    expect((await onHost(lab, `ps -p ${list}`)).stderr).toBe('ps: The -p flag takes at most 128 items.\n');
  });
});

describe('real programs', () => {
  const lines = (lab: TestLab, reals: Parameters<typeof processRows>[2]) =>
    at(lab, 'l488pp008', 'dev02', (open, place) => {
      const rows = processRows(open, place, reals, 'inside').filter(
        ({ order }) => order < 4_000_000 || order > 84_000_000,
      );
      const around = { now: open.now(), user: () => 'root', group: () => 'system', bound: () => undefined };
      const columns = usualColumns({ full: true, long: false, wpar: false });
      return psLines(
        columns,
        rows.filter(({ command }) => !command.includes('qdaemon')),
        around,
      )
        .split('\n')
        .slice(1, -1)
        .map((line) => line.replace(/\d\d:\d\d:\d\d/, 'hh:mm:ss'));
    });

  test('a session of clogin: listing 6 has its row, a child of init, and ? for its terminal', async () => {
    const shell = program(12, { clogin: true, terminal: 'pts/0', words: ['/bin/sh', '-l'] });
    const ps = program(13, {
      clogin: true,
      terminal: 'pts/0',
      parent: 12,
      words: ['/usr/lib/parlab/node', '/usr/bin/ps', '-ef'],
      seconds: 61.9,
    });
    expect(lines(await listing6(), [shell, ps])).toEqual([
      '    root       12 84000024   0 hh:mm:ss      ?  0:00 -ksh ',
      '    root       13       12   0 hh:mm:ss      ?  1:01 ps -ef ',
      '    root 84000024        1   0 hh:mm:ss      ?  0:00 clogin dev02 ',
    ]);
  });

  test('a network login hangs on sshd, without one on telnetd, a program without a terminal on init', async () => {
    const lab = await listing6();
    const login = program(20, { terminal: 'pts/1', words: ['-ksh'] });
    const loop = program(21, { words: ['sleep', '60'] });
    expect(lines(lab, [login, loop])).toEqual([
      '    root       20 84000040   0 hh:mm:ss  pts/1  0:00 -ksh ',
      '    root       21        1   0 hh:mm:ss      -  0:00 sleep 60 ',
      '    root 84000040  6881446   0 hh:mm:ss      -  0:00 sshd: root@pts/1 ',
    ]);
    await within(lab, 'dev02', 'stopsrc -s sshd');
    expect(lines(lab, [login])[1]).toBe('    root 84000040  8847552   0 hh:mm:ss      -  0:00 telnetd -a ');
  });

  test('control characters of a program do not reach the terminal; one that has ended is defunct', async () => {
    const evil = program(30, { words: ['x\u001b[31m\n', 'a\u0007'] });
    const ended = program(31, { state: 'Z' });
    expect(lines(await listing6(), [evil, ended])).toEqual([
      '    root       30        1   0 hh:mm:ss      -  0:00 x?[31m? a? ',
      '    root       31        1   0 hh:mm:ss      -  0:00 <defunct>',
    ]);
  });

  test('their start lies in the time of the lab, not before that of init', async () => {
    const lab = await listing6();
    const [started] = at(lab, 'l488pp008', 'dev02', (open, place) =>
      processRows(open, place, [program(40, { started: 0 }), program(41)], 'inside').map(
        (row) => row.started,
      ),
    );
    const init = Date.UTC(2011, 10, 17, 10, 23, 23) / 1000;
    expect(started).toBe(init);
  });
});
