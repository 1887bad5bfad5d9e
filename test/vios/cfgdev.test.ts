import { expect, test } from 'vitest';
import { alter, prints, refusal, server } from './typed.ts';

test('adapters that were added get their names', async () => {
  const lab = server();
  alter(
    lab,
    `INSERT INTO virtual_adapter (partition, slot, kind, side, remote_lpar, remote_slot)
     SELECT id, 70, 'scsi', 'server', 9, 5 FROM partition WHERE name = 'b750vio2'`,
  );
  expect((await refusal(lab, 'lsmap -vadapter vhost4')).status).toBe(10);
  expect(await prints(lab, 'cfgdev')).toBe('');
  expect(await prints(lab, 'lsmap -vadapter vhost4 -fmt :')).toBe(
    'vhost4:U8233.E8B.069348P-V2-C70:0x00000000: \n',
  );
});

test('a LUN that can be seen becomes a disk, with the reserve policy of AIX', async () => {
  const lab = server();
  alter(lab, "DELETE FROM vios_disk WHERE name = 'hdisk9' AND partition = 2");
  const before = lab.dump();
  expect(await prints(lab, 'cfgdev')).toBe('');
  expect(lab.dump().vios_disk).toContainEqual(
    expect.objectContaining({ partition: 2, name: 'hdisk9', reserve_policy: 'single_path', pvid: null }),
  );
  const after = lab.dump();
  expect(after.virtual_adapter).toEqual(before.virtual_adapter);
  expect(await prints(lab, 'cfgdev')).toBe('');
  expect(lab.dump()).toEqual(after);
});

test('one device alone is refused', async () => {
  expect((await refusal(server(), 'cfgdev -dev fcs0')).stderr).toMatch(/not supported by parlab/);
});
