import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { parlabJson, parlabOk } from '../support/parlab.ts';
import { about, defaultBut, migrating, refused, rows, silently, tamper } from './changing.ts';
import { lines, p5, p740, p750, power5, typed } from './console.ts';

const chsysstate = `chsysstate -m ${p750}`;
const states = (lab: TestLab, partition: string) => about(lab, p750, partition, 'state,rmc_state');
const amounts = (lab: TestLab, partition: string) =>
  lines(
    lab,
    `lshwres -r mem --level lpar -m ${p750} --filter lpar_names=${partition} -F curr_mem,pend_mem,run_mem`,
  );
const processors = (lab: TestLab, partition: string) =>
  lines(
    lab,
    `lshwres -r proc --level lpar -m ${p750} --filter lpar_names=${partition} -F curr_proc_units,curr_procs,run_proc_units,run_procs`,
  );
const free = (lab: TestLab) => lines(lab, `lshwres -r mem --level sys -m ${p750} -F curr_avail_sys_mem`);
const clock = async (lab: TestLab) => (await parlabJson<{ clock: string }>(lab, 'pace')).clock;

describe('a partition at instant pace', () => {
  test('is shut down by its operating system, and started again', async () => {
    const lab = new TestLab('default');
    const before = await free(lab);
    await silently(lab, `${chsysstate} -r lpar -o osshutdown -n b750nl2`);
    expect(
      await about(lab, p750, 'b750nl2', 'state,rmc_state,resource_config,rmc_ipaddr,dlpar_mem_capable'),
    ).toBe('Not Activated,inactive,1,172.16.20.31,0');
    // It keeps what it holds, and uses nothing of it.
    expect(await amounts(lab, 'b750nl2')).toEqual(['4096,4096,0']);
    expect(await processors(lab, 'b750nl2')).toEqual(['0.5,2,0.0,0']);
    expect(await free(lab)).toEqual(before);
    const wwpns = `lshwres -r virtualio --rsubtype fc --level lpar -m ${p750} --filter lpar_names=b750nl2 -F wwpns`;
    const pairs = await lines(lab, wwpns);
    await silently(lab, `${chsysstate} -r lpar -o on --id 5 -f default`);
    expect(await states(lab, 'b750nl2')).toBe('Running,active');
    expect(await amounts(lab, 'b750nl2')).toEqual(['4096,4096,4096']);
    expect(await processors(lab, 'b750nl2')).toEqual(['0.5,2,0.5,2']);
    expect(await lines(lab, wwpns)).toEqual(pairs);
    // 60 seconds down, 300 until the RMC connection (seed 5, page 25: 5 to 7 minutes).
    expect(await clock(lab)).toBe('2011-11-17 10:26:00');
  });

  test.each([
    ['shutdown --immed', 5],
    ['shutdown', 30],
    ['osshutdown --immed', 5],
  ])('-o %s takes %i seconds', async (words, seconds) => {
    const lab = new TestLab('default');
    await silently(lab, `${chsysstate} -r lpar -n b750aix1 -o ${words}`);
    expect(await states(lab, 'b750aix1')).toBe('Not Activated,inactive');
    expect(await clock(lab)).toBe(`2011-11-17 10:20:${String(seconds).padStart(2, '0')}`);
  });

  test('is restarted', async () => {
    const lab = new TestLab('default');
    await silently(lab, `${chsysstate} -r lpar -o shutdown --immed --restart -n b750nl2`);
    expect(await states(lab, 'b750nl2')).toBe('Running,active');
    expect(await clock(lab)).toBe('2011-11-17 10:25:05');
  });

  test.each([
    ['sms', 'Open Firmware,inactive'],
    ['of', 'Open Firmware,inactive'],
    ['dd', 'Running,inactive'],
    ['ds', 'Running,inactive'],
    ['norm', 'Running,active'],
  ])('-b %s is for one start', async (mode, state) => {
    const lab = new TestLab('default');
    await silently(lab, `${chsysstate} -r lpar -o on -n b750off1 -b ${mode} -k manual`);
    expect(await states(lab, 'b750off1')).toBe(state);
    expect(await about(lab, p750, 'b750off1', 'boot_mode,lpar_keylock')).toBe('norm,manual');
    await silently(lab, `${chsysstate} -r lpar -o shutdown --immed -n b750off1`);
    await silently(lab, `${chsysstate} -r lpar -o on -n b750off1`);
    expect(await states(lab, 'b750off1')).toBe('Running,active');
  });

  test('never activated: SMS makes a configuration of its profile (seed 5, page 33)', async () => {
    const lab = new TestLab('default');
    const fields = 'state,resource_config,curr_profile,curr_lpar_proc_compat_mode';
    expect(await about(lab, p750, 'b750new1', 'state,resource_config,curr_profile')).toBe('Not Activated,0,');
    expect(await amounts(lab, 'b750new1')).toEqual(['0,0,0']);
    const before = Number(await free(lab));
    expect(await refused(lab, `${chsysstate} -r lpar -o on -n b750new1 -b sms`)).toBe(
      'The partition b750new1 has never been activated and has no configuration.  Name a profile with -f.',
    );
    await silently(lab, `${chsysstate} -r lpar -o on -n b750new1 -b sms -f default`);
    expect(await about(lab, p750, 'b750new1', fields)).toBe('Open Firmware,1,default,POWER7');
    expect(await amounts(lab, 'b750new1')).toEqual(['2048,2048,2048']);
    expect(Number(await free(lab))).toBe(before - 2048);
    await silently(lab, `${chsysstate} -r lpar -o shutdown -n b750new1 --immed`);
    expect(await about(lab, p750, 'b750new1', fields)).toBe('Not Activated,1,default,POWER7');
    expect(rows(lab, "SELECT last_activated FROM partition WHERE name = 'b750new1'")).not.toEqual([
      { last_activated: null },
    ]);
  });

  test('IBM i has an IPL source, no boot mode, and no RMC', async () => {
    const lab = new TestLab('default');
    expect(await refused(lab, `${chsysstate} -r lpar -o osshutdown -n b750ibmi1`)).toMatch(/^HSCL0DB4 /);
    await silently(lab, `${chsysstate} -r lpar -o shutdown --immed -n b750ibmi1`);
    expect(await refused(lab, `${chsysstate} -r lpar -o on -n b750ibmi1 -b sms`)).toBe(
      'The attribute boot_mode does not apply to a partition of the environment os400.',
    );
    await silently(lab, `${chsysstate} -r lpar -o on -n b750ibmi1 -i a`);
    expect(await about(lab, p750, 'b750ibmi1', 'state,rmc_state,ipl_source')).toBe('Running,none,a');
  });
});

