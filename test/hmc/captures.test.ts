/**
 * Captured lines that are not those of the one captured system (test/worlds/p5.yaml), each from a world that has what the
 * line says. All are from github:ziutus/hmc_vios_aix, test/ (GPL-3.0), where the author gives other people's listings, or
 * from github:bond-huang/ebook; file and line stand beside them.
 *
 * Captured lines that no world can have, and why:
 * - hmc_lpar_real_test.rb 102 and 128, 155's neighbours: the author's own counting numbers (memory 1, 2, 3 ...), no system;
 * - hmc_lpar_real_test.rb 216, hmc_VirtualEthAdapter_test.rb 131 and 138: a POWER6 era console that lists the virtual switch
 *   but neither allowed_os_mac_addrs nor qos_priority, and quotes addl_vlan_ids=54, which has no comma;
 * - hmc_VirtualEthAdapter_test.rb 145 and 160: blanks after commas, which a web page has put there;
 * - hmc_lpar_profile_test.rb 130, 258 and 284: consoles of 2006 to 2010 with other attributes (no mem_mode, no hpt_ratio,
 *   sni_device_ids, lhea_logical_ports); 180, 243, 446 and 447: vtpm_adapters before virtual_fc_adapters, lhea_capabilities;
 * - hmc_lpar_profile_test.rb 168, 214, 350, 371: parts of a line, or input;
 * - lssyscfg -r sys of op710-1 (2006): a console without detailed_state and with a quarter of the attributes;
 * - hmc_lssysconn_entry_test.rb 21: a console without sp_phys_loc; 124 and 141: a system that never told its type; 158, 192
 *   and 205: frames; 220: the location of a service processor;
 * - hmc_lspartition_dlpar_test.rb: serial numbers masked with x, names of operating systems without their levels;
 *   the lspartition of bond-huang: partitions without a host name, pinned memory as it happened to be;
 * - the virtual console V8R8.2.0: lshmc -n, -r and -v of a machine without an HMC's hardware; users, roles and events;
 * - the POWER9 captures: what only the SR-IOV adapter knows (its slot, its limits), vNICs, which partitions here do not have,
 *   and changes of logical ports.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TestLab, temporaryFolder } from '../support/lab.ts';
import { lines, power5, typed } from './console.ts';

interface One {
  readonly level?: string;
  readonly type?: string;
  readonly serial?: string;
  readonly generation?: string;
  readonly system?: string;
  readonly consoles?: string;
  readonly ipaddr?: string;
}

/** A world with one system; `partitions` as it stands in the file. */
function one(partitions: string, of: One = {}): TestLab {
  const path = join(temporaryFolder(), 'one.yaml');
  writeFileSync(
    path,
    `world: one
description: One captured line.
start: 2017-10-14 19:45:21
seed: 1
hosts:
  - { name: hmc1, platform: hmc, level: ${of.level ?? 'V7R7.9.0'} }
systems:
  - name: frame
    type_model: ${of.type ?? '9131-52A'}
    serial: '${of.serial ?? '6535CCG'}'
    generation: ${of.generation ?? 'POWER5'}
    firmware: SF240_418
    ipaddr: ${of.ipaddr ?? '192.168.200.39'}
    consoles: [${of.consoles ?? 'hmc1'}]
    mac_prefix: 26E6B0
    memory: { installed_mb: 65536, firmware_mb: 640, region_mb: 128 }
    processors: { installed: 16 }
    max_lpars: 20
${of.system ?? ''}    partitions: ${partitions === '' ? '[]' : `\n${partitions}`}
`,
  );
  return new TestLab(path);
}

