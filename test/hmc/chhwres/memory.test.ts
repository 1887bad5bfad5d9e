import { describe, expect, test } from 'vitest';
import { giveScripts } from '../../support/dlpar-scripts.ts';
import { parlabOk } from '../../support/parlab.ts';
import { migrating, silently, tamper } from '../changing.ts';
import { lines, p5, p750, power5, typed } from '../console.ts';
import { denied, HardwareLab, install, memoryOf, on } from './hardware.ts';

const mem = on('mem');
const noRmc = /^HSCL2957 /;
const wrongState = /^HSCL05DF /;

describe('amounts', () => {
  test('added, removed and set: what is current, pending and in use changes together, and lshwres shows it', async () => {
    const lab = new HardwareLab();
    await silently(lab, `${mem} -o a -p l488pp008 -q 1024`);
    expect(memoryOf(lab, 'l488pp008')).toBe('9216 9216 9216');
    await silently(lab, `${mem} -o r --id 3 -q 512`);
    expect(memoryOf(lab, 'l488pp008')).toBe('8704 8704 8704');
    // A public test suite sets amounts with -o s -q.
    await silently(lab, `${mem} -o s -p l488pp008 -q 4096`);
    await silently(lab, `${mem} -o s -p l488pp008 -q 4096`);
    const fields = 'curr_mem,pend_mem,run_mem';
    expect(
      await lines(lab, `lshwres -r mem -m ${p750} --level lpar --filter lpar_names=l488pp008 -F ${fields}`),
    ).toEqual(['4096,4096,4096']);
    expect(
      await lines(lab, `lssyscfg -r prof -m ${p750} --filter lpar_names=l488pp008 -F desired_mem`),
    ).toEqual(['8192']);
    expect(await parlabOk(lab, 'log')).toContain('256 MB of memory removed');
  });

  test('the profile follows with sync_curr_profile=1', async () => {
    const lab = new HardwareLab();
    tamper(lab, "UPDATE partition SET sync_profile = 1 WHERE name = 'l488pp008'");
    await silently(lab, `${mem} -o a -p l488pp008 -q 256`);
    expect(
      await lines(
        lab,
        `lssyscfg -r prof -m ${p750} --filter lpar_names=l488pp008 -F min_mem,desired_mem,max_mem`,
      ),
    ).toEqual(['2048,8448,16384']);
  });

  test('a partition that is off is changed at once, and uses nothing', async () => {
    const lab = new HardwareLab();
    install(lab, 'l488pp008');
    await silently(lab, `${mem} -o a -p b750off1 -q 256`);
    expect(memoryOf(lab, 'b750off1')).toBe('2304 2304 0');
    expect(lab.calls()).toEqual([]);
  });

  test.each<[string, string | RegExp]>([
    [
      '-o a -p l488pp008 -q 100',
      'The quantity of memory, 100 MB, must be a multiple of the memory region size for the managed system.  The memory region size is 256 MB.\n',
    ],
    [
      '-o a -p l488pp008 -q 8448',
      'Partition l488pp008 would have 16640 MB of memory, which is more than its maximum of 16384 MB.\n',
    ],
    [
      '-o r -p l488pp008 -q 6400',
      'Partition l488pp008 would have 1792 MB of memory, which is less than its minimum of 2048 MB.\n',
    ],
    [
      '-o s -p l488pp008 -q 1024',
      'Partition l488pp008 would have 1024 MB of memory, which is less than its minimum of 2048 MB.\n',
    ],
    ['-o a -p nosuch -q 256', 'HSCL8012 The partition named nosuch was not found.\n'],
    ['-o m -p l488pp008 -t nosuch -q 256', 'HSCL8012 The partition named nosuch was not found.\n'],
    [
      '-o m -p l488pp008 --tid 3 -q 256',
      'The partition l488pp008 cannot be the target of its own resources.\n',
    ],
    ['-o a -p l488pp008', /The parameter -q is required/],
    ['-o m -p l488pp008 -q 256', /The parameter -t is required/],
    ['-o a -q 256', /The parameter -p is required/],
    ['-o s -q 256', /The parameter -p is required/],
    ['-o s -p l488pp008', /The parameter -q is required/],
    ['-o a -p l488pp008 -q 0', /The parameter -q cannot have the value 0/],
    ['-o a -p l488pp008 -q 1.5', /The parameter -q cannot have the value 1.5/],
    ['-o a -p l488pp008 -q -256', /-q/],
    ['-o a -p l488pp008 -q 256 -l 21010200', /The invalid parameter is -l/],
    ['-o a -p l488pp008 -q 256 --procs 1', /The invalid parameter is --procs/],
    ['-o a -p l488pp008 -q 256 -t b750nl2', /The invalid parameter is -t/],
    ['-o d -p l488pp008 -q 256', /The parameter -o cannot have the value d/],
    ['-o a -p l488pp008 -q 256 -d 9', /The parameter -d cannot have the value 9/],
  ])('%s is refused', async (words, stderr) => {
    const said = await denied(new HardwareLab(), `${mem} ${words}`);
    if (typeof stderr === 'string') expect(said).toBe(stderr);
    else expect(said).toMatch(stderr);
  });

  test('there must be room in the managed system', async () => {
    const lab = new HardwareLab();
    tamper(
      lab,
      "UPDATE managed_system SET configurable_memory = configurable_memory - 210432 WHERE serial = '069348P'",
    );
    const [free = ''] = await lines(lab, `lshwres -r mem -m ${p750} --level sys -F curr_avail_sys_mem`);
    const wanted = (Math.floor(Number(free) / 256) + 1) * 256;
    expect(wanted).toBeLessThan(8192);
    expect(await denied(lab, `${mem} -o a -p l488pp008 -q ${wanted}`)).toBe(
      `The managed system has ${free} MB of memory available, and ${wanted} MB are needed.\n`,
    );
  });
});