describe('room', () => {
  test('less than desired is given, down to the minimum', async () => {
    const lab = new TestLab('default');
    const avail = Number(await free(lab));
    const data = (min: number) =>
      `name=big,lpar_name=b750new1,min_mem=${min},desired_mem=262144,max_mem=262144`;
    const more = 'proc_mode=ded,sharing_mode=share_idle_procs,min_procs=1,desired_procs=64,max_procs=64';
    await silently(lab, `mksyscfg -r prof -m ${p750} -i "${data(256)},${more}"`);
    const [units = ''] = await lines(
      lab,
      `lshwres -r proc --level sys -m ${p750} -F curr_avail_sys_proc_units`,
    );
    await silently(lab, `${chsysstate} -r lpar -o on -n b750new1 -f big`);
    expect(await amounts(lab, 'b750new1')).toEqual([`${avail},${avail},${avail}`]);
    const given = Math.floor(Number(units));
    expect(
      await lines(
        lab,
        `lshwres -r proc --level lpar -m ${p750} --filter lpar_names=b750new1 -F curr_proc_mode,curr_procs,run_procs`,
      ),
    ).toEqual([`ded,${given},${given}`]);
    expect(await free(lab)).toEqual(['0']);
  });

  test.each([
    [
      'min_mem=262144,desired_mem=262144,max_mem=262144,min_procs=1,desired_procs=1,max_procs=1',
      /^HSCL03EC There are insufficient memory resources: Obtained: \d+, Required: 262144\./,
    ],
    [
      'min_mem=256,desired_mem=256,max_mem=256,min_procs=60,desired_procs=60,max_procs=60',
      /^HSCL03F4 There are insufficient processing resources: Obtained: \d+, Required: 60\./,
    ],
  ])('%s', async (amount, message) => {
    const lab = new TestLab('default');
    const data = `name=big,lpar_name=b750new1,proc_mode=ded,sharing_mode=keep_idle_procs,${amount}`;
    await silently(lab, `mksyscfg -r prof -m ${p750} -i "${data}"`);
    expect(await refused(lab, `${chsysstate} -r lpar -o on -n b750new1 -f big`)).toMatch(message);
  });

  test('a required slot that another partition uses', async () => {
    const lab = new TestLab('default');
    await silently(
      lab,
      `chsyscfg -r prof -m ${p750} -i "name=default,lpar_name=b750off1,io_slots=21010200//1"`,
    );
    expect(await refused(lab, `${chsysstate} -r lpar -o on -n b750off1 -f default`)).toBe(
      'The physical I/O slot 21010200 is in use by the partition b750vio1.',
    );
    const change = `chsyscfg -r prof -m ${p750} -i "name=default,lpar_name=b750off1,\\"io_slots=21010200//0,21010204//1\\""`;
    await silently(lab, change);
    await silently(lab, `${chsysstate} -r lpar -o on -n b750off1 -f default`);
    expect(await lines(lab, `lshwres -r io --rsubtype slot -m ${p750} -F drc_index,lpar_name`)).toEqual([
      '21010200,b750vio1',
      '21010201,b750vio1',
      '21010202,b750vio2',
      '21010203,b750vio2',
      '21010204,b750off1',
    ]);
  });

  // The two texts are those of a console.
  test('Fibre Channel adapters need their servers', async () => {
    const lab = new TestLab('default');
    await silently(lab, `${chsysstate} -r lpar -o shutdown --immed -n b750nl2`);
    tamper(lab, "UPDATE virtual_adapter SET port = NULL WHERE kind = 'fc' AND side = 'server' AND slot = 37");
    expect(await refused(lab, `${chsysstate} -r lpar -o on -n b750nl2`)).toBe(
      'HSCLB022 The mapping of virtual fibre channel client adapter 37 to virtual fibre channel server adapter 37 on Virtual I/O Server partition 1 is not valid.  Map the client and server adapters, then try the operation again.',
    );
    tamper(lab, "DELETE FROM virtual_adapter WHERE kind = 'fc' AND side = 'server' AND slot = 37");
    expect(await refused(lab, `${chsysstate} -r lpar -o on -n b750nl2`)).toBe(
      'HSCLB023 Virtual fibre channel server adapter 37 for virtual fibre channel client adapter 37 was not found on Virtual I/O Server partition 1. Create and map the server adapter, then try the operation again.',
    );
  });
});

