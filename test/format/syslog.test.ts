import { expect, test } from 'vitest';
import { syslogLine } from '../../src/format/syslog.ts';

const base = {
  time: Date.UTC(2004, 6, 27, 16, 50, 25) / 1000,
  host: 'thimblelp4',
  tag: 'DRMGR',
  text: 'text',
};
const start = 'Jul 27 16:50:25 thimblelp4 ';

test.each([
  // The published log of a processor addition.
  [{ text: 'Starting CHECK phase for Scripts.' }, `${start}DRMGR: Starting CHECK phase for Scripts.\n`],
  [{ pid: 12 }, `${start}DRMGR[12]: text\n`],
  [{ time: Date.UTC(2011, 10, 7, 1, 2, 3) / 1000 }, 'Nov  7 01:02:03 thimblelp4 DRMGR: text\n'],
  [{ text: '' }, `${start}DRMGR: \n`],
  [{ text: 'a\nJul 27 16:50:26 other su: root' }, `${start}DRMGR: a Jul 27 16:50:26 other su: root\n`],
  [{ tag: 'a\nb' }, `${start}a b: text\n`],
  [{ text: 'a\u2028b\u2029c\rd' }, `${start}DRMGR: a b c^Md\n`],
  [{ text: '\u001b[31m\u0000\u007f\u0085\u009b' }, `${start}DRMGR: ^[[31m^@^?M-^EM-^[\n`],
  [{ text: 'a\tb grün' }, `${start}DRMGR: a\tb grün\n`],
  [{ text: 'x'.repeat(10_000_000) }, `${start}DRMGR: ${'x'.repeat(893)}\n`],
  // A character of two bytes at the end is left out, not halved.
  [{ text: `${'x'.repeat(892)}ü` }, `${start}DRMGR: ${'x'.repeat(892)}\n`],
  [{ text: `${'x'.repeat(891)}😀` }, `${start}DRMGR: ${'x'.repeat(891)}\n`],
])('a message %# is one line', (change, line) => {
  expect(syslogLine({ ...base, ...change })).toBe(line);
});
