import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../support/bins.ts';
import { golden } from '../support/golden.ts';
import { readRecords } from '../support/hmc-csv.ts';
import { TestLab, temporaryFolder } from '../support/lab.ts';
import { complaint, lines, p5, p740, p750, power5, typed } from './console.ts';
import { movable } from './mobility/movable.ts';

describe('captured listings', () => {
  test.each([
    ['mem-sys', '-r mem --level sys'],
    ['mem-lpar', '-r mem --level lpar'],
    ['proc-sys', '-r proc --level sys'],
    ['proc-lpar', '-r proc --level lpar'],
    ['eth', '-r virtualio --rsubtype eth --level lpar'],
    ['scsi', '-r virtualio --rsubtype scsi --level lpar'],
    ['scsi', '-r virtualio --rsubtype scsi'],
    ['serial', '-r virtualio --rsubtype serial --level lpar'],
    ['slot', '-r virtualio --rsubtype slot --level lpar'],
    ['io-slot', '-r io --rsubtype slot'],
  ])('%s: %s', async (name, words) => {
    expect(await typed(power5(), `lshwres ${words} -m ${p5}`)).toEqual({
      status: 0,
      stdout: golden(`lshwres/${name}`, 'hmc'),
      stderr: '',
    });
  });

  test.each([
    ['fc', 'HSCLA4C0 The managed system does not support virtual Fibre Channel.\n'],
    ['vasi', 'HSCL8022 This command is only supported for POWER6 servers.\n'],
    ['vswitch', 'HSCL8022 This command is only supported for POWER6 servers.\n'],
  ])('%s on a POWER5 system', async (subtype, message) => {
    const level = subtype === 'vswitch' ? '' : '--level lpar';
    expect(await complaint(power5(), `lshwres -r virtualio --rsubtype ${subtype} ${level} -m ${p5}`)).toBe(
      message,
    );
  });

  // lssyscfg-r-lpar.strings.ziutus.txt line 128: a partition with dedicated processors on a POWER5 system.
  test('dedicated processors have neither units nor pool', async () => {
    const text = readFileSync(join(projectRoot, 'test', 'worlds', 'p5.yaml'), 'utf8').replace(
      / {4}partitions:[\s\S]*/,
      '    partitions:\n      - { name: aix53_15, id: 15, processors: { dedicated: 2, min: 1, max: 3 } }\n',
    );
    const path = join(temporaryFolder(), 'dedicated.yaml');
    writeFileSync(path, text);
    expect(await lines(new TestLab(path), `lshwres -r proc --level lpar -m ${p5}`)).toEqual([
      'lpar_name=aix53_15,lpar_id=15,curr_proc_mode=ded,curr_min_procs=1,curr_procs=2,curr_max_procs=3,curr_sharing_mode=share_idle_procs,pend_proc_mode=ded,pend_min_procs=1,pend_procs=2,pend_max_procs=3,pend_sharing_mode=share_idle_procs,run_procs=2',
    ]);
  });
});

describe("the talk's partition b750nl2", () => {
  test.each([
    ['scsi', ['27,client,b750vio1,27', '57,client,b750vio2,57']],
    ['fc', ['37,client,b750vio1,37', '47,client,b750vio2,47']],
  ])('%s', async (subtype, expected) => {
    const found = await lines(
      new TestLab('default'),
      `lshwres -r virtualio --rsubtype ${subtype} --level lpar -m ${p750} --filter lpar_names=b750nl2 -F slot_num,adapter_type,remote_lpar_name,remote_slot_num`,
    );
    expect(found.sort()).toEqual(expected);
  });

  test('each Fibre Channel adapter has a pair of WWPNs of its own', async () => {
    const rows = await lines(
      new TestLab('default'),
      `lshwres -r virtualio --rsubtype fc --level lpar -m ${p750} --filter lpar_names=b750nl2 -F wwpns`,
    );
    for (const row of rows) expect(row).toMatch(/^"c05076[0-9a-f]{10},c05076[0-9a-f]{10}"$/);
    expect(new Set(rows).size).toBe(2);
  });

  test('a later system shows virtual switch, allowed addresses and priority', async () => {
    const [row] = await lines(
      new TestLab('default'),
      `lshwres -r virtualio --rsubtype eth --level lpar -m ${p750} --filter "lpar_names=b750vio1,slots=2"`,
    );
    expect(row).toMatch(
      /^lpar_name=b750vio1,lpar_id=1,slot_num=2,state=1,is_required=0,is_trunk=1,trunk_priority=1,ieee_virtual_eth=1,port_vlan_id=1,vswitch=ETHERNET0,"addl_vlan_ids=10,20",mac_addr=[0-9A-F]{6}001002,allowed_os_mac_addrs=all,qos_priority=none$/,
    );
  });
});