describe('the operating system', () => {
  test('seed 4, "invoked for both add and remove operations": scripts hear once of the whole request, whatever its blocks', async () => {
    const lab = new HardwareLab();
    install(lab, 'l488pp008');
    await silently(lab, `${mem} -o r -p l488pp008 -q 1024`);
    expect(lab.calls()).toEqual(['checkrelease mem', 'prerelease mem', 'postrelease mem']);
    await silently(lab, `${mem} -o a -p l488pp008 -q 1024 --force`);
    expect(lab.calls()).toEqual(['checkacquire mem', 'preacquire mem', 'postacquire mem']);
    await silently(lab, `${mem} -o r -p l488pp008 -q 256 --force`);
    expect(lab.calls()).toEqual(['prerelease mem', 'postrelease mem']);
  });

  test('a veto of a removal is HSCL2932', async () => {
    const lab = new HardwareLab();
    install(lab, 'l488pp008');
    lab.failing('checkrelease');
    // The whole text is a comment in a public test of memory removal.
    expect(await denied(lab, `${mem} -o r -p l488pp008 -q 1024`)).toBe(
      `HSCL2932 The dynamic removal of memory resources failed: The operating system prevented all of the requested memory from being removed.  Amount of memory removed: 0 MB of 1024 MB.  The detailed output of the OS operation follows:
Nov 17 10:20:00 caDlparCommand:execv to drmgr
/usr/lib/dr/scripts/all/guard: checkrelease says no

The OS return code is 1.
`,
    );
    expect(lab.calls()).toEqual(['checkrelease mem']);
  });

  test('a veto of an addition', async () => {
    const lab = new HardwareLab();
    install(lab, 'l488pp008');
    lab.failing('preacquire');
    expect(await denied(lab, `${mem} -o a -p l488pp008 -q 256`)).toBe(
      `The dynamic addition of memory resources failed.  Amount of memory added: 0 MB of 256 MB.  The detailed output of the OS operation follows:
Nov 17 10:20:00 caDlparCommand:execv to drmgr
/usr/lib/dr/scripts/all/guard: preacquire says no

The OS return code is 1.
`,
    );
    expect(lab.calls()).toEqual(['checkacquire mem', 'preacquire mem']);
  });

  test('errors after the change are reported, and it stays done (seed 4, postrelease)', async () => {
    const lab = new HardwareLab();
    install(lab, 'l488pp008');
    lab.failing('postrelease');
    expect(await typed(lab, `${mem} -o r -p l488pp008 -q 256`)).toEqual({
      status: 0,
      stdout: '',
      stderr:
        'The dynamic operation on partition l488pp008 was successful, but an error was reported: /usr/lib/dr/scripts/all/guard: postrelease says no\n',
    });
    expect(memoryOf(lab, 'l488pp008')).toBe('7936 7936 7936');
  });

  test.each([
    ['', '0'],
    [' -d 0', '0'],
    [' -d 1', '1'],
    [' -d 5', '5'],
  ])(
    'seed 4, "specified to the script using the DR_DETAIL_LEVEL=N environment variable":%s is %s',
    async (flag, level) => {
      const lab = new HardwareLab();
      install(lab, 'l488pp008');
      const seen: unknown[] = [];
      lab.scripts.scripts = ({ environment }) => {
        seen.push(environment.DR_DETAIL_LEVEL);
        return {};
      };
      const { status, stdout } = await typed(lab, `${mem} -o a -p l488pp008 -q 256${flag}`);
      expect([status, stdout === '', seen]).toEqual([0, level === '0', [level, level, level]]);
    },
  );

  test('seed 4, "-d": levels go from 0 to 5', async () => {
    const lab = new HardwareLab();
    for (const level of ['6', '-1', 'x', ''])
      expect(await denied(lab, `${mem} -o a -p l488pp008 -q 256 -d "${level}"`)).toContain('-d');
  });

  test('seed 4, register: "to invoke scripts based on the type of resource that is being reconfigured"', async () => {
    const lab = new HardwareLab();
    giveScripts(lab, 'l488pp008', 'cpu', { processors: '#!/bin/sh\n' });
    await silently(lab, `${mem} -o a -p l488pp008 -q 256`);
    expect(lab.calls()).toEqual([]);
    await silently(lab, `${on('proc')} -o a -p l488pp008 --procs 1`);
    expect(lab.calls()).toEqual(['checkacquire cpu', 'preacquire cpu', 'postacquire cpu']);
  });

  test('-d shows what happens, as it happens', async () => {
    const lab = new HardwareLab();
    install(lab, 'l488pp008');
    lab.scripts.scripts = () => ({ stdout: 'DR_LOG_INFO=here\n' });
    const line = `${mem} -o a -p l488pp008 -q 256`;
    const one = await typed(lab, `${line} -d 1`);
    expect(one.stdout).toMatch(/^==== Start: Memory addition operation ====\n/);
    expect(one.stdout).not.toContain('here');
    expect((await typed(lab, `${line} -d 2`)).stdout).toContain('/usr/lib/dr/scripts/all/guard: here\n');
    expect((await typed(lab, line)).stdout).toBe('');
  });

  test.each(['rmc_connected = 0', "rmc_state = 'inactive'", 'dlpar_mem = 0'])(
    'without it (%s) only --force changes something: the records of the console',
    async (how) => {
      const lab = new HardwareLab();
      tamper(lab, `UPDATE partition SET ${how} WHERE name = 'l488pp008'`);
      expect(await denied(lab, `${mem} -o a -p l488pp008 -q 1024`)).toMatch(noRmc);
      await silently(lab, `${mem} -o a -p l488pp008 -q 1024 --force`);
      expect(memoryOf(lab, 'l488pp008')).toBe('9216 9216 8192');
      expect(lab.calls()).toEqual([]);
    },
  );

  test('after that the next change moves both, within what is in use; a start brings them together', async () => {
    const lab = new HardwareLab();
    tamper(lab, "UPDATE partition SET rmc_connected = 0 WHERE name = 'l488pp008'");
    await silently(lab, `${mem} -o a -p l488pp008 -q 1024 --force`);
    tamper(lab, "UPDATE partition SET rmc_connected = 1 WHERE name = 'l488pp008'");
    await silently(lab, `${mem} -o r -p l488pp008 -q 256`);
    expect(memoryOf(lab, 'l488pp008')).toBe('8960 8960 7936');
    expect(await denied(lab, `${mem} -o r -p l488pp008 -q 6144`)).toMatch(/would have 1792 MB of memory/);
    await silently(lab, `chsysstate -r lpar -m ${p750} -n l488pp008 -o shutdown --immed --restart`);
    expect(memoryOf(lab, 'l488pp008')).toMatch(/^8960 8960 (?:8960|0|7936)$/);
  });

  test('partitions in another state, and those that migrate', async () => {
    const lab = new HardwareLab();
    tamper(lab, "UPDATE partition SET state = 'Open Firmware' WHERE name = 'l488pp008'");
    expect(await denied(lab, `${mem} -o a -p l488pp008 -q 256`)).toMatch(wrongState);
    tamper(lab, migrating);
    expect(await denied(lab, `${mem} -o a -p b750nl2 -q 256`)).toMatch(wrongState);
    expect(await denied(lab, `${mem} -o m -p b750aix1 -t b750nl2 -q 256`)).toMatch(wrongState);
  });
});

