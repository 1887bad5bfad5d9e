import { expect, test } from 'vitest';
import { composePage } from '../../src/manual/compose.ts';
import { parsePage } from '../../src/manual/page.ts';
import { inlineLine, macroArgument, textLine, verbatim } from '../../src/manual/roff.ts';

test.each([
  ['.SH is no request', '\\&.SH is no request'],
  ["'quoted' a\\b", '\\(aqquoted\\(aq a\\(rsb'],
  ['-v `x` ^ ~', '\\-v \\(gax\\(ga \\(ha \\(ti'],
])('%s is text', (text, roff) => {
  expect(textLine(text)).toBe(roff);
});

test('words are dressed, and lone signs are text', () => {
  expect(inlineLine('`-n` *name* and **this**, 2 * 3 * 4')).toBe(
    '\\fB\\-n\\fR \\fIname\\fR and \\fBthis\\fR, 2 * 3 * 4',
  );
  expect(inlineLine('an open ` stays')).toBe('an open \\(ga stays');
});

test('quotes inside the argument of a macro do not end it', () => {
  expect(macroArgument('say "no"')).toBe('"say \\(dqno\\(dq"');
});

test('what is typed is bold, over several lines too', () => {
  expect(verbatim(['$ a \\', '  b', 'out', '', '.x']).slice(3, -2)).toEqual([
    '$ \\fBa \\(rs\\fR',
    '\\fB  b\\fR',
    'out',
    '',
    '\\&.x',
  ]);
});

test.each([
  ['mkwpar', 'line 1'],
  ['# mkwpar\n\ntext', 'line 3'],
  ['# mkwpar\n## A\n```', 'line 3: the block is not closed'],
  ['# mkwpar\n## A\n```console\n```', 'line 3: expected "console world'],
])('the page %j is refused', (text, why) => {
  expect(() => parsePage(text)).toThrow(why);
});

test('a page without a purpose is refused', () => {
  expect(() => composePage(parsePage('# nothing'), [], '0')).toThrow('no purpose');
});
