import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { complaint, lines, p750, power5 } from './console.ts';

describe('lslic', () => {
  test('levels', async () => {
    const lab = new TestLab('default');
    expect(await lines(lab, `lslic -m ${p750} -t sys -Fcurr_ecnumber_primary:activated_level`)).toEqual([
      '01AL730:95',
    ]);
    expect(await lines(lab, `lslic -m ${p750} -F ecnumber activated_level --header`)).toEqual([
      'ecnumber activated_level',
      '01AL730 95',
    ]);
    expect(await lines(lab, 'lslic -w -F mtms')).toEqual(['8233-E8B*069348P', '8205-E6B*10934CP']);
    const [record = ''] = await lines(lab, `lslic -m ${p750}`);
    expect(record).toMatch(
      /^lic_type=Managed System,management_status=Enabled,disabled_reason=,activated_level=95,installed_level=95,accepted_level=95,ecnumber=01AL730,mtms=8233-E8B\*069348P,/,
    );
  });

  test.each([
    '-e frame',
    '-c',
    '-w -t power',
    '-w -t sriov',
    '-w -r disk',
    '-w -h host',
    '-w --passwd x',
    '-e a --allsystems',
  ])('lslic %s is refused', async (words) => {
    expect(await complaint(power5(), `lslic ${words}`)).toMatch(/ is not supported by parlab: /);
  });

  test('complaints', async () => {
    expect(await complaint(power5(), 'lslic')).toMatch(/The parameter -m is required/);
    expect(await complaint(power5(), 'lslic -m nosuch')).toBe(
      'HSCL8018 The managed system nosuch was not found.\n',
    );
  });
});
