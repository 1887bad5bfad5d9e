import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { insideLab } from './inside-world.ts';

describe('lscfg', () => {
  // Titles and columns as in captures: two blanks after the longest place.
  test('the whole machine', async () => {
    const text = await new TestLab('default', 'l488pp008').ok('lscfg');
    expect(text).toMatch(
      /^INSTALLED RESOURCE LIST\n\nThe following resources are installed on the machine\.\n/,
    );
    expect(text.split('\n').slice(6, 13)).toEqual([
      '  Model Architecture: chrp',
      '  Model Implementation: Multiple Processor, PCI bus',
      '\t',
      '+ sys0                                                           System Object',
      '+ sysplanar0                                                     System Planar',
      '* vio0                                                           Virtual I/O Bus',
      '+ mem0                                                           Memory',
    ]);
    expect(text).toContain(
      '* ent0             U8233.E8B.069348P-V3-C2-T1                    Virtual I/O Ethernet Adapter (l-lan)\n',
    );
    expect(text).not.toMatch(/ en0 /);
  });

  test.each([
    ['-l ent0', '  ent0             U8233.E8B.069348P-V3-C2-T1  Virtual I/O Ethernet Adapter (l-lan)\n'],
    [
      '-s -l vscsi*',
      '  vscsi0           U8233.E8B.069348P-V3-C3-T1\n        Virtual SCSI Client Adapter\n  vscsi1           U8233.E8B.069348P-V3-C4-T1\n        Virtual SCSI Client Adapter\n',
    ],
    [
      '-vpl vscsi0',
      `  vscsi0           U8233.E8B.069348P-V3-C3-T1  Virtual SCSI Client Adapter

        Hardware Location Code......U8233.E8B.069348P-V3-C3-T1

  PLATFORM SPECIFIC

  Name:  v-scsi
    Node:  v-scsi@30000003
    Device Type:  vscsi
    Physical Location: U8233.E8B.069348P-V3-C3-T1
`,
    ],
  ])('lscfg %s', async (words, stdout) => {
    const lab = new TestLab('default', 'l488pp008');
    expect(await lab.type(`lscfg ${words}`)).toEqual({ status: 0, stdout, stderr: '' });
  });

  test('-v of all', async () => {
    const text = await new TestLab('default', 'l488pp008').ok('lscfg -v');
    expect(text).toMatch(/^INSTALLED RESOURCE LIST WITH VPD\n/);
    expect(text).toContain('\n        Network Address.............8E2FE1003002\n');
  });

  test.each([
    ['-l nosuch', 1, 'lscfg: 0514-519 The following device was not found'],
    ['-l', 2, 'requires an argument'],
    ['extra', 2, 'not expected'],
  ])('lscfg %s', async (words, status, stderr) => {
    const outcome = await new TestLab('default', 'l488pp008').type(`lscfg ${words}`);
    expect([outcome.status, outcome.stderr]).toEqual([status, expect.stringContaining(stderr)]);
  });
});

describe('inside a WPAR', () => {
  test('there is what was exported, under the name that it was given', async () => {
    const lab = insideLab('native');
    expect(await lab.ok('lsdev -F name:parent')).toBe('fcs0:\nfscsi0:fcs0\nhdisk9:fscsi0\n');
    expect(await lab.ok('lscfg -l hdisk9')).toMatch(/^ {2}hdisk9 .*MPIO Other FC SCSI Disk Drive\n$/);
    expect((await lab.ok('lscfg')).match(/^[+*] \w+/gm)).toEqual(['+ fcs0', '+ fscsi0', '+ hdisk9']);
    expect(await lab.ok('lsattr -El hdisk9 -a reserve_policy')).toMatch(/^reserve_policy /);
    for (const line of [
      'lsattr -El hdisk2',
      'lsattr -El sys0',
      'lscfg -l hdisk0',
      'chdev -l hdisk9 -a pv=yes',
    ])
      expect((await lab.type(line)).status, line).not.toBe(0);
  });

  test('without exports there is nothing', async () => {
    const lab = insideLab('routed');
    expect(await lab.ok('lsdev')).toBe('');
    expect(await lab.ok('lsdev -Cc processor')).toBe('');
  });
});
