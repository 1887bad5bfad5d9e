import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { about, refused, rows, silently } from './changing.ts';
import { lines, p5, p750, power5 } from './console.ts';

// The example of published scripts (reference of the console's commands).
const sizes =
  'min_mem=256,desired_mem=4096,max_mem=8192,proc_mode=shared,sharing_mode=uncap,min_proc_units=0.1,desired_proc_units=0.1,max_proc_units=2.0,min_procs=1,desired_procs=1,max_procs=2';
const usual = `lpar_env=aixlinux,profile_name=default_profile,${sizes}`;
const make = (data: string) => `mksyscfg -r lpar -m ${p750} -i "${data}"`;
const system = (lab: TestLab) =>
  lines(lab, `lshwres -r mem --level sys -m ${p750} -F curr_avail_sys_mem,pend_avail_sys_mem`);

describe('a partition', () => {
  test('is made with its default profile, and holds nothing', async () => {
    const lab = new TestLab('default');
    const before = await system(lab);
    await silently(lab, make(`name=p1,${usual}`));
    expect(await lines(lab, `lssyscfg -r lpar -m ${p750} --filter lpar_names=p1`)).toEqual([
      'name=p1,lpar_id=4,lpar_env=aixlinux,state=Not Activated,resource_config=0,os_version=Unknown,logical_serial_num=069348P4,default_profile=default_profile,curr_profile=,work_group_id=none,shared_proc_pool_util_auth=0,allow_perf_collection=0,power_ctrl_lpar_ids=none,boot_mode=norm,lpar_keylock=norm,auto_start=0,redundant_err_path_reporting=0,rmc_state=inactive,rmc_ipaddr=,time_ref=0,lpar_avail_priority=127,desired_lpar_proc_compat_mode=default,curr_lpar_proc_compat_mode=,suspend_capable=0,remote_restart_capable=0,sync_curr_profile=0,affinity_group_id=none',
    ]);
    expect(await lines(lab, `lssyscfg -r prof -m ${p750} --filter lpar_names=p1`)).toEqual([
      'name=default_profile,lpar_name=p1,lpar_id=4,lpar_env=aixlinux,all_resources=0,min_mem=256,desired_mem=4096,max_mem=8192,min_num_huge_pages=0,desired_num_huge_pages=0,max_num_huge_pages=0,mem_mode=ded,mem_expansion=0.0,hpt_ratio=1:64,proc_mode=shared,min_proc_units=0.1,desired_proc_units=0.1,max_proc_units=2.0,min_procs=1,desired_procs=1,max_procs=2,sharing_mode=uncap,uncap_weight=128,shared_proc_pool_id=0,shared_proc_pool_name=DefaultPool,affinity_group_id=none,io_slots=none,lpar_io_pool_ids=none,max_virtual_slots=10,"virtual_serial_adapters=0/server/1/any//any/1,1/server/1/any//any/1",virtual_scsi_adapters=none,virtual_eth_adapters=none,virtual_fc_adapters=none,hca_adapters=none,boot_mode=norm,conn_monitoring=0,auto_start=0,power_ctrl_lpar_ids=none,work_group_id=none,redundant_err_path_reporting=0,bsr_arrays=0,lpar_proc_compat_mode=default,electronic_err_reporting=null',
    ]);
    expect(await system(lab)).toEqual(before);
    expect(
      await lines(
        lab,
        `lshwres -r mem --level lpar -m ${p750} --filter lpar_names=p1 -F curr_mem,pend_mem,run_mem`,
      ),
    ).toEqual(['0,0,0']);
  });

  test('has the attributes that the record names, in the profile and of its own', async () => {
    const lab = new TestLab('default');
    await silently(
      lab,
      make(
        `name=p1,lpar_id=40,${usual},auto_start=1,boot_mode=sms,work_group_id=2,suspend_capable=1,remote_restart_capable=1,lpar_proc_compat_mode=POWER6,max_virtual_slots=20,virtual_eth_adapters=2/0/10//0/0`,
      ),
    );
    expect(
      await about(
        lab,
        p750,
        'p1',
        'lpar_id,logical_serial_num,auto_start,boot_mode,work_group_id,suspend_capable,remote_restart_capable,desired_lpar_proc_compat_mode',
      ),
    ).toBe('40,069348P14,1,sms,2,1,1,POWER6');
    expect(
      await lines(
        lab,
        `lssyscfg -r prof -m ${p750} --filter lpar_names=p1 -F auto_start,boot_mode,work_group_id,lpar_proc_compat_mode,virtual_eth_adapters`,
      ),
    ).toEqual(['1,sms,2,POWER6,2/0/10//0/0/ETHERNET0//all/none']);
    await silently(lab, `chsysstate -m ${p750} -r lpar -o on -n p1 -f default_profile`);
    expect(await about(lab, p750, 'p1', 'state,curr_lpar_proc_compat_mode')).toBe('Open Firmware,POWER6');
  });

  test('gets the next free number', async () => {
    const lab = new TestLab('default');
    for (const name of ['a', 'b', 'c']) await silently(lab, make(`name=${name},${usual}`));
    expect(
      await lines(lab, `lssyscfg -r lpar -m ${p750} --filter "\\"lpar_names=a,b,c\\"" -F name,lpar_id`),
    ).toEqual(['c,12', 'b,11', 'a,4']);
  });

  test('a VIO server is a host that one can be on, whatever it is called', async () => {
    const lab = new TestLab('default');
    const data = (name: string) => `name=${name},${usual.replace('aixlinux', 'vioserver')},msp=1`;
    await silently(lab, make(data('vios9')));
    await silently(lab, make(data('../a b')));
    expect(await about(lab, p750, 'vios9', 'lpar_env,msp,lpar_avail_priority')).toBe('vioserver,1,191');
    expect(
      rows(lab, "SELECT name FROM host WHERE platform = 'vios' AND name NOT LIKE 'b7%' ORDER BY name"),
    ).toEqual([{ name: '_._a_b' }, { name: 'vios9' }]);
    expect(
      rows(lab, "SELECT count(*) AS movers FROM mover JOIN partition ON id = partition WHERE name = 'vios9'"),
    ).toEqual([{ movers: 1 }]);
  });

  test('IBM i', async () => {
    const lab = new TestLab('default');
    await silently(lab, make(`name=i1,${usual.replace('aixlinux', 'os400')}`));
    expect(await about(lab, p750, 'i1', 'lpar_env,ipl_source,rmc_state')).toBe('os400,b,none');
  });

  test('all resources: for it alone', async () => {
    const lab = power5();
    await silently(
      lab,
      `mksyscfg -r lpar -m ${p5} -i "name=all,lpar_env=aixlinux,profile_name=full,all_resources=1"`,
    );
    expect(await refused(lab, `chsysstate -m ${p5} -r lpar -o on -n all -f full`)).toBe(
      'A partition with all resources cannot be activated while other partitions are activated.',
    );
    for (const id of [2, 3, 5])
      await silently(lab, `chsysstate -m ${p5} -r lpar -o shutdown --immed --id ${id}`);
    const [avail = ''] = await lines(lab, `lshwres -r mem --level sys -m ${p5} -F curr_avail_sys_mem`);
    await silently(lab, `chsysstate -m ${p5} -r lpar -o on -n all -f full`);
    expect(
      await lines(lab, `lshwres -r mem --level lpar -m ${p5} --filter lpar_names=all -F curr_mem,run_mem`),
    ).toEqual([`${avail},${avail}`]);
  });

  test('a file makes all of its partitions or none', async () => {
    const lab = new TestLab('default');
    writeFileSync(join(lab.home, 'good'), `name=a,${usual}\nname=b,${usual}\n`);
    await silently(lab, `mksyscfg -r lpar -m ${p750} -f good`);
    writeFileSync(join(lab.home, 'bad'), `name=c,${usual}\nname=a,${usual}\n`);
    expect(await refused(lab, `mksyscfg -r lpar -m ${p750} -f bad`)).toBe(
      'The managed system already has a partition named a.',
    );
  });

  test('a system has only so many', async () => {
    const lab = power5();
    const data = (name: string) => `mksyscfg -r lpar -m ${p5} -i "name=${name},${usual}"`;
    for (let number = 0; number < 16; number++) await silently(lab, data(`x${number}`));
    expect(await refused(lab, data('one-more'))).toBe(
      'The managed system has 20 partitions, which is its maximum.',
    );
  }, 30_000);

  test.each([
    [usual, /The attribute name is required/],
    [`name=p1,${sizes}`, /The attribute profile_name is required/],
    [`name=p1,profile_name=x,${sizes}`, /The attribute lpar_env is required/],
    [`name=p1,${usual.replace('max_mem=8192,', '')}`, /The attribute max_mem is required/],
    [`name=p1,${usual.replace('min_proc_units=0.1,', '')}`, /The attribute min_proc_units is required/],
    [`name=p1,${usual.replace('sharing_mode=uncap,', '')}`, /The attribute sharing_mode is required/],
    [`name=p1,${usual.replace('aixlinux', 'linux')}`, /lpar_env cannot have the value linux/],
    [`name=b750nl2,${usual}`, 'The managed system already has a partition named b750nl2.'],
    [`name=p1,lpar_id=5,${usual}`, 'The managed system already has a partition with the ID 5.'],
    [`name=p1,lpar_id=0,${usual}`, /lpar_id cannot have the value 0/],
    [`name=p1,lpar_id=321,${usual}`, /lpar_id cannot have the value 321/],
    [`name=${'n'.repeat(32)},${usual}`, /name cannot have the value/],
    [`name=,${usual}`, /The attribute name is required/],
    [
      `name=p1,${usual.replace('4096', '4000')}`,
      /must be a multiple of the memory region size for the managed system\./,
    ],
    [`name=p1,${usual},msp=1`, /msp does not apply to a partition of the environment aixlinux/],
    [`name=p1,${usual},new_name=p2`, /The invalid attribute is new_name\./],
    [`name=p1,${usual},virtual_eth_adapters=10/0/1//0/0`, /Virtual slot 10 is not below/],
    [`name=p1,${usual},io_slots=99//1`, /no physical I\/O slot 99\./],
    [`name=p1,${usual},min_mem=512`, /min_mem may be entered only once/],
    ['name=p1', /The attribute profile_name is required/],
    ['{', /^The format of the configuration data is invalid\. /],
  ])('%s is refused', async (data, message) => {
    const said = await refused(new TestLab('default'), make(data));
    if (typeof message === 'string') expect(said).toBe(message);
    else expect(said).toMatch(message);
  });
});