describe('time', () => {
  test('the command returns when the request is accepted', async () => {
    const lab = new TestLab('default');
    await parlabOk(lab, 'pace step');
    await silently(lab, `${chsysstate} -r lpar -o on -n b750off1`);
    const seen = [await states(lab, 'b750off1')];
    expect(await amounts(lab, 'b750off1')).toEqual(['2048,2048,2048']);
    for (const step of ['20s', '80s', '199s', '1s']) {
      await parlabOk(lab, `pace advance ${step}`);
      seen.push(await states(lab, 'b750off1'));
    }
    expect(seen).toEqual([
      'Starting,inactive',
      'Open Firmware,inactive',
      'Running,inactive',
      'Running,inactive',
      'Running,active',
    ]);
  });

  test('a restart goes through all states', async () => {
    const lab = new TestLab('default');
    await parlabOk(lab, 'pace step');
    await silently(lab, `${chsysstate} -r lpar -o osshutdown --restart -n b750nl2`);
    const seen = [await states(lab, 'b750nl2')];
    for (const step of ['60s', '20s', '80s', '200s']) {
      await parlabOk(lab, `pace advance ${step}`);
      seen.push(await states(lab, 'b750nl2'));
    }
    expect(seen).toEqual([
      'Shutting Down,active',
      'Starting,inactive',
      'Open Firmware,inactive',
      'Running,inactive',
      'Running,active',
    ]);
  });

  test('who is told otherwise forgets what was to come', async () => {
    const lab = new TestLab('default');
    await parlabOk(lab, 'pace step');
    await silently(lab, `${chsysstate} -r lpar -o on -n b750off1`);
    await parlabOk(lab, 'pace advance 30s');
    await silently(lab, `${chsysstate} -r lpar -o shutdown --immed -n b750off1`);
    await parlabOk(lab, 'pace advance 1h');
    expect(await states(lab, 'b750off1')).toBe('Not Activated,inactive');
    expect(rows(lab, 'SELECT * FROM transition')).toEqual([]);
  });

  test('a terminal stays open', async () => {
    const lab = defaultBut(['      - name: b750nl2\n', '      - name: b750nl2\n        terminal: true\n']);
    await silently(lab, `${chsysstate} -r lpar -o shutdown --immed -n b750nl2`);
    expect(rows(lab, 'SELECT count(*) AS count FROM terminal')).toEqual([{ count: 1 }]);
  });
});

