import { describe, expect, test } from 'vitest';
import { processMachine } from '../../../src/cli/process-machine.ts';
import { Lab } from '../../../src/state/lab.ts';
import { type Outcome, TestLab } from '../../support/lab.ts';
import { parlabOk } from '../../support/parlab.ts';
import { lines, p5, p740, p750, power5, typed } from '../console.ts';

const done: Outcome = { status: 0, stdout: '', stderr: '' };
const start = `chhwres -r virtualio -m ${p750}`;

/** Writes a row as no command does. */
function write(lab: TestLab, sql: string, ...values: (number | string | null)[]): void {
  const open = Lab.open(lab.directory, processMachine);
  open.update((change) => change.engine.run(sql, ...values));
  open.close();
}

function rows(lab: TestLab, sql: string): unknown[] {
  const open = Lab.open(lab.directory, processMachine);
  try {
    return open.engine.all(sql);
  } finally {
    open.close();
  }
}

/** The world without clock and log. */
function world(lab: TestLab): object {
  const { meta: _, log: __, change: ___, ...rest } = lab.dump();
  return rest;
}

/** A line that is refused, and changes nothing. @returns what it says */
async function refused(lab: TestLab, line: string): Promise<string> {
  const before = world(lab);
  const { status, stdout, stderr } = await typed(lab, line);
  expect({ status, stdout, line }).toEqual({ status: 1, stdout: '', line });
  expect(world(lab)).toEqual(before);
  return stderr;
}

async function adapter(lab: TestLab, kind: string, partition: string, slot: number): Promise<string> {
  const filter = `--filter "lpar_names=${partition},slots=${slot}"`;
  const [line = ''] = await lines(
    lab,
    `lshwres -r virtualio --rsubtype ${kind} --level lpar -m ${p750} ${filter}`,
  );
  return line;
}

