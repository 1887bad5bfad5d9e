/** The system log; seed 4, "You must configure the syslog facility". */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { logToSyslog, openSyslog, restartSyslog, settleSyslog } from '../../../src/model/syslog/log.ts';
import { writePlaceFile } from '../../../src/model/tree/files.ts';
import { rows } from '../../aix/wpars.ts';
import { TestLab } from '../../support/lab.ts';
import { type Logged, logFile, logged, stamp } from './logs.ts';

let host: Logged | undefined;
afterEach(() => host?.close());

const open = (line?: string): Logged => {
  host = logged(line);
  return host;
};
const message = { facility: 'user', level: 'notice', tag: 'DRMGR', text: 'hello' } as const;
const restart = `${stamp} syslogd: restart\n`;
const hello = `${stamp} DRMGR: hello\n`;
const text = ({ at }: Logged, path = logFile) => readFileSync(at(path), 'utf8');

test('a line for each message, and one for the start, as in the published log', () => {
  const on = open(`*.debug ${logFile} rotate size 100k files 4`);
  const log = openSyslog(on.lab, on.place);
  log.write(message);
  log.write({ ...message, level: 'debug', text: 'more' });
  expect(text(on)).toBe(`${restart}${hello}${stamp} DRMGR: more\n`);
});

test.each([
  ['user.notice', 'user', 'notice', true],
  ['user.notice', 'user', 'err', true],
  ['user.notice', 'user', 'info', false],
  ['daemon.debug', 'user', 'emerg', false],
  ['*.debug;user.none', 'user', 'emerg', false],
] as const)('%s and a message of %s.%s', (selector, facility, level, written) => {
  const on = open(`${selector} ${logFile}`);
  logToSyslog(on.lab, on.place, { ...message, facility, level });
  expect(text(on).endsWith(hello)).toBe(written);
});

test('two lines for one file write twice, two files get one each', () => {
  const on = open();
  writeFileSync(on.at('/var/adm/other'), '');
  writePlaceFile(
    ...[on.lab, on.place, '/etc/syslog.conf'],
    `user.debug ${logFile}\nuser.err ${logFile}\nuser.err /var/adm/other\n`,
  );
  restartSyslog(on.lab, on.place);
  logToSyslog(on.lab, on.place, { ...message, level: 'err' });
  expect([text(on), text(on, '/var/adm/other')]).toEqual([hello + hello, hello]);
});

test('an edited file counts when syslogd reads it', () => {
  const on = open(`*.debug ${logFile}`);
  writePlaceFile(on.lab, on.place, '/etc/syslog.conf', '# nothing\n');
  logToSyslog(on.lab, on.place, message);
  expect(text(on)).toBe(restart + hello);
  restartSyslog(on.lab, on.place);
  logToSyslog(on.lab, on.place, message);
  expect(text(on)).toBe(restart + hello);
});

test('who goes into a place comes too late to change what was read at its start', () => {
  const on = open();
  settleSyslog(on.lab, on.place);
  writePlaceFile(on.lab, on.place, '/etc/syslog.conf', `*.debug ${logFile}\n`);
  logToSyslog(on.lab, on.place, message);
  expect(text(on)).toBe('');
});

test('a file that is not there is not made, nor written when it is made later', () => {
  const on = open();
  rmSync(on.at(logFile));
  writePlaceFile(on.lab, on.place, '/etc/syslog.conf', `*.debug ${logFile}\n`);
  restartSyslog(on.lab, on.place);
  logToSyslog(on.lab, on.place, message);
  expect(existsSync(on.at(logFile))).toBe(false);
  writeFileSync(on.at(logFile), '');
  logToSyslog(on.lab, on.place, message);
  expect(text(on)).toBe('');
  restartSyslog(on.lab, on.place);
  logToSyslog(on.lab, on.place, message);
  expect(text(on)).toBe(restart + hello);
});

test('where nothing is logged no tree is laid, and the second message reads no file', () => {
  const fresh = new TestLab('default', 'l488pp008');
  const on = open();
  rmSync(on.at('/'), { recursive: true });
  on.lab.update(({ engine }) => engine.run('UPDATE host SET laid = 0'));
  logToSyslog(on.lab, on.place, message);
  expect(existsSync(on.at('/'))).toBe(false);
  expect(rows(on.test, 'SELECT rules FROM syslog')).toEqual([{ rules: '[]' }]);
  expect(rows(fresh, 'SELECT * FROM syslog')).toEqual([]);
});

