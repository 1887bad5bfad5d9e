import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';

const titles = 'Page Space      Physical Volume   Volume Group    Size %Used Active  Auto  Type Chksum\n';
const row = 'hd6             hdisk0            rootvg         512MB     1   yes   yes    lv     0\n';

describe('lsps', () => {
  test.each([
    ['-a', titles + row],
    ['-l hd6', titles + row],
    ['-t lv', titles + row],
    ['-t nfs', titles],
    ['-s', 'Total Paging Space   Percent Used\n      512MB               1%\n'],
    [
      '-c -a',
      '#Psname:Pvname:Vgname:Size:Used:Active:Auto:Type:Chksum\nhd6:hdisk0:rootvg:512MB:1:y:y:lv:0\n',
    ],
  ])('lsps %s', async (words, stdout) => {
    expect(await new TestLab('default', 'l488pp008').type(`lsps ${words}`)).toEqual({
      ...{ status: 0, stdout, stderr: '' },
    });
  });

  test.each([
    ['', 2],
    ['-t disk', 2],
    ['hd4', 1],
    ['-a -s', 2],
  ])('lsps %s is refused', async (words, status) => {
    const outcome = await new TestLab('default', 'l488pp008').type(`lsps ${words}`);
    expect(outcome.status).toBe(status);
    expect(outcome.stderr).toMatch(/^lsps: /);
  });
});
