import { describe, expect, test } from 'vitest';
import { typed } from '../hmc/console.ts';
import { TestLab } from '../support/lab.ts';
import { insideLab } from './inside-world.ts';

describe('uname', () => {
  // The machine's number is that of its serial, 069348P, as the error log has it, the partition that of the console.
  test.each([
    ['uname', 'AIX\n'],
    ['uname -a', 'AIX l488pp008 1 7 00F693484C00\n'],
    ['uname -x', 'AIX l488pp008 1 7 00F693484C00 2288200340\n'],
    ['uname -snrvm', 'AIX l488pp008 1 7 00F693484C00\n'],
    ['uname -rvp', '1 7 powerpc\n'],
    ['uname -L', '3 l488pp008\n'],
    ['uname -W', '0\n'],
    ['uname -M', 'IBM,8233-E8B\n'],
    ['uname -u', 'IBM,02069348P\n'],
    ['uname -F', 'CF72EEEBEA9C48DD\n'],
    ['uname -f', '9134ED38C5678DB6\n'],
    ['uname -l', '2288200340\n'],
  ])('%s', async (line, stdout) => {
    expect(await new TestLab('default', 'l488pp008').type(line)).toEqual({ status: 0, stdout, stderr: '' });
  });

  test('a host outside every managed system', async () => {
    const lab = new TestLab('default', 'p550q');
    expect(await lab.ok('uname -LWM')).toBe('IBM,9133-55A -1 NULL 0\n');
    expect(await lab.ok('uname -m')).toMatch(/^00F6[0-9A-F]{4}4C00\n$/);
    expect(await lab.ok('uname -m')).not.toBe(await new TestLab('default', 'x203').ok('uname -m'));
  });

  test.each([
    ['native', 'AIX native 2 7 7\n'],
    ['old52', 'AIX old52 2 5 1\n'],
    ['sixon', 'AIX sixon 1 6 5\n'],
  ])('inside %s', async (wpar, stdout) => {
    expect(await insideLab(wpar).ok('uname -snrvW')).toBe(stdout);
  });

  test('the same machine and partition inside and outside', async () => {
    const lab = new TestLab('default', 'l488pp008');
    const outside = await lab.ok('uname -mLMuFf');
    await lab.ok('startwpar dev02');
    lab.wpar = 'dev02';
    expect(await lab.ok('uname -mLMuFf')).toBe(outside);
    expect(await lab.ok('uname -W')).not.toBe('0\n');
  });

  test('of a partition that has moved, and the error log with it', async () => {
    const lab = new TestLab('lpm-two-frames', 'aix1');
    expect(await lab.ok('uname -mM')).toBe('00F6A1B24C00 IBM,8205-E6C\n');
    expect((await typed(lab, 'migrlpar -o m -m frame1 -t frame2 -p aix1')).status).toBe(0);
    expect(await lab.ok('uname -mu')).toBe('00F6A1B34C00 IBM,0206A1B3P\n');
    expect(await lab.ok('errpt -a -j A5E6DB96')).toContain('Machine Id:      00F6A1B34C00\n');
  });

  test.each([
    ['-S other', /^uname: The -S flag is not supported by parlab: the names of hosts/],
    ['-T other', /^uname: The -T flag is not supported/],
    ['-V', /^uname: The -V flag is not supported/],
    ['extra', /^uname: The argument extra is not expected\./],
    ['-Z', /^uname: Not a recognized flag: Z\n/],
  ])('uname %s', async (words, stderr) => {
    const lab = new TestLab('default', 'l488pp008');
    expect(await lab.type(`uname ${words}`)).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(stderr),
    });
  });
});