describe('hmc_lpar_real_test.rb', () => {
  test('18: a partition that was never activated', async () => {
    const lab = one(
      '      - { name: aix53_15, id: 15, state: Not Activated, never_activated: true, profile: normal, pool_authority: true, performance: true }',
    );
    expect(await lines(lab, 'lssyscfg -r lpar -m frame')).toEqual([
      'name=aix53_15,lpar_id=15,lpar_env=aixlinux,state=Not Activated,resource_config=0,os_version=Unknown,logical_serial_num=6535CCGF,default_profile=normal,curr_profile=,work_group_id=none,shared_proc_pool_util_auth=1,allow_perf_collection=1,power_ctrl_lpar_ids=none,boot_mode=norm,lpar_keylock=norm,auto_start=0,redundant_err_path_reporting=0,rmc_state=inactive,rmc_ipaddr=,sync_curr_profile=0',
    ]);
  });

  test('155: shared processors of a partition that is off', async () => {
    const lab = one(
      '      - { name: aix61_8, id: 8, state: Not Activated, processors: { min_units: 0.2, units: 1, max_units: 2, procs: 1, max_procs: 2 } }',
    );
    expect(await lines(lab, 'lshwres -r proc --level lpar -m frame')).toEqual([
      'lpar_name=aix61_8,lpar_id=8,curr_shared_proc_pool_id=0,curr_proc_mode=shared,curr_min_proc_units=0.2,curr_proc_units=1.0,curr_max_proc_units=2.0,curr_min_procs=1,curr_procs=1,curr_max_procs=2,curr_sharing_mode=uncap,curr_uncap_weight=128,pend_shared_proc_pool_id=0,pend_proc_mode=shared,pend_min_proc_units=0.2,pend_proc_units=1.0,pend_max_proc_units=2.0,pend_min_procs=1,pend_procs=1,pend_max_procs=2,pend_sharing_mode=uncap,pend_uncap_weight=128,run_proc_units=0.0,run_procs=0,run_uncap_weight=0',
    ]);
  });

  test('200: trunk adapters, with the addresses they had', async () => {
    const eth = (slot: number, more: string) =>
      `{ slot: ${slot}, vlan: ${slot}, mac: 26E6B000200${slot}${more} }`;
    const lab = one(
      `      - { name: vios1, id: 15, env: vioserver, eth: [${eth(6, '')}, ${eth(7, ', trunk: 1')}, ${eth(9, ', trunk: 1')}] }`,
    );
    expect(await lines(lab, 'lshwres -r virtualio --rsubtype eth --level lpar -m frame')).toEqual([
      'lpar_name=vios1,lpar_id=15,slot_num=6,state=1,is_required=0,is_trunk=0,ieee_virtual_eth=0,port_vlan_id=6,addl_vlan_ids=,mac_addr=26E6B0002006',
      'lpar_name=vios1,lpar_id=15,slot_num=7,state=1,is_required=0,is_trunk=1,trunk_priority=1,ieee_virtual_eth=0,port_vlan_id=7,addl_vlan_ids=,mac_addr=26E6B0002007',
      'lpar_name=vios1,lpar_id=15,slot_num=9,state=1,is_required=0,is_trunk=1,trunk_priority=1,ieee_virtual_eth=0,port_vlan_id=9,addl_vlan_ids=,mac_addr=26E6B0002009',
    ]);
  });

  // The serial ones are hmc_VirtualSerialAdapter_test.rb 85 and 91, too.
  test('232 and 243: adapters of a partition that is off', async () => {
    const lab = one(`      - { name: vios1, id: 2, env: vioserver }
      - { name: vios2, id: 3, env: vioserver }
      - name: nim1
        id: 5
        state: Not Activated
        scsi:
          - { slot: 2, partner: vios1, partner_slot: 2, required: true }
          - { slot: 3, partner: vios2, partner_slot: 2, required: true }`);
    expect(
      await lines(lab, 'lshwres -r virtualio --rsubtype scsi -m frame --filter lpar_names=nim1'),
    ).toEqual([
      'lpar_name=nim1,lpar_id=5,slot_num=3,state=0,is_required=1,adapter_type=client,remote_lpar_id=3,remote_lpar_name=vios2,remote_slot_num=2',
      'lpar_name=nim1,lpar_id=5,slot_num=2,state=0,is_required=1,adapter_type=client,remote_lpar_id=2,remote_lpar_name=vios1,remote_slot_num=2',
    ]);
    expect(
      await lines(
        lab,
        'lshwres -r virtualio --rsubtype serial --level lpar -m frame --filter lpar_names=nim1',
      ),
    ).toEqual([
      'lpar_name=nim1,lpar_id=5,slot_num=1,state=0,is_required=1,connect_status=unavailable,adapter_type=server,supports_hmc=1,remote_lpar_id=any,remote_lpar_name=,remote_slot_num=any',
      'lpar_name=nim1,lpar_id=5,slot_num=0,state=0,is_required=1,connect_status=unavailable,adapter_type=server,supports_hmc=1,remote_lpar_id=any,remote_lpar_name=,remote_slot_num=any',
    ]);
  });
});

test('hmc_VirtualEthAdapter_test.rb 90: an adapter of a partition that is off', async () => {
  const lab = one(
    '      - { name: dump, id: 1, state: Not Activated, eth: [{ slot: 2, vlan: 1, required: true }] }',
  );
  expect(await lines(lab, 'lshwres -r virtualio --rsubtype eth --level lpar -m frame')).toEqual([
    'lpar_name=dump,lpar_id=1,slot_num=2,state=0,is_required=1,is_trunk=0,ieee_virtual_eth=0,port_vlan_id=1,addl_vlan_ids=,mac_addr=26E6B0001002',
  ]);
});

