import { describe, expect, test } from 'vitest';
import { finished, start } from '../support/bins.ts';
import { golden } from '../support/golden.ts';
import { TestLab } from '../support/lab.ts';
import {
  done,
  expectMisuse,
  expectRefusal,
  lifeCycle,
  rows,
  setPace,
  stateOf,
  stopLines,
  stopLinesUntilHalt,
  testWorld,
  view,
} from './wpars.ts';

/** What the removal of a shared WPAR prints whose logical volumes start at this number. */
function removal(wpar: string, first: number): string {
  const volume = (step: number) => `fslv${String(first + step).padStart(2, '0')}`;
  return `rmwpar: Removing file system /wpars/${wpar}/var.
rmlv: Logical volume ${volume(3)} is removed.
rmwpar: Removing file system /wpars/${wpar}/usr.
rmwpar: Removing file system /wpars/${wpar}/tmp.
rmlv: Logical volume ${volume(2)} is removed.
rmwpar: Removing file system /wpars/${wpar}/proc.
rmwpar: Removing file system /wpars/${wpar}/opt.
rmwpar: Removing file system /wpars/${wpar}/home.
rmlv: Logical volume ${volume(1)} is removed.
rmwpar: Removing file system /wpars/${wpar}.
rmlv: Logical volume ${volume(0)} is removed.
`;
}

async function expectGone(lab: TestLab, wpar: string): Promise<void> {
  expect(await lab.type(`lswpar ${wpar}`)).toEqual({
    status: 1,
    stdout: '',
    stderr: `lswpar: 0960-419 Could not find a workload partition called ${wpar}.\n`,
  });
}

describe('what it prints', () => {
  test('the captured rmwpar -F of a Defined WPAR: the 0960-254 line on stderr, the others on stdout', async () => {
    const lab = new TestLab(testWorld('kitchen'));
    const [attention, ...progress] = golden('rmwpar/chef-kitchenwpar').split('\n');
    expect(await lab.type('rmwpar -F kitchenwpar')).toEqual({
      status: 0,
      stderr: `${attention}\n`,
      stdout: progress.join('\n'),
    });
    expect(await lab.ok('lswpar')).toBe('');
  });

  test('plain: no attention, no summary', async () => {
    const lab = lifeCycle();
    expect(await lab.type('rmwpar web')).toEqual(done(removal('web', 0)));
    await expectGone(lab, 'web');
  });

  test('-v: the name first, the status last', async () => {
    expect(await lifeCycle().type('rmwpar -v web')).toEqual(
      done(`rmwpar: Removing workload partition web\n${removal('web', 0)}Return Status = SUCCESS.\n`),
    );
  });

  test('6.1: the same lines always', async () => {
    const lab = new TestLab('default', 'p550q');
    expect(await lab.type('rmwpar wp09')).toEqual(
      done(`rmwpar: Removing workload partition wp09
${removal('wp09', 0).replace(/rmlv.*\n/g, '')}rmwpar: Return Status = SUCCESS
`),
    );
  });

  test('-s stops first, as stopwpar; -v goes for both', async () => {
    const lab = lifeCycle();
    await lab.ok('startwpar web');
    expect(await lab.type('rmwpar -s web')).toEqual(done(stopLines('web', 600) + removal('web', 0)));
    await lab.ok('startwpar own');
    const text = await lab.ok('rmwpar -sv own');
    expect(text).toContain('Umounting /wpars/own.\nReturn Status = SUCCESS.\nrmwpar: Removing file system');
    expect(text.endsWith('rmlv: Logical volume fslv21 is removed.\nReturn Status = SUCCESS.\n')).toBe(true);
  });

  test('-s of a WPAR that is not active: the attention, then it goes on', async () => {
    expect(await lifeCycle().type('rmwpar -s web')).toEqual({
      status: 0,
      stderr: 'stopwpar: 0960-254 Workload partition web is not currently active.\n',
      stdout: removal('web', 0),
    });
  });

  test('a detached WPAR has six logical volumes; a rootvg WPAR has none in the global environment', async () => {
    const lab = lifeCycle();
    expect((await lab.ok('rmwpar own')).match(/rmlv: .*/g)).toEqual(
      [26, 25, 24, 23, 22, 21].map((number) => `rmlv: Logical volume fslv${number} is removed.`),
    );
    expect(await lab.ok('rmwpar disk')).not.toContain('rmlv');
    expect(rows(lab, "SELECT name FROM disk WHERE volume_group LIKE '%disk'")).toEqual([]);
  });
});

