import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';

describe('lslv', () => {
  test.each([
    [
      'hd4',
      `LOGICAL VOLUME:     hd4                    VOLUME GROUP:   rootvg
LV IDENTIFIER:      00f6048800004c000d45c03138493afc.4 PERMISSION:     read/write
VG STATE:           active/complete        LV STATE:       opened/syncd
TYPE:               jfs2                   WRITE VERIFY:   off
MAX LPs:            512                    PP SIZE:        128 megabyte(s)
COPIES:             1                      SCHED POLICY:   parallel
LPs:                2                      PPs:            2
STALE PPs:          0                      BB POLICY:      relocatable
INTER-POLICY:       minimum                RELOCATABLE:    yes
INTRA-POLICY:       edge                   UPPER BOUND:    32
MOUNT POINT:        /                      LABEL:          /
MIRROR WRITE CONSISTENCY: on/ACTIVE              
EACH LP COPY ON A SEPARATE PV ?: yes                    
Serialize IO ?:     NO                     
INFINITE RETRY:     no                     
`,
    ],
    [
      '-l fslv00',
      `fslv00:/stage/middleware
PV                COPIES        IN BAND       DISTRIBUTION  
hdisk0            1200:000:000  100%          438:480:282:000:000 
`,
    ],
    [
      '-m hd4',
      `hd4:/
LP    PP1  PV1               PP2  PV2               PP3  PV3
0001  0007 hdisk0            
0002  0008 hdisk0            
`,
    ],
  ])('lslv %s', async (words, stdout) => {
    expect(await new TestLab('default', 'l488pp008').type(`lslv ${words}`)).toEqual({
      ...{ status: 0, stdout, stderr: '' },
    });
  });

  test('what is not there, and misuse', async () => {
    const lab = new TestLab('default', 'l488pp008');
    expect(await lab.type('lslv nosuch')).toEqual({
      status: 1,
      stdout: '',
      stderr:
        '0516-306 lslv: Unable to find logical volume nosuch in the Device\n        Configuration Database.\n',
    });
    expect((await lab.type('lslv')).status).toBe(2);
    expect((await lab.type('lslv -l -m hd4')).status).toBe(2);
  });
});
