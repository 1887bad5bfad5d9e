import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { about, migrating, refused, rows, silently, tamper } from './changing.ts';
import { changed, lines, p5, p750, power5, typed } from './console.ts';

const lpar = (data: string) => `chsyscfg -r lpar -m ${p750} -i "${data}"`;
const prof = (data: string) => `chsyscfg -r prof -m ${p750} -i "${data}"`;
const profile = async (lab: TestLab, partition: string, fields: string) =>
  await lines(lab, `lssyscfg -r prof -m ${p750} --filter "lpar_names=${partition}" -F ${fields}`);
const vasi = (lab: TestLab) =>
  lines(lab, `lshwres -r virtualio --rsubtype vasi --level lpar -m ${p750} -F lpar_name,slot_num`);

describe('partitions', () => {
  test.each([
    ['b750nl2', 'work_group_id=3', 'work_group_id', '3'],
    ['b750nl2', 'shared_proc_pool_util_auth=1', 'shared_proc_pool_util_auth', '1'],
    ['b750nl2', 'allow_perf_collection=1', 'allow_perf_collection', '1'],
    ['b750nl2', 'boot_mode=sms', 'boot_mode', 'sms'],
    ['b750nl2', 'lpar_keylock=manual', 'lpar_keylock', 'manual'],
    ['b750nl2', 'auto_start=1', 'auto_start', '1'],
    ['b750off1', 'redundant_err_path_reporting=1', 'redundant_err_path_reporting', '1'],
    ['b750nl2', 'lpar_avail_priority=200', 'lpar_avail_priority', '200'],
    ['b750off1', 'lpar_proc_compat_mode=POWER6+', 'desired_lpar_proc_compat_mode', 'POWER6+'],
    ['b750nl2', 'suspend_capable=1', 'suspend_capable', '1'],
    ['b750nl2', 'migration_disabled=1', 'migration_disabled', '1'],
    ['b750nl2', 'sync_curr_profile=1', 'sync_curr_profile', '1'],
    ['b750nl2', 'affinity_group_id=7', 'affinity_group_id', '7'],
    ['b750nl2', 'description=the mobile one', 'description', 'the mobile one'],
    ['b750ibmi1', 'ipl_source=d', 'ipl_source', 'd'],
    ['b750vio1', 'time_ref=0', 'time_ref', '0'],
    ['b750vio1', 'msp=0', 'msp', '0'],
  ])('%s: %s', async (partition, data, field, value) => {
    const lab = new TestLab('default');
    await silently(lab, lpar(`name=${partition},${data}`));
    expect(await about(lab, p750, partition, field)).toBe(value);
  });

  test('several attributes, by number, with blanks after commas', async () => {
    const lab = new TestLab('default');
    await silently(lab, lpar('lpar_id=5, auto_start=1, work_group_id=none, power_ctrl_lpar_ids=none'));
    expect(await about(lab, p750, 'b750nl2', 'auto_start,work_group_id')).toBe('1,none');
  });

  test('IBM i: the restricted I/O mode, while it is off', async () => {
    const lab = new TestLab('default');
    expect(await refused(lab, lpar('name=b750ibmi1,os400_restricted_io_mode=0'))).toMatch(
      /^HSCL05DF .*os400_restricted_io_mode can be changed only while the partition is not activated\.$/,
    );
    await silently(lab, `chsysstate -m ${p750} -r lpar -o shutdown --immed -n b750ibmi1`);
    await silently(lab, lpar('name=b750ibmi1,os400_restricted_io_mode=0'));
    expect(await about(lab, p750, 'b750ibmi1', 'os400_restricted_io_mode')).toBe('0');
    expect(await about(lab, p750, 'b750nl2', 'os400_restricted_io_mode')).toBe('null');
  });

  test('the default profile', async () => {
    const lab = new TestLab('default');
    await silently(lab, `mksyscfg -r prof -m ${p750} -o save -p b750nl2 -n second`);
    await silently(lab, lpar('name=b750nl2,profile_name=second'));
    expect(await about(lab, p750, 'b750nl2', 'default_profile,curr_profile')).toBe('second,default');
  });

  test('a new name, also in the profiles of its partners', async () => {
    const lab = new TestLab('default');
    await silently(lab, lpar('name=b750vio1,new_name=vio one'));
    expect(await about(lab, p750, 'vio one', 'lpar_id,state')).toBe('1,Running');
    expect(await profile(lab, 'b750nl2', 'virtual_scsi_adapters')).toEqual([
      '"27/client/1/vio one/27/0,57/client/2/b750vio2/57/0"',
    ]);
    expect(
      await lines(
        lab,
        `lshwres -r virtualio --rsubtype scsi --level lpar -m ${p750} --filter lpar_names=b750nl2 -F remote_lpar_name`,
      ),
    ).toEqual(['b750vio2', 'vio one']);
  });

  test('a mover has a VASI adapter (seed 5, pages 9 and 23)', async () => {
    const lab = new TestLab('default');
    const before = lab.dump();
    expect(await vasi(lab)).toEqual(['b750vio1,32769', 'b750vio2,32769']);
    await silently(lab, lpar('name=b750vio1,msp=0'));
    expect(await vasi(lab)).toEqual(['b750vio2,32769']);
    await silently(lab, lpar('name=b750vio1,msp=1'));
    await silently(lab, lpar('name=b750vio1,msp=1'));
    expect(await vasi(lab)).toEqual(['b750vio1,32769', 'b750vio2,32769']);
    expect(rows(lab, "SELECT device FROM virtual_adapter WHERE kind = 'vasi' AND slot = 32769")).toEqual(
      Array.from({ length: 4 }, () => ({ device: 'vasi0' })),
    );
    expect(lab.dump().partition).toEqual(before.partition);
  });

  test('in a server that is off the VASI adapter is a device after its start', async () => {
    const lab = new TestLab('default');
    const devices =
      "SELECT device FROM virtual_adapter JOIN partition ON partition.id = partition WHERE kind = 'vasi' AND name = 'b750vio2'";
    await silently(lab, `chsysstate -m ${p750} -r lpar -o shutdown --immed -n b750vio2`);
    await silently(lab, lpar('name=b750vio2,msp=0'));
    await silently(lab, lpar('name=b750vio2,msp=1'));
    expect(rows(lab, devices)).toEqual([{ device: null }]);
    await silently(lab, `chsysstate -m ${p750} -r lpar -o on -n b750vio2`);
    expect(rows(lab, devices)).toEqual([{ device: 'vasi0' }]);
  });

  test('a file: all of its lines or none', async () => {
    const lab = new TestLab('default');
    const file = (text: string) => writeFileSync(join(lab.home, 'data'), text);
    file('name=b750nl2,auto_start=1\n\nname=b750aix1,auto_start=1\r\n');
    await silently(lab, `chsyscfg -r lpar -m ${p750} -f data`);
    expect(await about(lab, p750, 'b750nl2', 'auto_start')).toBe('1');
    expect(await about(lab, p750, 'b750aix1', 'auto_start')).toBe('1');
    file('name=b750nl2,auto_start=0\nname=nobody,auto_start=0\n');
    expect(await refused(lab, `chsyscfg -r lpar -m ${p750} -f data`)).toMatch(/^HSCL8012 /);
    file('\n');
    expect(await refused(lab, `chsyscfg -r lpar -m ${p750} -f data`)).toBe(
      'The file data has no configuration data.',
    );
    expect(await refused(lab, `chsyscfg -r lpar -m ${p750} -f gone`)).toMatch(
      /^The file gone was not found\./,
    );
  });

  test.each([
    ['name=b750nl2', 'The configuration data names nothing to change.'],
    ['auto_start=1', /The attribute name is required/],
    ['name=nobody,auto_start=1', /^HSCL8012 The partition named nobody was not found\.$/],
    ['lpar_id=77,auto_start=1', /^HSCL8011 /],
    ['name=b750nl2,lpar_id=6,auto_start=1', 'The partition b750nl2 does not have the ID 6.'],
    [
      'name=b750nl2,auto_start=2',
      /^An invalid parameter value was entered\. {2}The attribute auto_start cannot have the value 2\./,
    ],
    [
      'name=b750nl2,auto_start+=1',
      /^The format of the configuration data is invalid\. {2}\+= is not allowed/,
    ],
    ['name=b750nl2,auto_start', /^The format of the configuration data is invalid\. /],
    ['name=b750nl2,colour=red', /^An invalid attribute was entered\. {2}The invalid attribute is colour\./],
    ['name=b750nl2,msp=1', 'The attribute msp does not apply to a partition of the environment aixlinux.'],
    ['name=b750vio1,msp=2', /attribute msp cannot have the value 2/],
    ['name=b750vio1,boot_mode=sms', /boot_mode does not apply to a partition of the environment vioserver/],
    ['name=b750nl2,ipl_source=a', /ipl_source does not apply/],
    ['name=b750vio1,suspend_capable=1', /suspend_capable does not apply/],
    ['name=b750nl2,boot_mode=warp', /boot_mode cannot have the value warp/],
    ['name=b750nl2,work_group_id=33', /work_group_id cannot have the value 33/],
    ['name=b750nl2,lpar_avail_priority=256', /lpar_avail_priority cannot have the value 256/],
    ['name=b750nl2,os400_restricted_io_mode=1', /os400_restricted_io_mode does not apply/],
    [
      'name=b750nl2,redundant_err_path_reporting=1',
      /^HSCL05DF .*redundant_err_path_reporting can be changed only while the partition is not activated\.$/,
    ],
    [
      'name=b750nl2,lpar_proc_compat_mode=POWER6',
      /^HSCL05DF .*lpar_proc_compat_mode can be changed only while the partition is not activated\.$/,
    ],
    ['name=b750off1,lpar_proc_compat_mode=POWER8', /lpar_proc_compat_mode cannot have the value POWER8/],
    // Seed 5, page 58: HMC V8 brought the change.
    ['name=b750off1,remote_restart_capable=1', /can be set only when a partition is made/],
    ['name=b750nl2,vtpm_enabled=1', /does not support the attribute vtpm_enabled\.$/],
    ['name=b750nl2,secure_boot=2', /does not support the attribute secure_boot\.$/],
    ['name=b750nl2,simplified_remote_restart_capable=1', /does not support the attribute/],
    ['name=b750nl2,description=\u00e9mile', /^HSCLC63B /],
    ['name=b750nl2,power_ctrl_lpar_ids=1', /is not supported by parlab/],
    ['name=b750nl2,virtual_serial_num=X', /is not supported by parlab/],
    ['name=b750nl2,profile_name=other', 'The partition b750nl2 has no profile named other.'],
    ['name=b750nl2,new_name=b750aix1', 'The managed system already has a partition named b750aix1.'],
    ['name=b750nl2,new_name=', /new_name cannot have the value \./],
    [`name=b750nl2,new_name=${'n'.repeat(32)}`, /new_name cannot have the value n{32}\./],
    ['name=b750nl2,new_name=a=b', /new_name cannot have the value a=b/],
    ['name=b750nl2,auto_start=1,auto_start=0', /auto_start may be entered only once/],
    ['', /^The format of the configuration data is invalid\. /],
  ])('%j is refused', async (data, message) => {
    const said = await refused(new TestLab('default'), lpar(data));
    if (typeof message === 'string') expect(said).toBe(message);
    else expect(said).toMatch(message);
  });

  test('a name of 31 characters, and one of the partition itself', async () => {
    const lab = new TestLab('default');
    const name = 'n'.repeat(31);
    await silently(lab, lpar(`name=b750nl2,new_name=${name}`));
    await silently(lab, lpar(`name=${name},new_name=${name}`));
    expect(await about(lab, p750, name, 'lpar_id')).toBe('5');
  });

  test('a partition that migrates is left alone', async () => {
    const lab = new TestLab('default');
    tamper(lab, migrating);
    for (const line of [
      lpar('name=b750nl2,auto_start=1'),
      lpar('name=b750nl2,new_name=x'),
      prof('name=default,lpar_name=b750nl2,auto_start=1'),
      `mksyscfg -r prof -m ${p750} -o save -p b750nl2 -n x`,
      `rmsyscfg -r lpar -m ${p750} -n b750nl2`,
      `chsyscfg -r lpar -m ${p750} -o apply -p b750nl2`,
    ])
      expect(await refused(lab, line)).toMatch(/^HSCL05DF The partition is not in a state/);
  });

  test('a POWER5 system has fewer attributes', async () => {
    for (const name of [
      'lpar_avail_priority=1',
      'time_ref=1',
      'suspend_capable=1',
      'lpar_proc_compat_mode=default',
    ])
      expect(await refused(power5(), `chsyscfg -r lpar -m ${p5} -i "name=nim1,${name}"`)).toMatch(
        /does not support the attribute/,
      );
    expect(await refused(power5(), `chsyscfg -r lpar -m ${p5} -i "name=vios1,msp=1"`)).toBe(
      'The managed system 9131-52A-6535CCG is not capable of partition mobility.',
    );
    const fc = `chsyscfg -r prof -m ${p5} -i "name=normal,lpar_name=nim1,virtual_fc_adapters=5/client/2//5//0"`;
    expect(await refused(power5(), fc)).toMatch(/^HSCLA4C0 /);
  });
});

