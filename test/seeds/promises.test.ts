/** Each promise of a seed document has a test: these lists say which, and fail when it is no longer there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../support/bins.ts';

interface Section {
  readonly section: string;
  readonly promises: readonly {
    readonly says: string;
    /** A file below test/, and the name of a test, of a group of tests or of a row there. */
    readonly test?: readonly [string, string];
    /** Why there is none. */
    readonly elsewhere?: string;
  }[];
}

const here = join(projectRoot, 'test', 'seeds');

/** Whether the text has this name where a test, a group or a row of a table begins. */
function hasTest(text: string, name: string): boolean {
  const literals = [name.replaceAll("'", "\\'"), name].flatMap((each) =>
    ["'", '"', '`'].map((quote) => `${quote}${each}${quote}`),
  );
  return literals.some((literal) => {
    for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1))
      if (/[([]\s*$/.test(text.slice(0, at)) && /^,/.test(text.slice(at + literal.length))) return true;
    return false;
  });
}

describe.each(readdirSync(here).filter((name) => name.endsWith('.yaml')))('%s', (file) => {
  const sections = parse(readFileSync(join(here, file), 'utf8')) as readonly Section[];
  const [, seed] = /^(\d+)-/.exec(file) ?? [];

  test('has no section and no promise twice', () => {
    const names = sections.map(({ section }) => section);
    expect(new Set(names).size).toBe(names.length);
    for (const { promises } of sections) {
      const said = promises.map(({ says }) => says);
      expect(new Set(said).size).toBe(said.length);
    }
  });

  test.each(sections)('$section', ({ promises }) => {
    const missing = promises.filter(({ test: where, elsewhere }) => {
      if (where === undefined) return elsewhere === undefined;
      const [path, name] = where;
      const text = readFileSync(join(projectRoot, 'test', path), 'utf8');
      return !hasTest(text, name);
    });
    expect(missing).toEqual([]);
  });

  test('the files say which seed they speak of', () => {
    const files = new Set(
      sections.flatMap(({ promises }) => promises.flatMap(({ test: where }) => where?.[0] ?? [])),
    );
    const silent = [...files].filter(
      (path) =>
        !new RegExp(`seed ${seed}\\b`, 'i').test(readFileSync(join(projectRoot, 'test', path), 'utf8')),
    );
    expect(silent).toEqual([]);
  });
});

test('a name counts only where a test begins', () => {
  expect(hasTest("test('one', () => {});", 'one')).toBe(true);
  expect(hasTest("test.each([\n  [\n    'one',\n  ],", 'one')).toBe(true);
  expect(hasTest('test("it\'s", () => {});', "it's")).toBe(true);
  expect(hasTest("// 'one'\nconst text = 'one';", 'one')).toBe(false);
  expect(hasTest("test('one and more', () => {});", 'one')).toBe(false);
});
