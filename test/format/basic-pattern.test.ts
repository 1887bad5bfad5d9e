import { expect, test } from 'vitest';
import { compileBasicPattern } from '../../src/format/basic-pattern.ts';

test.each([
  ['^./tmp/', './tmp/x', true],
  ['^./tmp/', './var/tmp/x', false],
  ['^./tmp', './tmp', true],
  ['.o$', './a.o', true],
  ['\\.o$', './foo', false],
  ['\\.o$', './a.o', true],
  ['a*b', './b', true],
  ['^*a', '*a', true],
  ['[[:digit:]]\\{3\\}', './a123', true],
  ['[[:digit:]]\\{3\\}', './a12b3', false],
  ['^\\(ab\\)*$', 'abab', true],
  ['^\\(ab\\)*$', 'aba', false],
  ['[]x]', 'a]', true],
  ['[^a-c]', 'abc', false],
  ['[a-]', '-', true],
  ['a\\{2,3\\}$', 'caaa', true],
  ['^a\\{2,3\\}$', 'aaaa', false],
  ['a+b', 'aab', false],
  ['a+b', 'a+b', true],
  ['x', 'a\nx', true],
  ['$', '', true],
  ['a$b', 'a$b', true],
  ['\\^', 'a^', true],
])('%s fits %j: %s', (pattern, name, fits) => {
  expect(compileBasicPattern(pattern)(name)).toBe(fits);
});

test.each([
  ['[', 'a [ without ]'],
  ['[[:nosuch:]]', 'there is no class nosuch'],
  ['[[:constructor:]]', 'there is no class constructor'],
  ['\\(a', 'a \\( without \\)'],
  ['a\\)', 'a \\) without \\('],
  ['\\(a\\)\\1', 'back-references are not supported'],
  ['a\\', 'a backslash at the end'],
  ['a\\{3,1\\}', 'a repetition whose limits are the wrong way round'],
  ['a\\{x\\}', 'a \\{ that is no repetition'],
  ['[z-a]', 'a range whose ends are the wrong way round'],
  ['\\('.repeat(100), 'too many groups in each other'],
  ['\\(\\(a\\{200\\}\\)\\{200\\}\\)\\{200\\}', 'it is too long'],
])('%s is refused: %s', (pattern, why) => {
  expect(() => compileBasicPattern(pattern)).toThrow(new SyntaxError(why));
});

test('no pattern takes for ever', () => {
  const started = performance.now();
  expect(compileBasicPattern('\\(a*\\)*b')('a'.repeat(3000))).toBe(false);
  expect(compileBasicPattern('\\(\\(a*\\)*\\)*\\(a*a*a*a*\\)*b')('a'.repeat(3000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(5000);
});