// hmc_lpar_profile_test.rb 273 (chmod666.org): a profile of a POWER8 system, whose adapters somebody else has numbered.
test('a POWER8 profile with four Fibre Channel adapters', async () => {
  const lab = one(
    `      - name: temp3-b642c120-00000133
        id: 11
        memory: { min: 8192, desired: 8192, max: 8192, hpt_ratio: '1:128' }
        processors: { units: 2, min_units: 2, max_units: 2, procs: 4, min_procs: 4, max_procs: 4 }
        profile: default_profile
        profiles:
          - name: default_profile
            virtual_scsi_adapters: [3/client/2/vios1/32/0]
            virtual_eth_adapters: [32/0/1659//0/0/switcha/facc157c3e20/all/0]
            virtual_fc_adapters:
              - '2/client/1/vios2/32/c050760727c5007a,c050760727c5007b/0'
              - '4/client/1/vios1/35/c050760727c5007c,c050760727c5007d/0'
              - '5/client/2/vios2/34/c050760727c5007e,c050760727c5007f/0'
              - '6/client/2/vios2/35/c050760727c50080,c050760727c50081/0'`,
    { generation: 'POWER8', level: 'V8R8.2.0' },
  );
  expect(await lines(lab, 'lssyscfg -r prof -m frame')).toEqual([
    'name=default_profile,lpar_name=temp3-b642c120-00000133,lpar_id=11,lpar_env=aixlinux,all_resources=0,min_mem=8192,desired_mem=8192,max_mem=8192,min_num_huge_pages=0,desired_num_huge_pages=0,max_num_huge_pages=0,mem_mode=ded,mem_expansion=0.0,hpt_ratio=1:128,proc_mode=shared,min_proc_units=2.0,desired_proc_units=2.0,max_proc_units=2.0,min_procs=4,desired_procs=4,max_procs=4,sharing_mode=uncap,uncap_weight=128,shared_proc_pool_id=0,shared_proc_pool_name=DefaultPool,affinity_group_id=none,io_slots=none,lpar_io_pool_ids=none,max_virtual_slots=64,"virtual_serial_adapters=0/server/1/any//any/1,1/server/1/any//any/1",virtual_scsi_adapters=3/client/2/vios1/32/0,virtual_eth_adapters=32/0/1659//0/0/switcha/facc157c3e20/all/0,virtual_eth_vsi_profiles=none,"virtual_fc_adapters=""2/client/1/vios2/32/c050760727c5007a,c050760727c5007b/0"",""4/client/1/vios1/35/c050760727c5007c,c050760727c5007d/0"",""5/client/2/vios2/34/c050760727c5007e,c050760727c5007f/0"",""6/client/2/vios2/35/c050760727c50080,c050760727c50081/0""",vtpm_adapters=none,hca_adapters=none,boot_mode=norm,conn_monitoring=1,auto_start=0,power_ctrl_lpar_ids=none,work_group_id=none,redundant_err_path_reporting=0,bsr_arrays=0,lpar_proc_compat_mode=default,electronic_err_reporting=null,sriov_eth_logical_ports=none',
  ]);
});

// hmcString_test.rb 28 and 75.
test.each([
  [
    'POWER5',
    'virtual_eth_adapters: [3/1/1/10/0/1, "2/1/1/3,4,5/0/1", 3/1/1/10/0/1]',
    'virtual_scsi_adapters=none,"virtual_eth_adapters=3/1/1/10/0/1,""2/1/1/3,4,5/0/1"",3/1/1/10/0/1",hca_adapters=none',
  ],
  [
    'POWER7',
    'virtual_fc_adapters: ["504/client/2/vio_server1/8/c050760431670010,c050760431670011/1", "604/client/3/vio_server2/5/c050760431670012,c050760431670013/1"]',
    '"virtual_fc_adapters=""504/client/2/vio_server1/8/c050760431670010,c050760431670011/1"",""604/client/3/vio_server2/5/c050760431670012,c050760431670013/1"""',
  ],
])('hmcString_test.rb: lists in lists on %s', async (generation, adapters, expected) => {
  const lab = one(`      - { name: p1, id: 5, profiles: [{ name: default, ${adapters} }] }`, { generation });
  expect((await typed(lab, 'lssyscfg -r prof -m frame')).stdout).toContain(`,${expected}`);
});

