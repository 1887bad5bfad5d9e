import { expect, test } from 'vitest';
import { splitWords } from '../support/words.ts';

test.each([
  ['lswpar -c  wp1', ['lswpar', '-c', 'wp1']],
  ['  lswpar ', ['lswpar']],
  ["lswpar -d ' | '", ['lswpar', '-d', ' | ']],
  ['a "b \\"c\\" \\d" e\\ f', ['a', 'b "c" \\d', 'e f']],
  ["-M 'mount'opts=\"ro\" ''", ['-M', 'mountopts=ro', '']],
  ['', []],
])('splits %j', (line, words) => {
  expect(splitWords(line)).toEqual(words);
});

test('an open quote is refused', () => {
  expect(() => splitWords("lswpar 'wp1")).toThrow('not closed');
});