describe('the lists agree with each other', () => {
  const worlds: [string, () => TestLab, string][] = [
    ['captured', power5, p5],
    ['p750', () => new TestLab('default'), p750],
    ['p740', () => new TestLab('default'), p740],
  ];

  const records = async (lab: TestLab, line: string) => readRecords((await typed(lab, line)).stdout);
  const sum = (all: readonly Map<string, string>[], name: string) =>
    all.reduce((total, each) => total + Math.round(Number(each.get(name) ?? 0) * 100), 0) / 100;

  test.each(worlds)('%s: memory', async (_, make, system) => {
    const lab = make();
    const [of] = await records(lab, `lshwres -r mem --level sys -m ${system}`);
    const partitions = await records(lab, `lshwres -r mem --level lpar -m ${system}`);
    const number = (name: string) => Number(of?.get(name));
    expect(number('curr_avail_sys_mem') + number('sys_firmware_mem') + sum(partitions, 'curr_mem')).toBe(
      number('configurable_sys_mem'),
    );
    for (const each of partitions)
      for (const name of ['curr_min_mem', 'curr_mem', 'curr_max_mem'])
        expect(Number(each.get(name)) % number('mem_region_size')).toBe(0);
  });

  test.each(worlds)('%s: processors', async (_, make, system) => {
    const lab = make();
    const [of] = await records(lab, `lshwres -r proc --level sys -m ${system}`);
    const partitions = await records(lab, `lshwres -r proc --level lpar -m ${system}`);
    const dedicated = partitions.filter((each) => each.get('curr_proc_mode') === 'ded');
    const number = (name: string) => Number(of?.get(name));
    const used = sum(partitions, 'curr_proc_units') + sum(dedicated, 'curr_procs');
    expect(number('curr_avail_sys_proc_units') + used).toBeCloseTo(number('configurable_sys_proc_units'), 6);
    const [pool] = await records(lab, `lshwres -r proc --level pool -m ${system}`);
    expect(Number(pool?.get('configurable_pool_proc_units'))).toBeCloseTo(
      number('configurable_sys_proc_units') - sum(dedicated, 'curr_procs'),
      6,
    );
  });

  test.each(worlds)(
    '%s: partners point at each other, and profiles have the same adapters',
    async (_, make, system) => {
      const lab = make();
      const all = await records(lab, `lshwres -r virtualio --rsubtype scsi -m ${system}`);
      const key = (id: string | undefined, slot: string | undefined) => `${id}/${slot}`;
      const bySlot = new Map(all.map((each) => [key(each.get('lpar_id'), each.get('slot_num')), each]));
      for (const each of all) {
        const other = bySlot.get(key(each.get('remote_lpar_id'), each.get('remote_slot_num')));
        expect(key(other?.get('remote_lpar_id'), other?.get('remote_slot_num'))).toBe(
          key(each.get('lpar_id'), each.get('slot_num')),
        );
      }
      const names = await lines(lab, `lssyscfg -r lpar -m ${system} -F name,lpar_id,default_profile`);
      for (const name of names) {
        const [lpar = '', id, profile] = name.split(',');
        const [text = ''] = await lines(
          lab,
          `lssyscfg -r prof -m ${system} --filter "lpar_names=${lpar},profile_names=${profile}" -F virtual_scsi_adapters`,
        );
        const elements = text === 'none' ? [] : text.replaceAll('"', '').split(',');
        const slots = all.filter((each) => each.get('lpar_id') === id).map((each) => each.get('slot_num'));
        expect(elements.map((element) => element.split('/')[0]).sort()).toEqual(slots.sort());
      }
    },
  );

  test('pools have the partitions that say so', async () => {
    const lab = new TestLab('default');
    const rows = await records(lab, `lshwres -r proc --level lpar -m ${p750}`);
    for (const pool of await records(lab, `lshwres -r procpool -m ${p750}`)) {
      const inside = rows
        .filter((row) => row.get('curr_shared_proc_pool_name') === pool.get('name'))
        .map((row) => row.get('lpar_id'));
      expect(pool.get('lpar_ids')?.split(',').sort()).toEqual(inside.sort());
    }
    expect(await lines(lab, `lshwres -r procpool -m ${p750} --filter pool_names=SharedPool01 -F`)).toEqual([
      'SharedPool01,1,8.0,0.0,0.0,7,b750lin1',
    ]);
    expect(
      await lines(lab, `lshwres -r procpool -m ${p750} --filter pool_ids=0 -F name,max_pool_proc_units`),
    ).toEqual(['DefaultPool,null']);
  });
});