describe('what is left', () => {
  test('the logical volumes are free, and the next WPAR gets them', async () => {
    const lab = lifeCycle();
    const free = () => rows(lab, "SELECT free FROM volume_group WHERE host = 'lab71' AND name = 'rootvg'");
    const before = free();
    await lab.ok('mkwpar -n extra -N address=10.0.42.70');
    await lab.ok('rmwpar extra');
    expect(free()).toEqual(before);
    await lab.ok('rmwpar web');
    await lab.ok('mkwpar -n web2');
    expect(await view(lab, 'web2', 'M', 'device')).toMatch(/^\/dev\/fslv00\n\/dev\/fslv01\n/);
  });

  test('its address is free again', async () => {
    const lab = lifeCycle();
    await lab.ok('rmwpar web');
    await lab.ok('mkwpar -n web2 -N address=10.0.42.11');
  });

  test('the rest of the world is as it was', async () => {
    const lab = lifeCycle();
    const others = await lab.ok('lswpar -cq own db old52 disk');
    await lab.ok('rmwpar web');
    expect(await lab.ok('lswpar -cq own db old52 disk')).toBe(others);
  });
});

describe('-p', () => {
  test('prints nothing and leaves the file systems; mkwpar -p takes them', async () => {
    const lab = lifeCycle();
    const mounts = await view(lab, 'web', 'M', 'mountpoint,device');
    expect(await lab.type('rmwpar -p web')).toEqual(done(''));
    await expectGone(lab, 'web');
    await lab.ok('mkwpar -n other');
    expect(await view(lab, 'other', 'M', 'device')).not.toContain('fslv00');
    const made = await lab.ok('mkwpar -p web');
    expect(made).not.toContain('Creating file systems');
    expect(await view(lab, 'web', 'M', 'mountpoint,device')).toBe(mounts);
    await lab.ok('startwpar web');
  });

  test('their base directory is taken: mkwpar without -p is refused, and so is chwpar -d', async () => {
    const lab = lifeCycle();
    await lab.ok('rmwpar -p web');
    const registered = 'The base directory /wpars/web is a file system of /etc/filesystems.';
    await expectRefusal(lab, 'mkwpar -n web', `mkwpar: ${registered}`);
    await expectRefusal(lab, 'chwpar -d /wpars/web own', `chwpar: ${registered}`);
    await lab.ok('mkwpar -p web');
  });

  test('mkwpar -p a second time has nothing to take', async () => {
    const lab = lifeCycle();
    await lab.ok('rmwpar -p web');
    await lab.ok('mkwpar -p web');
    await lab.ok('rmwpar web');
    await expectRefusal(
      lab,
      'mkwpar -p web',
      'mkwpar: No preserved file systems of a workload partition called web were found.',
    );
  });

  test('a second WPAR of that name: what the first one left is not forgotten', async () => {
    const lab = lifeCycle();
    await lab.ok('rmwpar -p web');
    await lab.ok('mkwpar -n web -d /parts/web');
    await expectRefusal(
      lab,
      'rmwpar -p web',
      'rmwpar: Preserved file systems of a workload partition called web are there already; use them with mkwpar -p first.',
    );
    await lab.ok('rmwpar web');
    await lab.ok('mkwpar -p web');
  });

  test('-p -s: stopped, then preserved', async () => {
    const lab = lifeCycle();
    expect(await lab.type('rmwpar -ps db')).toEqual(done(stopLines('db', 600)));
    await expectGone(lab, 'db');
    await lab.ok('mkwpar -p db');
  });
});

describe('running', () => {
  test.each([
    ['', 'Active'],
    ['-m', 'Maintenance'],
    ['-1', 'Loaded'],
  ])('after startwpar %s: refused without -s', async (flag, state) => {
    const lab = lifeCycle();
    await lab.ok(`startwpar ${flag} web`);
    await expectRefusal(
      lab,
      'rmwpar web',
      `rmwpar: Workload partition web is ${state}. Stop it first, or use the -s or -F flag.`,
    );
    await lab.ok('rmwpar -s web');
    await expectGone(lab, 'web');
  });

  test('-s when the stop fails: nothing is removed', async () => {
    const lab = lifeCycle();
    expect(await lab.type('rmwpar -s slow')).toEqual({
      status: 1,
      stdout: stopLinesUntilHalt('slow', 600),
      stderr: 'stopwpar: Workload partition slow did not halt within 600 seconds.\n',
    });
    expect(await stateOf(lab, 'slow')).toBe('A');
  });

  test('-F stops by force and removes even what could not be stopped', async () => {
    const lab = lifeCycle();
    expect(await lab.type('rmwpar -F stuck')).toEqual({
      status: 0,
      stdout: stopLinesUntilHalt('stuck', 600) + removal('stuck', 13),
      stderr: 'stopwpar: A process of workload partition stuck could not be stopped.\n',
    });
    await expectGone(lab, 'stuck');
  });

  test.each(['-s', '-F'])('an application WPAR is gone with its stop: rmwpar %s', async (flag) => {
    const lab = lifeCycle();
    const text = stopLines('job', 600).replace(/Stopping workload partition subsystem.*\n.*\n/, '');
    expect(await lab.type(`rmwpar ${flag} job`)).toEqual(done(text));
    await expectGone(lab, 'job');
  });

  test('an application WPAR that does not run', async () => {
    const lab = lifeCycle();
    expect(await lab.type('rmwpar later')).toEqual(done(''));
    await expectGone(lab, 'later');
  });
});