describe('adding', () => {
  test('a SCSI server adapter gets a device name, its client meets it', async () => {
    const lab = new TestLab('default');
    const taken = `${start} -o a --id 1 --rsubtype scsi -s 21 -a "adapter_type=server,remote_lpar_name=b750nl2,remote_slot_num=2"`;
    expect(await refused(lab, taken)).toBe(
      'The adapter in slot 2 of partition b750nl2 is not one that waits for this adapter.\n',
    );
    expect(
      await typed(
        lab,
        `${start} -o a --id 1 --rsubtype scsi -s 21 -a "adapter_type=server,remote_lpar_name=b750nl2,remote_slot_num=20"`,
      ),
    ).toEqual(done);
    expect(
      await typed(
        lab,
        `${start} -o a -p b750nl2 --rsubtype scsi -s 20 -a "adapter_type=client,remote_lpar_id=1,remote_slot_num=21"`,
      ),
    ).toEqual(done);
    expect(await adapter(lab, 'scsi', 'b750nl2', 20)).toBe(
      'lpar_name=b750nl2,lpar_id=5,slot_num=20,state=1,is_required=0,adapter_type=client,remote_lpar_id=1,remote_lpar_name=b750vio1,remote_slot_num=21',
    );
    const [named] = rows(lab, "SELECT device FROM virtual_adapter WHERE slot = 21 AND kind = 'scsi'") as [
      { device: string },
    ];
    expect(named?.device).toMatch(/^vhost\d+$/);
    const others = rows(
      lab,
      'SELECT count(*) AS n FROM virtual_adapter WHERE device IS NULL AND partition = 1 AND slot > 1',
    );
    expect(others).toEqual([{ n: 0 }]);
  });

  test('a server for anybody', async () => {
    const lab = new TestLab('default');
    const line = `${start} -o a -p b750vio1 --rsubtype scsi -s 99 -a adapter_type=server,remote_lpar_id=any,remote_slot_num=any`;
    expect(await typed(lab, line)).toEqual(done);
    expect(await adapter(lab, 'scsi', 'b750vio1', 99)).toBe(
      'lpar_name=b750vio1,lpar_id=1,slot_num=99,state=1,is_required=0,adapter_type=server,remote_lpar_id=any,remote_lpar_name=,remote_slot_num=any',
    );
  });

  test('the first free slot without -s, the usual MAC address', async () => {
    const lab = new TestLab('default');
    expect(await typed(lab, `${start} -o a -p b750nl2 --rsubtype eth -a port_vlan_id=10`)).toEqual(done);
    expect(await adapter(lab, 'eth', 'b750nl2', 3)).toMatch(/port_vlan_id=10,.*mac_addr=[0-9A-F]{6}005003,/);
  });

  test('a trunk adapter of a VIO server, with everything', async () => {
    const lab = new TestLab('default');
    const attributes =
      '"port_vlan_id=77,ieee_virtual_eth=1,\\"addl_vlan_ids=78,79\\",is_trunk=1,trunk_priority=3,vswitch=ETHERNET0,mac_addr=0201aa00ff10,allowed_os_mac_addrs=none,qos_priority=4"';
    expect(await typed(lab, `${start} -o a --id 2 --rsubtype eth -s 12 -a ${attributes}`)).toEqual(done);
    expect(await adapter(lab, 'eth', 'b750vio2', 12)).toBe(
      'lpar_name=b750vio2,lpar_id=2,slot_num=12,state=1,is_required=0,is_trunk=1,trunk_priority=3,ieee_virtual_eth=1,port_vlan_id=77,vswitch=ETHERNET0,"addl_vlan_ids=78,79",mac_addr=0201AA00FF10,allowed_os_mac_addrs=none,qos_priority=4',
    );
  });

  test('a Fibre Channel client gets the next WWPNs, or those that are named', async () => {
    const lab = new TestLab('default');
    const client = 'adapter_type=client,remote_lpar_name=b750vio1,remote_slot_num=';
    expect(await typed(lab, `${start} -o a -p b750nl2 --rsubtype fc -s 38 -a ${client}138`)).toEqual(done);
    expect(await adapter(lab, 'fc', 'b750nl2', 38)).toMatch(/"wwpns=c0507655872f0004,c0507655872f0005"$/);
    const own = `"${client}139,\\"wwpns=C050760000000002,c050760000000003\\""`;
    expect(await typed(lab, `${start} -o a -p b750nl2 --rsubtype fc -s 39 -a ${own}`)).toEqual(done);
    expect(await adapter(lab, 'fc', 'b750nl2', 39)).toMatch(/"wwpns=c050760000000002,c050760000000003"$/);
    expect(await refused(lab, `${start} -o a -p b750nl2 --rsubtype fc -s 40 -a ${own}`)).toBe(
      'The WWPN c050760000000002 is in use.\n',
    );
  });

  test('a serial adapter', async () => {
    const lab = new TestLab('default');
    const line = `${start} -o a -p b750nl2 --rsubtype serial -s 5 -a adapter_type=server,remote_lpar_id=any,remote_slot_num=any`;
    expect(await typed(lab, line)).toEqual(done);
    expect(await adapter(lab, 'serial', 'b750nl2', 5)).toMatch(/supports_hmc=0,remote_lpar_id=any/);
  });

  test('a partition that is off needs no RMC', async () => {
    const lab = new TestLab('default');
    expect(await typed(lab, `${start} -o a -p b750off1 --rsubtype eth -a port_vlan_id=10`)).toEqual(done);
  });

  test('IBM i needs none either', async () => {
    const lab = new TestLab('default');
    expect(await typed(lab, `${start} -o a -p b750ibmi1 --rsubtype eth -a port_vlan_id=10`)).toEqual(done);
  });

  test.each<[string, string]>([
    [
      '-o a -p nosuch --rsubtype eth -a port_vlan_id=1',
      'HSCL8012 The partition named nosuch was not found.\n',
    ],
    ['-o a --id 99 --rsubtype eth -a port_vlan_id=1', 'HSCL8011 The partition ID "99" was not found.\n'],
    [
      '-o a -p b750nl2 --rsubtype eth -s 2 -a port_vlan_id=1',
      'Virtual slot 2 of partition b750nl2 is in use.\n',
    ],
    [
      '-o a -p b750nl2 --rsubtype eth -s 64 -a port_vlan_id=1',
      'Virtual slot 64 does not exist: partition b750nl2 has at most 64 virtual slots.\n',
    ],
    ['-o a -p b750nl2 --rsubtype eth -s 9 -a port_vlan_id=0', expect.stringContaining('port_vlan_id')],
    ['-o a -p b750nl2 --rsubtype eth -s 9 -a is_trunk=1', expect.stringContaining('port_vlan_id')],
    [
      '-o a -p b750nl2 --rsubtype eth -s 9 -a port_vlan_id=1,is_trunk=1',
      expect.stringContaining('The attribute trunk_priority is required.'),
    ],
    [
      '-o a -p b750vio2 --rsubtype eth -s 9 -a port_vlan_id=10,is_trunk=1,trunk_priority=1',
      'A trunk adapter with priority 1 is on virtual LAN 10 of the virtual switch already: slot 2 of partition b750vio1.\n',
    ],
    [
      '-o a -p b750nl2 --rsubtype eth -s 9 -a port_vlan_id=1,ieee_virtual_eth=0,addl_vlan_ids=5',
      'The attribute addl_vlan_ids needs ieee_virtual_eth=1.\n',
    ],
    [
      '-o a -p b750nl2 --rsubtype eth -s 9 -a port_vlan_id=1,addl_vlan_ids=1',
      'The virtual LAN 1 is on the adapter already.\n',
    ],
    [
      '-o a -p b750nl2 --rsubtype eth -s 9 -a port_vlan_id=1,vswitch=no',
      'The managed system has no virtual switch called no.\n',
    ],
    [
      '-o a -p b750nl2 --rsubtype eth -s 9 -a port_vlan_id=1,mac_addr=01005E000001',
      expect.stringContaining('mac_addr'),
    ],
    [
      '-o a -p b750nl2 --rsubtype eth -s 9 -a port_vlan_id=1,color=red',
      expect.stringContaining('The invalid attribute is color.'),
    ],
    [
      '-o a -p b750nl2 --rsubtype scsi -s 9 -a adapter_type=server,remote_lpar_id=any',
      'Partition b750nl2 is no Virtual I/O Server: it cannot have server adapters of the type scsi.\n',
    ],
    [
      '-o a -p b750vio1 --rsubtype fc -s 9 -a adapter_type=client,remote_lpar_id=2,remote_slot_num=9',
      'Partition b750vio1 is a Virtual I/O Server: it cannot have client adapters of the type fc.\n',
    ],
    [
      '-o a -p b750nl2 --rsubtype scsi -s 9 -a adapter_type=client,remote_lpar_name=l488pp008,remote_slot_num=9',
      'Partition l488pp008 is no Virtual I/O Server: it cannot serve a client adapter of the type scsi.\n',
    ],
    [
      '-o a -p b750nl2 --rsubtype scsi -s 9 -a adapter_type=client,remote_lpar_id=2,remote_lpar_name=b750vio1,remote_slot_num=9',
      'The attributes remote_lpar_id and remote_lpar_name name different partitions.\n',
    ],
    [
      '-o a -p b750vio1 --rsubtype scsi -s 9 -a adapter_type=server,remote_lpar_id=1,remote_slot_num=9',
      'Partition b750vio1 cannot be the partner of its own adapter.\n',
    ],
    ['-o a -p b750nl2 --rsubtype eth -a port_vlan_id=1 -w soon', expect.stringContaining('-w')],
    ['-o a -p b750nl2 --rsubtype eth -a port_vlan_id=1 -d 6', expect.stringContaining('-d')],
    ['-o a -p b750nl2 --rsubtype eth', expect.stringContaining('The parameter -a is required')],
    ['-o a -p b750nl2 -a port_vlan_id=1', expect.stringContaining('The parameter --rsubtype is required')],
    ['-o r -p b750nl2', expect.stringContaining('The parameter -s is required')],
    ['-o r -p b750nl2 -s 27 -a x=1', expect.stringContaining('The invalid parameter is -a')],
    ['-o s -p b750nl2 --rsubtype fc -s 37 -a wwpns=1', expect.stringContaining('cannot have the value fc')],
    ['-o a -p b750nl2 --rsubtype vnic -a x=1', expect.stringContaining('is not supported by parlab')],
    ['-o m -p b750nl2 -s 3', expect.stringContaining('The parameter -o cannot have the value m.')],
    ['-o c -p b750nl2 -s 3', expect.stringContaining('is not supported by parlab')],
    [
      '-o a -p b750nl2 --rsubtype eth -a port_vlan_id=1 -v',
      expect.stringContaining('is not supported by parlab'),
    ],
  ])('%s is refused', async (words, stderr) => {
    expect(await refused(new TestLab('default'), `${start} ${words}`)).toEqual(stderr);
  });

  test.each(['mempool', 'procpool', 'rspool'])('-r %s is refused', async (type) => {
    const line = `chhwres -r ${type} -m ${p750} -o a -p b750nl2`;
    expect(await refused(new TestLab('default'), line)).toMatch(
      /^chhwres: -r \w+ is not supported by parlab: /,
    );
  });

  test('POWER5 has neither virtual switches nor virtual Fibre Channel', async () => {
    const lab = power5();
    const on5 = `chhwres -r virtualio -m ${p5} -o a -p dump`;
    expect(await refused(lab, `${on5} --rsubtype eth -a port_vlan_id=1,vswitch=ETHERNET0`)).toMatch(
      /The invalid attribute is vswitch/,
    );
    expect(await refused(lab, `${on5} --rsubtype fc -a adapter_type=client`)).toMatch(/^HSCLA4C0 /);
    expect(await typed(lab, `${on5} --rsubtype eth -a port_vlan_id=1`)).toEqual(done);
  });
});

