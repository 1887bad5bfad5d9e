import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';

const blanks = ' '.repeat(12);

describe('lspv on AIX', () => {
  test.each([
    [
      '',
      `hdisk0          00f604884c3f1a01                    rootvg          active      
hdisk1          00f604884c3f1a02                    datavg          active      
hdisk2          00f604884c3f1a03                    None            ${blanks}
hdisk3          none                                None            ${blanks}
hdisk4          none                                None            ${blanks}
`,
    ],
    [
      'hdisk1',
      `PHYSICAL VOLUME:    hdisk1                   VOLUME GROUP:     datavg
PV IDENTIFIER:      00f604884c3f1a02 VG IDENTIFIER     00f6048800004c0074eb422066f7bcc0
PV STATE:           active                   
STALE PARTITIONS:   0                        ALLOCATABLE:      yes
PP SIZE:            256 megabyte(s)          LOGICAL VOLUMES:  1
TOTAL PPs:          400 (102400 megabytes)   VG DESCRIPTORS:   2
FREE PPs:           399 (102144 megabytes)   HOT SPARE:        no
USED PPs:           1 (256 megabytes)        MAX REQUEST:      256 kilobytes
FREE DISTRIBUTION:  79..80..80..80..80       
USED DISTRIBUTION:  01..00..00..00..00       
MIRROR POOL:        None                     
`,
    ],
    [
      '-l hdisk1',
      `hdisk1:
LV NAME               LPs     PPs     DISTRIBUTION          MOUNT POINT
fslv12                1       1       01..00..00..00..00    /wpars/dev02/x
`,
    ],
    [
      '-p hdisk1',
      `hdisk1:
PP RANGE  STATE   REGION        LV NAME             TYPE       MOUNT POINT
  1-1     used    outer edge    fslv12              jfs2       /wpars/dev02/x
  2-80    free    outer edge                                   
 81-160   free    outer middle                                 
161-240   free    center                                       
241-320   free    inner middle                                 
321-400   free    inner edge                                   
`,
    ],
  ])('lspv %s', async (words, stdout) => {
    const lab = new TestLab('default', 'l488pp008');
    await lab.ok('crfs -v jfs2 -g datavg -m /wpars/dev02/x -u dev02 -a size=1');
    expect(await lab.type(`lspv ${words}`)).toEqual({ status: 0, stdout, stderr: '' });
  });

  test.each([
    ['hdisk2', '0516-320 lspv: Physical volume hdisk2 is not assigned to\n        a volume group.\n'],
    [
      'hdisk9',
      '0516-306 lspv: Unable to find physical volume hdisk9 in the Device\n        Configuration Database.\n',
    ],
    [
      'cd0',
      '0516-306 lspv: Unable to find physical volume cd0 in the Device\n        Configuration Database.\n',
    ],
  ])('lspv %s', async (words, stderr) => {
    expect(await new TestLab('default', 'l488pp008').type(`lspv ${words}`)).toEqual({
      ...{ status: 1, stdout: '', stderr },
    });
  });

  test('the words of a VIO server are for that', async () => {
    const lab = new TestLab('default');
    expect(await lab.ok('lspv -free')).toContain('SIZE(megabytes)');
    expect(await lab.ok('lspv')).toMatch(/^hdisk0 +00f604884c3f1a01 /);
    expect((await lab.type('lspv -p')).status).toBe(2);
  });
});