describe('further lists', () => {
  test.each([
    [
      `-r virtualio --rsubtype vswitch -m ${p750}`,
      ['vswitch=ETHERNET0,switch_mode=VEB,"vlan_ids=1,10,20,255"'],
    ],
    [
      `-r virtualio --rsubtype vasi --level lpar -m ${p740}`,
      [
        'lpar_name=b740vio1,lpar_id=1,slot_num=32769,state=1,is_required=0',
        'lpar_name=b740vio2,lpar_id=2,slot_num=32769,state=1,is_required=0',
      ],
    ],
    [
      `-r virtualio --rsubtype slot --level slot -m ${p740} --filter lpar_names=b740aix1 -F slot_num,config,drc_name`,
      [
        '0,serial,U8205.E6B.10934CP-V3-C0',
        '1,serial,U8205.E6B.10934CP-V3-C1',
        '2,eth,U8205.E6B.10934CP-V3-C2',
        '3,scsi,U8205.E6B.10934CP-V3-C3',
      ],
    ],
    [`-r io --rsubtype unit -m ${p740}`, ['unit_phys_loc=U78AA.001.WZSG7K2']],
    [`-r io --rsubtype bus -m ${p740} --filter buses=512 -F bus_id:drc_index`, ['512:20000200']],
    [`-r io --rsubtype slot -m ${p740} --filter lpar_ids=1 -F drc_index`, ['21010200', '21010201']],
    [`-r io --rsubtype slot -m ${p740} --filter slots=21010204 -F lpar_id,lpar_name`, ['none,null']],
    [`-r mempool -m ${p740}`, ['No results were found.']],
    [`-r mempool --rsubtype pgdev -m ${p740}`, ['No results were found.']],
    [`-r mem --level lpar -m ${p740} -R`, ['No results were found.']],
    [`-r mem --level sys -m ${p740} -F mem_region_size,pend_mem_region_size`, ['256,256']],
    [`-r virtualio --rsubtype eth --level lpar -m ${p740} --filter vlans=255 -F lpar_id`, ['1', '2']],
    [
      `-r virtualio --rsubtype eth --level lpar -m ${p740} --filter vswitches=nosuch`,
      ['No results were found.'],
    ],
  ])('lshwres %s', async (words, expected) => {
    expect(await lines(new TestLab('default'), `lshwres ${words}`)).toEqual(expected);
  });

  test('a shared memory pool and its paging devices', async () => {
    const text = readFileSync(join(projectRoot, 'src', 'state', 'worlds', 'default.yaml'), 'utf8')
      .replace('    processor_pools:', '    memory_pool: { size_mb: 16384 }\n    processor_pools:')
      .replace('        vios:\n', '        vios:\n          paging: [{ device: ams0, size_mb: 8192 }]\n');
    const path = join(temporaryFolder(), 'ams.yaml');
    writeFileSync(path, text);
    const lab = new TestLab(path);
    expect(await lines(lab, `lshwres -r mempool -m ${p750} -F curr_pool_mem,paging_vios_names`)).toEqual([
      '16384,b750vio1',
    ]);
    expect(await lines(lab, `lshwres -r mempool --rsubtype pgdev -m ${p750}`)).toEqual([
      'device_name=ams0,paging_vios_name=b750vio1,paging_vios_id=1,size=8192,state=Inactive,lpar_id=none',
    ]);
  });

  test('WWPNs that are left', async () => {
    expect(
      await lines(
        new TestLab('default'),
        `lshwres -r virtualio --rsubtype fc --level sys -m ${p750} -F num_wwpns_remaining`,
      ),
    ).toEqual(['65532']);
  });
});

