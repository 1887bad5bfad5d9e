import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { within } from './places.ts';
import { done, expectRefusal, rows } from './wpars.ts';

const printed = (lab: TestLab) => lab.ok('wparprnterr dev01');

test.each([
  [
    ['-w', 'dev01', '-S', '%s failed with return value %d\\n', 'lswpar', '-1'],
    'lswpar failed with return value -1\n',
  ],
  [['-w', 'dev01', '-c', 'wparerrs.msg', '-s', '1', '-n', '12', '-S', 'plain'], 'plain\n'],
  [
    ['-w', 'dev01', '-S', '%5d|%-5s|%05u|%x|%X|%o|%c|%%\\t.', '42', 'ab', '7', '255', '255', '8', 'xyz'],
    '   42|ab   |00007|ff|FF|10|x|%\t.\n',
  ],
  [['-w', 'dev01', '-S', '%s', '\u001b[31m'], '?[31m\n'],
  [['-w', 'dev01', '-S-w is text here'], '-w is text here\n'],
])('%j', async (words, text) => {
  const lab = new TestLab('default', 'l488pp008');
  expect(await lab.call('wparerr', ...words)).toEqual(done(''));
  expect(await printed(lab)).toBe(text);
});

test('inside it is for the WPAR itself, and -w is refused', async () => {
  const lab = new TestLab('default', 'l488pp008');
  expect(await within(lab, 'dev01', 'wparerr -S hello')).toEqual(done(''));
  expect(await printed(lab)).toBe('hello\n');
  expect(await within(lab, 'dev01', 'wparerr -w dev02 -S hello')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'wparerr: The -w flag cannot be used inside a workload partition.\n',
  });
  expect(await lab.ok('wparprnterr dev02')).toBe('');
});

test('1 KB of messages fit, and not a byte more; others have room of their own', async () => {
  const lab = new TestLab('default', 'l488pp008');
  await lab.ok(`wparerr -w dev01 -S ${'x'.repeat(1000)}`);
  await lab.ok(`wparerr -w dev01 -S ${'y'.repeat(24)}`);
  await expectRefusal(
    lab,
    'wparerr -w dev01 -S z',
    'wparerr: There is no room for the message: a workload partition holds 1 KB of them.',
  );
  await lab.ok('wparerr -w dev02 -S z');
  await lab.ok('rmwpar dev01');
  expect(rows(lab, 'SELECT text FROM wpar_message')).toEqual([{ text: 'z' }]);
});

test.each([
  ['wparerr -w nosuch -S x', 1, 'wparerr: 0960-419 Could not find a workload partition called nosuch.'],
  [
    'wparerr -w dev01 -S %f 1',
    1,
    'wparerr: %f cannot be formatted: there are %s, %c, %d, %i, %u, %o, %x, %X and %%.',
  ],
  ['wparerr -w dev01 -S %d x', 1, 'wparerr: x is not a number for %d.'],
  ['wparerr -w dev01 -S %d', 1, 'wparerr: There is no argument for %d.'],
  ['wparerr -w dev01', 2, 'wparerr: Give the message: -S Format [ Arguments ].'],
  ['wparerr -w dev01 -S', 2, 'wparerr: Give the message: -S Format [ Arguments ].'],
  ['wparerr -S x', 2, 'wparerr: Name the workload partition with -w.'],
  ['wparerr -w dev01 -c x -S x', 2, 'wparerr: The -c flag is valid only with the -s flag.'],
])('%s', async (line, status, message) => {
  const outcome = await new TestLab('default', 'l488pp008').type(line);
  expect({ ...outcome, stderr: outcome.stderr.split('\n')[0] }).toEqual({
    status,
    stdout: '',
    stderr: message,
  });
});
