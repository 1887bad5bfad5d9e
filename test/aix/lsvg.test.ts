import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { seedLab } from './storage.ts';

describe('lsvg', () => {
  test.each([
    ['', 'rootvg\ndatavg\n'],
    ['-o', 'rootvg\ndatavg\n'],
    [
      'datavg',
      `VOLUME GROUP:       datavg                   VG IDENTIFIER:  00f6048800004c0074eb422066f7bcc0
VG STATE:           active                   PP SIZE:        256 megabyte(s)
VG PERMISSION:      read/write               TOTAL PPs:      400 (102400 megabytes)
MAX LVs:            256                      FREE PPs:       400 (102400 megabytes)
LVs:                0                        USED PPs:       0 (0 megabytes)
OPEN LVs:           0                        QUORUM:         2 (Enabled)
TOTAL PVs:          1                        VG DESCRIPTORS: 2
STALE PVs:          0                        STALE PPs:      0
ACTIVE PVs:         1                        AUTO ON:        yes
MAX PPs per VG:     32512                    
MAX PPs per PV:     1016                     MAX PVs:        32
LTG size (Dynamic): 1024 kilobyte(s)         AUTO SYNC:      no
HOT SPARE:          no                       BB POLICY:      relocatable
PV RESTRICTION:     none                     INFINITE RETRY: no
`,
    ],
    [
      '-p rootvg',
      `rootvg:
PV_NAME           PV STATE          TOTAL PPs   FREE PPs    FREE DISTRIBUTION
hdisk0            active            2400        1068        00..00..108..480..480
`,
    ],
  ])('lsvg %s', async (words, stdout) => {
    expect(await new TestLab('default', 'l488pp008').type(`lsvg ${words}`)).toEqual({
      ...{ status: 0, stdout, stderr: '' },
    });
  });

  test('-i reads names, -l says which volumes are open', async () => {
    const lab = await seedLab();
    lab.typed = ['datavg', 'rootvg'];
    const text = await lab.ok('lsvg -i -l');
    expect(text.startsWith('datavg:\nLV NAME ')).toBe(true);
    expect(
      text
        .split('\n')
        .filter((line) => /^(LV|hd[2-8]\b|fslv0[389])/.test(line))
        .slice(1),
    ).toEqual([
      'LV NAME             TYPE       LPs     PPs     PVs  LV STATE      MOUNT POINT',
      'hd5                 boot       1       1       1    closed/syncd  N/A',
      'hd6                 paging     4       4       1    open/syncd    N/A',
      'hd8                 jfs2log    1       1       1    open/syncd    N/A',
      'hd4                 jfs2       2       2       1    open/syncd    /',
      'hd2                 jfs2       20      20      1    open/syncd    /usr',
      'hd3                 jfs2       4       4       1    open/syncd    /tmp',
      'fslv03              jfs2       1       1       1    closed/syncd  N/A',
      'fslv08              jfs2       1       1       1    open/syncd    /wpars/dev02',
      'fslv09              jfs2       1       1       1    open/syncd    /wpars/dev02/home',
    ]);
  });

  test('what is not there, and misuse', async () => {
    const lab = new TestLab('default', 'l488pp008');
    expect(await lab.type('lsvg nosuch')).toEqual({
      status: 1,
      stdout: '',
      stderr:
        '0516-306 lsvg: Unable to find volume group nosuch in the Device\n        Configuration Database.\n',
    });
    expect((await lab.type('lsvg -l')).status).toBe(2);
    expect((await lab.type('lsvg -M rootvg')).status).toBe(2);
  });

  test('a WPAR has none, one with its own rootvg has that', async () => {
    const lab = await seedLab();
    await lab.ok('mkwpar -n root01 -D devname=hdisk2 rootvg=yes');
    expect((await lab.ok('lspv')).split('\n')[2]).toMatch(/^hdisk2 +00f604884c3f1a03 +None +$/);
    lab.wpar = 'dev02';
    for (const line of ['lsvg', 'lsvg -o', 'lspv', 'lsps -a', 'lsps -s']) {
      expect(await lab.type(line), line).toEqual({ status: 0, stdout: '', stderr: '' });
    }
    expect((await lab.type('lspv hdisk0')).status).toBe(1);
    lab.wpar = 'root01';
    expect(await lab.ok('lsvg')).toBe('rootvg\n');
    expect(await lab.ok('lspv')).toBe(
      'hdisk2          00f604884c3f1a03                    rootvg          active      \n',
    );
    expect(await lab.ok('lsvg -l rootvg')).toMatch(/^hd4 +jfs2 +\d+ +\d+ +1 +open\/syncd +\/$/m);
  });
});
