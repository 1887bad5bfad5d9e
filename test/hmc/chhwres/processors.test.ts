import { describe, expect, test } from 'vitest';
import { stagesOf } from '../../../src/model/hardware/processors.ts';
import { parlabOk } from '../../support/parlab.ts';
import { silently, tamper } from '../changing.ts';
import { lines, p750, typed } from '../console.ts';
import { denied, HardwareLab, install, on, processorsOf } from './hardware.ts';

const proc = on('proc');

describe('shared processors', () => {
  test('virtual processors and processing units, added, removed and set', async () => {
    const lab = new HardwareLab();
    await silently(lab, `${proc} -o a -p b750nl2 --procunits 0.25`);
    expect(processorsOf(lab, 'b750nl2')).toBe('2 2 2 / 75 75 75');
    await silently(lab, `${proc} -o a -p b750nl2 --procs 2`);
    expect(processorsOf(lab, 'b750nl2')).toBe('4 4 4 / 75 75 75');
    await silently(lab, `${proc} -o r -p b750nl2 --procs 1 --procunits .05`);
    expect(processorsOf(lab, 'b750nl2')).toBe('3 3 3 / 70 70 70');
    await silently(lab, `${proc} -o s -p b750nl2 --procs 2 --procunits 1.5`);
    expect(processorsOf(lab, 'b750nl2')).toBe('2 2 2 / 150 150 150');
    const fields = 'curr_proc_units,pend_proc_units,run_proc_units,curr_procs,pend_procs,run_procs';
    expect(
      await lines(lab, `lshwres -r proc -m ${p750} --level lpar --filter lpar_names=b750nl2 -F ${fields}`),
    ).toEqual(['1.5,1.5,1.5,2,2,2']);
    const prof = `lssyscfg -r prof -m ${p750} --filter lpar_names=b750nl2 -F desired_procs,desired_proc_units`;
    expect(await lines(lab, prof)).toEqual(['2,0.5']);
  });

  test('the profile follows with sync_curr_profile=1', async () => {
    const lab = new HardwareLab();
    tamper(lab, "UPDATE partition SET sync_profile = 1 WHERE name = 'b750nl2'");
    await silently(lab, `${proc} -o a -p b750nl2 --procs 1 --procunits 0.5`);
    const prof = `lssyscfg -r prof -m ${p750} --filter lpar_names=b750nl2 -F desired_procs,desired_proc_units`;
    expect(await lines(lab, prof)).toEqual(['3,1.0']);
  });

  test('both are two events: the units come first', async () => {
    const lab = new HardwareLab();
    install(lab, 'l488pp008');
    tamper(
      lab,
      'UPDATE partition_processor SET curr_max_procs = 16, pend_max_procs = 16, curr_max_units = 800, pend_max_units = 800 WHERE partition = 3',
    );
    await silently(lab, `${proc} -o a -p l488pp008 --procs 1 --procunits 0.5`);
    expect(lab.calls()).toEqual([
      ...['checkacquire capacity', 'preacquire capacity', 'postacquire capacity'],
      ...['checkacquire cpu', 'preacquire cpu', 'postacquire cpu'],
    ]);
    await silently(lab, `${proc} -o r -p l488pp008 --procs 1 --force`);
    expect(lab.calls()).toEqual(['prerelease cpu', 'postrelease cpu']);
  });

  test('when the second is refused the first is taken back', async () => {
    const lab = new HardwareLab();
    install(lab, 'l488pp008');
    tamper(
      lab,
      'UPDATE partition_processor SET curr_max_procs = 16, pend_max_procs = 16, curr_max_units = 800, pend_max_units = 800 WHERE partition = 3',
    );
    lab.scripts.scripts = ({ words }) =>
      words[1] === 'checkacquire' && words[2] === 'cpu' ? { status: 1, stdout: 'DR_ERROR=licence\n' } : {};
    expect(await denied(lab, `${proc} -o a -p l488pp008 --procs 1 --procunits 0.5`)).toBe(
      `The dynamic addition of processing resources failed: The operation to add processing has failed on partition l488pp008. The requested amount of processing to be added is 1 and the completed amount is 0.
The OS standard output is:

DR_TOTAL_RESOURCES=0
..cleanup_and_exit. rc=1

The OS standard error is:

/usr/lib/dr/scripts/all/guard: licence




The OS return code is 1.${advice}
`,
    );
    expect(lab.calls()).toEqual([
      ...['checkacquire capacity', 'preacquire capacity', 'postacquire capacity', 'checkacquire cpu'],
      ...['checkrelease capacity', 'prerelease capacity', 'postrelease capacity'],
    ]);
  });

  test('and says so when it cannot be', async () => {
    const lab = new HardwareLab();
    install(lab, 'l488pp008');
    tamper(
      lab,
      'UPDATE partition_processor SET curr_max_procs = 16, pend_max_procs = 16, curr_max_units = 800, pend_max_units = 800 WHERE partition = 3',
    );
    lab.scripts.scripts = ({ words }) =>
      (words[1] === 'checkacquire' && words[2] === 'cpu') || words[1] === 'checkrelease' ? { status: 1 } : {};
    const { status, stderr } = await typed(lab, `${proc} -o a -p l488pp008 --procs 1 --procunits 0.5`);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /What was changed before could not be taken back: partition l488pp008 has 1\.5 processing units and 2 processors now\.\n$/,
    );
    expect(processorsOf(lab, 'l488pp008')).toBe('2 2 2 / 150 150 150');
  });

  test.each<[string, string]>([
    // Captured by powercampus.de, which adds two virtual processors to 0.1 units.
    [
      '-o r -p b750nl2 --procunits 0.35',
      'HSCL1566 The operation failed because the ratio of assigned processing units to assigned virtual processors for partition 5 would have been less than the minimum ratio supported by the operating system on the partition.\n',
    ],
    [
      '-o a -p b750nl2 --procunits 1.6',
      'Partition b750nl2 would have 2.1 processing units for 2 virtual processors: a virtual processor has at most 1.0 of them.\n',
    ],
    [
      '-o a -p b750nl2 --procs 7',
      'Partition b750nl2 would have 9 processors, which is more than its maximum of 8.\n',
    ],
    [
      '-o r -p b750nl2 --procs 2',
      'Partition b750nl2 would have 0 processors, which is less than its minimum of 1.\n',
    ],
    [
      '-o a -p b750nl2 --procunits 3.51 --procs 3',
      'Partition b750nl2 would have 4.01 processing units, which is more than its maximum of 4.0.\n',
    ],
    [
      '-o m -p b750nl2 -t b750aix1 --procs 1',
      'Processors can be moved only between partitions with the same processing mode: b750nl2 and b750aix1 differ.\n',
    ],
  ])('%s is refused', async (words, stderr) => {
    expect(await denied(new HardwareLab(), `${proc} ${words}`)).toBe(stderr);
  });

  test.each<[string, RegExp]>([
    ['-o a -p b750nl2 --procunits 0.001', /The parameter --procunits cannot have the value 0\.001/],
    ['-o a -p b750nl2 --procunits 0', /The parameter --procunits cannot have the value 0/],
    ['-o a -p b750nl2 --procunits .', /The parameter --procunits cannot have the value \./],
    ['-o a -p b750nl2 --procs 1.5', /The parameter --procs cannot have the value 1\.5/],
    ['-o a -p b750nl2', /The parameter --procs is required/],
    ['-o a -p b750nl2 -q 256', /--procs is required/],
    ['-o a --procs 1', /The parameter -p is required/],
    ['-o s -p b750nl2 -a uncap_weight=1 --procs 1', /cannot be entered together/],
    ['-o e -p b750nl2 --procs 1', /The parameter -o cannot have the value e/],
  ])('%s is no request', async (words, stderr) => {
    expect(await denied(new HardwareLab(), `${proc} ${words}`)).toMatch(stderr);
  });

  test('a pool with a limit, and room in the system', async () => {
    const lab = new HardwareLab();
    tamper(lab, 'UPDATE processor_pool SET max_units = 50 WHERE system = 1 AND number = 1');
    expect(await denied(lab, `${proc} -o a -p b750lin1 --procunits 0.2`)).toBe(
      'The shared processor pool SharedPool01 has 0.1 processing units left for partition b750lin1, and 0.2 are needed.\n',
    );
    tamper(lab, 'UPDATE managed_system SET configurable_units = 800 WHERE id = 1');
    const [free = ''] = await lines(
      lab,
      `lshwres -r proc -m ${p750} --level sys -F curr_avail_sys_proc_units`,
    );
    expect(Number(free)).toBeLessThan(1.5);
    expect(await denied(lab, `${proc} -o a -p b750nl2 --procunits 1.5`)).toBe(
      `The managed system has ${free} processing units available, and 1.5 are needed.\n`,
    );
  });
});