describe('profiles', () => {
  test('do not touch what runs, until it is started with them', async () => {
    const lab = new TestLab('default');
    const listing = `lshwres -r mem --level lpar -m ${p750} --filter lpar_names=b750nl2 -F curr_min_mem,curr_mem,curr_max_mem,run_mem`;
    await silently(lab, prof('name=default,lpar_name=b750nl2,min_mem=2048,desired_mem=6144,max_mem=12288'));
    expect(await lines(lab, listing)).toEqual(['1024,4096,8192,4096']);
    expect(await profile(lab, 'b750nl2', 'min_mem,desired_mem,max_mem')).toEqual(['2048,6144,12288']);
    await silently(lab, `chsysstate -m ${p750} -r lpar -o shutdown --immed -n b750nl2`);
    await silently(lab, `chsysstate -m ${p750} -r lpar -o on -n b750nl2 -f default`);
    expect(await lines(lab, listing)).toEqual(['2048,6144,12288,6144']);
  });

  test('lists are added to, taken from and replaced', async () => {
    const lab = new TestLab('default');
    const slots = async (change: string) => {
      await silently(lab, prof(`name=default,lpar_name=b750nl2,${change}`));
      return (await profile(lab, 'b750nl2', 'io_slots'))[0];
    };
    expect(await slots('io_slots+=21010204//0')).toBe('21010204/none/0');
    expect(await slots('\\"io_slots+=21010203//1,21010202/none/0\\"')).toBe(
      '"21010204/none/0,21010203/none/1,21010202/none/0"',
    );
    expect(await slots('io_slots-=21010203//1')).toBe('"21010204/none/0,21010202/none/0"');
    expect(await slots('io_slots=none')).toBe('none');
  });

  // The form of a capture: one element with commas, one without.
  test('adapters with VLANs and WWPNs', async () => {
    const lab = new TestLab('default');
    await silently(
      lab,
      prof(
        'name=default,lpar_name=b750off1,\\"virtual_eth_adapters=4/0/10//0/1,\\"\\"2/1/1/3,4,5/0/1\\"\\"\\",virtual_fc_adapters=9/client//b750vio2/99//0',
      ),
    );
    const [line = ''] = await profile(lab, 'b750off1', 'virtual_eth_adapters');
    expect(line).toBe('"""2/1/1/3,4,5/0/1/ETHERNET0//all/none"",4/0/10//0/1/ETHERNET0//all/none"');
    const [fc = ''] = await profile(lab, 'b750off1', 'virtual_fc_adapters');
    expect(fc).toMatch(/^"""9\/client\/2\/b750vio2\/99\/c05076[0-9a-f]{10},c05076[0-9a-f]{10}\/0"""$/);
    // What somebody lists, somebody can give back.
    const again = `chsyscfg -r prof -m ${p750} -i`.split(' ');
    const record = `name=default,lpar_name=b750off1,${fc.replace('"', '"virtual_fc_adapters=')}`;
    const { status, stderr } = await lab.call(again[0] ?? '', ...again.slice(1), record);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(await profile(lab, 'b750off1', 'virtual_fc_adapters')).toEqual([fc]);
  });

  test('from shared to dedicated processors and back', async () => {
    const lab = new TestLab('default');
    const fields = 'proc_mode,min_proc_units,sharing_mode,uncap_weight,shared_proc_pool_name';
    await silently(lab, prof('name=default,lpar_name=b750nl2,proc_mode=ded,sharing_mode=keep_idle_procs'));
    expect(await profile(lab, 'b750nl2', fields)).toEqual(['ded,null,keep_idle_procs,null,null']);
    expect(await refused(lab, prof('name=default,lpar_name=b750nl2,proc_mode=shared'))).toMatch(
      /The attribute min_proc_units is required/,
    );
    const units = 'min_proc_units=0.1,desired_proc_units=0.5,max_proc_units=1.0,max_procs=4';
    await silently(
      lab,
      prof(`name=default,lpar_name=b750nl2,proc_mode=shared,${units},shared_proc_pool_name=SharedPool01`),
    );
    expect(await profile(lab, 'b750nl2', fields)).toEqual(['shared,0.1,uncap,128,SharedPool01']);
    await silently(lab, prof('name=default,lpar_name=b750nl2,sharing_mode=cap,shared_proc_pool_id=0'));
    expect(await profile(lab, 'b750nl2', fields)).toEqual(['shared,0.1,cap,0,DefaultPool']);
  });

  test('a new name goes where the old one was', async () => {
    const lab = new TestLab('default');
    await silently(lab, prof('name=default,lpar_id=5,new_name=normal'));
    expect(await about(lab, p750, 'b750nl2', 'default_profile,curr_profile')).toBe('normal,normal');
    expect(await profile(lab, 'b750nl2', 'name')).toEqual(['normal']);
  });

  test('--force takes what the system does not have', async () => {
    const lab = new TestLab('default');
    const data = prof('name=default,lpar_name=b750off1,io_slots=21019999//0');
    expect(await refused(lab, data)).toBe('The managed system has no physical I/O slot 21019999.');
    await silently(lab, `${data} --force`);
    expect(await profile(lab, 'b750off1', 'io_slots')).toEqual(['21019999/none/0']);
    await silently(lab, `chsysstate -m ${p750} -r lpar -o on -n b750off1 -f default`);
  });

  test.each([
    [
      'desired_mem=4000',
      'The amount of memory of desired_mem, 4000 MB, must be a multiple of the memory region size for the managed system.  The memory region size is 256 MB.',
    ],
    ['min_mem=8192', /^The values of min_mem, desired_mem and max_mem must be in ascending order/],
    ['desired_mem=0', /desired_mem cannot have the value 0/],
    ['desired_mem=-256', /desired_mem cannot have the value -256/],
    ['desired_proc_units=0.001', /desired_proc_units cannot have the value 0\.001/],
    ['desired_proc_units=0.01', /desired_proc_units cannot have the value 0\.01/],
    ['desired_proc_units=0.1', /^The ratio of 0\.1 processing units to 2 virtual processors/],
    ['desired_proc_units=3', /^The ratio of 3\.0 processing units to 2 virtual processors/],
    ['desired_procs=65', /desired_procs cannot have the value 65/],
    ['sharing_mode=keep_idle_procs', /sharing_mode cannot have the value keep_idle_procs/],
    ['uncap_weight=256', /uncap_weight cannot have the value 256/],
    ['shared_proc_pool_id=9', /shared_proc_pool_id cannot have the value 9/],
    ['lpar_proc_compat_mode=POWER9', /lpar_proc_compat_mode cannot have the value POWER9/],
    ['mem_mode=shared', /mem_mode cannot have the value shared/],
    ['max_virtual_slots=50', 'Virtual slot 57 is not below the maximum number of virtual slots, 50.'],
    ['virtual_eth_adapters=27/0/1//0/0', 'The profile has more than one adapter in virtual slot 27.'],
    ['virtual_eth_adapters=2/0/1', /virtual_eth_adapters cannot have the value 2\/0\/1/],
    ['virtual_eth_adapters=2/0/5000//0/0', /virtual_eth_adapters cannot have the value 5000/],
    ['virtual_eth_adapters+=2/0/1//0/0', '2 is already in the list virtual_eth_adapters.'],
    ['virtual_eth_adapters-=9', '9 is not in the list virtual_eth_adapters.'],
    ['virtual_scsi_adapters=3/client/any//9/0', /virtual_scsi_adapters cannot have the value any/],
    ['virtual_scsi_adapters=3/client//nobody/9/0', /virtual_scsi_adapters cannot have the value nobody/],
    ['virtual_scsi_adapters=3/client/1/b750vio2/9/0', /virtual_scsi_adapters cannot have the value b750vio2/],
    ['virtual_fc_adapters=9/client/1//9/c050/0', /virtual_fc_adapters cannot have the value/],
    ['hca_adapters=1', /hca_adapters is not supported by parlab/],
    ['vtpm_adapters=none', /does not support the attribute vtpm_adapters/],
    ['virtual_vasi_adapters=none', /does not support the attribute virtual_vasi_adapters/],
    ['min_mem+=256', /\+= is not allowed for the attribute min_mem/],
    ['colour=red', /The invalid attribute is colour\./],
    ['new_name=', /new_name cannot have the value/],
  ])('%s is refused', async (data, message) => {
    const said = await refused(new TestLab('default'), prof(`name=default,lpar_name=b750nl2,${data}`));
    if (typeof message === 'string') expect(said).toBe(message);
    else expect(said).toMatch(message);
  });

  test('WWPNs and profiles that are in use', async () => {
    const lab = new TestLab('default');
    const [pair = ''] = await lines(
      lab,
      `lshwres -r virtualio --rsubtype fc --level lpar -m ${p750} --filter "lpar_names=b750nl2,slots=37" -F wwpns`,
    );
    const [wwpn = ''] = pair.replaceAll('"', '').split(',');
    const words = ['chsyscfg', '-r', 'prof', '-m', p750, '-i'] as const;
    const record = `name=default,lpar_name=b750off1,"virtual_fc_adapters=""9/client/1//9/${wwpn},c0507655872fffff/0"""`;
    const { stderr } = await lab.call(words[0], ...words.slice(1), record);
    expect(stderr).toBe(`The WWPN ${wwpn} belongs to another virtual Fibre Channel adapter.\n`);
  });
});

