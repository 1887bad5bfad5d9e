import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { alter, editHostFile, expectRefusal, lifeCycle, view } from './wpars.ts';

describe('devices', () => {
  const own = async (lab: TestLab, wpar: string) =>
    (await view(lab, wpar, 'D')).split('\n').filter((record) => !record.includes(':/dev/'));

  test.each([
    ['-D devname=hdisk3', 'web:hdisk3:disk::ALLOCATED::no:'],
    [
      '-D devid=33213600507680191026C4000000000000052 vdevname=hdisk0',
      'web:hdisk2:disk:hdisk0:ALLOCATED:33213600507680191026C4000000000000052:no:',
    ],
    ['-D devname=cd0', 'web:cd0:cdrom::ALLOCATED:::'],
  ])('chwpar %s web, and away again', async (words, record) => {
    const lab = lifeCycle();
    await lab.ok(`chwpar ${words} web`);
    expect(await own(lab, 'web')).toEqual([record]);
    const name = record.split(':')[1];
    await lab.ok(`chwpar -K -D devname=${name} web`);
    expect(await own(lab, 'web')).toEqual([]);
  });

  test('a listed device that is not exported by default (devexports page)', async () => {
    const lab = lifeCycle();
    await lab.ok('chwpar -D devname=/dev/random web');
    expect(await view(lab, 'web', 'D', 'devname')).toContain('/dev/random');
  });

  test('an active WPAR gets it at once, unless it is exported elsewhere', async () => {
    const lab = lifeCycle();
    await lab.ok('chwpar -D devname=hdisk3 db');
    expect(await own(lab, 'db')).toContain('db:hdisk3:disk::EXPORTED::no:');
    await expectRefusal(
      lab,
      'chwpar -D devname=hdisk3 slow',
      'chwpar: The device hdisk3 is exported to workload partition db.',
    );
    await lab.ok('chwpar -D devname=hdisk3 web');
    await lab.ok('chwpar -K -D devname=hdisk3 db');
    await lab.ok('chwpar -D devname=hdisk3 slow');
  });

  test('the device exports file counts as it is now', async () => {
    const lab = lifeCycle();
    editHostFile(lab, '/etc/wpars/devexports', () => 'name:\n\tvalue = "/dev/hdisk[34]"\n\tauto = "no"\n');
    await lab.ok('chwpar -D devname=hdisk3 web');
    await expectRefusal(
      lab,
      'chwpar -D devname=hdisk2 web',
      'chwpar: The device hdisk2 is not represented in /etc/wpars/devexports and cannot be exported.',
    );
  });

  test.each([
    ['-D rootvg=no web', 'chwpar: The -D flag requires a devname= or devid= attribute.'],
    ['-D devname=hdisk3 devid=1 web', 'chwpar: The devname and devid attributes cannot be used together.'],
    ['-D devname=hdisk9 web', 'chwpar: The device hdisk9 was not found.'],
    ['-D devid=1 web', 'chwpar: The device 1 was not found.'],
    ['-D devname=hdisk3 rootvg=maybe web', 'chwpar: "maybe" is not a valid value of the rootvg attribute.'],
    ['-D devname=hdisk3 devtype=tape web', 'chwpar: "tape" is not a valid value of the devtype attribute.'],
    ['-D devname=hdisk3 xfactor=9 web', 'chwpar: "9" is not a valid value of the xfactor attribute.'],
    ['-D devname=hdisk3 bootset=x disk', 'chwpar: "x" is not a valid value of the bootset attribute.'],
    ['-D devname=hdisk3 rootvg=yes web', 'chwpar: Workload partition web has no rootvg of its own.'],
    [
      '-D devname=hdisk5 rootvg=yes disk',
      'chwpar: The disk hdisk5 is sas; the rootvg of a workload partition needs a Fibre Channel or virtual SCSI disk.',
    ],
    ['-D devname=hdisk1 rootvg=yes disk', 'chwpar: The device hdisk1 is in use.'],
    ['-K -D devname=hdisk3 web', 'chwpar: Workload partition web has no device hdisk3.'],
    ['-K -D rootvg=no web', 'chwpar: The -D flag requires a devname= or devid= attribute.'],
    [
      '-K -D devname=hdisk2 disk',
      'chwpar: The disk hdisk2 belongs to boot set 0; remove the boot set first.',
    ],
    ['-c db', 'chwpar: A checkpointable workload partition cannot have the device hdisk6.'],
  ])('refused: chwpar %s', async (words, message) => {
    await expectRefusal(lifeCycle(), `chwpar ${words}`, message);
  });

  test('a checkpointable WPAR takes no device', async () => {
    const lab = lifeCycle();
    await lab.type('chwpar -c web');
    await expectRefusal(
      lab,
      'chwpar -D devname=hdisk3 web',
      'chwpar: A checkpointable workload partition cannot have the device hdisk3.',
    );
  });

  test('a virtual CD-ROM device cannot be allocated (chwpar page)', async () => {
    const lab = new TestLab('default');
    await expectRefusal(
      lab,
      'chwpar -D devname=cd0 dev01',
      'chwpar: The CD-ROM device cd0 is vscsi; only Fibre Channel CD-ROM devices can be allocated.',
    );
  });
});