const advice =
  'Please issue the lshwres command to list the processing resources of the partition and to determine whether or not its pending and runtime processing values match. If they do not match, problems with future processing-related operations on the managed system may occur, and it is recommended that the rsthwres command to restore processing resources be issued on the partition to synchronize its pending processing value with its runtime processing value.';

describe('dedicated processors', () => {
  test('come and go whole', async () => {
    const lab = new HardwareLab();
    tamper(
      lab,
      "UPDATE partition_processor SET curr_max_procs = 4, pend_max_procs = 4 WHERE partition = (SELECT id FROM partition WHERE name = 'b750aix1')",
    );
    await silently(lab, `${proc} -o a -p b750aix1 --procs 2`);
    expect(processorsOf(lab, 'b750aix1')).toBe('4 4 4 / 0 0 0');
    await silently(lab, `${proc} -o r -p b750aix1 --procs 1`);
    expect(processorsOf(lab, 'b750aix1')).toBe('3 3 3 / 0 0 0');
    expect(await denied(lab, `${proc} -o a -p b750aix1 --procunits 1`)).toBe(
      'Partition b750aix1 has dedicated processors: it has no processing units, no weight and no shared processor pool.\n',
    );
  });
});

describe('the operating system', () => {
  // Published by powercampus.de for an AIX partition; its lines of SMT are left out.
  test('a fault of a removal is HSCL294F', async () => {
    const lab = new HardwareLab();
    await parlabOk(lab, 'fault add chhwres --on l488pp008 --as os --times 1 --detail "Busy"');
    const { stderr } = await typed(lab, `${proc} -o r -p l488pp008 --procs 1`);
    expect(stderr).toBe(
      `HSCL294F The dynamic removal of processing resources failed: The operation to remove processing has failed on partition l488pp008. The requested amount of processing to be removed is 1 and the completed amount is 0.
The OS standard output is:

DR_TOTAL_RESOURCES=0
..cleanup_and_exit. rc=255

The OS standard error is:

Busy




The OS return code is 255.${advice}
`,
    );
    expect(processorsOf(lab, 'l488pp008')).toBe('2 2 2 / 100 100 100');
  });

  test('without it only --force changes something: the records of the console', async () => {
    const lab = new HardwareLab();
    tamper(lab, "UPDATE partition SET dlpar_proc = 0 WHERE name = 'b750nl2'");
    expect(await denied(lab, `${proc} -o a -p b750nl2 --procs 1`)).toMatch(/^HSCL2957 /);
    await silently(lab, `${proc} -o a -p b750nl2 --procs 1 --procunits 0.5 --force`);
    expect(processorsOf(lab, 'b750nl2')).toBe('3 3 2 / 100 100 50');
  });
});

