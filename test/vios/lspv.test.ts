import { describe, expect, test } from 'vitest';
import { alter, prints, refusal, server } from './typed.ts';

describe('lspv', () => {
  test('the table of a sample (IBM/ansible-power-aix, nim_updateios.py)', async () => {
    const lab = server();
    alter(lab, "UPDATE vios_disk SET pvid = '000018fa3b12f5cb' WHERE name = 'hdisk0'");
    expect((await prints(lab, 'lspv')).split('\n').slice(0, 2)).toEqual([
      'NAME             PVID                                 VG               STATUS',
      'hdisk0           000018fa3b12f5cb                     rootvg           active',
    ]);
  });

  test('-free of a sample in the same program', async () => {
    const lab = server();
    alter(lab, "UPDATE vios_disk SET name = 'hdiskX', size_mb = 572325 WHERE name = 'hdisk9'");
    alter(lab, "UPDATE vios_disk SET volume_group = 'othervg' WHERE name IN ('hdisk7', 'hdisk8')");
    expect(await prints(lab, 'lspv -free')).toBe(
      'NAME            PVID                                SIZE(megabytes)\nhdiskX          none                                572325\n',
    );
  });

  test.each([
    ['-avail -field name -fmt :', 'hdisk2\nhdisk3\nhdisk4\nhdisk5\nhdisk6\nhdisk7\nhdisk8\nhdisk9\n'],
    ['-free -field name size -fmt :', 'hdisk7:143360\nhdisk8:51200\nhdisk9:51200\n'],
    [
      '-size -field size -fmt :',
      '139776\n139776\n51200\n102400\n307200\n51200\n51200\n143360\n51200\n51200\n',
    ],
  ])('lspv %s', async (line, stdout) => {
    expect(await prints(server(), `lspv ${line}`)).toBe(stdout);
  });

  test.each(['-map', '-lv', '-pv', '-avail -free', 'hdisk0', '-field x'])(
    'lspv %s is refused',
    async (words) => {
      expect((await refusal(server(), `lspv ${words}`)).status).toBe(1);
    },
  );
});
