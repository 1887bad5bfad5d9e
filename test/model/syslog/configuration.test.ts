import { expect, test } from 'vitest';
import { parseConfiguration } from '../../../src/model/syslog/configuration.ts';
import { facilities, levels } from '../../../src/model/syslog/levels.ts';

const all = (level: number, but: readonly string[] = []) =>
  Object.fromEntries(
    Object.keys(facilities)
      .filter((name) => !but.includes(name))
      .map((name) => [name, level]),
  );

test.each([
  ['*.debug', all(7)],
  ['*.*', all(7)],
  ['mail.crit', { mail: levels.crit }],
  ['mail,news.err', { mail: 3, news: 3 }],
  ['auth.notice;daemon.info', { auth: 5, daemon: 6 }],
  ['*.info;kern.none', all(6, ['kern'])],
  ['*.info;mail,kern.none', all(6, ['mail', 'kern'])],
  ['*.info;mail.err', { ...all(6), mail: 3 }],
  ['security.panic', { auth: 0 }],
  ['user.error;local7.warn', { user: 3, local7: 4 }],
  // Marks are no part of *, and none are made.
  ['mark.info;user.info', { user: 6 }],
])('the selector %s', (selector, chosen) => {
  expect(parseConfiguration(`${selector}\t/var/adm/x\n`)).toEqual({
    ...{ rules: [{ file: '/var/adm/x', levels: chosen }], elsewhere: 0, wrong: [] },
  });
});

const usual = { compress: false };
test.each([
  // drmgr's log as the seed has it.
  ['rotate size 100k files 4', { ...usual, size: 102_400, files: 4 }],
  ['rotate', { ...usual, size: 1_048_576 }],
  ['rotate size 2m', { ...usual, size: 2_097_152 }],
  // The page: 10 KB and two files are the least.
  ['rotate size 1k files 1', { ...usual, size: 10_240, files: 2 }],
  ['rotate time 12h', { ...usual, seconds: 43_200 }],
  ['rotate time 2d files 15 compress', { compress: true, seconds: 172_800, files: 15 }],
  ['rotate size 50k time 1w', { ...usual, size: 51_200, seconds: 604_800 }],
  ['rotate time 1m', { ...usual, seconds: 2_592_000 }],
  ['rotate time 1y', { ...usual, seconds: 31_536_000 }],
  ['rotate archive /var/old/ perm 600', { ...usual, size: 1_048_576, archive: '/var/old/', mode: 0o600 }],
  ['filter /var/adm/remote', undefined],
])('the words %s', (words, rotation) => {
  const [rule] = parseConfiguration(`*.debug /var/adm/dr.log ${words}`).rules;
  expect(rule?.rotation).toEqual(rotation);
});

test.each([
  'mail /var/adm/x',
  '.info /var/adm/x',
  'mail.loud /var/adm/x',
  'post.info /var/adm/x',
  '__proto__.info /var/adm/x',
  'mail.constructor /var/adm/x',
  '*.info',
  '*.info /var/adm/x rotate size 100',
  '*.info /var/adm/x rotate size 0k',
  '*.info /var/adm/x rotate size 5x',
  '*.info /var/adm/x rotate files many',
  '*.info /var/adm/x rotate time 1q',
  '*.info /var/adm/x rotate archive old',
  '*.info /var/adm/x rotate perm rw',
  '*.info /var/adm/x rotate filter',
  '*.info /var/adm/x turn',
])('the line %s means nothing, the others count', (line) => {
  expect(parseConfiguration(`# first\n${line}\nmail.info /var/adm/y\n`)).toEqual({
    ...{ rules: [{ file: '/var/adm/y', levels: { mail: 6 } }], elsewhere: 0, wrong: [2] },
  });
});

test('blanks, tabs and comments; users, terminals and hosts', () => {
  const text = `\n # comment\n#*.info /var/adm/x\n\t*.emerg   *\n*.alert root,operator\n*.debug @loghost\n*.err\t/dev/console\n`;
  expect(parseConfiguration(text)).toEqual({ rules: [], elsewhere: 4, wrong: [] });
});

test('a path cannot leave the root, and no more than 1000 lines are read', () => {
  expect(parseConfiguration('*.debug /var/../../../etc/x').rules[0]?.file).toBe('/etc/x');
  expect(parseConfiguration('*.debug /x\n'.repeat(5000)).rules).toHaveLength(1000);
});