describe('-o apply', () => {
  test('gives a partition its resources without starting it', async () => {
    const lab = new TestLab('default');
    await silently(lab, `chsyscfg -r lpar -m ${p750} -o apply -p b750new1 -n default`);
    expect(await about(lab, p750, 'b750new1', 'state,resource_config,curr_profile')).toBe(
      'Not Activated,1,default',
    );
    expect(
      await lines(
        lab,
        `lshwres -r mem --level lpar -m ${p750} --filter lpar_names=b750new1 -F curr_mem,run_mem`,
      ),
    ).toEqual(['2048,0']);
    await silently(lab, `chsysstate -m ${p750} -r lpar -o on -n b750new1`);
    expect(await about(lab, p750, 'b750new1', 'state')).toBe('Running');
  });

  test.each([
    ['-r lpar -o apply -p b750nl2', /^HSCL05DF /],
    ['-r lpar -o apply', /The parameter -p is required/],
    ['-r prof -o apply -p b750off1', /invalid parameter is -o\./],
    ['-r lpar -o apply -p b750off1 -n other', /has no profile named other\.$/],
    ['-r lpar -o apply -p b750off1 -i name=x', /cannot be entered together/],
    ['-r lpar', /The parameter -i is required/],
    ['-r lpar -i name=b750nl2,auto_start=1 --force', /invalid parameter is --force\./],
    ['-r sysprof -i name=x', /-r sysprof is not supported by parlab/],
    ['-r frame -i name=x', /-r frame is not supported by parlab/],
    ['-r lpar -p b750nl2 -i name=x', /-p is valid only with -o/],
  ])('chsyscfg %s', async (words, message) => {
    expect(await refused(new TestLab('default'), `chsyscfg -m ${p750} ${words}`)).toMatch(message);
  });
});

