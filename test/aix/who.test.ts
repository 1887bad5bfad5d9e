import { describe, expect, test } from 'vitest';
import { processOf, typedAmong } from './logged-in.ts';
import { placeOf } from './users.ts';

const processes = [
  processOf({ pid: 10, parent: 0, clogin: true }),
  processOf({ pid: 20, parent: 0, terminal: 'pts/0', user: 100, started: 1 }),
  processOf({ pid: 30, parent: 0, terminal: 'pts/1', user: 4711, started: 2 }),
];

describe('who', () => {
  test.each([
    [
      'who',
      `root        Global      Nov 17 10:20
guest       pts/0       Nov 17 10:20
4711        pts/1       Nov 17 10:20
`,
    ],
    // The form of the line: a capture.
    ['who -b', '   .        system boot Nov 17 10:20\n'],
    ['who -r', '   .        run-level 2 Nov 17 10:20       2    0    S\n'],
    ['who am i', 'root        Global      Nov 17 10:20\n'],
    ['who am I', 'root        Global      Nov 17 10:20\n'],
    ['who -m', 'root        Global      Nov 17 10:20\n'],
    ['who -q', 'root guest 4711\nTotal users: 3\n'],
    [
      'who -uT',
      `root     ?  Global      Nov 17 10:20    .          10
guest    +  pts/0       Nov 17 10:20    .          20
4711     +  pts/1       Nov 17 10:20    .          30
`,
    ],
    [
      'who -Hs',
      `Name        Line        Time          Activity       PID Hostname
root        Global      Nov 17 10:20
guest       pts/0       Nov 17 10:20
4711        pts/1       Nov 17 10:20
`,
    ],
    ['who -d', ''],
    ['who -l', ''],
  ])('%s', async (line, stdout) => {
    expect(await typedAmong(await placeOf('dev02'), processes, line)).toEqual({
      status: 0,
      stdout,
      stderr: '',
    });
  });

  test('-a: all of it', async () => {
    const { stdout } = await typedAmong(await placeOf('dev02'), processes, 'who -a');
    expect(stdout.split('\n')).toHaveLength(6);
  });

  test('who am i of another user, and of nobody who is logged in', async () => {
    const lab = await placeOf('dev02');
    expect((await typedAmong(lab, processes, 'who am i', 'guest')).stdout).toMatch(/^guest {7}pts\/0 /);
    expect(await typedAmong(lab, [], 'who am i')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect((await typedAmong(lab, [], 'who -q')).stdout).toBe('Total users: 0\n');
  });

  test.each([
    ['who /var/adm/wtmp', 1, 'who: Who was logged in before is not recorded: there is no /var/adm/wtmp.\n'],
    ['who are you', 2, 'who: The argument you is not expected.\n'],
    ['who a b c', 2, 'who: The argument c is not expected.\n'],
  ])('refused: %s', async (line, status, stderr) => {
    const outcome = await typedAmong(await placeOf('dev02'), processes, line);
    expect(outcome).toMatchObject({ status, stdout: '' });
    expect(outcome.stderr.startsWith(stderr)).toBe(true);
  });
});