const retry = 'Please check your entry and retry the command.\n';

describe('complaints', () => {
  test.each([
    [
      'lshwres -r mem',
      `A required parameter is missing.  The parameter -m is required for this command.  ${retry}`,
    ],
    [
      `lshwres -r mem -m ${p5}`,
      `A required parameter is missing.  The parameter --level is required for this command.  ${retry}`,
    ],
    [
      `lshwres -r virtualio -m ${p5}`,
      `A required parameter is missing.  The parameter --rsubtype is required for this command.  ${retry}`,
    ],
    [
      `lshwres -r mem -m ${p5} --level pool`,
      `An invalid parameter value was entered.  The parameter --level cannot have the value pool.  ${retry}`,
    ],
    [
      `lshwres -r procpool -m ${p5} --level sys`,
      `An invalid parameter was entered.  The invalid parameter is --level.  ${retry}`,
    ],
    [
      `lshwres -r proc -m ${p5} --rsubtype eth --level sys`,
      `An invalid parameter was entered.  The invalid parameter is --rsubtype.  ${retry}`,
    ],
    [
      `lshwres -r virtualio --rsubtype bus -m ${p5}`,
      `An invalid parameter value was entered.  The parameter --rsubtype cannot have the value bus.  ${retry}`,
    ],
    [
      `lshwres -r mem -m ${p5} --level sys --filter lpar_names=nim1`,
      `An invalid parameter was entered.  The invalid parameter is --filter.  ${retry}`,
    ],
    [
      `lshwres -r mem -m ${p5} --level sys -F lmb`,
      'An invalid attribute was entered.  The invalid attribute is lmb.  Please correct your input and retry the command.\n',
    ],
    [
      `lshwres -r mem -m ${p5} --level lpar --filter slots=1`,
      'An invalid filter was entered.  The invalid filter is slots.  Please correct your input and retry the command.\n',
    ],
    ['lshwres -r mem -m nosuch --level sys', 'HSCL8018 The managed system nosuch was not found.\n'],
    [
      `lshwres -r mem -m ${p5} --level lpar --filter lpar_names=p1`,
      'HSCL8012 The partition named p1 was not found.\n',
    ],
    [
      `lshwres -r mem -m ${p5} --level lpar --filter lpar_ids=9`,
      'HSCL8011 The partition ID "9" was not found.\n',
    ],
  ])('%s', async (line, message) => {
    expect(await complaint(power5(), line)).toBe(message);
  });

  test.each([
    '-r virtualio --rsubtype vnetwork',
    '-r io --rsubtype taggedio',
    '-r mem --level sys --maxmem 1024',
    '-r mem --level lpar --stat',
    '-r proc --level sys --maxprocs 4',
    '-r io --rsubtype iopool',
  ])('lshwres %s is refused in our own words', async (words) => {
    expect(await complaint(power5(), `lshwres ${words} -m ${p5}`)).toMatch(/ is not supported by parlab: /);
  });
});