describe('removing', () => {
  // Layout: a captured HSCL2929; the beginning is compared by a client (vfoucault/powervmtools).
  const busy = (
    location: string,
  ) => `HSCL294D Dynamic remove of virtual I/O resources failed: The I/O slot dynamic partitioning operation failed.  Here are the I/O slot IDs that failed and the reasons for failure:
   
Nov 17 10:20:05 caDlparCommand:execv to drmgr
Method error (/etc/methods/ucfgdevice):
        0514-062 Cannot perform the requested function because the
                 specified device is busy.


The OS return code is 1.  ${location}
`;

  test.each<[string, string]>([
    ['--id 1 -s 27', 'U8233.E8B.069348P-V1-C27 (3000001b)'],
    ['--id 1 -s 37', 'U8233.E8B.069348P-V1-C37 (30000025)'],
    ['--id 1 -s 2', 'U8233.E8B.069348P-V1-C2 (30000002)'],
    ['--id 1 -s 4', 'U8233.E8B.069348P-V1-C4 (30000004)'],
    // The only way to its disk, and the adapter by which it is reached.
    ['-p b750lin1 -s 3', 'U8233.E8B.069348P-V7-C3 (30000003)'],
    ['-p b750nl2 -s 2', 'U8233.E8B.069348P-V5-C2 (30000002)'],
  ])('%s is busy, with --force too', async (words, location) => {
    expect(await refused(new TestLab('default'), `${start} -o r ${words}`)).toBe(busy(location));
    expect(await refused(new TestLab('default'), `${start} -o r ${words} --force`)).toBe(busy(location));
  });

  test('one of two ways to a disk, and its server side when nothing is mapped', async () => {
    const lab = new TestLab('default');
    expect(await typed(lab, `${start} -o r -p b750nl2 -s 57`)).toEqual(done);
    expect(await refused(lab, `${start} -o r -p b750nl2 -s 57`)).toBe(
      'There is no virtual adapter in slot 57 of partition b750nl2.\n',
    );
    expect(await refused(lab, `${start} -o r -p b750nl2 -s 27`)).toMatch(/^HSCL294D /);
    expect(await typed(lab, `${start} -o r -p b750vio1 --rsubtype eth -s 3`)).toEqual(done);
  });

  test.each<[string, RegExp]>([
    ['-p b750nl2 -s 0', /slots 0 and 1 of a partition cannot be removed/],
    ['-p b750nl2 -s 27 --rsubtype fc', /slot 27 of partition b750nl2 is of the type scsi/],
    ['-p b750vio1 -s 32769', /belongs to the mover service of partition b750vio1/],
    ['-p b750nl2 -s x', /The parameter -s cannot have the value x/],
  ])('%s cannot be removed', async (words, stderr) => {
    expect(await refused(new TestLab('default'), `${start} -o r ${words}`)).toMatch(stderr);
  });

  test('a required adapter of a running partition', async () => {
    const lab = new TestLab('default');
    write(lab, 'UPDATE virtual_adapter SET required = 1 WHERE slot = 57');
    expect(await refused(lab, `${start} -o r -p b750nl2 -s 57`)).toBe(
      'The virtual adapter in slot 57 is required by partition b750nl2, which is running.\n',
    );
  });

  test('of a server that is off: what hangs on the adapter goes with it', async () => {
    const lab = new TestLab('default');
    write(
      lab,
      "UPDATE partition SET state = 'Not Activated', rmc_state = 'inactive', rmc_connected = 0 WHERE name = 'b750vio1'",
    );
    expect(await typed(lab, `${start} -o r --id 1 -s 27`)).toEqual(done);
    expect(await typed(lab, `${start} -o r --id 1 -s 2`)).toEqual(done);
    expect(rows(lab, 'SELECT name FROM target_device WHERE partition = 1 AND slot = 27')).toEqual([]);
    expect(rows(lab, 'SELECT name FROM sea WHERE partition = 1')).toEqual([]);
  });
});

