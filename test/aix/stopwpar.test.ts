import { describe, expect, test } from 'vitest';
import { finished, start } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import {
  done,
  expectMisuse,
  expectRefusal,
  lifeCycle,
  rows,
  setPace,
  startLines,
  stateOf,
  stopLines,
  stopLinesUntilHalt,
  view,
} from './wpars.ts';

describe('what it prints', () => {
  // The number is the limit that holds: 600, 60 with -h, -t's own; with -N there is none (reference wpar-run 3.2).
  test.each([
    ['', 600],
    ['-h', 60],
    ['-F', 600],
    ['-t 85', 85],
    ['-h -t 85', 85],
    ['-N', undefined],
    ['-F -N', undefined],
    ['-hN', undefined],
  ])('stopwpar %s', async (flags, seconds) => {
    const lab = lifeCycle();
    expect(await lab.type(`stopwpar ${flags} db`)).toEqual(done(stopLines('db', seconds)));
    expect(await view(lab, 'db', 'D', 'devname,devstatus')).toContain('hdisk6:ALLOCATED');
    expect(await stateOf(lab, 'db')).toBe('D');
  });

  test('-v names each unmount, deepest first and the base directory last, and ends with the status', async () => {
    expect(await lifeCycle().type('stopwpar -v db')).toEqual(
      done(`${stopLines('db', 600)}Umounting /wpars/db/var.
Umounting /wpars/db/usr.
Umounting /wpars/db/tmp.
Umounting /wpars/db/proc.
Umounting /wpars/db/opt.
Umounting /wpars/db/home.
Umounting /wpars/db/data.
Umounting /wpars/db.
Return Status = SUCCESS.
`),
    );
  });

  test('6.1: name and quotes in every line, the status always', async () => {
    const lab = new TestLab('default', 'p550q');
    expect(await lab.type('stopwpar wp03')).toEqual(
      done(`stopwpar: Stopping workload partition 'wp03'
stopwpar: Stopping workload partition subsystem 'cor_wp03'
0513-044 The cor_wp03 Subsystem was requested to stop.
stopwpar: 0960-261 Waiting up to 600 seconds for workload partition to halt.
stopwpar: Shutting down all workload partition processes
stopwpar: Unmounting all workload partition file systems
stopwpar: Return Status = SUCCESS
`),
    );
    expect(await stateOf(lab, 'wp03')).toBe('D');
  });

  test('an application WPAR has no subsystem, and is gone when it has stopped', async () => {
    const lab = lifeCycle();
    expect(await lab.type('stopwpar job')).toEqual(
      done(stopLines('job', 600).replace(/Stopping workload partition subsystem.*\n.*\n/, '')),
    );
    expect(await lab.type('lswpar job')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'lswpar: 0960-419 Could not find a workload partition called job.\n',
    });
  });

  test.each([
    ['-m', 'Maintenance'],
    ['-1', 'Loaded'],
  ])('after startwpar %s there is no process to wait for', async (flag) => {
    const lab = lifeCycle();
    await lab.ok(`startwpar ${flag} web`);
    expect(await lab.type('stopwpar web')).toEqual(
      done('Stopping workload partition web.\nUnmounting all workload partition file systems.\n'),
    );
    expect(await stateOf(lab, 'web')).toBe('D');
  });
});

describe('processes that take 900 seconds to end', () => {
  test.each([
    ['', 600, 'A'],
    ['-t 899', 899, 'A'],
    ['-t 0', 0, 'A'],
  ])('stopwpar %s gives up, and the WPAR runs on', async (flags, seconds, state) => {
    const lab = lifeCycle();
    expect(await lab.type(`stopwpar ${flags} slow`)).toEqual({
      status: 1,
      stdout: stopLinesUntilHalt('slow', seconds),
      stderr: `stopwpar: Workload partition slow did not halt within ${seconds} seconds.\n`,
    });
    expect(await stateOf(lab, 'slow')).toBe(state);
  });

  test.each([
    ['-t 900', 900],
    ['-N', undefined],
    ['-h', 60],
    ['-F', 600],
  ])('stopwpar %s stops it', async (flags, seconds) => {
    const lab = lifeCycle();
    expect(await lab.type(`stopwpar ${flags} slow`)).toEqual(done(stopLines('slow', seconds)));
    expect(await stateOf(lab, 'slow')).toBe('D');
  });

  test('the waiting is time of the lab', async () => {
    const lab = lifeCycle();
    const clock = () =>
      Number((rows(lab, "SELECT value FROM meta WHERE key = 'clock.base'") as { value: string }[])[0]?.value);
    const before = clock();
    await lab.type('stopwpar -t 300 slow');
    expect(clock() - before).toBe(300);
  });
});