describe('suspend and resume', () => {
  const withStorage = (size: number) =>
    defaultBut([
      '          mover: { operations: 8, concurrency: 3 }',
      `          mover: { operations: 8, concurrency: 3 }\n          paging: [{ device: hdisk9, purpose: suspend, size_mb: ${size} }]`,
    ]);
  const users =
    "SELECT device, name FROM paging_device LEFT JOIN partition ON partition.id = user WHERE purpose = 'suspend'";

  test('go to a storage device and come back', async () => {
    const lab = withStorage(4506);
    await silently(lab, `chsyscfg -r lpar -m ${p750} -i "name=b750nl2,suspend_capable=1"`);
    await parlabOk(lab, 'pace step');
    await silently(lab, `${chsysstate} -r lpar -o suspend -n b750nl2`);
    expect(await states(lab, 'b750nl2')).toBe('Suspending,active');
    expect(rows(lab, users)).toEqual([{ device: 'hdisk9', name: 'b750nl2' }]);
    await parlabOk(lab, 'pace advance 1m');
    expect(await states(lab, 'b750nl2')).toBe('Suspended,inactive');
    expect(await amounts(lab, 'b750nl2')).toEqual(['4096,4096,0']);
    expect(await refused(lab, `${chsysstate} -r lpar -o on -n b750nl2`)).toMatch(/^HSCL05DF /);
    await silently(lab, `${chsysstate} -r lpar -o resume -n b750nl2`);
    expect(await states(lab, 'b750nl2')).toBe('Resuming,inactive');
    await parlabOk(lab, 'pace advance 1m');
    expect(await states(lab, 'b750nl2')).toBe('Running,active');
    expect(await amounts(lab, 'b750nl2')).toEqual(['4096,4096,4096']);
    expect(rows(lab, users)).toEqual([{ device: 'hdisk9', name: null }]);
  });

  test('a suspended partition that is shut down gives its device back', async () => {
    const lab = withStorage(8192);
    await silently(lab, `chsyscfg -r lpar -m ${p750} -i "name=b750nl2,suspend_capable=1"`);
    await silently(lab, `${chsysstate} -r lpar -o suspend -n b750nl2`);
    await silently(lab, `${chsysstate} -r lpar -o shutdown -n b750nl2`);
    expect(await states(lab, 'b750nl2')).toBe('Not Activated,inactive');
    expect(rows(lab, users)).toEqual([{ device: 'hdisk9', name: null }]);
  });

  test('110 percent of the memory, not less (seed 5, page 21)', async () => {
    const lab = withStorage(4505);
    expect(await refused(lab, `${chsysstate} -r lpar -o suspend -n b750nl2`)).toBe(
      'The partition b750nl2 is not capable of being suspended.',
    );
    await silently(lab, `chsyscfg -r lpar -m ${p750} -i "name=b750nl2,suspend_capable=1"`);
    expect(await refused(lab, `${chsysstate} -r lpar -o suspend -n b750nl2`)).toBe(
      'There is no free storage device of at least 4506 MB for the suspended partition b750nl2.',
    );
    expect(await refused(lab, `${chsysstate} -r lpar -o resume -n b750nl2`)).toMatch(/^HSCL05DF /);
  });
});