describe('changing', () => {
  const change = `${start} -o s --rsubtype eth --id 1 -s 2`;

  test('virtual LANs come and go', async () => {
    const lab = new TestLab('default');
    expect(await typed(lab, `${change} -a addl_vlan_ids+=342`)).toEqual(done);
    expect(await adapter(lab, 'eth', 'b750vio1', 2)).toContain('"addl_vlan_ids=10,20,342"');
    expect(await typed(lab, `${change} -a '"addl_vlan_ids-=10,342"'`)).toEqual(done);
    expect(await adapter(lab, 'eth', 'b750vio1', 2)).toContain(',addl_vlan_ids=20,');
    expect(await refused(lab, `${change} -a addl_vlan_ids-=10`)).toBe(
      'The virtual LAN 10 is not on the adapter.\n',
    );
    expect(await refused(lab, `${change} -a addl_vlan_ids+=20`)).toBe(
      'The virtual LAN 20 is on the adapter already.\n',
    );
  });

  test('what may disrupt the network needs a word', async () => {
    const lab = new TestLab('default');
    expect(await refused(lab, `${change} -a port_vlan_id=7`)).toBe(
      'A change of port_vlan_id may disrupt the network of partition b750vio1, which is running.  Use --allownetdisrupt to allow it.\n',
    );
    expect(await typed(lab, `${change} -a port_vlan_id=7 --allownetdisrupt`)).toEqual(done);
    expect(await refused(lab, `${change} -a mac_addr=020000000001`)).toBe(
      'The attribute mac_addr of an adapter cannot be changed.\n',
    );
  });

  test('an adapter is disabled and enabled', async () => {
    const lab = new TestLab('default');
    const eth = (operation: string) => `${start} -o ${operation} --rsubtype eth -p b750nl2 -s 2`;
    expect(await typed(lab, eth('d'))).toEqual(done);
    expect(await adapter(lab, 'eth', 'b750nl2', 2)).toContain(',state=0,');
    expect(await typed(lab, eth('e'))).toEqual(done);
    expect(await adapter(lab, 'eth', 'b750nl2', 2)).toContain(',state=1,');
    expect(await refused(lab, `${eth('d')} --force`)).toMatch(/The invalid parameter is --force/);
  });
});