describe('rootvg and boot sets', () => {
  const sets = (lab: TestLab) => view(lab, 'disk', 'b', 'bootset,device,status');

  test('rootvg=yes adds a disk, rootvg=no takes it out; the last one of a boot set stays', async () => {
    const lab = lifeCycle();
    await lab.ok('chwpar -D devname=hdisk3 rootvg=yes disk');
    expect(await sets(lab)).toBe('0:hdisk2:CURRENT\n0:hdisk3:CURRENT');
    await lab.ok('chwpar -D devname=hdisk2 vdevname=hdisk0 disk');
    expect(await sets(lab)).toBe('0:hdisk2:CURRENT\n0:hdisk3:CURRENT');
    await lab.ok('chwpar -D devname=hdisk2 rootvg=no disk');
    expect(await sets(lab)).toBe('0:hdisk3:CURRENT');
    await expectRefusal(
      lab,
      'chwpar -D devname=hdisk3 rootvg=no disk',
      'chwpar: The disk hdisk3 belongs to boot set 0; remove the boot set first.',
    );
    await lab.ok('rmwpar disk');
    await lab.ok('mkwpar -n again -D devname=hdisk2 rootvg=yes -D devname=hdisk3 rootvg=yes');
  });

  test('rootvg=no while it runs: the disk is in use', async () => {
    const lab = lifeCycle();
    await lab.ok('chwpar -D devname=hdisk3 rootvg=yes disk');
    await lab.ok('startwpar disk');
    await expectRefusal(
      lab,
      'chwpar -D devname=hdisk3 rootvg=no disk',
      'chwpar: The device hdisk3 is in use.',
    );
    await expectRefusal(lab, 'chwpar -K -D devname=hdisk3 disk', 'chwpar: The device hdisk3 is in use.');
    await lab.ok('stopwpar disk');
    await lab.ok('chwpar -D devname=hdisk3 rootvg=no disk');
  });

  test('rootvg=no when the disks that are left are too small', async () => {
    const lab = lifeCycle();
    await lab.ok('chwpar -D devname=hdisk3 rootvg=yes disk');
    await lab.ok('chwpar -M directory=/data size=5G disk');
    await expectRefusal(
      lab,
      'chwpar -D devname=hdisk3 rootvg=no disk',
      'chwpar: The disks of the rootvg have 4096 MB; the file systems need 5632 MB.',
    );
  });

  test('-B creates and extends, -b chooses, -K -b forgets, -K -B removes', async () => {
    const lab = lifeCycle();
    await lab.ok('chwpar -B devname=hdisk3 disk');
    await lab.ok('chwpar -B devname=hdisk4 bootset=1 disk');
    expect(await sets(lab)).toBe('0:hdisk2:CURRENT\n1:hdisk3:\n1:hdisk4:');
    await lab.ok('chwpar -b 1,0 disk');
    expect(await sets(lab)).toBe('0:hdisk2:\n1:hdisk3:CURRENT\n1:hdisk4:CURRENT');
    await expectRefusal(lab, 'chwpar -K -B bootset=1 disk', 'chwpar: Boot set 1 is the one in use.');
    await lab.ok('chwpar -K -b disk');
    await lab.ok('chwpar -K -B bootset=1 disk');
    expect(await sets(lab)).toBe('0:hdisk2:CURRENT');
    await lab.ok('chwpar -B devname=hdisk3 -B devname=hdisk4 disk');
    expect(await sets(lab)).toBe('0:hdisk2:CURRENT\n1:hdisk3:\n2:hdisk4:');
  });

  test('at most nine, 0 to 8 (capture notes)', async () => {
    const full = lifeCycle();
    alter(
      full,
      `INSERT INTO wpar_device (wpar, seq, name, type, virtual, rootvg, device_id, bootset)
       SELECT wpar.id, value, 'hdisk1' || value, 'disk', '', 1, '', value FROM wpar, json_each('[1,2,3,4,5,6,7,8]') WHERE wpar.name = 'disk'`,
    );
    await expectRefusal(
      full,
      'chwpar -B devname=hdisk3 disk',
      'chwpar: A workload partition has at most 9 boot sets.',
    );
    const lab = lifeCycle();
    await lab.ok('chwpar -B devname=hdisk3 bootset=8 disk');
    await expectRefusal(
      lab,
      'chwpar -B devname=hdisk4 bootset=9 disk',
      'chwpar: "9" is not a valid value of the bootset attribute.',
    );
  });

  test.each([
    ['-B devname=hdisk3 web', 'chwpar: Workload partition web has no rootvg of its own.'],
    ['-B devname=hdisk1 disk', 'chwpar: The device hdisk1 is in use.'],
    ['-B devname=hdisk2 disk', 'chwpar: The device hdisk2 is in use.'],
    [
      '-B devname=hdisk5 disk',
      'chwpar: The disk hdisk5 is sas; the rootvg of a workload partition needs a Fibre Channel or virtual SCSI disk.',
    ],
    ['-B bootset=1 disk', 'chwpar: The -D flag requires a devname= or devid= attribute.'],
    ['-b 1 disk', 'chwpar: Workload partition disk has no boot set 1.'],
    ['-b one disk', 'chwpar: "one" is not a valid value of the bootset attribute.'],
    ['-K -B bootset=1 disk', 'chwpar: Workload partition disk has no boot set 1.'],
    ['-K -B devname=hdisk2 disk', 'chwpar: "" is not a valid value of the bootset attribute.'],
  ])('refused: chwpar %s', async (words, message) => {
    await expectRefusal(lifeCycle(), `chwpar ${words}`, message);
  });
});