describe('moving', () => {
  const line = `${mem} -o m -p l488pp008 -t b750nl2 -q 512`;

  test('seed 4, "built from simple add and remove requests": is a removal and an addition', async () => {
    const lab = new HardwareLab();
    install(lab, 'l488pp008');
    await silently(lab, line);
    expect(memoryOf(lab, 'l488pp008')).toBe('7680 7680 7680');
    expect(memoryOf(lab, 'b750nl2')).toBe('4608 4608 4608');
    expect(lab.calls()).toEqual(['checkrelease mem', 'prerelease mem', 'postrelease mem']);
  });

  test('needs no other room than what the source makes', async () => {
    const lab = new HardwareLab();
    tamper(
      lab,
      "UPDATE managed_system SET configurable_memory = (SELECT sum(curr) FROM partition_memory JOIN partition ON id = partition WHERE system = 1) + firmware_memory WHERE serial = '069348P'",
    );
    expect(await denied(lab, `${mem} -o a -p b750nl2 -q 512`)).toMatch(/0 MB of memory available/);
    await silently(lab, line);
  });

  test('what the target does not take goes back', async () => {
    const lab = new HardwareLab();
    install(lab, 'l488pp008');
    await parlabOk(lab, 'fault add chhwres --on b750nl2 --as os --detail "No more memory"');
    const said = await denied(lab, line).catch(async () => 'changed');
    expect(said).toBe('changed');
    expect(memoryOf(lab, 'l488pp008')).toBe('8192 8192 8192');
    expect(memoryOf(lab, 'b750nl2')).toBe('4096 4096 4096');
    expect(lab.calls()).toEqual([
      'checkrelease mem',
      'prerelease mem',
      'postrelease mem',
      'checkacquire mem',
      'preacquire mem',
      'postacquire mem',
    ]);
  });

  test('and stays with the system when nobody takes it', async () => {
    const lab = new HardwareLab();
    install(lab, 'l488pp008');
    lab.failing('checkacquire');
    await parlabOk(lab, 'fault add chhwres --on b750nl2 --as os --detail "No more memory"');
    const { status, stderr } = await typed(lab, line);
    expect(status).toBe(1);
    expect(stderr).toMatch(/No more memory\n\nThe OS return code is 255\.\nPartition b750nl2 could not take/);
    expect(stderr).toContain('512 MB of memory is left with the managed system.\n');
    expect(memoryOf(lab, 'l488pp008')).toBe('7680 7680 7680');
  });
});