test.each([
  ['a link out of the tree', (path: string, out: string) => symlinkSync(out, path)],
  ['a link to above the root', (path: string, out: string) => symlinkSync(`../../../../..${out}`, path)],
  ['a link to itself', (path: string) => symlinkSync('dr.log', path)],
  ['a FIFO', (path: string) => void spawnSync('mkfifo', [path])],
  ['a directory', (path: string) => mkdirSync(path)],
  [
    'a directory that is a link',
    (path: string, out: string) => {
      rmSync(dirname(path), { recursive: true });
      symlinkSync(dirname(out), dirname(path));
    },
  ],
])('%s as the log changes nothing outside, and stops nobody', (_, make) => {
  const on = open(`*.debug ${logFile} rotate size 10k files 2`);
  const out = join(on.test.home, 'dr.log');
  writeFileSync(out, 'mine\n');
  rmSync(on.at(logFile));
  make(on.at(logFile), out);
  for (let times = 0; times < 20; times++)
    logToSyslog(on.lab, on.place, { ...message, text: 'x'.repeat(800) });
  restartSyslog(on.lab, on.place);
  expect(readFileSync(out, 'utf8')).toBe('mine\n');
  expect(readdirSync(on.test.home).sort()).toEqual(['dr.log', 'lab']);
});

test('a link in the tree is followed there', () => {
  const on = open(`*.debug ${logFile}`);
  rmSync(on.at(logFile));
  writeFileSync(on.at('/tmp/real'), '');
  symlinkSync('/tmp/real', on.at(logFile));
  logToSyslog(on.lab, on.place, message);
  expect(text(on, '/tmp/real')).toBe(hello);
});

test.each(['/dev/null', '/usr/lib/x', '/proc/x', '/'])('%s is no log file', (path) => {
  const on = open(`*.debug ${path}`);
  logToSyslog(on.lab, on.place, message);
  expect(rows(on.test, 'SELECT rules FROM syslog')).toEqual([{ rules: '[]' }]);
});

test('a log does not grow beyond 2 GB', () => {
  const on = open(`*.debug ${logFile}`);
  truncateSync(on.at(logFile), 2 * 1024 ** 3 - 10);
  logToSyslog(on.lab, on.place, message);
  expect(statSync(on.at(logFile)).size).toBe(2 * 1024 ** 3 - 10);
});

const long = { ...message, text: 'x'.repeat(800) };
const names = ({ at }: Logged, folder = '/var/adm') =>
  readdirSync(at(folder))
    .filter((name) => name.includes('dr.log'))
    .sort();
const lines = ({ at }: Logged, path: string) => readFileSync(at(path), 'utf8').split('\n').length - 1;

test('rotation by size: the last files are kept, the oldest fall out, no line is lost while they are there', () => {
  const on = open(`user.debug ${logFile} rotate size 10k files 3`);
  const log = openSyslog(on.lab, on.place);
  for (let times = 0; times < 100; times++) log.write({ ...long, text: `${times} ${'x'.repeat(800)}` });
  expect(names(on)).toEqual(['dr.log', 'dr.log.0', 'dr.log.1', 'dr.log.2']);
  const kept = ['.2', '.1', '.0', ''].flatMap((end) =>
    text(on, logFile + end)
      .split('\n')
      .slice(0, -1),
  );
  const numbers = kept.map((line) => Number(/DRMGR: (\d+) /.exec(line)?.[1]));
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => 100 - numbers.length + index));
  expect(statSync(on.at(`${logFile}.0`)).size).toBeGreaterThan(10 * 1024);
  expect(statSync(on.at(`${logFile}.0`)).size).toBeLessThan(10 * 1024 + 900);
});

test('rotation with compress: all but the present file are packed, and what was rotated before stays', () => {
  const on = open(`user.debug ${logFile} rotate size 10k files 2 compress`);
  writeFileSync(on.at(`${logFile}.0`), 'old\n');
  for (let times = 0; times < 60; times++) logToSyslog(on.lab, on.place, long);
  expect(names(on)).toEqual(['dr.log', 'dr.log.0', 'dr.log.0.Z', 'dr.log.1.Z']);
  expect(text(on, `${logFile}.0`)).toBe('old\n');
  const read = spawnSync('gzip', ['-dc', on.at(`${logFile}.0.Z`)], { encoding: 'utf8' });
  expect(read.stdout).toBe(`${stamp} DRMGR: ${long.text}\n`.repeat(13));
});

