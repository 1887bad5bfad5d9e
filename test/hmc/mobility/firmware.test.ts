import { describe, expect, test } from 'vitest';
import { firmwareAllows, firmwareName, firmwareOf } from '../../../src/model/mobility/firmware.ts';

const level = (text: string) => {
  const [release = 0, servicePack = 0] = text.split('_').map(Number);
  return { release, servicePack };
};

// The vendor's matrix of the POWER7 edition: from (left) to (above).
const matrix = `
from  350 710 720 730 740 760 763 770 773 780
340   M   M   M   B   B   B   B   B   B   B
350   M   M   M   M   M   M   M   M   M   M
710   M   M   M   M   M   B   B   B   B   B
720   M   M   M   M   M   M   M   B   B   B
730   M   M   M   M   M   M   M   M   M   M
740   M   M   M   M   M   M   M   M   M   M
760   M   B   M   M   M   M   M   M   M   M
763   M   B   M   M   M   M   M   M   M   M
770   M   B   B   M   M   M   M   M   M   M
773   M   B   B   M   M   M   M   M   M   M
780   M   B   B   M   M   M   M   M   M   M`;

test('POWER6 and POWER7: the matrix', () => {
  const [head = [], ...rows] = matrix
    .trim()
    .split('\n')
    .map((line) => line.split(/ +/));
  const to = head.slice(1);
  const computed = rows.map(([from = '']) => [
    from,
    ...to.map((each) => (firmwareAllows(level(from), level(each)) ? 'M' : 'B')),
  ]);
  expect(computed).toEqual(rows);
});

describe('other pairs', () => {
  test.each([
    ['358_054', '783_010', true], // levels in between count as the one below
    ['771_010', '722_010', false],
    ['340_039', '340_101', true],
    ['720_064', '340_101', true], // no column of the matrix: its row 340 the other way round
    ['740_100', '340_101', false],
    ['350_085', '810_004', true], // the POWER8 edition
    ['730_087', '860_010', true],
    ['860_010', '783_010', true],
    ['720_064', '810_004', false],
    ['340_101', '820_020', false],
    ['760_080', '840_112', false],
    ['840_112', '760_080', false],
    ['760_080', '840_113', true],
    ['350_085', '840_112', true],
    ['840_056', '820_020', true],
    ['950_010', '860_010', true], // two generations at most
    ['770_010', '940_010', true],
    ['350_085', '910_010', false],
    ['810_010', '1050_010', true],
    ['770_010', '1010_010', false],
  ] as const)('%s to %s: %s', (from, to, allowed) => {
    expect(firmwareAllows(level(from), level(to))).toBe(allowed);
  });
});

test('levels by their names', () => {
  const system = { ec_number: '01AL730', level: 95 };
  expect(firmwareOf(system)).toEqual({ release: 730, servicePack: 95 });
  expect(firmwareName(system)).toBe('AL730_095');
});
