import { describe, expect, test } from 'vitest';
import { complaint, lines, p5, power5 } from './console.ts';

describe('lsrefcode', () => {
  test('partitions', async () => {
    expect(await lines(power5(), `lsrefcode -r lpar -m ${p5} --filter lpar_names=nim1`)).toEqual([
      'lpar_name=nim1,lpar_id=5,time_stamp=10/14/2017 19:45:21,refcode=,word2=,word3=,word4=,word5=,word6=,word7=,word8=,word9=,fru_call_out_loc_codes=',
    ]);
    expect(await lines(power5(), `lsrefcode -r lpar -m ${p5} -n 5 -F lpar_id,refcode`)).toEqual([
      '5,',
      '3,',
      '2,',
      '1,00000000',
    ]);
  });

  test('systems', async () => {
    expect(await lines(power5(), `lsrefcode -r sys -m ${p5} -s p -F refcode_num,time_stamp,refcode`)).toEqual(
      ['0,10/14/2017 19:45:21,'],
    );
    expect(await lines(power5(), `lsrefcode -r sys -m ${p5} -s s`)).toEqual(['No results were found.']);
  });

  test.each([
    [`-r sys -m ${p5} --filter lpar_names=nim1`, /invalid parameter is --filter\./],
    [`-r lpar -m ${p5} -s p`, /invalid parameter is -s\./],
    [`-r lpar -m ${p5} -n 0`, /-n cannot have the value 0\./],
    [`-r lpar -m ${p5} --filter lpar_ids=9`, /^HSCL8011 /],
    ['-r lpar', /The parameter -m is required/],
  ])('lsrefcode %s', async (words, message) => {
    expect(await complaint(power5(), `lsrefcode ${words}`)).toMatch(message);
  });
});
