import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFilter } from '../../src/cli/hmc/filter.ts';
import {
  type Attribute,
  formatFields,
  formatRecord,
  formatUnits,
  parseFields,
} from '../../src/format/hmc-csv.ts';
import { readFields, readRecord } from '../support/hmc-csv.ts';

type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

function attributes(names: readonly string[]): Attribute<Values>[] {
  return names.map((name) => ({ name, value: (row) => row[name] }));
}

const text = fc.string({ unit: fc.constantFrom('a', 'B', '1', ',', '"', '=', '/', ' ', ':') });
const rows = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,6}$/),
  fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 4 }), fc.constant(undefined)),
  { minKeys: 1 },
);

function flat(value: string | readonly string[]): string {
  if (typeof value === 'string') return value;
  return value.map((each) => (/[",\n]/.test(each) ? `"${each.replaceAll('"', '""')}"` : each)).join(',');
}

describe('records', () => {
  test.each<[string, Values, string]>([
    ['no comma, no quotes', { io_slots: ['21010002/none/1'] }, 'io_slots=21010002/none/1'],
    ['a comma quotes the pair', { r: ['1:32', '1:64'] }, '"r=1:32,1:64"'],
    ['an element with commas', { v: ['2/1/1/3,4,5/0/1'] }, '"v=""2/1/1/3,4,5/0/1"""'],
    [
      'a mixed list',
      { v: ['3/1/1/10/0/1', '2/1/1/3,4,5/0/1', '3/1/1/10/0/1'] },
      '"v=3/1/1/10/0/1,""2/1/1/3,4,5/0/1"",3/1/1/10/0/1"',
    ],
    ['no value', { rmc_ipaddr: '' }, 'rmc_ipaddr='],
    ['what does not apply is left out', { a: '1', b: undefined, c: '2' }, 'a=1,c=2'],
  ])('%s (captures)', (_, row, line) => {
    expect(formatRecord(attributes(Object.keys(row)), row)).toBe(line);
  });

  test('every record is read back by the strict reader', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const read = readRecord(formatRecord(attributes(Object.keys(row)), row) || 'empty=');
        for (const [name, value] of Object.entries(row)) {
          expect(read.get(name)).toEqual(value === undefined ? undefined : flat(value));
        }
      }),
    );
  });

  test('so are the fields, with any delimiter', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ':', '*', ' '), (row, delimiter) => {
        const line = formatFields(attributes(Object.keys(row)), row, delimiter);
        const expected = Object.values(row).map((value) => (value === undefined ? 'null' : flat(value)));
        expect(readFields(line, delimiter)).toEqual(expected);
      }),
    );
  });
});

test.each([
  ['', [], ','],
  ['name', ['name'], ','],
  ['name,lpar_id', ['name', 'lpar_id'], ','],
  ['name:state', ['name', 'state'], ':'],
  ['type_model*serial_num', ['type_model', 'serial_num'], '*'],
  ['name state', ['name', 'state'], ' '],
])('-F %j', (given, names, delimiter) => {
  expect(parseFields(given)).toEqual({ names, delimiter });
});

test.each([
  [30, '0.3'],
  [200, '2.0'],
  [5, '0.05'],
  [0, '0.0'],
  [1625, '16.25'],
])('%d hundredths are %s', (given, printed) => {
  expect(formatUnits(given)).toBe(printed);
});

describe('filters', () => {
  const known = ['lpar_names', 'lpar_ids', 'profile_names'];
  test.each([
    ['lpar_names=p1', { lpar_names: ['p1'] }],
    ['"lpar_names=p1,p2"', { lpar_names: ['p1', 'p2'] }],
    ['lpar_names=p1,p2', { lpar_names: ['p1', 'p2'] }],
    ['lpar_ids=2,"profile_names=prof1,prof2"', { lpar_ids: ['2'], profile_names: ['prof1', 'prof2'] }],
    ['lpar_names=lpar-c,profile_names=d', { lpar_names: ['lpar-c'], profile_names: ['d'] }],
    ['lpar_names=teacher 02', { lpar_names: ['teacher 02'] }],
  ])('%s', (given, read) => {
    expect(Object.fromEntries(parseFilter(given, known))).toEqual(read);
  });

  test.each(['"lpar_names=p1', 'p1', 'lpar_names=', '"lpar_names=a"x', 'lpar_names=a,lpar_names=b', ''])(
    '%j is refused',
    (given) => {
      expect(() => parseFilter(given, known)).toThrow('hmc.filterFormat');
    },
  );

  test('an unknown filter is named', () => {
    expect(() => parseFilter('slots=2', known)).toThrow('hmc.invalidFilter');
  });
});