// bond-huang/ebook, the chapter on RMC: names with blanks are not quoted.
test('partitions with blanks in their names, RMC or not', async () => {
  const partition = (id: number, name: string, ip: string, more = '') =>
    `      - { name: '${name}', id: ${id}, ip: ${ip}${more} }\n`;
  const off = ', rmc: inactive';
  const lab = one(
    partition(9, 'dump_9.200.104.134_not_shutdown', '9.200.104.134') +
      partition(8, 'teacher02 9.200.104.218', '9.200.104.218', off) +
      partition(7, 'teacher01 9.200.104.217', '9.200.104.217', off) +
      partition(2, 'VIOserver2', '9.200.104.133', ', env: vioserver') +
      partition(1, 'VIOserver1', '9.200.104.132', ', env: vioserver'),
    { type: '9117-570', serial: '65B4D6E' },
  );
  expect(
    await lines(
      lab,
      'lssyscfg -r lpar -m 9117-570*65B4D6E -F name,rmc_state,rmc_ipaddr,rmc_osshutdown_capable,dlpar_mem_capable,dlpar_proc_capable,dlpar_io_capable',
    ),
  ).toEqual([
    'dump_9.200.104.134_not_shutdown,active,9.200.104.134,1,1,1,1',
    'teacher02 9.200.104.218,inactive,9.200.104.218,0,0,0,0',
    'teacher01 9.200.104.217,inactive,9.200.104.217,0,0,0,0',
    'VIOserver2,active,9.200.104.133,1,1,1,1',
    'VIOserver1,active,9.200.104.132,1,1,1,1',
  ]);
});

// github:randomparity/hmc-mcp, tests/fixtures/pcie/power9-v10r3m1060-live-sriov.json: POWER9, HMC V10R3 M1060.
test('a logical port of an SR-IOV adapter', async () => {
  const lab = one(
    "      - { name: lpar-b, id: 2, logical_ports: [{ kind: sriov, port: '1/0/27004001' }] }\n      - { name: lpar-c, id: 3, state: Not Activated }",
    { type: '8375-42A', generation: 'POWER9', level: 'V10R3.1060' },
  );
  expect(
    await lines(
      lab,
      'lshwres -r sriov --rsubtype logport -m frame --level eth --filter adapter_ids=1 -F config_id,lpar_name,lpar_id,lpar_state,adapter_id,logical_port_id,logical_port_type,phys_port_id,functional_state,capacity,max_capacity --header',
    ),
  ).toEqual([
    'config_id,lpar_name,lpar_id,lpar_state,adapter_id,logical_port_id,logical_port_type,phys_port_id,functional_state,capacity,max_capacity',
    '0,lpar-b,2,Running,1,27004001,eth,0,1,100.0,100.0',
  ]);
  expect(
    await lines(
      lab,
      'lssyscfg -r lpar -m frame --filter lpar_names=lpar-c -F name,lpar_id,state,rmc_state --header',
    ),
  ).toEqual(['name,lpar_id,state,rmc_state', 'lpar-c,3,Not Activated,inactive']);
});

// 9131-52A-6535CCG/lssyscfg_r_sys_F_name_serial_num_state.txt, the author's own system.
test('a system by three of its attributes', async () => {
  expect(await lines(power5(), 'lssyscfg -r sys -F name,serial_num,state')).toEqual([
    '9131-52A-6535CCG,6535CCG,Operating',
  ]);
});

// hmc_lssysconn_entry_test.rb 41, 107, 169 and 177.
test.each([
  [
    '9110-51A',
    '1075E3F',
    'primary',
    '192.168.200.53',
    'Failed Authentication',
    'Incorrect password 0802-0001-00000026',
  ],
  ['7998-61X', '0617ABA', 'unavailable', '9.5.65.18', 'No Connection', 'Connecting  02FF-0003-008087E9'],
  [
    '9406-520',
    '103E8FE',
    'primary',
    '9.5.66.29',
    'Version Mismatch',
    'Connection not allowed 0009-0008-00000000',
  ],
  [
    '7895-42X',
    '105C91B',
    'unavailable',
    '10.254.100.9',
    'No Connection',
    'Already connected 0402-0001-00000025',
  ],
])('lssysconn of %s*%s', async (type, serial, sp, ipaddr, state, error) => {
  const lab = one('', {
    type,
    serial,
    ipaddr,
    consoles: `{ console: hmc1, state: ${state}, error: '${error}' }`,
  });
  expect(await lines(lab, 'lssysconn -r all')).toEqual([
    `resource_type=sys,type_model_serial_num=${type}*${serial},sp=${sp},sp_phys_loc=unavailable,ipaddr=${ipaddr},alt_ipaddr=unavailable,state=${state},connection_error_code=${error}`,
  ]);
});