describe('moving', () => {
  const line = `${proc} -o m -p l488pp008 -t b750nl2 --procunits 0.5`;

  test('is a removal and an addition', async () => {
    const lab = new HardwareLab();
    await silently(lab, line);
    expect(processorsOf(lab, 'l488pp008')).toBe('2 2 2 / 50 50 50');
    expect(processorsOf(lab, 'b750nl2')).toBe('2 2 2 / 100 100 100');
  });

  test('the source gets back what the target does not take', async () => {
    const lab = new HardwareLab();
    install(lab, 'l488pp008');
    await parlabOk(lab, 'fault add chhwres --on b750nl2 --as os');
    const { status } = await typed(lab, line);
    expect(status).toBe(1);
    expect(processorsOf(lab, 'l488pp008')).toBe('2 2 2 / 100 100 100');
    expect(lab.calls()).toEqual([
      ...['checkrelease capacity', 'prerelease capacity', 'postrelease capacity'],
      ...['checkacquire capacity', 'preacquire capacity', 'postacquire capacity'],
    ]);
  });
});

describe('sharing', () => {
  const set = `${proc} -o s -p b750nl2 -a`;
  const fields = 'curr_sharing_mode,curr_uncap_weight,run_uncap_weight,curr_shared_proc_pool_name';
  const shown = (lab: HardwareLab) =>
    lines(lab, `lshwres -r proc -m ${p750} --level lpar --filter lpar_names=b750nl2 -F ${fields}`);

  test('mode, weight and pool', async () => {
    const lab = new HardwareLab();
    await silently(lab, `${set} uncap_weight=200`);
    expect(await shown(lab)).toEqual(['uncap,200,200,DefaultPool']);
    await silently(lab, `${set} sharing_mode=cap`);
    expect(await shown(lab)).toEqual(['cap,0,0,DefaultPool']);
    await silently(lab, `${set} sharing_mode=uncap,shared_proc_pool_name=SharedPool01`);
    expect(await shown(lab)).toEqual(['uncap,128,128,SharedPool01']);
    await silently(lab, `${set} shared_proc_pool_id=0`);
    expect(await shown(lab)).toEqual(['uncap,128,128,DefaultPool']);
  });

  test('a weight is an event of the operating system, the rest is not', async () => {
    const lab = new HardwareLab();
    install(lab, 'l488pp008');
    await silently(lab, `${proc} -o s -p l488pp008 -a uncap_weight=7`);
    expect(lab.calls()).toEqual([
      'checkrelease var_weight',
      'prerelease var_weight',
      'postrelease var_weight',
    ]);
    await silently(lab, `${proc} -o s -p l488pp008 -a shared_proc_pool_id=1`);
    expect(lab.calls()).toEqual([]);
    lab.failing('checkacquire');
    expect(await denied(lab, `${proc} -o s -p l488pp008 -a uncap_weight=9`)).toMatch(
      /^The dynamic change of the uncapped weight of partition l488pp008 failed\.\n/,
    );
  });

  test.each<[string, string]>([
    [
      'sharing_mode=keep_idle_procs',
      'A partition with shared processors cannot have the sharing mode keep_idle_procs.\n',
    ],
    [
      'sharing_mode=cap,uncap_weight=5',
      'Partition b750nl2 is capped: it has no weight.  Set sharing_mode=uncap, too.\n',
    ],
    ['shared_proc_pool_id=9', 'The managed system has no shared processor pool 9.\n'],
    [
      'shared_proc_pool_id=0,shared_proc_pool_name=SharedPool01',
      'The attributes shared_proc_pool_id and shared_proc_pool_name name different shared processor pools.\n',
    ],
    [
      'color=red',
      'An invalid attribute was entered.  The invalid attribute is color.  Please correct your input and retry the command.\n',
    ],
  ])('%s is refused', async (words, stderr) => {
    expect(await denied(new HardwareLab(), `${set} ${words}`)).toBe(stderr);
  });

  test('of dedicated processors there is the mode alone', async () => {
    const lab = new HardwareLab();
    await silently(lab, `${proc} -o s -p b750aix1 -a sharing_mode=share_idle_procs_always`);
    expect(await denied(lab, `${proc} -o s -p b750aix1 -a uncap_weight=1`)).toMatch(
      /has dedicated processors/,
    );
  });
});

