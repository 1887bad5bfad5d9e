import { describe, expect, test } from 'vitest';
import { readPlaceFile } from '../../src/model/tree/files.ts';
import { TestLab } from '../support/lab.ts';
import { at, onHost, within } from './places.ts';
import { done, lifeCycle, rows, setPace, stateOf } from './wpars.ts';

async function running(): Promise<TestLab> {
  const lab = new TestLab('default', 'l488pp008');
  await lab.ok('startwpar dev02');
  return lab;
}

// The lines of a published transcript; what they say of subsystems is true of the place.
const stops = (
  host: string,
  time: string,
  wait: string,
) => `Broadcast message from root@${host} (pts/0) at ${time} ...
shutdown: THE SYSTEM IS BEING SHUT DOWN NOW
0513-044 The sshd Subsystem was requested to stop.
${wait}
Error reporting has stopped.
Advanced Accounting has stopped...
Process accounting has stopped.
nfs_clean: Stopping NFS/NIS Daemons
0513-004 The Subsystem or Group, nfsd, is currently inoperative.
0513-044 The biod Subsystem was requested to stop.
0513-044 The rpc.lockd Subsystem was requested to stop.
0513-004 The Subsystem or Group, rpc.statd, is currently inoperative.
`;
const halts = "Wait for '....Halt completed....' before stopping.";
const title = (time: string) => `SHUTDOWN PROGRAM\nThu Nov 17 ${time} UTC 2011\n`;

describe('inside a WPAR', () => {
  test('users have a minute; then it is Defined, with an entry in its error log', async () => {
    const lab = await running();
    expect(await within(lab, 'dev02', 'shutdown')).toEqual(
      done(`${title('10:20:04')}Broadcast message from root@dev02 (tty) at 10:20:04 ...
shutdown: PLEASE LOG OFF NOW !!!
All processes will be killed in 1 minute.
${stops('dev02', '10:21:04', halts)}`),
    );
    expect(await stateOf(lab, 'dev02')).toBe('D');
    expect((await within(lab, 'dev02', 'errpt -J REBOOT_ID')).stdout).toContain(
      '2BFA76F6   1117102111 T S SYSPROC        SYSTEM SHUTDOWN BY USER\n',
    );
    expect((await within(lab, 'dev02', 'ps -ef')).stdout.split('\n')).toHaveLength(2);
  });

  test('-F at once', async () => {
    const lab = await running();
    expect(await within(lab, 'dev02', 'shutdown -F')).toEqual(
      done(title('10:20:04') + stops('dev02', '10:20:04', halts)),
    );
    expect(await stateOf(lab, 'dev02')).toBe('D');
  });

  test.each([
    ['-Fr', 'A'],
    ['-r now', 'A'],
    ['-h now', 'D'],
    ['-v +1 bye', 'D'],
  ])('%s ends in %s', async (flags, state) => {
    const lab = await running();
    expect((await within(lab, 'dev02', `shutdown ${flags}`)).status).toBe(0);
    expect(await stateOf(lab, 'dev02')).toBe(state);
    expect(await stateOf(lab, 'dev01')).toBe('D');
  });

  test.each([
    [
      '+5 save your work',
      'shutdown: save your work\nAll processes will be killed in 5 minutes.\n',
      '10:25:04',
    ],
    ['10:30', 'All processes will be killed in 10 minutes.\n', '10:30:00'],
    ['+10:30', 'All processes will be killed in 10 minutes.\n', '10:30:00'],
  ])('%s', async (words, lines, time) => {
    const { stdout } = await within(await running(), 'dev02', `shutdown ${words}`);
    expect(stdout).toContain(`shutdown: PLEASE LOG OFF NOW !!!\n${lines}Broadcast`);
    expect(stdout).toContain(`(pts/0) at ${time} ...`);
  });

  test('-k only warns', async () => {
    const lab = await running();
    const before = lab.dump();
    const { status, stdout } = await within(lab, 'dev02', 'shutdown -k');
    expect({ status, last: stdout.trimEnd().split('\n').at(-1) }).toEqual({
      status: 0,
      last: 'This was only a warning: nothing is shut down.',
    });
    expect(lab.dump()).toEqual(before);
  });

  test.each(['-Fl', '-kl'])('%s keeps the lines in /etc/shutdown.log of the WPAR', async (flags) => {
    const lab = await running();
    const { stdout } = await within(lab, 'dev02', `shutdown ${flags}`);
    const kept = (wpar: string | undefined) =>
      at(lab, 'l488pp008', wpar, (open, place) => readPlaceFile(open, place, '/etc/shutdown.log'));
    expect(kept('dev02')).toBe(stdout);
    expect(kept(undefined)).toBeUndefined();
  });

  test('a process that does not end: it runs on, and says so', async () => {
    const lab = lifeCycle('lab71');
    expect(await within(lab, 'stuck', 'shutdown -F')).toMatchObject({
      status: 1,
      stderr:
        'shutdown: A process of workload partition stuck does not end: it still runs. Stop it from outside: stopwpar -F stuck.\n',
    });
    expect(await stateOf(lab, 'stuck')).toBe('A');
  });

  test('while another command works on it, and when it does not run, nothing is said or done', async () => {
    const lab = await running();
    expect(await within(lab, 'dev01', 'shutdown -F')).toMatchObject({ status: 1, stdout: '' });
    await lab.inProgress('dev02', 'chwpar', process.pid);
    expect(await within(lab, 'dev02', 'shutdown -F')).toMatchObject({ status: 1, stdout: '' });
    expect(await stateOf(lab, 'dev02')).toBe('T');
  });
});

