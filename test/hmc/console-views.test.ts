import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../support/bins.ts';
import { golden } from '../support/golden.ts';
import { TestLab, temporaryFolder } from '../support/lab.ts';
import { complaint, lines, p5, p750, power5, typed } from './console.ts';

/** The captured system with something else about it. */
function changed(from: string, to: string): TestLab {
  const text = readFileSync(join(projectRoot, 'test', 'worlds', 'p5.yaml'), 'utf8');
  expect(text).toContain(from);
  const path = join(temporaryFolder(), 'changed.yaml');
  writeFileSync(path, text.replace(from, to));
  return new TestLab(path);
}

test.each([
  ['lssysconn/all', 'lssysconn -r all'],
  ['lshmc/V', 'lshmc -V'],
  ['lshmc/n', 'lshmc -n'],
  ['lshmc/r', 'lshmc -r'],
])('%s as captured: %s', async (name, line) => {
  expect(await typed(power5(), line)).toEqual({ status: 0, stdout: golden(name, 'hmc'), stderr: '' });
});

describe('lssysconn', () => {
  // Captured: own power5 frame, hmc_lssysconn_entry_test.rb of ziutus/hmc_vios_aix.
  test.each([
    ['No Connection', 'Connecting  0000-0000-00000000'],
    ['Connecting', 'Firmware Password locked  0803-0001-00000203'],
  ])('%s', async (state, error) => {
    const lab = changed(
      'consoles: [hmc1]',
      `consoles: [{ console: hmc1, state: ${state}, error: '${error}' }]`,
    );
    expect(await lines(lab, 'lssysconn -r all')).toEqual([
      `resource_type=sys,type_model_serial_num=9131-52A*6535CCG,sp=unavailable,sp_phys_loc=unavailable,ipaddr=192.168.200.39,alt_ipaddr=unavailable,state=${state},connection_error_code=${error}`,
    ]);
    expect(await lines(lab, 'lssyscfg -r sys -F state,active_lpar_mobility_capable')).toEqual([
      `${state},unavailable`,
    ]);
  });

  test('-F: what does not apply is null', async () => {
    expect(await lines(power5(), 'lssysconn -r all -F state,connection_error_code,side --header')).toEqual([
      'state,connection_error_code,side',
      'Connected,null,null',
    ]);
  });

  test('a console without systems', async () => {
    expect(await lines(changed('consoles: [hmc1]', 'consoles: []'), 'lssysconn -r all')).toEqual([
      'No results were found.',
    ]);
  });
});

