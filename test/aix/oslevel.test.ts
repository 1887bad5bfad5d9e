import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { insideLab } from './inside-world.ts';

describe('oslevel', () => {
  test.each([
    ['oslevel', '7.1.0.0\n'],
    ['oslevel -f', '7.1.0.0\n'],
    ['oslevel -r', '7100-02\n'],
    ['oslevel -s', '7100-02-00-0000\n'],
    ['oslevel -q', 'Known Maintenance Levels\n------------------------\n7.1.0.0\n'],
    [
      'oslevel -r -q',
      'Known Recommended Maintenance Levels\n------------------------------------\n7100-02\n7100-01\n7100-00\n',
    ],
    ['oslevel -s -q', 'Known Service Packs\n-------------------\n7100-02-00-0000\n'],
    [
      'oslevel -r -l 7100-02',
      `Fileset                                 Actual Level        Maintenance Level\n${'-'.repeat(77)}\n`,
    ],
  ])('%s', async (line, stdout) => {
    expect(await new TestLab('default', 'l488pp008').type(line)).toEqual({ status: 0, stdout, stderr: '' });
  });

  test('filesets that are earlier or later', async () => {
    const lab = new TestLab('default', 'l488pp008');
    const row = 'bos.rte                                 7.1.2.0             7100-03-01\n';
    expect(await lab.ok('oslevel -s -l 7100-03-01')).toContain(row);
    expect(await lab.ok('oslevel -s -g 7100-03-01')).not.toContain('bos.rte');
    expect(await lab.ok('oslevel -g 7.1.0.0')).toContain('bos.rte ');
  });

  test.each([
    ['native', '7.2.0.0', '7200-02', '7200-02-00-0000'],
    ['old52', '5.2.0.0', '5200-00', '5200-00-00-0000'],
    ['sixon', '6.1.0.0', '6100-08', '6100-08-00-0000'],
  ])('inside %s', async (wpar, base, technology, pack) => {
    const lab = insideLab(wpar);
    expect(await lab.ok('oslevel')).toBe(`${base}\n`);
    expect(await lab.ok('oslevel -r')).toBe(`${technology}\n`);
    expect(await lab.ok('oslevel -s')).toBe(`${pack}\n`);
  });

  test.each([
    ['-r -s', /cannot be used together/],
    ['-l 7100-02', /^oslevel: 7100-02 is not a level of this kind\.\nUsage: /],
    ['-r -l 7.1.0.0', /is not a level of this kind/],
    ['-l', /requires an argument/],
    ['7.1', /not expected/],
  ])('oslevel %s', async (words, stderr) => {
    const outcome = await new TestLab('default', 'l488pp008').type(`oslevel ${words}`);
    expect(outcome).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(stderr) });
  });
});