describe('Broken', () => {
  test.each(['', '-s'])('rmwpar %s: no step fails, so -F is not needed', async (flag) => {
    const lab = lifeCycle();
    expect(await lab.type(`rmwpar ${flag} broken`)).toEqual(done(removal('broken', 17)));
    await expectGone(lab, 'broken');
  });

  test('-F stops by force first', async () => {
    const lab = lifeCycle();
    expect(await lab.type('rmwpar -F broken')).toEqual(
      done(stopLines('broken', 600) + removal('broken', 17)),
    );
  });

  test('a process that could not be stopped keeps the file systems busy: only -F removes it', async () => {
    const lab = lifeCycle();
    await lab.type('stopwpar -F stuck');
    await expectRefusal(
      lab,
      'rmwpar stuck',
      'rmwpar: A process of workload partition stuck could not be stopped; use the -F flag.',
    );
    expect((await lab.type('rmwpar -F stuck')).status).toBe(0);
    await expectGone(lab, 'stuck');
  });

  test.each([
    ['mkwpar', ''],
    ['mkwpar', '-F'],
    ['startwpar', '-s'],
    ['stopwpar', '-F'],
    ['rmwpar', ''],
  ])('a %s whose process is gone is removed with rmwpar %s', async (verb, flag) => {
    const lab = lifeCycle();
    await lab.inProgress('web', verb, 999_999_999);
    expect(await stateOf(lab, 'web')).toBe('B');
    expect((await lab.type(`rmwpar ${flag} web`)).status).toBe(0);
    await expectGone(lab, 'web');
    await lab.ok('mkwpar -n web');
  });

  test('an interrupted removal leaves it Broken; rmwpar again removes the rest', async () => {
    const lab = lifeCycle();
    setPace(lab, 'step');
    const child = start('rmwpar', ['web'], { environment: lab.environment() });
    const outcome = finished(child);
    await expect.poll(() => stateOf(lab, 'web'), { timeout: 10_000 }).toBe('T');
    child.kill('SIGTERM');
    const { status, stderr } = await outcome;
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'rmwpar: 0960-367 SIGTERM received - cleaning up...\n',
    });
    expect(await stateOf(lab, 'web')).toBe('B');
    setPace(lab, 'instant');
    await lab.ok('rmwpar web');
    await expectGone(lab, 'web');
  });
});

describe('refused, and nothing changes', () => {
  test.each([
    ['nosuch', 'rmwpar: 0960-419 Could not find a workload partition called nosuch.'],
    ['-F nosuch', 'rmwpar: 0960-419 Could not find a workload partition called nosuch.'],
    ['db', 'rmwpar: Workload partition db is Active. Stop it first, or use the -s or -F flag.'],
    ['-p db', 'rmwpar: Workload partition db is Active. Stop it first, or use the -s or -F flag.'],
    [
      '-p later',
      'rmwpar: Workload partition later is an application workload partition; the -p flag is for system workload partitions.',
    ],
    ['-p disk', 'rmwpar: The file systems of rootvg workload partition disk cannot be preserved.'],
    ['-pF disk', 'rmwpar: The file systems of rootvg workload partition disk cannot be preserved.'],
  ])('rmwpar %s', async (words, message) => {
    await expectRefusal(lifeCycle(), `rmwpar ${words}`, message);
  });

  test.each(['', '-s', '-F', '-p'])('while a living process works on it: rmwpar %s', async (flag) => {
    const lab = lifeCycle();
    await lab.inProgress('web', 'startwpar', process.pid);
    await expectRefusal(
      lab,
      `rmwpar ${flag} web`,
      `rmwpar: Workload partition web is busy: startwpar (process ${process.pid}) is in progress.`,
    );
  });

  test.each([
    ['', 'rmwpar: WparName is required.'],
    ['web own', 'rmwpar: The argument own is not expected.'],
    ['-f web', 'rmwpar: Not a recognized flag: f'],
  ])('rmwpar %s', async (words, message) => {
    await expectMisuse(lifeCycle(), `rmwpar ${words}`, message);
  });
});
