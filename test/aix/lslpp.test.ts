import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { insideLab } from './inside-world.ts';

const rule = `  ${'-'.repeat(76)}\n`;
const titles = `  Fileset                      Level  State  Type  Description (Uninstaller)\n${rule}`;

describe('lslpp', () => {
  test('-L: as captured, with the legend', async () => {
    const text = await new TestLab('default', 'l488pp008').ok('lslpp -L mcr.rte');
    expect(text.split('\n\n\n')[0]).toBe(
      `${titles}  mcr.rte                    7.1.2.0    C     F    Metacluster Checkpoint and Restart`,
    );
    expect(text).toContain('\n C -- Committed. \n');
  });

  test.each([
    [
      'lslpp -Lcq mcr.rte',
      'mcr.rte:mcr.rte:7.1.2.0: : :C:F:Metacluster Checkpoint and Restart: : : : : : :0:0:/:1036\n',
    ],
    [
      'lslpp -lcq bos.wpars',
      '/usr/lib/objrepos:bos.wpars:7.1.2.0::COMMITTED:F:AIX Workload Partitions:\n/etc/objrepos:bos.wpars:7.1.2.0::COMMITTED:F:AIX Workload Partitions:\n',
    ],
    [
      'lslpp -lc -O u bos.wpars',
      '#Fileset:Level:PTF Id:State:Type:Description:EFIX Locked\n/usr/lib/objrepos:bos.wpars:7.1.2.0::COMMITTED:F:AIX Workload Partitions:\n',
    ],
    [
      'lslpp -l -O r bos.wpar?',
      `  Fileset                      Level  State      Description         \n${rule}Path: /etc/objrepos\n  bos.wpars                  7.1.2.0  COMMITTED  AIX Workload Partitions\n`,
    ],
    [
      'lslpp -hq -O r bos.wpars',
      'Path: /etc/objrepos\n  bos.wpars\n                  7.1.2.0   COMMIT       COMPLETE     11/17/11     10:20:00\n\n',
    ],
    [
      'lslpp -w /usr/sbin/lswpar',
      `  File                                        Fileset               Type\n${rule}  /usr/sbin/lswpar                            bos.wpars             File\n`,
    ],
    ['lslpp -wcq /opt/mcr/bin/chkptwpar', '/opt/mcr/bin/chkptwpar:mcr.rte:File\n'],
  ])('%s', async (line, stdout) => {
    expect(await new TestLab('default', 'l488pp008').type(line)).toEqual({ status: 0, stdout, stderr: '' });
  });

  test('patterns, all, and nothing named', async () => {
    const lab = new TestLab('default', 'l488pp008');
    const all = await lab.ok('lslpp -Lq');
    expect(await lab.ok('lslpp -Lq all')).toBe(all);
    expect(await lab.ok('lslpp -Lq *')).toBe(all);
    expect(await lab.ok('lslpp -Iq bos.rte.l*')).toBe(await lab.ok('lslpp -laq bos.rte.libc'));
    // Longer names have a line of their own (capture).
    expect(await lab.ok('lslpp -Lq rsct.core.*')).toContain(
      '  rsct.core.microsensor      3.1.0.0    C     F    RSCT MicroSensor Resource Manager\n',
    );
  });

  // mcr.rte is there only where the world has it; a versioned WPAR has its own AIX.
  test.each([
    ['the other host', () => new TestLab('default', 'x203'), 'mcr.rte'],
    ['a host without', () => insideLab(), 'mcr.rte'],
    ['a versioned WPAR', () => insideLab('old52'), 'bos.wpars'],
  ])('%s', async (name, make, fileset) => {
    const lab = make();
    const outcome = await lab.type(`lslpp -L ${fileset}`);
    if (name === 'the other host') expect(outcome.status).toBe(0);
    else
      expect(outcome).toEqual({
        status: 1,
        stdout: titles,
        stderr: `lslpp: 0504-132  Fileset ${fileset} not installed.\n`,
      });
  });

  test('inside: a native WPAR has what its host has', async () => {
    const lab = insideLab();
    const outside = await lab.ok('lslpp -lc');
    expect(await insideLab('native').ok('lslpp -lc')).toBe(outside);
    expect(await insideLab('old52').ok('lslpp -Lcq bos.rte')).toMatch(/^bos\.rte:bos\.rte:5\.2\.0\.0: /);
  });

  test.each([
    ['', 2, /^lslpp: -h, -l, -L, -I or -w is required\.\nUsage: /],
    ['-w', 2, /FileName is required/],
    ['-w /etc/x', 1, /^lslpp: parlab knows no fileset that \/etc\/x belongs to\.\n$/],
    ['-l -L', 2, /cannot be used together/],
    ['-l -O x', 2, /^lslpp: x is no part: r, s or u\.\nUsage/],
    ['-f bos.rte', 2, /is not supported by parlab/],
    ['-l bos.rte nosuch', 1, /^lslpp: 0504-132 {2}Fileset nosuch not installed\.\n$/],
    [`-l ${'*a'.repeat(300)}`, 1, /not installed/],
  ])('lslpp %s', async (words, status, stderr) => {
    const outcome = await new TestLab('default', 'l488pp008').type(`lslpp ${words}`);
    expect([outcome.status, outcome.stderr]).toEqual([status, expect.stringMatching(stderr)]);
  });
});
