import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { b750vio2, devicesWorld, preamble } from './server.ts';

// Seed 5, page 52; the empty line after the titles is documented for other devices.
const mobility = `attribute       value description                                                 user_settable

cfg_msp_lpm_ops 8     Configured number of concurrent LPM operations for this MSP True
concurrency_lvl 3     Concurrency level                                           True
lpm_msnap_succ  1     Create mini-snap for successful migrations                  True
max_lpm_vasi    1     Maximum number of VASI adapters used for LPM operations     False
max_vasi_ops    8     Maximum number of concurrent LPM operations per VASI        False
tcp_port_high   0     TCP highest ephemeral port                                  True
tcp_port_low    0     TCP lowest ephemeral port                                   True
`;

const virtual = `name             status      description
ent4             Available   Virtual I/O Ethernet Adapter (l-lan)
ent5             Available   Virtual I/O Ethernet Adapter (l-lan)
ent6             Available   Virtual I/O Ethernet Adapter (l-lan)
vasi0            Available   Virtual Asynchronous Services Interface (VASI)
vfchost0         Available   Virtual FC Server Adapter
vhost0           Available   Virtual SCSI Server Adapter
vhost1           Available   Virtual SCSI Server Adapter
vhost2           Available   Virtual SCSI Server Adapter
vhost3           Available   Virtual SCSI Server Adapter
vsa0             Available   LPAR Virtual Serial Adapter
vtscsi0          Available   Virtual Target Device - Disk
vtscsi1          Available   Virtual Target Device - Disk
vtscsi2          Available   Virtual Target Device - Disk
vtscsi3          Available   Virtual Target Device - Disk
vtscsi4          Available   Virtual Target Device - Disk
ent7             Available   Shared Ethernet Adapter
`;

