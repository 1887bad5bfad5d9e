import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { typeParlab } from '../support/parlab.ts';

/** Nothing runs: the words are wrong, or there is nothing to test. Never the status of a script that fails its test. */
test.each([
  ['drtest nosuch', 'There is no script nosuch.'],
  ['drtest .', 'There is no script ..'],
  ["drtest ''", 'There is no script .'],
  ['drtest bpichmc:/nosuch', 'bpichmc is no AIX host: it has no scripts for dynamic changes.'],
  ['drtest script --host nosuch', 'The lab has no host called nosuch; "parlab hosts" lists them.'],
  ['drtest script --host bpichmc', 'bpichmc is no AIX host: it has no scripts for dynamic changes.'],
  ['drtest script --timeout 0', '0 is no number of seconds.'],
  ['drtest script --timeout -1', '-1 is no number of seconds.'],
  ['drtest script --timeout 5m', '5m is no number of seconds.'],
  ['drtest script --resource cpu --event migrate', 'No resource asked for has the event migrate.'],
])('parlab %s', async (line, message) => {
  const lab = new TestLab('default', 'l488pp008');
  writeFileSync(join(lab.home, 'script'), '#!/bin/sh\n');
  const before = lab.dump();
  expect(await typeParlab(lab, line)).toEqual({ status: 2, stdout: '', stderr: `parlab: ${message}\n` });
  expect(lab.dump()).toEqual(before);
});

test('a script that the host does not have', async () => {
  const lab = new TestLab('default', 'l488pp008');
  for (const path of ['/nosuch', '/etc', 'nosuch']) {
    expect(await typeParlab(lab, `drtest l488pp008:${path}`)).toEqual({
      status: 2,
      stdout: '',
      stderr: `parlab: There is no script l488pp008:${path}.\n`,
    });
  }
});

test.each([
  ['drtest', 'Not enough non-option arguments: got 0, need at least 1'],
  ['drtest a b', 'Unknown argument: b'],
  ['drtest a --resource memory', 'Invalid values:'],
  ['drtest a --event reboot', 'Invalid values:'],
])('parlab %s: misused', async (line, message) => {
  const outcome = await typeParlab(new TestLab('default'), line);
  expect(outcome).toMatchObject({ status: 2, stdout: '' });
  expect(outcome.stderr).toContain(`parlab: ${message}`);
});
