import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../support/bins.ts';
import { golden } from '../support/golden.ts';
import { readFields, readRecords } from '../support/hmc-csv.ts';
import { TestLab, temporaryFolder } from '../support/lab.ts';
import { tamper } from './changing.ts';
import { complaint, lines, p5, p740, p750, power5, typed, worldBut } from './console.ts';
import { movable } from './mobility/movable.ts';

/** The captured system with something else about it. */
function changed(...changes: readonly (readonly [string, string])[]): TestLab {
  return worldBut('test/worlds/p5.yaml', ...changes);
}

describe('captured listings', () => {
  test.each([
    ['sys', 'lssyscfg -r sys'],
    ['sys', `lssyscfg -r sys -m ${p5}`],
    ['lpar', `lssyscfg -r lpar -m ${p5}`],
    ['lpar', 'lssyscfg -rlpar -m9131-52A*6535CCG'],
    ['prof', `lssyscfg -r prof -m ${p5}`],
  ])('%s: %s', async (name, line) => {
    expect(await typed(power5(), line)).toEqual({
      status: 0,
      stdout: golden(`lssyscfg/${name}`, 'hmc'),
      stderr: '',
    });
  });

  test('a system that is off', async () => {
    const lab = changed(
      ['start: 2017-10-14 19:45:21', 'start: 2017-10-04 16:41:46'],
      ['    generation: POWER5', '    generation: POWER5\n    state: Power Off'],
      [
        / {4}partitions:[\s\S]*/.exec(readFileSync(join(projectRoot, 'test/worlds/p5.yaml'), 'utf8'))?.[0] ??
          '',
        '',
      ],
    );
    expect((await typed(lab, 'lssyscfg -r sys')).stdout).toBe(golden('lssyscfg/sys-off', 'hmc'));
  });

  test.each([
    [
      'lpar-power7',
      'V7R7.2.0',
      'POWER7',
      '06C3A0P',
      `name: lpar05
        id: 15
        os: AIX 7.1 7100-00-00-0000
        ip: 10.207.111.93
        rmc: inactive
        profile: lpar05`,
    ],
    [
      'lpar-power8',
      'V8R8.2.0',
      'POWER8',
      '0215296',
      `name: vm61
        id: 7
        os: AIX 7.1 7100-03-05-1524
        ip: 9.137.62.61
        pool_authority: true
        performance: true
        mode: POWER8
        simplified_restart: true
        profile: default_profile`,
    ],
  ])('%s', async (name, level, generation, serial, partition) => {
    const text = readFileSync(join(projectRoot, 'test', 'worlds', 'p5.yaml'), 'utf8')
      .replace(/ {4}partitions:[\s\S]*/, `    partitions:\n      - ${partition}\n`)
      .replace('V7R7.9.0', level)
      .replace('serial: 6535CCG', `serial: '${serial}'`)
      .replace('generation: POWER5', `generation: ${generation}`);
    const path = join(temporaryFolder(), 'one.yaml');
    writeFileSync(path, text);
    // The captured serial number has lost its first digit: 215296V.
    const expected = golden(`lssyscfg/${name}`, 'hmc').replace('215296V7', '02152967');
    expect((await typed(new TestLab(path), `lssyscfg -r lpar -m 9131-52A*${serial}`)).stdout).toBe(expected);
  });
});