describe('lsdev on a VIO server', () => {
  test.each([
    ['-dev vioslpm0 -attr', mobility],
    ['-dev vioslpm0 -attr cfg_msp_lpm_ops', 'value\n\n8\n'],
    ['-dev vioslpm0 -range concurrency_lvl', '1...5 (+1)\n'],
    ['-dev hdisk2 -range reserve_policy', 'no_reserve\nPR_exclusive\nPR_shared\nsingle_path\n'],
    ['-virtual', virtual],
    [
      '-virtual -type adapter -fmt : -field name',
      'ent4\nent5\nent6\nvasi0\nvfchost0\nvhost0\nvhost1\nvhost2\nvhost3\nvsa0\nent7\n',
    ],
    ['-type sea -field name physloc -fmt ,', 'ent7, \n'],
    ['-type ent4sea -fmt : -field name', 'ent1\nent2\nent3\n'],
    ['-type ent4ip sea -fmt : -field name', 'ent1\nent2\nent3\nent4\nent5\nent6\nent7\n'],
    ['-type optical', 'name             status      description\n'],
    ['-state Defined -fmt : -field name', 'et0\net1\net2\net3\net4\net5\net6\net7\n'],
    [
      '-dev fcs0 -child',
      'name             status      description\nfscsi0           Available   FC SCSI I/O Controller Protocol Device\n',
    ],
    ['-dev hdisk2 -parent', 'parent\n\nfscsi0\n'],
    ['-dev vtscsi0 -field parent name -fmt :', 'vhost0:vtscsi0\n'],
    ['-dev hdisk2 -field physloc -fmt :', 'U78A0.001.DNWHZ4R-P1-C3-T1-W500507630A03C1D2-L1000000000000\n'],
    [
      '-plc U8233.E8B.069348P-V2-C3-T1',
      'name             status      description\nent5             Available   Virtual I/O Ethernet Adapter (l-lan)\n',
    ],
    [
      '-dev fcs1 -slot',
      '# Slot                   Description       Device(s)\nU78A0.001.DNWHZ4R-P1-C3  Logical I/O Slot  fcs0 fcs1\n',
    ],
    ['-dev vfchost0 -attr map_port', 'value\n\nfcs0\n'],
    ['-dev ent7 -attr virt_adapters', 'value\n\nent4\n'],
    ['-dev en5 -attr netaddr', 'value\n\n172.16.20.22\n'],
    ['-dev sas0 -attr', 'attribute value description user_settable\n\n'],
  ])('lsdev %s', async (words, stdout) => {
    expect(await b750vio2().type(`lsdev ${words}`)).toEqual({ status: 0, stdout, stderr: '' });
  });

  test('slots', async () => {
    const lines = (await b750vio2().ok('lsdev -slots')).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      '# Slot                       Description       Device(s)',
      'U78A0.001.DNWHZ4R-P1-C3      Logical I/O Slot  fcs0 fcs1',
      'U78A0.001.DNWHZ4R-P1-C4      Logical I/O Slot  ent0 ent1',
      'U8233.E8B.069348P-V2-C0      Virtual I/O Slot  vsa0',
    ]);
    expect(lines).toContain('U8233.E8B.069348P-V2-C57     Virtual I/O Slot  vhost3');
  });

  test('a device of every kind has its attributes', async () => {
    const lab = b750vio2();
    const names = (await lab.ok('lsdev -fmt : -field name')).trimEnd().split('\n');
    expect(names.length).toBe(new Set(names).size);
    for (const name of names) {
      expect(await lab.ok(`lsdev -dev ${name} -attr`)).toMatch(
        /^attribute +value +description +user_settable\n\n/,
      );
      expect(await lab.ok(`lsdev -dev ${name} -vpd`)).toContain(name);
    }
  });

  // Published: `lsdev -dev ent14 -vpd`; label names and the first line captured, the rest follows AIX.
  test('vital product data of ent14', async () => {
    const lab = new TestLab(devicesWorld, 'vios2');
    expect(
      await lab.ok('lsdev -dev ent14 -vpd'),
    ).toBe(`  ent14            U8247.22L.10112CA-V2-C3-T1  Virtual I/O Ethernet Adapter (l-lan)

        Network Address.............423609722279
        Displayable Message.........Virtual I/O Ethernet Adapter (l-lan)
        Hardware Location Code......U8247.22L.10112CA-V2-C3-T1

  PLATFORM SPECIFIC

  Name:  l-lan
    Node:  l-lan@30000003
    Device Type:  network
    Physical Location: U8247.22L.10112CA-V2-C3-T1
`);
    expect(await lab.ok('lsdev -vpd')).toContain(
      '\n  ent14            U8247.22L.10112CA-V2-C3-T1  Virtual I/O Ethernet',
    );
  });

  // Rows and their order as published: adapters, target devices, shared adapters, the PKCS#11 device.
  test('the virtual devices of a later level that is no mover', async () => {
    const lab = new TestLab(devicesWorld, 'vios2');
    expect(await lab.ok('lsdev -virtual')).toBe(`name             status      description
ent14            Available   Virtual I/O Ethernet Adapter (l-lan)
vfchost0         Available   Virtual FC Server Adapter
vfchost1         Available   Virtual FC Server Adapter
vhost0           Available   Virtual SCSI Server Adapter
vhost1           Available   Virtual SCSI Server Adapter
vsa0             Available   LPAR Virtual Serial Adapter
e1pa1srvg        Available   Virtual Target Device - Disk
vtopt0           Available   Virtual Target Device - Optical Media
ent15            Available   Shared Ethernet Adapter
pkcs11           Available   ACF/PKCS#11 Device
`);
  });

  test('later levels have auto_tunnel and another default', async () => {
    const lab = new TestLab(devicesWorld, 'vios2');
    const listed = await lab.ok('lsdev -dev vioslpm0 -attr');
    expect(listed).toContain('\nauto_tunnel     0 ');
    expect(listed).toContain('\nconcurrency_lvl 4 ');
  });

  test.each([
    ['-dev nosuch', 10, 'There is no device called nosuch.\n'],
    ['-plc nowhere -attr', 10, 'There is no device at the location nowhere.\n'],
    ['-dev hdisk0 -range pvid', 1, 'lsdev: No list of legal values is known for the pvid attribute.\n'],
    [
      '-dev vioslpm0 -attr nosuch',
      1,
      `${preamble}lsattr: 0514-528 The "nosuch" attribute does not exist in the predefined device configuration database.\n`,
    ],
  ])('lsdev %s', async (words, status, stderr) => {
    expect(await b750vio2().type(`lsdev ${words}`)).toEqual({ status, stdout: '', stderr });
  });

  test.each([
    ['-foo', 'Option flag is not valid.\n\nUsage: lsdev '],
    ['-type nosuch', '"nosuch" is not a value of the -type flag.\n\nUsage: '],
    ['-state nosuch', '"nosuch" is not a value of the -state flag.\n\nUsage: '],
    ['-field nosuch', '"nosuch" is not a value of the -field flag.\n\nUsage: '],
    ['-fmt ::', '"::" is not a value of the -fmt flag.\n\nUsage: '],
    ['-attr', 'The -attr flag is valid only with the -dev or -plc flag.\n\nUsage: '],
    ['-dev hdisk0 -attr -child', 'The -child and -attr flags cannot be used together.\n\nUsage: '],
  ])('lsdev %s is misuse', async (words, beginning) => {
    const { status, stdout, stderr } = await b750vio2().type(`lsdev ${words}`);
    expect({ status, stdout, beginning: stderr.slice(0, beginning.length) }).toEqual({
      ...{ status: status || 1, stdout: '', beginning },
    });
    expect(status).toBeGreaterThan(0);
  });
});
