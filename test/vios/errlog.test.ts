import { describe, expect, test } from 'vitest';
import { alter, prints, refusal, server } from './typed.ts';

/** Entries of a captured AIX log, on this server: identifier, day, type, class, resource, description. */
function logged() {
  const lab = server();
  const at = (text: string) => Date.parse(`${text}Z`) / 1000;
  for (const [identifier, label, time, type, kind, resource, description] of [
    ['9DBCFDEE', 'ERRLOG_ON', at('2013-09-29T10:46'), 'T', 'O', 'errdemon', 'ERROR LOGGING TURNED ON'],
    [
      '08917DC6',
      'CLIENT_PMIG_STARTED',
      at('2016-04-14T08:33'),
      'I',
      'S',
      'pmig',
      'Client Partition Migration Started',
    ],
    ['1BBD20F4', 'DISK', at('2016-04-14T08:34'), 'I', 'H', 'hdiskpower3', 'FUNCTION DEGRADED'],
    [
      'A5E6DB96',
      'CLIENT_PMIG_DONE',
      at('2016-04-14T08:34'),
      'I',
      'S',
      'pmig',
      'Client Partition Migration Completed',
    ],
  ] as const) {
    alter(
      lab,
      `INSERT INTO error_log (partition, time, identifier, label, type, class, resource, description, machine, lpar_id)
       SELECT id, ?, ?, ?, ?, ?, ?, ?, '8233-E8B*069348P', 2 FROM partition WHERE name = 'b750vio2'`,
      time,
      identifier,
      label,
      type,
      kind,
      resource,
      description,
    );
  }
  return lab;
}

describe('errlog', () => {
  test('the summary: captured rows, the newest first', async () => {
    expect(await prints(logged(), 'errlog')).toBe(`IDENTIFIER TIMESTAMP  T C RESOURCE_NAME  DESCRIPTION
A5E6DB96   0414083416 I S pmig           Client Partition Migration Completed
1BBD20F4   0414083416 I H hdiskpower3    FUNCTION DEGRADED
08917DC6   0414083316 I S pmig           Client Partition Migration Started
9DBCFDEE   0929104613 T O errdemon       ERROR LOGGING TURNED ON
`);
  });

  test('in full', async () => {
    const lab = logged();
    const one = await prints(lab, 'errlog -seq 4');
    expect(one).toBe(`---------------------------------------------------------------------------
LABEL:          CLIENT_PMIG_DONE
IDENTIFIER:     A5E6DB96

Date/Time:       Thu Apr 14 08:34:00 2016
Sequence Number: 4
Machine Id:      00F693484C00
Node Id:         b750vio2
Class:           S
Type:            INFO
WPAR:            Global
Resource Name:   pmig

Description
Client Partition Migration Completed

`);
    const all = await prints(lab, 'errlog -ls');
    expect(all.startsWith(one)).toBe(true);
    expect(all.match(/^LABEL:/gm)).toHaveLength(4);
  });

  test('deleting', async () => {
    const lab = logged();
    alter(
      lab,
      "UPDATE meta SET value = ? WHERE key = 'clock.base'",
      String(Date.parse('2016-04-15T00:00Z') / 1000),
    );
    expect(await prints(lab, 'errlog -rm 30')).toBe('');
    expect((await prints(lab, 'errlog')).split('\n')).toHaveLength(5);
    expect(await prints(lab, 'errlog -rm 0')).toBe('');
    expect(await prints(lab, 'errlog')).toBe('');
    expect(await prints(lab, 'errlog -ls')).toBe('');
  });

  test.each([
    ['-seq 99', 'There is no entry with the sequence number 99.\n'],
    ['-seq x', 'The value x of the -seq flag is not a number from 0 to 999999999.\n'],
    ['-rm 1e3', 'The value 1e3 of the -rm flag is not a number from 0 to 99999.\n'],
  ])('errlog %s', async (line, stderr) => {
    expect(await refusal(logged(), `errlog ${line}`)).toEqual({ status: 1, stderr });
  });

  test('another partition has a log of its own', async () => {
    const lab = logged();
    lab.host = 'b750vio1';
    expect(await prints(lab, 'errlog')).toBe('');
  });
});