describe('-F', () => {
  test.each([
    ['name', ['nim1', 'vios2', 'vios1', 'dump']],
    ['name:lpar_id', ['nim1:5', 'vios2:3', 'vios1:2', 'dump:1']],
    ['name,ipl_source,boot_mode', ['nim1,null,norm', 'vios2,null,null', 'vios1,null,null', 'dump,null,sms']],
    ['lpar_id,lpar_id', ['5,5', '3,3', '2,2', '1,1']],
    ['rmc_state,dlpar_mem_capable', ['active,1', 'inactive,0', 'inactive,0', 'inactive,0']],
    ['time_ref', ['null', 'null', 'null', 'null']],
    ['name,rmc_ipaddr', ['nim1,192.168.200.235', 'vios2,192.168.200.201', 'vios1,192.168.200.200', 'dump,']],
  ])('%s', async (fields, expected) => {
    const lab = power5();
    expect(await lines(lab, `lssyscfg -r lpar -m ${p5} -F ${fields}`)).toEqual(expected);
    expect(await lines(lab, `lssyscfg -r lpar -m ${p5} -F${fields}`)).toEqual(expected);
    expect(await lines(lab, `lssyscfg -r lpar -m ${p5} -F ${fields} --header`)).toEqual([
      fields,
      ...expected,
    ]);
  });

  test('alone with --header: the captured names', async () => {
    const [header, first] = await lines(power5(), `lssyscfg -r lpar -m ${p5} -F --header`);
    expect(header).toBe(
      'name,lpar_id,lpar_env,state,resource_config,os_version,logical_serial_num,default_profile,curr_profile,work_group_id,shared_proc_pool_util_auth,allow_perf_collection,power_ctrl_lpar_ids,boot_mode,ipl_source,lpar_keylock,auto_start,redundant_err_path_reporting,rmc_state,rmc_ipaddr,rmc_osshutdown_capable,dlpar_mem_capable,dlpar_proc_capable,dlpar_io_capable,sync_curr_profile,uuid',
    );
    expect(readFields(first ?? '')).toHaveLength(readFields(header ?? '').length);
  });

  test('every attribute of the header can be asked for, and has the value of the record', async () => {
    const lab = new TestLab('default');
    for (const resource of ['sys', `lpar -m ${p750}`, `prof -m ${p750}`]) {
      const records = readRecords((await typed(lab, `lssyscfg -r ${resource}`)).stdout);
      const [header = ''] = await lines(lab, `lssyscfg -r ${resource} -F --header`);
      const rows = (await lines(lab, `lssyscfg -r ${resource} -F ${header}`)).map((row) => readFields(row));
      records.forEach((record, index) => {
        header.split(',').forEach((name, column) => {
          const value = rows[index]?.[column];
          if (record.has(name)) expect([name, value]).toEqual([name, record.get(name)]);
        });
      });
    }
  });

  test('profiles: doubled quotes around elements with commas', async () => {
    expect(
      await lines(
        power5(),
        `lssyscfg -r prof -m ${p5} --filter lpar_names=dump -F name,virtual_eth_adapters`,
      ),
    ).toEqual(['test_1,"""2/1/1/3,4,5/0/1"""']);
  });
});

describe('filters', () => {
  test.each([
    ['lpar -m p5', 'lpar_names=nim1', ['nim1']],
    ['lpar -m p5', '"\\"lpar_names=nim1,dump\\""', ['nim1', 'dump']],
    ['lpar -m p5', 'lpar_ids=2', ['vios1']],
    ['lpar -m p5', '"lpar_ids=2,lpar_names=nim1"', undefined],
    ['lpar -m p5', 'work_groups=none', ['nim1', 'vios2', 'vios1', 'dump']],
    ['prof -m p5', 'lpar_names=vios1', ['normal', 'normal_running']],
    ['prof -m p5', 'lpar_names=vios1,profile_names=normal', ['normal']],
    ['prof -m p5', 'profile_names=nosuch', undefined],
  ])('%s --filter %s', async (resource, filter, expected) => {
    const line = `lssyscfg -r ${resource.replace('p5', p5)} --filter ${filter} -F name`;
    expect(await lines(power5(), line)).toEqual(expected ?? ['No results were found.']);
  });
});

describe('nothing to list', () => {
  test.each([
    'lssyscfg -r frame',
    'lssyscfg -r frame -F name,serial_num,state',
    `lssyscfg -r sysprof -m ${p5}`,
  ])('%s (captured for frames)', async (line) => {
    expect(await lines(power5(), line)).toEqual(['No results were found.']);
  });

  test('a console that manages nothing (captured), with --header too', async () => {
    const lab = changed(['consoles: [hmc1]', 'consoles: []']);
    expect(await lines(lab, 'lssyscfg -r sys')).toEqual(['No results were found.']);
    expect(await lines(lab, 'lssyscfg -r sys -F name --header')).toEqual(['No results were found.']);
    expect(await complaint(lab, `lssyscfg -r lpar -m ${p5}`)).toMatch(/^HSCL8018 /);
  });
});

const retry = 'Please check your entry and retry the command.\n';

