import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { changed, complaint, lines, p5, power5, typed } from './console.ts';

describe('lspartition -dlpar', () => {
  test('partitions that the daemon has seen; one that is lost stays', async () => {
    expect((await typed(power5(), 'lspartition -dlpar')).stdout).toBe(
      `<#0> Partition:<2*9131-52A*6535CCG, vios1, 192.168.200.200>
       Active:<0>, OS:< , , >, DCaps:<0x2f>, CmdCaps:<0x0b, 0x0b>, PinnedMem:<0>
<#1> Partition:<3*9131-52A*6535CCG, vios2, 192.168.200.201>
       Active:<0>, OS:< , , >, DCaps:<0x2f>, CmdCaps:<0x0b, 0x0b>, PinnedMem:<0>
<#2> Partition:<5*9131-52A*6535CCG, nim1, 192.168.200.235>
       Active:<1>, OS:<AIX, 6.1, 6100-00-01-0748>, DCaps:<0x2c5f>, CmdCaps:<0x4000001b, 0x1b>, PinnedMem:<1536>
`,
    );
  });

  test('a VIO server shows its AIX, Linux its three words', async () => {
    const found = await lines(new TestLab('default'), 'lspartition -dlpar');
    expect(found).toContain(
      '       Active:<1>, OS:<AIX, 6.1, 6100-09-03>, DCaps:<0x14f9f>, CmdCaps:<0x4000003a, 0x3a>, PinnedMem:<1024>',
    );
    expect(found.join()).toContain('OS:<Linux/SuSE, 3.0.76-0.11-ppc64, 11>');
  });

  test('the console may believe what the daemons no longer see', async () => {
    const lab = changed(
      '        ip: 192.168.200.235\n',
      '        ip: 192.168.200.235\n        rmc_connected: false\n',
    );
    expect(await lines(lab, `lssyscfg -r lpar -m ${p5} --filter lpar_names=nim1 -F rmc_state`)).toEqual([
      'active',
    ]);
    expect((await typed(lab, 'lspartition -dlpar')).stdout).not.toContain('Active:<1>');
  });

  test('nothing seen: nothing printed', async () => {
    expect(await typed(changed('consoles: [hmc1]', 'consoles: []'), 'lspartition -dlpar')).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });

  test.each(['-sfp', '-ix', '-i', '-c x', '-dlparreset'])('%s is refused', async (view) => {
    expect(await complaint(power5(), `lspartition ${view}`)).toMatch(/ is not supported by parlab: /);
  });
});