describe('faults', () => {
  test('the operating system refuses, and those who prepared hear of it', async () => {
    const lab = new HardwareLab();
    install(lab, 'l488pp008');
    await parlabOk(lab, 'fault add chhwres --on l488pp008 --as os --times 1 --detail "Frames are pinned"');
    const { status, stderr } = await typed(lab, `${mem} -o r -p l488pp008 -q 256`);
    expect(status).toBe(1);
    expect(stderr).toContain('\nFrames are pinned\n\nThe OS return code is 255.\n');
    expect(lab.calls()).toEqual(['checkrelease mem', 'prerelease mem', 'undoprerelease mem']);
    expect(memoryOf(lab, 'l488pp008')).toBe('8192 8192 8192');
    await silently(lab, `${mem} -o r -p l488pp008 -q 256`);
  });

  test('no answer within -w minutes; the connection is lost', async () => {
    const lab = new HardwareLab();
    await parlabOk(lab, 'fault add chhwres --as network --times 1');
    const { stderr } = await typed(lab, `${mem} -o a -p l488pp008 -q 256 -w 2`);
    expect(stderr).toBe(
      'The operating system of partition l488pp008 did not answer within 2 minutes.  Nothing was changed.\n',
    );
    await parlabOk(lab, 'fault add chhwres --as rmc --times 1');
    expect((await typed(lab, `${mem} -o a -p l488pp008 -q 256`)).stderr).toMatch(noRmc);
    expect(memoryOf(lab, 'l488pp008')).toBe('8192 8192 8192');
  });
});

describe('the managed system', () => {
  const system = `${mem} -o s -a`;

  test('gets another memory region size with its next start', async () => {
    const lab = new HardwareLab();
    await silently(lab, `${system} pend_mem_region_size=128`);
    expect(
      await lines(lab, `lshwres -r mem -m ${p750} --level sys -F mem_region_size,pend_mem_region_size`),
    ).toEqual(['256,128']);
  });

  test.each<[string, RegExp]>([
    ['pend_mem_region_size=100', /pend_mem_region_size cannot have the value 100/],
    ['color=red', /The invalid attribute is color/],
    ['requested_num_sys_huge_pages=2', /^requested_num_sys_huge_pages is not supported by parlab/],
    ['mem_mirroring_mode=sys_firmware_only', /^mem_mirroring_mode is not supported by parlab/],
    ['pend_mem_region_size=128 -p l488pp008', /belongs to the managed system/],
  ])('%s is refused', async (words, stderr) => {
    expect(await denied(new HardwareLab(), `${system} ${words}`)).toMatch(stderr);
  });

  test('blocks are those of the system', async () => {
    const lab = power5();
    const said = await denied(lab, `chhwres -r mem -m ${p5} -o a -p nim1 -q 100`);
    expect(said).toContain('The memory region size is 128 MB.');
  });
});