describe('stages', () => {
  const text = (from: [number, number], to: [number, number]) =>
    stagesOf({ procs: from[0], units: from[1] }, { procs: to[0], units: to[1] }, 5).map(({ procs, units }) =>
      procs === 0 ? `units ${units}` : `procs ${procs}`,
    );

  // [procs, hundredths of units] from and to; at least 5 for each processor, at most 100.
  test.each<[[number, number], [number, number], string[]]>([
    [
      [2, 50],
      [3, 100],
      ['units 50', 'procs 1'],
    ],
    [
      [3, 100],
      [2, 50],
      ['units -50', 'procs -1'],
    ],
    [
      [2, 200],
      [3, 300],
      ['procs 1', 'units 100'],
    ],
    [
      [20, 100],
      [10, 50],
      ['procs -10', 'units -50'],
    ],
    [
      [1, 5],
      [3, 205],
      ['units 95', 'procs 2', 'units 105'],
    ],
    [[2, 50], [2, 60], ['units 10']],
    [[2, 50], [2, 50], []],
  ])('%s to %s', (from, to, stages) => {
    expect(text(from, to)).toEqual(stages);
  });

  test('no moment has too few or too many units for its processors', () => {
    for (let procs = 1; procs < 12; procs++) {
      for (let goal = 1; goal < 12; goal++) {
        for (const share of [5, 30, 100]) {
          for (const wanted of [5, 60, 100]) {
            let at = { procs, units: procs * share };
            for (const stage of stagesOf(at, { procs: goal, units: goal * wanted }, 5)) {
              at = { procs: at.procs + stage.procs, units: at.units + stage.units };
              expect(at.units).toBeGreaterThanOrEqual(at.procs * 5);
              expect(at.units).toBeLessThanOrEqual(at.procs * 100);
            }
            expect(at).toEqual({ procs: goal, units: goal * wanted });
          }
        }
      }
    }
  });
});