describe('the profile', () => {
  const add = `${start} -o a -p b750nl2 --rsubtype eth -s 9 -a port_vlan_id=10`;
  const profile = (lab: TestLab) =>
    lines(lab, `lssyscfg -r prof -m ${p750} --filter lpar_names=b750nl2 -F virtual_eth_adapters`);

  test('stays as it is', async () => {
    const lab = new TestLab('default');
    const before = await profile(lab);
    expect(await typed(lab, add)).toEqual(done);
    expect(await profile(lab)).toEqual(before);
  });

  test('follows with sync_curr_profile=1', async () => {
    const lab = new TestLab('default');
    write(lab, "UPDATE partition SET sync_profile = 1 WHERE name = 'b750nl2'");
    const before = await profile(lab);
    expect(await typed(lab, add)).toEqual(done);
    expect(await profile(lab)).toEqual([expect.stringContaining('9/0/10//0/0/ETHERNET0//all/none')]);
    expect(await typed(lab, `${start} -o r -p b750nl2 -s 9`)).toEqual(done);
    expect(await profile(lab)).toEqual(before);
  });
});

describe('without the partition', () => {
  const add = `${start} -o a -p b750vio1 --rsubtype scsi -s 99 -a adapter_type=server,remote_lpar_id=any,remote_slot_num=any`;
  // Captured from recorded responses of a console, but for the name of the partition.
  const noRmc =
    'HSCL2957 Either there is currently no RMC connection between the management console and the partition b750vio1 or the partition does not support dynamic partitioning operations. Verify the network setup on the management console and the partition and ensure that any firewall authentication between the management console and the partition has occurred. Run the management console diagrmc command to identify problems that might be causing no RMC connection.\n';

  test.each(['rmc_connected = 0', "rmc_state = 'inactive'", 'dlpar_io = 0'])('%s', async (how) => {
    const lab = new TestLab('default');
    write(lab, `UPDATE partition SET ${how} WHERE name = 'b750vio1'`);
    expect(await refused(lab, add)).toBe(noRmc);
    expect(await typed(lab, `${add} --force`)).toEqual(done);
    expect(rows(lab, 'SELECT device FROM virtual_adapter WHERE slot = 99')).toEqual([{ device: null }]);
  });

  test('a partition that migrates, and one in its firmware', async () => {
    const lab = new TestLab('default');
    const wrong =
      'HSCL05DF The partition is not in a state under which this operation can be performed. Check the state of the partition.\n';
    write(lab, "UPDATE partition SET state = 'Open Firmware' WHERE name = 'b750aix1'");
    expect(await refused(lab, `${start} -o a -p b750aix1 --rsubtype eth -a port_vlan_id=1`)).toBe(wrong);
    const { pid, birth } = processMachine.self;
    write(
      lab,
      `INSERT INTO migration (partition, type, phase, source, dest, source_id, console, plan, started, log, pid, birth)
       SELECT id, 'active', 'copy', system, (SELECT id FROM managed_system WHERE serial = '10934CP'), lpar_id,
         'bpichmc', '{}', 0, 1, ${pid}, '${birth}' FROM partition WHERE name = 'b750nl2'`,
    );
    expect(await refused(lab, `${start} -o a -p b750nl2 --rsubtype eth -a port_vlan_id=1`)).toBe(wrong);
  });

  test('on the other system nothing was changed', async () => {
    const lab = new TestLab('default');
    const before = await lines(lab, `lshwres -r virtualio --rsubtype slot --level slot -m ${p740}`);
    expect(await typed(lab, add)).toEqual(done);
    expect(await lines(lab, `lshwres -r virtualio --rsubtype slot --level slot -m ${p740}`)).toEqual(before);
  });
});

