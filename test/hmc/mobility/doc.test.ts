import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Check } from '../../../src/model/mobility/check.ts';
import { checks } from '../../../src/model/mobility/checks/table.ts';
import { projectRoot } from '../../support/bins.ts';

const text = readFileSync(join(projectRoot, 'docs', 'mobility-checks.md'), 'utf8');
const [first = '', second = ''] = text.split('## The checks');

function cellsOf(part: string): string[][] {
  return part
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
}

/** What the words of the command line decide. V15 is about vNICs, which the lab does not have. */
const words = ['G01', 'G02', 'G03'];

function rowOf({ id, types, severity, override, reads }: Check): string[] {
  const letters = types.map((type) => type.charAt(0).toUpperCase()).join(' ');
  return [id, letters, severity, override?.flag ?? '', reads];
}

describe('docs/mobility-checks.md', () => {
  test('lists the checks as they are', () => {
    expect(cellsOf(second)).toEqual(checks.map(rowOf));
  });

  test('every check that a line names exists, and every line names one or says why not', () => {
    const known = new Set([...checks.map(({ id }) => id), ...words]);
    for (const [page, what, covering = ''] of cellsOf(first)) {
      const ids = covering === '-' ? [] : covering.split(', ');
      expect(ids.length > 0 || /\bthe lab\b/.test(what ?? ''), what).toBe(true);
      expect(
        ids.filter((id) => !known.has(id)),
        `${page} ${what}`,
      ).toEqual([]);
    }
  });

  test('every page of the lists is there', () => {
    const pages = new Set(cellsOf(first).flatMap(([page = '']) => page.split(', ').map(Number)));
    // 22, 23, 27, 31, 34 and 35 explain; 18 is remote migration.
    const wanted = [7, 8, 9, 10, 17, 18, 19, 20, 21, 24, 25, 26, 28, 29, 30, 32, 33, 36, 48];
    expect(wanted.filter((page) => !pages.has(page))).toEqual([]);
  });
});