describe('systems', () => {
  test('have names, settings and a service partition', async () => {
    const lab = new TestLab('default');
    const fields = 'name,power_off_policy,power_on_lpar_start_policy,service_lpar_id,service_lpar_name';
    const sys = (data: string) => `chsyscfg -r sys -m ${p750} -i "${data}"`;
    await silently(
      lab,
      sys('new_name=p750,power_off_policy=0,power_on_lpar_start_policy=autorecovery,service_lpar_id=6'),
    );
    expect(await lines(lab, `lssyscfg -r sys -m p750 -F ${fields}`)).toEqual([
      'p750,0,autorecovery,6,b750aix1',
    ]);
    await silently(lab, 'chsyscfg -r sys -m p750 -i name=p750,service_lpar_name=none');
    expect(await lines(lab, `lssyscfg -r sys -m p750 -F service_lpar_id`)).toEqual(['none']);
  });

  test('what is pending counts from the next power-on', async () => {
    const lab = new TestLab('default');
    const fields = `lssyscfg -r sys -m ${p750} -F curr_power_on_side,pend_power_on_side,power_on_option,pend_power_on_option`;
    await silently(lab, `chsyscfg -r sys -m ${p750} -i pend_power_on_side=perm,pend_power_on_option=standby`);
    expect(await lines(lab, fields)).toEqual(['temp,perm,autostart,standby']);
    await silently(lab, `chsysstate -m ${p750} -r sys -o off --immed`);
    await silently(lab, `chsysstate -m ${p750} -r sys -o on`);
    expect(await lines(lab, fields)).toEqual(['perm,perm,standby,standby']);
  });

  test.each([
    ['power_off_policy=2', /power_off_policy cannot have the value 2/],
    ['service_lpar_id=99', /^HSCL8011 /],
    ['service_lpar_id=x', /service_lpar_id cannot have the value x/],
    ['new_name=a=b', /new_name cannot have the value a=b/],
    ['max_lpars=1000', /The invalid attribute is max_lpars\./],
    ['name=other,power_off_policy=1', /name cannot have the value other/],
    ['name=p750-Server-8233-E8B-SN069348P', /names nothing to change/],
  ])('%s is refused', async (data, message) => {
    expect(await refused(new TestLab('default'), `chsyscfg -r sys -m ${p750} -i "${data}"`)).toMatch(message);
  });
});

test('a console without a connection', async () => {
  const lab = new TestLab('default');
  tamper(lab, "UPDATE connection SET state = 'No Connection'");
  expect(await refused(lab, lpar('name=b750nl2,auto_start=1'))).toMatch(
    /^There is no connection to the managed system /,
  );
});

test('an HMC of version 8 takes longer names', async () => {
  const lab = changed('level: V7R7.9.0', 'level: V8R8.2.0');
  const name = 'n'.repeat(47);
  await silently(lab, `chsyscfg -r lpar -m ${p5} -i "name=nim1,new_name=${name}"`);
  expect((await typed(lab, `lssyscfg -r lpar -m ${p5} --filter lpar_names=${name} -F lpar_id`)).stdout).toBe(
    '5\n',
  );
});
