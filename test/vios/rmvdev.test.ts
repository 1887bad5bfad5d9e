import { describe, expect, test } from 'vitest';
import { alter, prints, refusal, server } from './typed.ts';

describe('rmvdev', () => {
  test('by the disk and by the target', async () => {
    const lab = server();
    expect(await prints(lab, 'rmvdev -vdev hdisk2')).toBe('vtscsi1 deleted\n');
    expect(await prints(lab, 'rmvdev -vtd vtscsi2')).toBe('vtscsi2 deleted\n');
    expect(await prints(lab, 'lsmap -vadapter vhost3')).toContain('NO VIRTUAL TARGET DEVICE FOUND');
  });

  test('several targets of one disk only with -f', async () => {
    const lab = server();
    await prints(lab, 'mkvdev -f -vdev hdisk2 -vadapter vhost0');
    expect(await refusal(lab, 'rmvdev -vdev hdisk2')).toEqual({
      status: 1,
      stderr: 'The device hdisk2 backs 2 virtual target devices. Use -f to remove all of them.\n',
    });
    expect(await prints(lab, 'rmvdev -f -vdev hdisk2')).toBe('vtscsi5 deleted\nvtscsi1 deleted\n');
  });

  test('-rmlv removes the volume and gives its space back', async () => {
    const lab = server();
    alter(lab, "INSERT INTO volume_group VALUES ('b750vio2', 'clientvg', 64, 100, 90)");
    alter(lab, "INSERT INTO logical_volume VALUES ('b750vio2', 'data_lv', 'clientvg', 10)");
    expect(await prints(lab, 'mkvdev -vdev data_lv -vadapter vhost0')).toBe('vtscsi5 Available\n');
    expect((await refusal(lab, 'rmvdev -vtd vtscsi0 -rmlv')).stderr).toBe(
      'The device vtscsi0 is not backed by a logical volume: -rmlv is not possible.\n',
    );
    expect(await prints(lab, 'rmvdev -vtd vtscsi5 -rmlv')).toBe('vtscsi5 deleted\n');
    expect(lab.dump().volume_group).toContainEqual(expect.objectContaining({ name: 'clientvg', free: 100 }));
    expect((await refusal(lab, 'mkvdev -vdev data_lv -vadapter vhost0')).status).toBe(10);
  });

  test.each([
    ['rmvdev -vdev hdisk99', 10, 'There is no device hdisk99 on this Virtual I/O Server.\n'],
    ['rmvdev -vdev hdisk9', 1, 'No virtual target device is backed by hdisk9.\n'],
    ['rmvdev -vtd hdisk9', 1, 'The device hdisk9 is not a virtual target device.\n'],
    ["rmvdev -vdev ''", 10, 'There is no device  on this Virtual I/O Server.\n'],
    ['rmvdev -sea ent0', 1, 'The device ent0 is not a shared Ethernet adapter.\n'],
    ['rmvdev -sea ent99', 10, 'There is no device ent99 on this Virtual I/O Server.\n'],
    ['rmvdev -lnagg ent0', 1, 'The device ent0 is not a link aggregation.\n'],
  ])('%s', async (line, status, stderr) => {
    expect(await refusal(server(), line)).toEqual({ status, stderr });
  });

  test('a shared adapter with an address stays', async () => {
    const lab = server();
    alter(lab, "UPDATE sea SET address = '10.0.0.1'");
    expect((await refusal(lab, 'rmvdev -sea ent7')).stderr).toBe(
      'The interface of ent7 has the address 10.0.0.1.\n',
    );
  });

  test('targets of a partition that is being migrated stay', async () => {
    const lab = server();
    alter(
      lab,
      `INSERT INTO migration (partition, type, phase, source, dest, source_id, console, plan, started, log, pid, birth)
       SELECT id, 'active', 'copy', system, 2, lpar_id, 'bpichmc', '{}', 0, 0, 0, '' FROM partition WHERE name = 'b750nl2'`,
    );
    expect((await refusal(lab, 'rmvdev -vdev hdisk2')).stderr).toBe(
      'The adapter vhost3 belongs to a partition that is being migrated.\n',
    );
    expect(await prints(lab, 'rmvdev -vdev hdisk4')).toBe('vtscsi0 deleted\n');
  });
});