describe('systems', () => {
  const systemState = (lab: TestLab) => lines(lab, `lssyscfg -r sys -m ${p750} -F state`);

  test('off and on: partitions that start with it start', async () => {
    const lab = new TestLab('default');
    await parlabOk(lab, 'pace step');
    await silently(lab, `${chsysstate} -r sys -o off`);
    expect(await systemState(lab)).toEqual(['Power Off In Progress']);
    await parlabOk(lab, 'pace advance 1m');
    expect(await systemState(lab)).toEqual(['Power Off']);
    expect(await states(lab, 'b750nl2')).toBe('Not Available,inactive');
    for (const line of [
      `${chsysstate} -r lpar -o on -n b750nl2`,
      `chsyscfg -r lpar -m ${p750} -i "name=b750nl2,auto_start=1"`,
      `rmsyscfg -r lpar -m ${p750} -n b750nl2`,
    ])
      expect(await refused(lab, line)).toBe(
        'The managed system p750-Server-8233-E8B-SN069348P is not powered on.',
      );
    await silently(lab, `${chsysstate} -r sys -o on`);
    expect(await systemState(lab)).toEqual(['Initializing']);
    await parlabOk(lab, 'pace advance 3m');
    expect(await systemState(lab)).toEqual(['Operating']);
    expect(await states(lab, 'b750vio1')).toBe('Starting,inactive');
    await parlabOk(lab, 'pace advance 5m');
    expect(await states(lab, 'b750vio1')).toBe('Running,active');
    expect(await states(lab, 'b750nl2')).toBe('Not Activated,inactive');
  });

  test('standby, the policy, the keylock', async () => {
    const lab = new TestLab('default');
    await silently(lab, `${chsysstate} -r sys -o off --immed`);
    await silently(lab, `${chsysstate} -r sys -o onstandby -k manual`);
    expect(await lines(lab, `lssyscfg -r sys -m ${p750} -F state,curr_sys_keylock`)).toEqual([
      'Standby,manual',
    ]);
    expect(await states(lab, 'b750vio1')).toBe('Not Activated,inactive');
    await silently(lab, `${chsysstate} -r sys -o on`);
    await silently(lab, `${chsysstate} -r sys -o chkey -k norm`);
    expect(await lines(lab, `lssyscfg -r sys -m ${p750} -F state,curr_sys_keylock`)).toEqual([
      'Operating,norm',
    ]);
    await silently(lab, `chsyscfg -r sys -m ${p750} -i power_on_lpar_start_policy=userinit`);
    await silently(lab, `${chsysstate} -r sys -o off --immed`);
    await silently(lab, 'chsysstate --all -r sys -o onstartpolicy');
    expect(await states(lab, 'b750vio1')).toBe('Not Activated,inactive');
  });

  test('restart', async () => {
    const lab = new TestLab('default');
    expect(await refused(lab, `${chsysstate} -r sys -o off --restart`)).toMatch(/--restart needs --immed/);
    await silently(lab, `${chsysstate} -r sys -o off --immed --restart`);
    expect(await systemState(lab)).toEqual(['Operating']);
    expect(await states(lab, 'b750vio2')).toBe('Running,active');
  });

  test('rebuild: the console records what the daemons see', async () => {
    const lab = defaultBut([
      '        ip: 172.16.20.31\n',
      '        ip: 172.16.20.31\n        rmc: inactive\n        rmc_connected: true\n',
    ]);
    expect(await states(lab, 'b750nl2')).toBe('Running,inactive');
    await silently(lab, `${chsysstate} -r sys -o rebuild`);
    expect(await states(lab, 'b750nl2')).toBe('Running,active');
    expect(await states(lab, 'b750ibmi1')).toBe('Running,none');
  });
});

