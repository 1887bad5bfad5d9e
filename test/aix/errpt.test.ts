import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { within } from './places.ts';
import { done, expectMisuse } from './wpars.ts';

const titles = 'IDENTIFIER TIMESTAMP  T C RESOURCE_NAME  DESCRIPTION\n';
const monitoring = 'A6DF45AA   1117102011 I O RMCdaemon      The daemon is started.\n';
const logging = '9DBCFDEE   1117102011 N U errdemon       ERROR LOGGING TURNED ON\n';
const operator = 'AA8AB241   1117102011 T O OPERATOR       OPERATOR NOTIFICATION\n';

async function running(): Promise<TestLab> {
  const lab = new TestLab('default', 'l488pp008');
  await lab.ok('startwpar dev02');
  return lab;
}

test('a freshly started WPAR has two entries, which nobody else sees (the vendor, of WPARs)', async () => {
  const lab = await running();
  expect(await within(lab, 'dev02', 'errpt')).toEqual(done(titles + monitoring + logging));
  expect(await lab.type('errpt')).toEqual(done(''));
});

test('so has one that is active when the world begins; each start adds two', async () => {
  const lab = new TestLab('default', 'p550q');
  const entries = async () => (await within(lab, 'wp03', 'errpt')).stdout.trimEnd().split('\n').length - 1;
  expect(await entries()).toBe(2);
  await lab.ok('rebootwpar wp03');
  expect(await entries()).toBe(4);
});

describe('choices', () => {
  test.each([
    ['-d O', monitoring],
    ['-d H,S', ''],
    ['-j a6df45aa,AA8AB241', monitoring],
    ['-k A6DF45AA', logging],
    ['-J ERRLOG_ON', logging],
    ['-K ERRLOG_ON', monitoring],
    ['-l 1', logging],
    ['-N RMCdaemon', monitoring],
    ['-T INFO', monitoring],
    ['-T UNKN,PERM', logging],
    ['-n dev02', monitoring + logging],
    ['-n other', ''],
    ['-m 00F693484C00', monitoring + logging],
    ['-s 1117102011', monitoring + logging],
    ['-s 1117102111', ''],
    ['-e 1117101911', ''],
    ['-e 1117102011', monitoring + logging],
  ])('errpt %s', async (flags, rows) => {
    expect(await within(await running(), 'dev02', `errpt ${flags}`)).toEqual(
      done(rows === '' ? '' : titles + rows),
    );
  });
});

test('in full, with the name of the WPAR', async () => {
  expect((await within(await running(), 'dev02', 'errpt -a -j 9DBCFDEE')).stdout).toBe(`${'-'.repeat(75)}
LABEL:          ERRLOG_ON
IDENTIFIER:     9DBCFDEE

Date/Time:       Thu Nov 17 10:20:04 2011
Sequence Number: 1
Machine Id:      00F693484C00
Node Id:         dev02
Class:           U
Type:            UNKN
WPAR:            dev02
Resource Name:   errdemon

Description
ERROR LOGGING TURNED ON

Probable Causes
ERRDEMON STARTED AUTOMATICALLY

User Causes
/USR/LIB/ERRDEMON COMMAND

\tRecommended Actions
\tNONE

`);
});

test('messages of operators: each where it was written', async () => {
  const lab = await running();
  expect(await lab.type('errlogger on the host')).toEqual(done(''));
  expect(await lab.ok('errpt')).toBe(titles + operator);
  expect(await lab.ok('errpt -A')).toContain('Detail Data\nMESSAGE FROM ERRLOGGER COMMAND\non the host\n');
  expect((await within(lab, 'dev02', 'errpt')).stdout).toBe(titles + monitoring + logging);
});

test.each([
  ['errpt -d X', 'errpt: X is not known to the -d flag; it knows H, S, O, U.'],
  ['errpt -s 1332102011', 'errpt: 1332102011 is not a time of the form mmddhhmmyy.'],
  ['errpt -s yesterday', 'errpt: yesterday is not a time of the form mmddhhmmyy.'],
  ['errpt -l x', 'errpt: x is not a number of an entry.'],
])('%s', async (line, message) => {
  await expectMisuse(new TestLab('default', 'l488pp008'), line, message, 'no usage');
});

test.each([
  ['errpt -a -A', 'errpt: The -a and -A flags cannot be used together.'],
  ['errpt -c', 'errpt: The -c flag is not supported by parlab: it would wait for ever; call it again.'],
])('%s', async (line, message) => {
  await expectMisuse(new TestLab('default', 'l488pp008'), line, message);
});