describe('a process that no signal ends', () => {
  test.each(['', '-h', '-N'])('stopwpar %s fails, and the WPAR stays Active', async (flags) => {
    const lab = lifeCycle();
    const { status, stderr } = await lab.type(`stopwpar ${flags} stuck`);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'stopwpar: A process of workload partition stuck could not be stopped; use the -F flag.\n',
    });
    expect(await stateOf(lab, 'stuck')).toBe('A');
  });

  test('with -F it stays Broken and cannot be started again (stopwpar page)', async () => {
    const lab = lifeCycle();
    expect(await lab.type('stopwpar -Fv stuck')).toEqual({
      status: 1,
      stdout: `${stopLinesUntilHalt('stuck', 600)}Return Status = FAILURE.\n`,
      stderr: 'stopwpar: A process of workload partition stuck could not be stopped.\n',
    });
    expect(await stateOf(lab, 'stuck')).toBe('B');
    const broken =
      'Workload partition stuck is Broken. Use "stopwpar -F stuck", or remove it with "rmwpar -F stuck".';
    await expectRefusal(lab, 'startwpar stuck', `startwpar: ${broken}`);
    await expectRefusal(lab, 'stopwpar stuck', `stopwpar: ${broken}`);
  });
});

test('-r starts it again: the output of stopwpar, then that of startwpar', async () => {
  const lab = lifeCycle();
  expect(await lab.type('stopwpar -r db')).toEqual(done(stopLines('db', 600) + startLines('db', 4_325_380)));
  expect(await stateOf(lab, 'db')).toBe('A');
});

describe('Broken', () => {
  test('-F makes it Defined', async () => {
    const lab = lifeCycle();
    expect(await lab.type('stopwpar -F broken')).toEqual(done(stopLines('broken', 600)));
    expect(await stateOf(lab, 'broken')).toBe('D');
  });

  test('a stop whose process is gone is Broken; stopwpar -F repairs it', async () => {
    const lab = lifeCycle();
    await lab.inProgress('db', 'stopwpar', 999_999_999);
    expect(await stateOf(lab, 'db')).toBe('B');
    await lab.ok('stopwpar -F db');
    expect(await stateOf(lab, 'db')).toBe('D');
  });

  test('an interrupted stop leaves a WPAR that neither runs nor is stopped', async () => {
    const lab = lifeCycle();
    setPace(lab, 'step');
    const child = start('stopwpar', ['db'], { environment: lab.environment() });
    const outcome = finished(child);
    await expect.poll(() => stateOf(lab, 'db'), { timeout: 10_000 }).toBe('T');
    child.kill('SIGTERM');
    expect(await outcome).toEqual({
      status: 1,
      signal: null,
      stdout: stopLinesUntilHalt('db', 600),
      stderr: 'stopwpar: 0960-367 SIGTERM received - cleaning up...\n',
    });
    expect(await stateOf(lab, 'db')).toBe('B');
  });
});

describe('refused, and nothing changes', () => {
  test.each([
    ['nosuch', 'stopwpar: 0960-419 Could not find a workload partition called nosuch.'],
    ['web', 'stopwpar: 0960-254 Workload partition web is not currently active.'],
    ['-F web', 'stopwpar: 0960-254 Workload partition web is not currently active.'],
    ['-r web', 'stopwpar: 0960-254 Workload partition web is not currently active.'],
    [
      'broken',
      'stopwpar: Workload partition broken is Broken. Use "stopwpar -F broken", or remove it with "rmwpar -F broken".',
    ],
    [
      '-r job',
      'stopwpar: Workload partition job is an application workload partition; a reboot is for system workload partitions.',
    ],
  ])('stopwpar %s', async (words, message) => {
    await expectRefusal(lifeCycle(), `stopwpar ${words}`, message);
  });

  test.each(['db', '-F db'])('while a living process works on it: stopwpar %s', async (words) => {
    const lab = lifeCycle();
    await lab.inProgress('db', 'chkptwpar', process.pid);
    await expectRefusal(
      lab,
      `stopwpar ${words}`,
      `stopwpar: Workload partition db is busy: chkptwpar (process ${process.pid}) is in progress.`,
    );
  });

  test.each([
    ['', 'stopwpar: WparName is required.'],
    ['db web', 'stopwpar: The argument web is not expected.'],
    ['-z db', 'stopwpar: Not a recognized flag: z'],
    ['-hF db', 'stopwpar: The -h and -F flags cannot be used together.'],
    ['-N -t 5 db', 'stopwpar: The -t and -N flags cannot be used together.'],
    ['-t 5 -t 6 db', 'stopwpar: The -t flag may be given only once.'],
    ['db -t', 'stopwpar: The argument -t is not expected.'],
    ['-t', 'stopwpar: The -t flag requires an argument.'],
  ])('stopwpar %s', async (words, message) => {
    await expectMisuse(lifeCycle(), `stopwpar ${words}`, message);
  });

  test.each(['x', '-5', '1.5', '1e3'])('stopwpar -t %s', async (value) => {
    await expectMisuse(
      lifeCycle(),
      `stopwpar -t ${value} db`,
      `stopwpar: "${value}" is not a number of seconds.`,
      'no usage',
    );
  });
});
