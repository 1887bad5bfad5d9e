import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';

test('the address, until another one is set; a WPAR has its own until it starts again', async () => {
  const lab = new TestLab('default', 'l488pp008');
  await lab.ok('startwpar dev02');
  expect(await lab.ok('hostid')).toBe('0xac101408\n');
  lab.wpar = 'dev02';
  expect(await lab.ok('hostid')).toBe('0xac10140c\n');
  expect(await lab.ok('hostid 0xAB')).toBe('');
  expect(await lab.ok('hostid')).toBe('0x000000ab\n');
  await lab.ok('hostid x203');
  expect(await lab.ok('hostid')).toBe('0xc0a881cb\n');
  lab.wpar = undefined;
  expect(await lab.ok('hostid')).toBe('0xac101408\n');
  await lab.ok('rebootwpar dev02');
  lab.wpar = 'dev02';
  expect(await lab.ok('hostid')).toBe('0xac10140c\n');
});

test.each(['0x123456789', 'nosuch', '1.2.3.400', '0xg', "x'; DROP TABLE wpar;--"])(
  'hostid %s',
  async (word) => {
    const lab = new TestLab('default', 'l488pp008');
    const dump = lab.dump();
    expect(await lab.call('hostid', word)).toEqual({
      status: 1,
      stdout: '',
      stderr: `hostid: ${word} is no hexadecimal number of up to eight digits, no address and no name of a host.\n`,
    });
    expect(lab.dump()).toEqual(dump);
  },
);