describe('refusals', () => {
  test('HSCL numbers that clients know', async () => {
    const lab = new TestLab('default');
    expect(await refused(lab, `${chsysstate} -r lpar -o on -n b750nl2`)).toBe(
      'HSCL3681 The partition b750nl2 is already powered on.',
    );
    expect(await refused(lab, `${chsysstate} -r lpar -o shutdown -n b750off1`)).toBe(
      'HSCL1558 The partition b750off1 is already powered off.',
    );
    tamper(lab, "UPDATE partition SET rmc_state = 'inactive' WHERE name = 'b750aix1'");
    expect(await refused(lab, `${chsysstate} -r lpar -o osshutdown -n b750aix1`)).toMatch(/^HSCL0DB4 /);
  });

  test('a partition that migrates', async () => {
    const lab = new TestLab('default');
    tamper(lab, migrating);
    for (const words of ['on', 'shutdown --immed', 'osshutdown', 'suspend', 'chkey -k norm'])
      expect(await refused(lab, `${chsysstate} -r lpar -n b750nl2 -o ${words}`)).toBe(
        'HSCL05DF The partition is not in a state under which this operation can be performed. Check the state of the partition.',
      );
    expect(await refused(lab, `${chsysstate} -r sys -o off --immed`)).toMatch(
      /^A partition migration is in progress/,
    );
  });

  test.each([
    ['-r lpar -o on', /The parameter -n is required/],
    ['-r lpar -o off -n b750nl2', /parameter -o cannot have the value off\./],
    ['-r sys -o shutdown', /parameter -o cannot have the value shutdown\./],
    ['-r lpar -o fly -n b750nl2', /parameter -o cannot have the value fly\./],
    ['-r lpar -o consoleservice -n b750nl2', /-o consoleservice is not supported by parlab: /],
    ['-r lpar -o dumprestart -n b750nl2', /-o dumprestart is not supported by parlab: /],
    ['-r sys -o spfailover', /-o spfailover is not supported by parlab: /],
    ['-r lpar -o on -n b750off1 --force', /--force is not supported by parlab: /],
    ['-r lpar -o on -n nobody', /^HSCL8012 /],
    ['-r lpar -o on --id 99', /^HSCL8011 /],
    ['-r lpar -o on --id 1e3', /^HSCL8011 The partition ID "1e3"/],
    ['-r lpar -o on -n b750off1 -f other', /^The partition b750off1 has no profile named other\.$/],
    ['-r lpar -o on -n b750off1 -b fast', /parameter -b cannot have the value fast\./],
    [
      '-r lpar -o on -n b750off1 -i a',
      /ipl_source does not apply to a partition of the environment aixlinux/,
    ],
    ['-r lpar -o on -n b750off1 --immed', /invalid parameter is --immed\./],
    ['-r lpar -o shutdown -n b750off1 -f default', /invalid parameter is -f\./],
    ['-r lpar -o on -n b750off1 --id 9', /-n and --id cannot be entered together/],
    ['-r sys -o rebuild -n b750off1', /invalid parameter is -n\./],
    ['-r sys -o on', /already powered on\.$/],
    ['-r sys -o chkey', /The parameter -k is required/],
    ['-r sys', /The parameter -o is required/],
    ['-o on', /The parameter -r is required/],
  ])('chsysstate %s', async (words, message) => {
    expect(await refused(new TestLab('default'), `${chsysstate} ${words}`)).toMatch(message);
  });

  test('unknown systems, several systems', async () => {
    const lab = new TestLab('default');
    expect(await refused(lab, 'chsysstate -m nowhere -r sys -o off')).toMatch(/^HSCL8018 /);
    expect(await refused(lab, `chsysstate -m ${p750},${p740} -r sys -o off`)).toMatch(
      /-m cannot have the value/,
    );
    await silently(lab, `chsysstate -m ${p750} -r sys -o off --immed`);
    await silently(lab, `chsysstate -m ${p740} -r sys -o off --immed`);
    await silently(lab, `chsysstate -m ${p750},${p740} -r sys -o onstandby`);
    expect(await lines(lab, 'lssyscfg -r sys -F state')).toEqual(['Standby', 'Standby']);
  });

  test('names that no partition has', async () => {
    const lab = new TestLab('default');
    for (const name of ['', '\u0000', 'x'.repeat(10_000), "'", '__proto__'])
      expect((await lab.call('chsysstate', '-m', p750, '-r', 'lpar', '-o', 'on', '-n', name)).status).toBe(1);
  });
});

test('a POWER5 system: a partition that has lost its resources takes its last profile', async () => {
  const lab = power5();
  await silently(lab, `chsysstate -m ${p5} -r lpar -o on -n dump`);
  // The profile starts it to SMS, as the captured partition was.
  expect(await about(lab, p5, 'dump', 'state,resource_config,curr_profile,boot_mode')).toBe(
    'Open Firmware,1,test_1,sms',
  );
  expect(
    await lines(
      lab,
      `lshwres -r mem --level lpar -m ${p5} --filter lpar_names=dump -F curr_min_mem,curr_mem,curr_max_mem`,
    ),
  ).toEqual(['1152,3200,5248']);
  expect(
    await typed(lab, `lshwres -r virtualio --rsubtype eth --level lpar -m ${p5} --filter lpar_names=dump`),
  ).toEqual({
    status: 0,
    stdout:
      'lpar_name=dump,lpar_id=1,slot_num=2,state=1,is_required=1,is_trunk=0,ieee_virtual_eth=1,port_vlan_id=1,"addl_vlan_ids=3,4,5",mac_addr=26E6B0001002\n',
    stderr: '',
  });
});