describe('what few systems have', () => {
  test.each([
    '-r rspool',
    '-r rspool --rsubtype rsdev',
    '-r sriov --rsubtype adapter',
    '-r sriov --rsubtype physport --level roce',
    '-r sriov --rsubtype logport --level eth',
    '-r virtualio --rsubtype vnic --level lpar -F lpar_name,backing_devices',
    '-r virtualio --rsubtype vnicbkdev',
  ])('lshwres %s: a system without any', async (words) => {
    expect(await lines(power5(), `lshwres ${words} -m ${p5}`)).toEqual(['No results were found.']);
  });

  test('the names of their attributes are looked at all the same', async () => {
    expect(await complaint(power5(), `lshwres -r virtualio --rsubtype vnicbkdev -m ${p5} -F nosuch`)).toBe(
      'An invalid attribute was entered.  The invalid attribute is nosuch.  Please correct your input and retry the command.\n',
    );
  });

  test('logical ports, those of other kinds, and what they tell of their adapters', async () => {
    const lab = movable({
      world: [
        [
          '# mobile:',
          "logical_ports: [{ kind: sriov, port: '1/0/27004001' }, { kind: hea, port: '23000000/1/0/1/none' }]",
        ],
        [
          '# a3:',
          "logical_ports: [{ kind: sriov, port: '1/0/27004002', required: true }, { kind: sriov, port: '2/1/27008001' }]",
        ],
      ],
    });
    const list = (words: string) => lines(lab, `lshwres -r sriov -m alpha --rsubtype ${words}`);
    expect(
      await list('logport --level eth -F lpar_name,is_required,adapter_id,logical_port_id,capacity'),
    ).toEqual(['mobile,0,1,27004001,50.0', 'a3,1,1,27004002,50.0', 'a3,0,2,27008001,100.0']);
    expect(await list('logport --level eth --filter lpar_names=a3,adapter_ids=2 -F logical_port_id')).toEqual(
      ['27008001'],
    );
    expect(await list('logport --level roce')).toEqual(['No results were found.']);
    expect(await list('adapter')).toEqual([
      'adapter_id=1,config_state=sriov,functional_state=1,sriov_status=running',
      'adapter_id=2,config_state=sriov,functional_state=1,sriov_status=running',
    ]);
    expect(await list('adapter -F adapter_id,phys_loc')).toEqual(['1,null', '2,null']);
    expect(await list('physport --level roce')).toEqual([
      'adapter_id=1,phys_port_id=0,phys_port_type=eth,state=1,config_logical_ports=2,curr_eth_logical_ports=2',
      'adapter_id=2,phys_port_id=1,phys_port_type=eth,state=1,config_logical_ports=1,curr_eth_logical_ports=1',
    ]);
    expect(await complaint(lab, 'lshwres -r sriov -m alpha')).toContain(
      'The parameter --rsubtype is required',
    );
    expect(await complaint(lab, 'lshwres -r sriov -m alpha --rsubtype logport')).toContain(
      'The parameter --level is required',
    );
  });

  test('reserved storage: the device of who is suspended, and those that are free', async () => {
    const lab = new TestLab('lpm-two-frames');
    const names = '-F device_name,vios_name,size,state,lpar_name,lpar_id';
    const devices = (frame: string) => lines(lab, `lshwres -r rspool --rsubtype rsdev -m ${frame} ${names}`);
    expect((await devices('frame1')).filter((line) => line.includes('susp1'))).toHaveLength(1);
    expect((await lines(lab, 'lshwres -r rspool -m frame2'))[0]).toMatch(/^"?vios_names=f2vio/);
    const [before] = await devices('frame2');
    expect(before).toMatch(/^hdisk\d+,f2vio[12],\d+,Inactive,null,none$/);
    expect((await typed(lab, 'migrlpar -o m -m frame1 -t frame2 -p susp1')).status).toBe(0);
    expect((await devices('frame2')).filter((line) => line.includes('Active,susp1,10'))).toHaveLength(1);
    expect((await devices('frame1')).filter((line) => line.includes('susp1'))).toEqual([]);
  });
});