describe('faults', () => {
  const add = `${start} -o a -p b750nl2 --rsubtype eth -s 9 -a port_vlan_id=10`;

  test('the operating system refuses once, in the words of the rule', async () => {
    const lab = new TestLab('default');
    await parlabOk(
      lab,
      'fault add chhwres --on b750nl2 --as os --times 1 --detail "No memory for the adapter"',
    );
    const { status, stderr } = await typed(lab, add);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^HSCL294C DLPAR ADD Virtual I\/O resources failed: /);
    expect(stderr).toContain(
      '\nNo memory for the adapter\n\n\nThe OS return code is 255.  U8233.E8B.069348P-V5-C9 (30000009)\n',
    );
    expect(rows(lab, 'SELECT seen, struck FROM fault')).toEqual([{ seen: 1, struck: 1 }]);
    expect(await typed(lab, add)).toEqual(done);
  });

  test('the connection is lost, and stays lost', async () => {
    const lab = new TestLab('default');
    await parlabOk(lab, 'fault add chhwres --as rmc --times 1');
    expect((await typed(lab, add)).stderr).toMatch(/^HSCL2957 /);
    expect((await typed(lab, add)).stderr).toMatch(/^HSCL2957 /);
    expect(await lines(lab, `lssyscfg -r lpar -m ${p750} --filter lpar_names=b750nl2 -F rmc_state`)).toEqual([
      'inactive',
    ]);
  });

  test('an answer that does not come is given up after -w minutes', async () => {
    const lab = new TestLab('default');
    await parlabOk(lab, 'fault add chhwres --as network');
    expect(await typed(lab, `${add} -w 2`)).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'The operating system of partition b750nl2 did not answer within 2 minutes.  Nothing was changed.\n',
    });
    expect(await typed(lab, `${add} -w 0`)).toEqual(done);
    const [{ value } = { value: '' }] = rows(lab, "SELECT value FROM meta WHERE key = 'clock.base'") as {
      value: string;
    }[];
    expect(Number(value) - Date.UTC(2011, 10, 17, 10, 20) / 1000).toBe((2 + 15) * 60);
  });

  test('a partition that is off is not asked', async () => {
    const lab = new TestLab('default');
    await parlabOk(lab, 'fault add chhwres --as os');
    expect(await typed(lab, `${start} -o a -p b750off1 --rsubtype eth -a port_vlan_id=10`)).toEqual(done);
    expect(rows(lab, 'SELECT seen FROM fault')).toEqual([{ seen: 0 }]);
  });
});