describe('complaints: on the standard output, status 1', () => {
  test.each([
    [
      'lssyscfg',
      `A required parameter is missing.  The parameter -r is required for this command.  ${retry}`,
    ],
    [
      'lssyscfg -r lpar',
      `A required parameter is missing.  The parameter -m is required for this command.  ${retry}`,
    ],
    ['lssyscfg -q', `An invalid parameter was entered.  The invalid parameter is -q.  ${retry}`],
    ['lssyscfg -r sys --all', `An invalid parameter was entered.  The invalid parameter is --all.  ${retry}`],
    ['lssyscfg -r sys extra', `An invalid parameter was entered.  The invalid parameter is extra.  ${retry}`],
    [
      'lssyscfg -r sys --filter lpar_names=a',
      `An invalid parameter was entered.  The invalid parameter is --filter.  ${retry}`,
    ],
    [
      'lssyscfg -r lpars',
      `An invalid parameter value was entered.  The parameter -r cannot have the value lpars.  ${retry}`,
    ],
    ['lssyscfg -r', `A value is missing for the parameter -r.  ${retry}`],
    ['lssyscfg -r sys -r lpar', `The parameter -r may be entered only once.  ${retry}`],
    ['lssyscfg -r sys --header', `The parameter --header is valid only with -F.  ${retry}`],
    [
      'lssyscfg -r sys -F name,type_serial,UUID',
      'An invalid attribute was entered.  The invalid attribute is type_serial.  Please correct your input and retry the command.\n',
    ],
    [
      'lssyscfg -r lpar -m nosuch -F UUID',
      'An invalid attribute was entered.  The invalid attribute is UUID.  Please correct your input and retry the command.\n',
    ],
    ['lssyscfg -r lpar -m nosuch', 'HSCL8018 The managed system nosuch was not found.\n'],
    ['lssyscfg -r sys -m nosuch', 'HSCL8018 The managed system nosuch was not found.\n'],
    [`lssyscfg -r lpar -m ${p5} --filter lpar_names=p1`, 'HSCL8012 The partition named p1 was not found.\n'],
    [`lssyscfg -r lpar -m ${p5} --filter lpar_ids=99`, 'HSCL8011 The partition ID "99" was not found.\n'],
  ])('%s', async (line, message) => {
    expect(await complaint(power5(), line)).toBe(message);
  });

  test.each(['lssyscfg -r cage', 'lssyscfg -r sys -e frame', `lssyscfg -r lpar -m ${p5} --lastvalidcfg`])(
    '%s is refused in our own words',
    async (line) => {
      expect(await complaint(power5(), line)).toMatch(/^lssyscfg: .* is not supported by parlab: /);
    },
  );
});

test('--osrefresh lists the same, --help prints the usage and does nothing', async () => {
  const lab = power5();
  expect(await typed(lab, `lssyscfg -r lpar -m ${p5} --osrefresh`)).toEqual(
    await typed(lab, `lssyscfg -r lpar -m ${p5}`),
  );
  const help = await typed(lab, 'lssyscfg --help');
  expect(help).toMatchObject({ status: 0, stderr: '' });
  expect(help.stdout).toMatch(/^Usage: lssyscfg -r /);
});

test("the talk's frames: both can move active and inactive partitions", async () => {
  expect(
    await lines(
      new TestLab('default'),
      'lssyscfg -r sys -F name,active_lpar_mobility_capable,inactive_lpar_mobility_capable,os400_lpar_mobility_capable,lpar_proc_compat_modes',
    ),
  ).toEqual([
    'p750-Server-8233-E8B-SN069348P,1,1,1,"default,POWER6,POWER6+,POWER7"',
    'p740-Server-8205-E6B-SN10934CP,1,1,1,"default,POWER6,POWER6+,POWER7"',
  ]);
});

test('two systems of one name: only tttt-mmm*sssssss tells them apart', async () => {
  const text = readFileSync(join(projectRoot, 'src', 'state', 'worlds', 'default.yaml'), 'utf8');
  const path = join(temporaryFolder(), 'twins.yaml');
  writeFileSync(path, text.replace(/ {2}- name: p7[45]0-Server.*/g, '  - name: twin'));
  const lab = new TestLab(path);
  expect(await complaint(lab, 'lssyscfg -r lpar -m twin')).toBe(
    'More than one managed system is named twin.  Enter it as tttt-mmm*sssssss.\n',
  );
  expect(await lines(lab, `lssyscfg -r sys -m ${p740} -F serial_num`)).toEqual(['10934CP']);
});

describe('VIO servers that page for a partition with shared memory', () => {
  const names = ['name', 'id'].flatMap((each) => [
    `primary_paging_vios_${each}`,
    `secondary_paging_vios_${each}`,
  ]);
  const paging = (lab: TestLab, partition: string) =>
    lines(lab, `lssyscfg -r prof -m alpha --filter lpar_names=${partition} -F ${names.join(',')}`);
  const memory = 'memory: { min: 1024, desired: 4096, max: 8192';
  const world = () =>
    movable({
      world: [
        [`${memory} }`, `${memory}, shared: true }`],
        ['# alpha:', 'memory_pool: { size_mb: 16384 }'],
        ['targets: [] # a1', 'paging: [{ device: hdisk1, size_mb: 51200, user: mobile }]'],
      ],
    });

  test('the server of its device, and the other one that sees the LUN', async () => {
    const lab = world();
    expect(await paging(lab, 'mobile')).toEqual(['a1,null,1,null']);
    tamper(
      lab,
      `INSERT INTO paging_device (system, purpose, vios, device, size_mb)
       SELECT system, 'memory', id, 'hdisk1', 51200 FROM partition WHERE name = 'a2'`,
    );
    expect(await paging(lab, 'mobile')).toEqual(['a1,a2,1,2']);
    expect(await paging(lab, 'a2')).toEqual(['null,null,null,null']);
    expect((await lines(lab, 'lssyscfg -r prof -m alpha')).join('\n')).not.toContain('paging_vios');
  });
});