describe('on a host', () => {
  test('its WPARs end, its partition is powered off, and nobody is logged in there any more', async () => {
    const lab = await running();
    expect(await onHost(lab, 'shutdown -F')).toMatchObject({ status: 0, stderr: '' });
    expect(await lab.type('lswpar')).toMatchObject({ status: 255 });
    expect(rows(lab, "SELECT state, init_pid FROM wpar WHERE name = 'dev02'")).toEqual([
      { state: 'D', init_pid: null },
    ]);
    expect(rows(lab, "SELECT state FROM partition WHERE host = 'l488pp008'")).toEqual([
      { state: 'Not Activated' },
    ]);
  });

  test('-r starts it again: other numbers, a later start, its WPARs Defined', async () => {
    const lab = await running();
    const before = await onHost(lab, 'ps -ef');
    expect(await onHost(lab, 'shutdown -Fr')).toMatchObject({ status: 0 });
    expect(rows(lab, "SELECT state FROM partition WHERE host = 'l488pp008'")).toEqual([{ state: 'Running' }]);
    expect(await lab.ok('lswpar -cqa state')).toBe('D\nD\n');
    const { stdout } = await onHost(lab, 'ps -ef');
    expect(stdout).not.toContain('Nov 14');
    expect(stdout.split('\n')[3]).not.toBe(before.stdout.split('\n')[3]);
  });

  test('at a pace it takes its time: the partition is Shutting Down first', async () => {
    const lab = await running();
    setPace(lab, 'step');
    expect(await onHost(lab, 'shutdown -F')).toMatchObject({ status: 0 });
    expect(rows(lab, "SELECT state FROM partition WHERE host = 'l488pp008'")).toEqual([
      { state: 'Shutting Down' },
    ]);
  });

  test.each([
    [
      'p550q',
      'shutdown: The host p550q has no partition that could be powered off: parlab has no other switch for it.\n',
    ],
  ])('%s is in no partition', async (host, stderr) => {
    const lab = new TestLab('default', host);
    const before = lab.dump();
    expect(await onHost(lab, 'shutdown -F')).toEqual({ status: 1, stdout: '', stderr });
    expect(lab.dump()).toEqual(before);
  });

  test('while a command works on one of its WPARs it stays', async () => {
    const lab = await running();
    await lab.inProgress('dev01', 'chwpar', process.pid);
    const before = lab.dump();
    expect(await onHost(lab, 'shutdown -F')).toEqual({
      status: 1,
      stdout: '',
      stderr: `shutdown: Workload partition dev01 is busy: chwpar (process ${process.pid}) is in progress.\n`,
    });
    expect(lab.dump()).toEqual(before);
  });
});

test.each([
  ['shutdown soon', 'shutdown: soon is no time: now, +minutes or hours:minutes.'],
  ['shutdown 25:00', 'shutdown: 25:00 is no time: now, +minutes or hours:minutes.'],
  ['shutdown -h -r', 'shutdown: The -r and -h flags cannot be used together.'],
  [
    'shutdown -m',
    'shutdown: The -m flag is not supported by parlab: nothing of parlab runs without its daemons.',
  ],
])('%s is a mistake', async (line, message) => {
  const lab = await running();
  const before = lab.dump();
  const outcome = await within(lab, 'dev02', line);
  expect({ ...outcome, stderr: outcome.stderr.split('\n')[0] }).toEqual({
    status: 2,
    stdout: '',
    stderr: message,
  });
  expect(lab.dump()).toEqual(before);
});
