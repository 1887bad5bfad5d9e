import { describe, expect, test } from 'vitest';
import { elementsOf, parseRecord, plainValue } from '../../src/cli/hmc/input.ts';
import { fillIn } from '../../src/messages/define.ts';
import { Failure } from '../../src/messages/failure.ts';
import { wholeNumber } from '../../src/model/frames/values.ts';

const plain = (name: string, value: string) => ({ name, operator: '=', value });

function said(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return fillIn(error.catalogued.text, error.values);
    throw error;
  }
  return 'nothing';
}

describe('records', () => {
  test.each([
    ['one pair', 'name=p1', [plain('name', 'p1')]],
    ['a blank after a comma', 'name=X, secure_boot=2', [plain('name', 'X'), plain('secure_boot', '2')]],
    ['an empty value', 'name=p1,description=', [plain('name', 'p1'), plain('description', '')]],
    ['a value with =', 'name=p1,note=a=b', [plain('name', 'p1'), plain('note', 'a=b')]],
    ['a blank inside a value', 'name=p 1', [plain('name', 'p 1')]],
    [
      // hmc-general: the manual's form after the shell has taken the backslashes
      'a quoted pair',
      'name=p1,"virtual_eth_adapters=2/0/1//0/1,3/0/2//0/1"',
      [
        plain('name', 'p1'),
        {
          ...plain('virtual_eth_adapters', '2/0/1//0/1,3/0/2//0/1'),
          list: ['2/0/1//0/1', '3/0/2//0/1'],
        },
      ],
    ],
    [
      'backslashes that the shell left',
      'name=p1,\\"io_slots=1//0,2//0\\"',
      [plain('name', 'p1'), { ...plain('io_slots', '1//0,2//0'), list: ['1//0', '2//0'] }],
    ],
    [
      'doubled quotes',
      'name=n,"virtual_fc_adapters=""4/client/1/vios1/22/c050,c051/1"",""5/client/2/vios2/22/c052,c053/1"""',
      [
        plain('name', 'n'),
        {
          ...plain(
            'virtual_fc_adapters',
            '"4/client/1/vios1/22/c050,c051/1","5/client/2/vios2/22/c052,c053/1"',
          ),
          list: ['4/client/1/vios1/22/c050,c051/1', '5/client/2/vios2/22/c052,c053/1'],
        },
      ],
    ],
    [
      'escaped quotes, one element with commas and one without',
      '"virtual_eth_adapters=3/1/1/10/0/1,\\"2/1/1/3,4,5/0/1\\""',
      [
        {
          ...plain('virtual_eth_adapters', '3/1/1/10/0/1,"2/1/1/3,4,5/0/1"'),
          list: ['3/1/1/10/0/1', '2/1/1/3,4,5/0/1'],
        },
      ],
    ],
    [
      'operators',
      'io_slots+=21010003//0,virtual_scsi_adapters-=3',
      [
        { name: 'io_slots', operator: '+=', value: '21010003//0' },
        { name: 'virtual_scsi_adapters', operator: '-=', value: '3' },
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(parseRecord(text)).toEqual(expected);
  });

  test.each([
    '',
    ' ',
    ',',
    'name',
    'name=p1,',
    ',name=p1',
    'name=p1,,lpar_id=2',
    '=p1',
    'na me=p1',
    'name*=p1',
    'name=p1,b',
    '"name=p1',
    'name="p1"',
    '"name=p1"x',
    'name=p1,"a="b"c"',
    '"a=1,,2"',
    '"',
    '""',
    '\\"',
    '"\\"',
    'name=p1,name=p2',
    'io_slots+=1,io_slots-=2',
  ])('%j is refused', (text) => {
    expect(said(() => parseRecord(text))).toMatch(/^The format of the configuration data is invalid\. {2}/);
  });

  test('ten thousand quotes are refused at once', () => {
    const began = performance.now();
    for (const piece of ['"', '""', '\\"', '"a=1",', 'a=",']) said(() => parseRecord(piece.repeat(10_000)));
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('values', () => {
  test('elements of a list', () => {
    const elements = (text: string) => parseRecord(text).map(elementsOf);
    expect(elements('a=none,b=,c=1//0,"d=1,2"')).toEqual([[], [], ['1//0'], ['1', '2']]);
  });

  test('an attribute that is no list has no += and -=', () => {
    expect(plainValue(parseRecord('a=1'), 'a')).toBe('1');
    expect(plainValue(parseRecord('a=1'), 'b')).toBeUndefined();
    expect(said(() => plainValue(parseRecord('a+=1'), 'a'))).toBe(
      'The format of the configuration data is invalid.  += is not allowed for the attribute a.  Please correct your input and retry the command.',
    );
  });

  test.each(['', '-1', '+1', '1.0', '0x1', '1e3', '256', '99999999999', ' 1'])('%j is no number', (value) => {
    expect(said(() => wholeNumber({ name: 'a', value }, 0, 255))).toBe(
      `An invalid parameter value was entered.  The attribute a cannot have the value ${value}.  Please check your entry and retry the command.`,
    );
  });
});
