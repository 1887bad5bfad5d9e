import { describe, expect, test } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import { loginTime, summaryLine } from '../../src/format/sessions.ts';
import { Lab } from '../../src/state/lab.ts';
import type { TestLab } from '../support/lab.ts';
import { processOf, typedAmong } from './logged-in.ts';
import { placeOf } from './users.ts';

const clogin = [
  processOf({ pid: 10, parent: 0, clogin: true }),
  processOf({ pid: 11, parent: 10, clogin: true, words: ['w'] }),
];
const login = [
  processOf({ pid: 20, parent: 0, terminal: 'pts/0', user: 100 }),
  processOf({
    pid: 21,
    parent: 20,
    terminal: 'pts/0',
    user: 100,
    started: 5,
    seconds: 65.2,
    words: ['vi', 'a\u001b'],
  }),
  processOf({ pid: 30, parent: 0, words: ['sleep', '9'] }),
];

/** Advances the lab's clock to a moment. */
function setClock(lab: TestLab, time: string): void {
  const opened = Lab.open(lab.directory, processMachine);
  opened.update((change) => change.setMeta('clock.base', String(Date.parse(`${time}Z`) / 1000)));
  opened.close();
}

describe('w', () => {
  test('seed 3, listing 6', async () => {
    const lab = await placeOf('dev02');
    const opened = Lab.open(lab.directory, processMachine);
    const started = Date.parse('2011-11-17T10:23:00Z') / 1000;
    opened.update(({ engine }) => engine.run('UPDATE wpar SET started = ?', started));
    opened.close();
    setClock(lab, '2011-11-17T10:27:21');
    // The author had logged in a minute before.
    const { status, stdout, stderr } = await typedAmong(lab, clogin, 'w');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.replace('root     Global      10:27AM', 'root     Global      10:26AM')).toBe(
      `  10:27AM   up 4 mins,  1 user,  load average: 0.02, 0.04, 0.02
User     tty          login@       idle      JCPU      PCPU what
root     Global      10:26AM          0         0         0 -
`,
    );
  });

  test('a login over the network has a terminal of the place, and what it does there', async () => {
    const lab = await placeOf('dev02');
    expect((await typedAmong(lab, [...clogin, ...login], 'w -h')).stdout).toBe(
      `root     Global      10:20AM          0         0         0 -
guest    pts/0       10:20AM          0      1:05      1:05 vi a?
`,
    );
    expect((await typedAmong(lab, [...clogin, ...login], 'w -hs guest')).stdout).toBe(
      'guest    pts/0             0 vi a?\n',
    );
    expect((await typedAmong(lab, login, 'w -u')).stdout).toMatch(
      /^ {2}10:20AM {3}up 0 mins, {2}1 user, {2}load .*\n$/,
    );
    expect((await typedAmong(lab, [], 'w nobody')).stdout).toMatch(
      /^ {2}10:20AM {3}up 0 mins, {2}0 users, {2}load average: .*\nUser .* what\n$/,
    );
  });

  test('what lends a login its terminal is no login; nor is what was left behind', async () => {
    const lab = await placeOf('dev02');
    const lent = [
      processOf({ pid: 20, parent: 0, terminal: 'pts/1', words: ['/usr/bin/script', '-q', '-c', 'x'] }),
      processOf({ pid: 21, parent: 20, terminal: 'pts/0', user: 100 }),
      processOf({
        pid: 22,
        parent: 21,
        terminal: 'pts/0',
        words: ['/usr/lib/parlab/node', '/usr/bin/w', '-h'],
      }),
      processOf({ pid: 40, parent: 1, terminal: 'pts/7', words: ['nohup', 'x'] }),
    ];
    expect((await typedAmong(lab, lent, 'w -h')).stdout).toBe(
      'guest    pts/0       10:20AM          0         0         0 w -h\n',
    );
  });

  test('-@ in the global environment', async () => {
    const lab = await placeOf('dev02');
    lab.wpar = undefined;
    expect((await typedAmong(lab, clogin, 'w -h -@')).stdout).toBe(
      'dev02        root     Global      10:20AM          0         0         0 -\n',
    );
    expect((await typedAmong(lab, clogin, 'w -h -@ dev02')).stdout).toBe(
      'root     Global      10:20AM          0         0         0 -\n',
    );
    expect((await typedAmong(lab, clogin, 'w -h')).stdout).toBe('');
    expect(await typedAmong(lab, clogin, 'w -@ dev01')).toMatchObject({
      status: 1,
      stderr: 'w: 0960-419 Could not find a workload partition called dev01.\n',
    });
    lab.wpar = 'dev02';
    expect(await typedAmong(lab, clogin, 'w -@')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'w: The -@ flag is for the global environment.\n',
    });
  });
});

const now = Date.parse('2011-11-17T10:27:00Z') / 1000;

test.each([
  [0, '0 mins'],
  [60, '1 min'],
  [3600, '1 hr'],
  [11_040, '3:04'],
  [86_400, '1 day'],
  [12 * 86_400 + 11_040, '12 days,  3:04'],
  [2 * 86_400 + 300, '2 days, 5 mins'],
])('up for %i seconds', (seconds, up) => {
  expect(summaryLine({ now, booted: now - seconds, users: 2, load: [0.5, 1, 1.255] })).toBe(
    `  10:27AM   up ${up},  2 users,  load average: 0.50, 1.00, 1.25\n`,
  );
});

// The three forms of the manual page.
test.each([
  ['2011-11-17T00:05:00Z', '12:05AM'],
  ['2011-11-16T13:00:00Z', '01:00PM'],
  ['2011-11-15T10:00:00Z', 'Tue10AM'],
  ['2011-03-12T10:00:00Z', '12Mar11'],
])('logged in at %s', (time, shown) => {
  expect(loginTime(Date.parse(time) / 1000, now)).toBe(shown);
});
