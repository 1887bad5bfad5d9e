import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Place, present } from '../../src/model/place.ts';
import { writePlaceFile } from '../../src/model/tree/files.ts';
import { findWpar } from '../../src/state/wpars.ts';
import { type Logged, logFile, logged, stamp } from '../model/syslog/logs.ts';
import { done } from './wpars.ts';

let host: Logged;
beforeEach(() => {
  host = logged(`*.debug ${logFile}`);
  host.test.onHost = true;
});
afterEach(() => host.close());

/** What stands in the log after the line of the start. */
const log = () => readFileSync(host.at(logFile), 'utf8').split('\n').slice(1, -1);

test.each([
  [['System', 'rebooted'], 'root: System rebooted'],
  [['-t', 'backup', 'all   done'], 'backup: all   done'],
  [['-p', 'daemon.crit', 'x'], 'root: x'],
  [['-p', 'crit', 'x'], 'root: x'],
  [['-p', '26', 'x'], 'root: x'],
  [['-p', '3.2', 'x'], 'root: x'],
  [['-f', '/nosuch', 'x'], 'root: x'],
  [['--', '-x'], 'root: -x'],
  [[''], 'root: '],
  [['a\nb\u001b[31m'], 'root: a b^[[31m'],
])('logger %j', async (words, line) => {
  expect(await host.test.call('logger', ...words)).toEqual(done(''));
  expect(log()).toEqual([`${stamp} ${line}`]);
});

test('the number of the process', async () => {
  await host.test.ok('logger -i -t me x');
  expect(log()).toEqual([expect.stringMatching(/ me\[\d+\]: x$/)]);
});

test('priorities decide where it goes', async () => {
  writePlaceFile(host.lab, host.place, '/etc/syslog.conf', `daemon.crit ${logFile}\n`);
  await host.test.ok('refresh -s syslogd');
  for (const priority of ['daemon.err', 'daemon.crit', '27', '26', 'user.crit', 'daemon.panic'])
    await host.test.ok(`logger -p ${priority} ${priority}`);
  expect(log()).toEqual(['daemon.crit', '26', 'daemon.panic'].map((text) => `${stamp} root: ${text}`));
});

test('nobody logs as the kernel', async () => {
  writePlaceFile(host.lab, host.place, '/etc/syslog.conf', `kern.debug ${logFile}\n`);
  await host.test.ok('refresh -s syslogd');
  await host.test.ok('logger -p kern.crit x');
  expect(log()).toEqual([]);
});

test('each line of a file, and of the standard input', async () => {
  writeFileSync(host.at('/tmp/msg1'), 'one\n\ntwo');
  await host.test.ok('logger -f /tmp/msg1');
  host.test.typed = ['three', 'four'];
  await host.test.ok('logger -t in');
  expect(log()).toEqual(
    ['root: one', 'root: ', 'root: two', 'in: three', 'in: four'].map((text) => `${stamp} ${text}`),
  );
});

test.each([
  ['logger -p loud x', 'logger: unknown priority name: loud.\n'],
  ['logger -p user. x', 'logger: unknown priority name: .\n'],
  ['logger -p 8.9 x', 'logger: unknown priority name: 9.\n'],
  ['logger -p 999 x', 'logger: unknown facility name: 124.\n'],
  ['logger -p post.info x', 'logger: unknown facility name: post.\n'],
  ['logger -p __proto__.info x', 'logger: unknown facility name: __proto__.\n'],
  ['logger -f /nosuch', 'logger: /nosuch: there is no such file.\n'],
])('%s is refused', async (line, stderr) => {
  const before = host.test.dump();
  expect(await host.test.type(line)).toEqual({ status: 1, stdout: '', stderr });
  expect(host.test.dump()).toEqual(before);
  expect(log()).toEqual([]);
});

test('an ordinary user logs, too', async () => {
  host.test.user = 'guest';
  await host.test.ok('logger x');
  expect(log()).toEqual([`${stamp} guest: x`]);
});

test('without syslogd nothing is logged, and nobody is told', async () => {
  await host.test.ok('stopsrc -s syslogd');
  await host.test.ok('logger x');
  expect(log()).toEqual([]);
  expect(await host.test.ok('lssrc -s syslogd')).toContain('inoperative');
  await host.test.ok('startsrc -s syslogd');
  await host.test.ok('logger y');
  expect(log()).toEqual([`${stamp} syslogd: restart`, `${stamp} root: y`]);
});

test('a start of its whole group reads the configuration, too', async () => {
  await host.test.ok('stopsrc -s syslogd');
  writePlaceFile(host.lab, host.place, '/etc/syslog.conf', '# nothing\n');
  await host.test.ok('startsrc -g ras');
  await host.test.ok('logger x');
  expect(log()).toEqual([]);
});

test('a WPAR has its own log and its own name', async () => {
  const { test: lab, lab: opened, at } = host;
  await lab.ok('startwpar dev02');
  const wpar = findWpar(opened.engine, 'l488pp008', 'dev02');
  if (!wpar) throw new Error('no WPAR');
  const place = { ...host.place, wpar };
  writePlaceFile(opened, place, '/etc/syslog.conf', `*.debug ${logFile}\n`);
  writePlaceFile(opened, present(opened.engine, place), logFile, '');
  lab.wpar = 'dev02';
  await lab.ok('refresh -s syslogd');
  await lab.ok('logger x');
  expect(log()).toEqual([]);
  const own = readFileSync(at(`/wpars/dev02${logFile}`), 'utf8').split('\n');
  expect(own).toEqual([
    ...['syslogd: restart', 'root: x'].map((text) =>
      expect.stringMatching(new RegExp(`^Nov 17 10:2.:.. dev02 ${text}$`)),
    ),
    '',
  ]);
});

test('a WPAR reads its file when it starts, not when somebody logs', async () => {
  const { test: lab, lab: opened, at } = host;
  const wpar = () => findWpar(opened.engine, 'l488pp008', 'dev02');
  const place = () => ({ ...host.place, ...(wpar() ? { wpar: wpar() } : {}) }) as Place;
  writePlaceFile(opened, place(), '/etc/syslog.conf', `*.debug ${logFile}\n`);
  writePlaceFile(opened, place(), logFile, '');
  await lab.ok('startwpar dev02');
  writePlaceFile(opened, place(), '/etc/syslog.conf', '# nothing\n');
  lab.wpar = 'dev02';
  await lab.ok('logger x');
  expect(readFileSync(at(`/wpars/dev02${logFile}`), 'utf8')).toMatch(/ syslogd: restart\n.* root: x\n$/);
});
