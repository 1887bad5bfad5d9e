import { describe, expect, test } from 'vitest';
import { alter, prints, refusal, server } from './typed.ts';

const shared = 'mkvdev -sea ent1 -vadapter ent8 -default ent8 -defaultid 30';

/** A second trunk adapter, ent8. */
function withTrunk(host = 'b750vio2') {
  const lab = server(host);
  alter(
    lab,
    `INSERT INTO virtual_adapter (partition, slot, kind, device, switch, vlan, trunk_priority, mac)
     SELECT id, 9, 'eth', 'ent8', 0, 30, 1, '0A0B0C0D0E0F' FROM partition WHERE name = ?`,
    host,
  );
  return lab;
}

describe('mkvdev -vdev', () => {
  test('the next name, the next LUN; what is offered is not free any more', async () => {
    const lab = server();
    expect(await prints(lab, 'mkvdev -vdev hdisk7 -vadapter vhost3')).toBe('vtscsi5 Available\n');
    expect(await prints(lab, 'mkvdev -vdev hdisk8 -vadapter vhost3 -dev db_data')).toBe(
      'db_data Available\n',
    );
    expect(await prints(lab, 'lsmap -vadapter vhost3 -field vtd lun backing -fmt :')).toBe(
      'vtscsi1:0x8100000000000000:hdisk2:vtscsi2:0x8200000000000000:hdisk3:vtscsi5:0x8300000000000000:hdisk7:db_data:0x8400000000000000:hdisk8\n',
    );
    expect(await prints(lab, 'lspv -free -field name -fmt :')).toBe('hdisk9\n');
    expect(await prints(lab, 'rmvdev -vtd vtscsi1')).toBe('vtscsi1 deleted\n');
    expect(await prints(lab, 'mkvdev -vdev hdisk9 -aplc U8233.E8B.069348P-V2-C57')).toBe(
      'vtscsi1 Available\n',
    );
  });

  test('-f maps what is in use; -fbo an optical device', async () => {
    const lab = server();
    expect(await prints(lab, 'mkvdev -f -vdev hdisk2 -vadapter vhost0')).toBe('vtscsi5 Available\n');
    expect(await prints(lab, 'mkvdev -f -vdev hdisk1 -vadapter vhost0')).toBe('vtscsi6 Available\n');
    expect(await prints(lab, 'mkvdev -fbo -vadapter vhost0')).toBe('vtopt0 Available\n');
    expect(
      await prints(lab, 'lsmap -vadapter vhost0 -type optical -field vtd lun backing mirrored -fmt :'),
    ).toBe('vtopt0:0x8400000000000000: :N/A\n');
  });

  test.each([
    ['mkvdev -vdev hdisk99 -vadapter vhost0', 10, 'There is no device hdisk99 on this Virtual I/O Server.\n'],
    ['mkvdev -vdev hdisk9 -vadapter vhost99', 10, 'There is no device vhost99 on this Virtual I/O Server.\n'],
    [
      'mkvdev -vdev hdisk9 -vadapter vfchost0',
      15,
      'The device vfchost0 is not a server virtual SCSI adapter.\n',
    ],
    [
      'mkvdev -vdev hdisk1 -vadapter vhost0',
      1,
      'The physical volume hdisk1 belongs to the volume group rootvg. Use -f to map it all the same.\n',
    ],
    [
      'mkvdev -vdev hdisk2 -vadapter vhost0',
      1,
      'The device hdisk2 backs the virtual target device vtscsi1 already. Use -f to map it again.\n',
    ],
    [
      'mkvdev -vdev ent0 -vadapter vhost0',
      1,
      'The device ent0 cannot stand behind a virtual target device.\n',
    ],
    ['mkvdev -vdev hdisk9 -vadapter vhost0 -dev vhost1', 1, 'There is a device called vhost1 already.\n'],
    [
      "mkvdev -vdev hdisk9 -vadapter vhost0 -dev 'a b'",
      1,
      'The device name a b is not valid: up to 15 letters, digits and _ that begin with a letter.\n',
    ],
    ["mkvdev -dplc '' -vadapter vhost0", 10, 'There is no device  on this Virtual I/O Server.\n'],
  ])('%s', async (line, status, stderr) => {
    expect(await refusal(server(), line)).toEqual({ status, stderr });
  });

  test('a disk that is Defined', async () => {
    const lab = server();
    alter(lab, "UPDATE vios_disk SET status = 'Defined' WHERE name = 'hdisk9'");
    expect((await refusal(lab, 'mkvdev -f -vdev hdisk9 -vadapter vhost0')).stderr).toBe(
      'The device hdisk9 is not in the Available state.\n',
    );
    expect(await prints(lab, 'cfgdev')).toBe('');
    expect(await prints(lab, 'mkvdev -vdev hdisk9 -vadapter vhost0')).toBe('vtscsi5 Available\n');
  });

  test.each([
    ['mkvdev', 'The -vdev or -dplc or -fbo or -sea or -lnagg or -vlan flag is required.\n'],
    ['mkvdev -vdev hdisk9', 'The -vdev flag needs -vadapter or -aplc.\n'],
    ['mkvdev -vdev hdisk9 -vadapter vhost0 vhost1', 'The -vadapter flag does not go with vhost1.\n'],
    ['mkvdev -sea ent1 -vadapter ent4', 'The -sea flag needs -default.\n'],
    [
      'mkvdev -vlan ent1 -tagid 5',
      "mkvdev: The -vlan flag is not supported by parlab: parlab's VIO servers have no VLAN devices.\n",
    ],
    ['mkvdev -fbo -vadapter vhost0 -f', 'The -f flag is valid only with the -vdev or -dplc flag.\n'],
  ])('%s: the usage follows', async (line, first) => {
    const { status, stderr } = await refusal(server(), line);
    expect(status).toBe(1);
    expect(stderr.startsWith(first)).toBe(true);
    expect(stderr).toContain('Usage: mkvdev [-f]');
  });
});