test('rotation with archive and perm: rotated files go to the directory, if it is there', () => {
  const on = open(`user.debug ${logFile} rotate size 10k files 2 archive /var/log perm 600`);
  for (let times = 0; times < 20; times++) logToSyslog(on.lab, on.place, long);
  expect([names(on), names(on, '/var/log')]).toEqual([['dr.log'], ['dr.log.0']]);
  expect(statSync(on.at('/var/log/dr.log.0')).mode & 0o777).toBe(0o600);
  expect(statSync(on.at(logFile)).mode & 0o777).toBe(0o644);
});

test.each(['/nosuch', '/usr/lib', '/proc'])('archive %s: the log grows on', (folder) => {
  const on = open(`user.debug ${logFile} rotate size 10k files 2 archive ${folder}`);
  for (let times = 0; times < 20; times++) logToSyslog(on.lab, on.place, long);
  expect([names(on), lines(on, logFile)]).toEqual([['dr.log'], 20]);
});

test('rotation by time, in lab time', async () => {
  const on = open(`user.debug ${logFile} rotate time 1d files 2`);
  const wait = async (seconds: number) => {
    await on.lab.pass(seconds, new AbortController().signal);
    on.lab.update(() => {});
    logToSyslog(on.lab, on.place, message);
    return names(on).map((name) => lines(on, `/var/adm/${name}`));
  };
  expect(await wait(86_399)).toEqual([1]);
  expect(await wait(1)).toEqual([1, 1]);
  expect(await wait(86_399)).toEqual([2, 1]);
  expect(await wait(1)).toEqual([1, 2, 1]);
});

test('what stands in the way of a rotation leaves the log whole', () => {
  const on = open(`user.debug ${logFile} rotate size 10k files 2`);
  mkdirSync(on.at(`${logFile}.0/full`), { recursive: true });
  for (let times = 0; times < 20; times++) logToSyslog(on.lab, on.place, long);
  expect(lines(on, logFile)).toBe(20);
});

test('links in the place of rotated files are replaced, never written through', () => {
  const on = open(`user.debug ${logFile} rotate size 10k files 2 perm 777`);
  const out = join(on.test.home, 'mine');
  writeFileSync(out, 'mine\n', { mode: 0o600 });
  for (const end of ['.0', '.1', '.2']) symlinkSync(out, on.at(logFile + end));
  symlinkSync(out, on.at('/var/adm/.dr.log.next'));
  for (let times = 0; times < 60; times++) logToSyslog(on.lab, on.place, long);
  expect(readFileSync(out, 'utf8')).toBe('mine\n');
  expect(statSync(out).mode & 0o777).toBe(0o600);
});

test('a name of the log that is also another file: the other one keeps what it has', () => {
  const on = open(`user.debug ${logFile} rotate size 10k files 2`);
  linkSync(on.at(logFile), on.at('/tmp/same'));
  logToSyslog(on.lab, on.place, message);
  expect(text(on, '/tmp/same')).toBe(hello);
});

test('a lab that cannot be written loses messages, and tells nobody', () => {
  const on = open(`*.debug ${logFile} rotate size 10k compress`);
  on.lab.engine.exec('PRAGMA query_only = ON');
  expect(() => {
    restartSyslog(on.lab, on.place);
    logToSyslog(on.lab, on.place, message);
  }).not.toThrow();
});

test('the lab notes what was read, for who wonders where the messages are', () => {
  const on = open(`*.debug ${logFile}`);
  writePlaceFile(on.lab, on.place, '/etc/syslog.conf', `*.debug ${logFile}\nnonsense\n*.err /nosuch\n`);
  restartSyslog(on.lab, on.place);
  expect(rows(on.test, 'SELECT host, what FROM change ORDER BY rowid DESC LIMIT 1')).toEqual([
    {
      host: 'l488pp008',
      what: `syslogd logs by /etc/syslog.conf: to ${logFile}; not to /nosuch: there is no such file; not understood: line 2`,
    },
  ]);
});
