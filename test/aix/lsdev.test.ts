import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { devicesWorld } from '../vios/server.ts';

describe('lsdev', () => {
  // As in listings that parsers are tested with: fcs in slots 77 and 78, blank locations as wide as the longest one.
  test('adapters of a client', async () => {
    expect(await new TestLab(devicesWorld, 'client1').ok('lsdev -Cc adapter')).toBe(
      `ent0   Available       Virtual I/O Ethernet Adapter (l-lan)
fcs0   Available 77-T1 Virtual Fibre Channel Client Adapter
fcs1   Available 78-T1 Virtual Fibre Channel Client Adapter
vsa0   Available       LPAR Virtual Serial Adapter
vscsi0 Available       Virtual SCSI Client Adapter
`,
    );
  });

  // The types of captured devices.
  test.each([
    ['-l ent0', 'ent0:IBM,l-lan:Virtual I/O Ethernet Adapter (l-lan)\n'],
    ['-l vscsi0', 'vscsi0:IBM,v-scsi:Virtual SCSI Client Adapter\n'],
    ['-l fcs1', 'fcs1:IBM,vfc-client:Virtual Fibre Channel Client Adapter\n'],
    ['-l vsa0', 'vsa0:hvterm1:LPAR Virtual Serial Adapter\n'],
    ['-c disk', 'hdisk0:mpioosdisk:MPIO Other FC SCSI Disk Drive\n'],
    ['-l nosuch', ''],
  ])('lsdev %s -F name:type:description', async (words, stdout) => {
    const lab = new TestLab(devicesWorld, 'client1');
    expect(await lab.type(`lsdev ${words} -F name:type:description`)).toEqual({
      status: 0,
      stdout,
      stderr: '',
    });
  });

  test.each([
    [
      '-Cc if',
      'en0 Available  Standard Ethernet Network Interface\net0 Defined    IEEE 802.3 Ethernet Network Interface\nlo0 Available  Loopback Network Interface\n',
    ],
    [
      '-H -l hdisk1',
      'name   status    location description\n\nhdisk1 Available 00-00-01 MPIO Other FC SCSI Disk Drive\n',
    ],
    ['-p fscsi0 -F name', 'hdisk1\nhdisk2\n'],
    ['-S d -F name', 'et0\n'],
    ['-Cc disk -r subclass', 'fcp\nsas\nvscsi\n'],
    ['-l nosuch', ''],
    ['-c disk -S stopped', ''],
  ])('lsdev %s', async (words, stdout) => {
    expect(await new TestLab('default', 'l488pp008').type(`lsdev ${words}`)).toEqual({
      ...{ status: 0, stdout, stderr: '' },
    });
  });

  test('a virtual disk is where its adapter is', async () => {
    expect(await new TestLab('default', 'l488pp008').ok('lsdev -l hdisk0 -F physloc')).toBe(
      'U8233.E8B.069348P-V3-C3-T1-L8100000000000000\n',
    );
  });

  test('a host outside every partition has what its interfaces and disks need', async () => {
    const lab = new TestLab('default', 'p550q');
    expect(await lab.ok('lsdev -c adapter -F name')).toBe('ent0\n');
    expect(await lab.ok('lsdev -c disk -F name')).toBe('hdisk0\nhdisk1\n');
  });

  test.each([
    ['-S nosuch', 2, /^lsdev: There is no state called nosuch\.\nUsage: /],
    ['-r nosuch', 1, /^lsdev: There is no column called nosuch\.\n$/],
    ['-F nosuch', 1, /^lsdev: There is no column called nosuch\.\n$/],
    ['-P', 2, /is not supported by parlab: /],
    ['extra', 2, /^lsdev: The argument extra is not expected\./],
  ])('lsdev %s', async (words, status, stderr) => {
    const lab = new TestLab('default', 'l488pp008');
    const outcome = await lab.type(`lsdev ${words}`);
    expect(outcome.stderr).toMatch(stderr);
    expect(outcome.status).toBe(status);
  });
});