describe('mkvdev -sea, -lnagg', () => {
  test('the command of seed 5, page 54', async () => {
    const lab = server();
    expect(await prints(lab, 'rmvdev -sea ent7')).toBe('ent7 deleted\n');
    expect(
      await prints(
        lab,
        'mkvdev -sea ent0 -vadapter ent4 -default ent4 -defaultid 1 -attr ha_mode=auto ctl_chan=ent6',
      ),
    ).toBe('ent7 Available\nen7\net7\n');
    expect(await prints(lab, 'lsmap -vadapter ent4 -net -field sea backing status -fmt :')).toBe(
      'ent7:ent0:Available\n',
    );
  });

  test('above an aggregation', async () => {
    const lab = withTrunk();
    expect(await prints(lab, 'mkvdev -lnagg ent1 ent2 -attr mode=8023ad')).toBe('ent9 Available\nen9\net9\n');
    const sea =
      'mkvdev -sea ent9 -vadapter ent8 -default ent8 -defaultid 30 -attr "largesend=1 jumbo_frames=yes"';
    expect(await prints(lab, sea)).toBe('ent10 Available\nen10\net10\n');
    expect((await refusal(lab, 'rmvdev -lnagg ent9')).stderr).toBe('The adapter ent9 is in use by ent10.\n');
    await prints(lab, 'rmvdev -sea ent10');
    expect(await prints(lab, 'rmvdev -lnagg ent9')).toBe('ent9 deleted\n');
    expect(lab.dump().device_attribute).toEqual([]);
  });

  test.each([
    [shared.replace('ent1', 'ent0'), 1, 'The adapter ent0 is in use by ent7.\n'],
    [
      shared.replace('ent1', 'ent5'),
      1,
      'The device ent5 is neither an Ethernet port nor a link aggregation.\n',
    ],
    [shared.replace('ent1', 'ent77'), 10, 'There is no device ent77 on this Virtual I/O Server.\n'],
    [shared.replaceAll('ent8', 'ent4'), 1, 'The adapter ent4 is in use by ent7.\n'],
    [shared.replaceAll('ent8', 'ent6'), 1, 'The adapter ent6 is in use by ent7.\n'],
    [
      shared.replaceAll('ent8', 'ent5'),
      1,
      'The adapter ent5 is no trunk adapter: it may not access external networks.\n',
    ],
    [shared.replaceAll('ent8', 'ent2'), 16, 'The device ent2 is not a server virtual Ethernet adapter.\n'],
    [
      shared.replace('-default ent8', '-default ent5'),
      1,
      'The default adapter ent5 is not among those of -vadapter.\n',
    ],
    [
      shared.replace('30', '4095'),
      1,
      'The value 4095 of the -defaultid flag is not a number from 1 to 4094.\n',
    ],
    [`${shared} -attr color=red`, 1, 'The attribute color is not valid for this device.\n'],
    [`${shared} -attr ha_mode=maybe`, 1, 'The attribute ha_mode cannot have the value maybe.\n'],
    [`${shared} -attr ha_mode`, 1, 'An attribute is written Attribute=Value, not ha_mode.\n'],
    [`${shared} -attr __proto__=1`, 1, 'The attribute __proto__ is not valid for this device.\n'],
    [`${shared} -attr ctl_chan=ent8`, 1, 'The adapter ent8 is in use by the new adapter.\n'],
    ['mkvdev -lnagg ent1 ent0', 1, 'The adapter ent0 is in use by ent7.\n'],
    ['mkvdev -lnagg ent1 ent4', 1, 'The device ent4 is neither an Ethernet port nor a link aggregation.\n'],
  ])('%s', async (line, status, stderr) => {
    expect(await refusal(withTrunk(), line)).toEqual({ status, stderr });
  });

  test('failover without a control channel needs 2.2.3 (seed 5, page 54)', async () => {
    expect((await refusal(withTrunk('b750vio1'), `${shared} -attr ha_mode=auto`)).stderr).toBe(
      'ha_mode=auto needs ctl_chan at level 2.2.2.3: only 2.2.3.0 and later do without it.\n',
    );
    expect(await prints(withTrunk(), `${shared} -attr ha_mode=auto`)).toBe('ent9 Available\nen9\net9\n');
  });
});