describe('a profile', () => {
  test('is made beside the others', async () => {
    const lab = new TestLab('default');
    await silently(lab, `mksyscfg -r prof -m ${p750} -i "name=small,lpar_name=b750nl2,${sizes}"`);
    await silently(lab, `mksyscfg -r prof -m ${p750} -i "name=tiny,lpar_id=5,${sizes}"`);
    expect(
      await lines(lab, `lssyscfg -r prof -m ${p750} --filter lpar_names=b750nl2 -F name,desired_mem`),
    ).toEqual(['default,4096', 'small,4096', 'tiny,4096']);
    expect(await refused(lab, `mksyscfg -r prof -m ${p750} -i "name=small,lpar_id=5,${sizes}"`)).toBe(
      'The partition b750nl2 already has a profile named small.',
    );
  });

  test('-o save: what a partition has now', async () => {
    const lab = new TestLab('default');
    const saved = async (name: string) =>
      (
        await lines(lab, `lssyscfg -r prof -m ${p750} --filter "lpar_names=b750nl2,profile_names=${name}"`)
      )[0]?.replace(/^name=[^,]+/, 'name=');
    // The world's profiles are what its partitions are.
    const before = await saved('default');
    await silently(lab, `mksyscfg -r lpar -m ${p750} -o save -p b750nl2 -n mine`);
    expect(await saved('mine')).toBe(before);
    await silently(lab, `chsyscfg -r prof -m ${p750} -i "name=mine,lpar_name=b750nl2,desired_mem=8192"`);
    expect(await saved('mine')).not.toBe(before);
    expect(await refused(lab, `mksyscfg -r lpar -m ${p750} -o save --id 5 -n mine`)).toBe(
      'The partition b750nl2 already has a profile named mine.',
    );
    await silently(lab, `mksyscfg -r lpar -m ${p750} -o save --id 5 -n mine --force`);
    expect(await saved('mine')).toBe(before);
  });

  test.each([
    ['-r lpar -o save -p b750new1 -n x', /has no resources, so that there is no configuration to save\.$/],
    ['-r lpar -o save -p b750nl2', /The parameter -n is required/],
    ['-r lpar -o save -n x', /The parameter -p is required/],
    ['-r lpar -o save -p b750nl2 -n a=b', /-n cannot have the value a=b/],
    ['-r lpar -o load -p b750nl2 -n x', /-o cannot have the value load/],
    ['-r lpar --force', /--force is valid only with -o/],
    ['-r lpar', /The parameter -i is required/],
    ['-r sysprof -i name=x', /-r sysprof is not supported by parlab/],
    ['-r prof -i name=x,lpar_name=nobody', /^HSCL8012 /],
    ['-r prof -i name=x', /The attribute lpar_name is required/],
  ])('mksyscfg %s', async (words, message) => {
    expect(await refused(new TestLab('default'), `mksyscfg -m ${p750} ${words}`)).toMatch(message);
  });
});
