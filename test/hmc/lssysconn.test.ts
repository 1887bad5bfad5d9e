import { describe, expect, test } from 'vitest';
import { golden } from '../support/golden.ts';
import { changed, lines, power5, typed } from './console.ts';

test.each([['lssysconn/all', 'lssysconn -r all']])('%s as captured: %s', async (name, line) => {
  expect(await typed(power5(), line)).toEqual({ status: 0, stdout: golden(name, 'hmc'), stderr: '' });
});

describe('lssysconn', () => {
  // Captured: own power5 frame, hmc_lssysconn_entry_test.rb of ziutus/hmc_vios_aix.
  test.each([
    ['No Connection', 'Connecting  0000-0000-00000000'],
    ['Connecting', 'Firmware Password locked  0803-0001-00000203'],
  ])('%s', async (state, error) => {
    const lab = changed(
      'consoles: [hmc1]',
      `consoles: [{ console: hmc1, state: ${state}, error: '${error}' }]`,
    );
    expect(await lines(lab, 'lssysconn -r all')).toEqual([
      `resource_type=sys,type_model_serial_num=9131-52A*6535CCG,sp=unavailable,sp_phys_loc=unavailable,ipaddr=192.168.200.39,alt_ipaddr=unavailable,state=${state},connection_error_code=${error}`,
    ]);
    expect(await lines(lab, 'lssyscfg -r sys -F state,active_lpar_mobility_capable')).toEqual([
      `${state},unavailable`,
    ]);
  });

  test('-F: what does not apply is null', async () => {
    expect(await lines(power5(), 'lssysconn -r all -F state,connection_error_code,side --header')).toEqual([
      'state,connection_error_code,side',
      'Connected,null,null',
    ]);
  });

  test('a console without systems', async () => {
    expect(await lines(changed('consoles: [hmc1]', 'consoles: []'), 'lssysconn -r all')).toEqual([
      'No results were found.',
    ]);
  });
});