describe('lshmc', () => {
  // lshmc-V.strings.ziutus.txt line 30.
  test('a fix stands after the build level (captured)', async () => {
    const text = readFileSync(join(projectRoot, 'test', 'worlds', 'p5.yaml'), 'utf8')
      .replace('level: V7R7.9.0', 'level: V8R8.2.0')
      .replace('service_pack: 3', 'service_pack: 0')
      .replace(
        "build: '20151216.1'",
        "build: '20141104.1'\n      fixes: ['MH01454: Required fix for HMC V8R8.2.0 (11-05-2014)']",
      );
    const path = join(temporaryFolder(), 'v8.yaml');
    writeFileSync(path, text);
    const lab = new TestLab(path);
    expect((await typed(lab, 'lshmc -V')).stdout).toBe(`"version= Version: 8
 Release: 8.2.0
 Service Pack: 0
HMC Build level 20141104.1
MH01454: Required fix for HMC V8R8.2.0 (11-05-2014)
","base_version=V8R8.2.0
"
`);
    expect(await lines(lab, 'lshmc -r -F security,kerberos_allow_weak_crypto')).toEqual(['legacy,']);
    expect(await complaint(lab, 'lshmc -r -F netboot')).toMatch(/invalid attribute is netboot\./);
  });

  test('-v: what programs look for', async () => {
    const { stdout } = await typed(power5(), 'lshmc -v');
    expect(stdout).toContain('\n*RM V7R7.9.0.3\n');
    expect(stdout).toContain('\n*DS Platform Firmware\n');
    expect(stdout).toMatch(/^"vpd=\*FC \?{8}\n/);
  });

  test('exactly one view', async () => {
    expect(await complaint(power5(), 'lshmc')).toMatch(/The parameter -V is required/);
    expect(await complaint(power5(), 'lshmc -V -n')).toMatch(/-V and -n cannot be entered together/);
    for (const view of [
      '-b',
      '-D',
      '-e',
      '-h',
      '-i',
      '-l',
      '-L',
      '--bmc',
      '--firewall',
      '--netroute',
      '--ntpserver',
      '--syslog',
    ])
      expect(await complaint(power5(), `lshmc ${view}`)).toBe(
        `lshmc: ${view} is not supported by parlab: what it prints is not known.\n`,
      );
  });
});

describe('lspartition -dlpar', () => {
  test('partitions that the daemon has seen; one that is lost stays', async () => {
    expect((await typed(power5(), 'lspartition -dlpar')).stdout).toBe(
      `<#0> Partition:<2*9131-52A*6535CCG, vios1, 192.168.200.200>
       Active:<0>, OS:< , , >, DCaps:<0x2f>, CmdCaps:<0x0b, 0x0b>, PinnedMem:<0>
<#1> Partition:<3*9131-52A*6535CCG, vios2, 192.168.200.201>
       Active:<0>, OS:< , , >, DCaps:<0x2f>, CmdCaps:<0x0b, 0x0b>, PinnedMem:<0>
<#2> Partition:<5*9131-52A*6535CCG, nim1, 192.168.200.235>
       Active:<1>, OS:<AIX, 6.1, 6100-00-01-0748>, DCaps:<0x2c5f>, CmdCaps:<0x4000001b, 0x1b>, PinnedMem:<1536>
`,
    );
  });

  test('a VIO server shows its AIX, Linux its three words', async () => {
    const found = await lines(new TestLab('default'), 'lspartition -dlpar');
    expect(found).toContain(
      '       Active:<1>, OS:<AIX, 6.1, 6100-09-03>, DCaps:<0x14f9f>, CmdCaps:<0x4000003a, 0x3a>, PinnedMem:<1024>',
    );
    expect(found.join()).toContain('OS:<Linux/SuSE, 3.0.76-0.11-ppc64, 11>');
  });

  test('the console may believe what the daemons no longer see', async () => {
    const lab = changed(
      '        ip: 192.168.200.235\n',
      '        ip: 192.168.200.235\n        rmc_connected: false\n',
    );
    expect(await lines(lab, `lssyscfg -r lpar -m ${p5} --filter lpar_names=nim1 -F rmc_state`)).toEqual([
      'active',
    ]);
    expect((await typed(lab, 'lspartition -dlpar')).stdout).not.toContain('Active:<1>');
  });

  test('nothing seen: nothing printed', async () => {
    expect(await typed(changed('consoles: [hmc1]', 'consoles: []'), 'lspartition -dlpar')).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });

  test.each(['-sfp', '-ix', '-i', '-c x', '-dlparreset'])('%s is refused', async (view) => {
    expect(await complaint(power5(), `lspartition ${view}`)).toMatch(/ is not supported by parlab: /);
  });
});

describe('lslic', () => {
  test('levels', async () => {
    const lab = new TestLab('default');
    expect(await lines(lab, `lslic -m ${p750} -t sys -Fcurr_ecnumber_primary:activated_level`)).toEqual([
      '01AL730:95',
    ]);
    expect(await lines(lab, `lslic -m ${p750} -F ecnumber activated_level --header`)).toEqual([
      'ecnumber activated_level',
      '01AL730 95',
    ]);
    expect(await lines(lab, 'lslic -w -F mtms')).toEqual(['8233-E8B*069348P', '8205-E6B*10934CP']);
    const [record = ''] = await lines(lab, `lslic -m ${p750}`);
    expect(record).toMatch(
      /^lic_type=Managed System,management_status=Enabled,disabled_reason=,activated_level=95,installed_level=95,accepted_level=95,ecnumber=01AL730,mtms=8233-E8B\*069348P,/,
    );
  });

  test.each([
    '-e frame',
    '-c',
    '-w -t power',
    '-w -t sriov',
    '-w -r disk',
    '-w -h host',
    '-w --passwd x',
    '-e a --allsystems',
  ])('lslic %s is refused', async (words) => {
    expect(await complaint(power5(), `lslic ${words}`)).toMatch(/ is not supported by parlab: /);
  });

  test('complaints', async () => {
    expect(await complaint(power5(), 'lslic')).toMatch(/The parameter -m is required/);
    expect(await complaint(power5(), 'lslic -m nosuch')).toBe(
      'HSCL8018 The managed system nosuch was not found.\n',
    );
  });
});

describe('lsrefcode', () => {
  test('partitions', async () => {
    expect(await lines(power5(), `lsrefcode -r lpar -m ${p5} --filter lpar_names=nim1`)).toEqual([
      'lpar_name=nim1,lpar_id=5,time_stamp=10/14/2017 19:45:21,refcode=,word2=,word3=,word4=,word5=,word6=,word7=,word8=,word9=,fru_call_out_loc_codes=',
    ]);
    expect(await lines(power5(), `lsrefcode -r lpar -m ${p5} -n 5 -F lpar_id,refcode`)).toEqual([
      '5,',
      '3,',
      '2,',
      '1,00000000',
    ]);
  });

  test('systems', async () => {
    expect(await lines(power5(), `lsrefcode -r sys -m ${p5} -s p -F refcode_num,time_stamp,refcode`)).toEqual(
      ['0,10/14/2017 19:45:21,'],
    );
    expect(await lines(power5(), `lsrefcode -r sys -m ${p5} -s s`)).toEqual(['No results were found.']);
  });

  test.each([
    [`-r sys -m ${p5} --filter lpar_names=nim1`, /invalid parameter is --filter\./],
    [`-r lpar -m ${p5} -s p`, /invalid parameter is -s\./],
    [`-r lpar -m ${p5} -n 0`, /-n cannot have the value 0\./],
    [`-r lpar -m ${p5} --filter lpar_ids=9`, /^HSCL8011 /],
    ['-r lpar', /The parameter -m is required/],
  ])('lsrefcode %s', async (words, message) => {
    expect(await complaint(power5(), `lsrefcode ${words}`)).toMatch(message);
  });
});
