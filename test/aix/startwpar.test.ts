import { describe, expect, test } from 'vitest';
import { finished, start } from '../support/bins.ts';
import { golden } from '../support/golden.ts';
import { TestLab } from '../support/lab.ts';
import {
  alter,
  done,
  editHostFile,
  expectMisuse,
  expectRefusal,
  lifeCycle,
  removeHostFile,
  rows,
  setPace,
  startLines,
  stateOf,
  view,
} from './wpars.ts';

const notFound = 'startwpar: 0960-419 Could not find a workload partition called nosuch.';

describe('what it prints', () => {
  test('seed 3, listings 3 and 4: the same commands, the same bytes, process ids included', async () => {
    const lab = new TestLab('default');
    expect(await lab.type('startwpar dev01')).toEqual(done(golden('startwpar/seed3-listing3')));
    expect(await lab.type('startwpar -v dev02')).toEqual(done(golden('startwpar/seed3-listing4')));
    expect(await lab.ok('lswpar -cq -a name,state')).toBe('dev01:A\ndev02:A\n');
  });

  test('6.1: name and quotes in every line, the status always, no kernel extensions (IBM topic)', async () => {
    const lab = new TestLab('default', 'p550q');
    const { status, stdout, stderr } = await lab.type('startwpar wp09');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.replace(/PID is \d+/, 'PID is N')).toBe(`startwpar: COMMAND START, ARGS: wp09
startwpar: Starting workload partition 'wp09'
startwpar: Mounting all workload partition file systems
startwpar: Loading workload partition
startwpar: Exporting workload partition devices
startwpar: Starting workload partition subsystem 'cor_wp09'
0513-059 The cor_wp09 Subsystem has been started. Subsystem PID is N.
startwpar: Verifying workload partition startup
startwpar: Return Status = SUCCESS
`);
  });

  test('an application WPAR has no subsystem: three lines (seed 3, listing 12)', async () => {
    const lab = lifeCycle();
    expect(await lab.type('startwpar later')).toEqual(
      done(`Starting workload partition later.
Mounting all workload partition file systems.
Loading workload partition.
`),
    );
    expect(await stateOf(lab, 'later')).toBe('A');
  });

  test('with -v a failure ends with its status too', async () => {
    expect(await lifeCycle().type('startwpar -v nosuch')).toEqual({
      status: 1,
      stdout: 'Return Status = FAILURE.\n',
      stderr: `${notFound}\n`,
    });
  });
});

describe('states', () => {
  test.each([
    ['', 'A', 'EXPORTED'],
    ['-m', 'N', 'EXPORTED'],
    ['-1', 'L', 'EXPORTED'],
  ])('startwpar %s ends in %s', async (flags, state, devices) => {
    const lab = lifeCycle();
    await lab.ok(`startwpar ${flags} web`);
    expect(await stateOf(lab, 'web')).toBe(state);
    expect(new Set((await view(lab, 'web', 'D', 'devstatus')).split('\n'))).toEqual(new Set([devices]));
  });

  test('-m and -1 stop before any process is created', async () => {
    const lab = lifeCycle();
    const loaded = (name: string) => `Starting workload partition ${name}.
Mounting all workload partition file systems.
Loading workload partition.
`;
    expect(await lab.type('startwpar -m web')).toEqual(done(loaded('web')));
    expect(await lab.type('startwpar -1 own')).toEqual(done(loaded('own')));
    expect(rows(lab, "SELECT name FROM wpar WHERE name IN ('web', 'own') AND init_pid IS NOT NULL")).toEqual(
      [],
    );
  });

  test('-2 goes on where -1 ended', async () => {
    const lab = lifeCycle();
    await lab.ok('startwpar -1 web');
    expect(await lab.type('startwpar -2 web')).toEqual(
      done(startLines('web', 4_325_380).replace(/Mounting.*\nLoading.*\n/, '')),
    );
    expect(await stateOf(lab, 'web')).toBe('A');
  });

  test('it is Transitional while it starts, with the operation in lswpar -L; interrupted, it is Defined again', async () => {
    const lab = lifeCycle();
    setPace(lab, 'step');
    const starting = start('startwpar', ['web'], { environment: lab.environment() });
    const outcome = finished(starting);
    await expect.poll(() => stateOf(lab, 'web'), { timeout: 10_000 }).toBe('T');
    expect(await lab.ok('lswpar -L web')).toContain(`OPERATION
Operation:    startwpar
Process ID:   ${starting.pid}
`);
    expect(await lab.type('startwpar web')).toEqual({
      status: 1,
      stdout: '',
      stderr: `startwpar: Workload partition web is busy: startwpar (process ${starting.pid}) is in progress.\n`,
    });
    starting.kill('SIGTERM');
    expect(await outcome).toEqual({
      status: 1,
      signal: null,
      stdout: 'Starting workload partition web.\nMounting all workload partition file systems.\n',
      stderr: 'startwpar: 0960-367 SIGTERM received - cleaning up...\n',
    });
    expect(await stateOf(lab, 'web')).toBe('D');
  });

  test('a start whose process is gone is Broken; stopwpar -F makes it Defined, and it starts', async () => {
    const lab = lifeCycle();
    await lab.inProgress('web', 'startwpar', 999_999_999);
    expect(await stateOf(lab, 'web')).toBe('B');
    expect(await lab.type('startwpar web')).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'startwpar: Workload partition web is Broken. Use "stopwpar -F web", or remove it with "rmwpar -F web".\n',
    });
    await lab.ok('stopwpar -F web');
    await lab.ok('startwpar web');
    expect(await stateOf(lab, 'web')).toBe('A');
  });
});

describe('refused, and nothing changes', () => {
  test.each([
    ['nosuch', notFound],
    ['db', 'startwpar: Workload partition db is already active.'],
    ['-m db', 'startwpar: Workload partition db is already active.'],
    ['-2 web', 'startwpar: Workload partition web is Defined; it must be Loaded.'],
    [
      'broken',
      'startwpar: Workload partition broken is Broken. Use "stopwpar -F broken", or remove it with "rmwpar -F broken".',
    ],
  ])('startwpar %s', async (words, message) => {
    await expectRefusal(lifeCycle(), `startwpar ${words}`, message);
  });

  test.each(['-m', '-1'])('a second start after startwpar %s', async (flag) => {
    const lab = lifeCycle();
    await lab.ok(`startwpar ${flag} web`);
    const state = flag === '-m' ? 'Maintenance' : 'Loaded';
    await expectRefusal(
      lab,
      'startwpar web',
      `startwpar: Workload partition web is ${state}; it must be Defined.`,
    );
  });

  test('a WPAR that a living process works on; its end lets it through', async () => {
    const lab = lifeCycle();
    await lab.inProgress('web', 'chwpar', process.pid);
    await expectRefusal(
      lab,
      'startwpar web',
      `startwpar: Workload partition web is busy: chwpar (process ${process.pid}) is in progress.`,
    );
  });

  test.each([
    ['', 'startwpar: WparName is required.'],
    ['web db', 'startwpar: The argument db is not expected.'],
    ['-x web', 'startwpar: Not a recognized flag: x'],
    ['-1 -2 web', 'startwpar: The -1 and -2 flags cannot be used together.'],
    ['-m1 web', 'startwpar: The -m and -1 flags cannot be used together.'],
    ['-m -2 web', 'startwpar: The -m and -2 flags cannot be used together.'],
    [
      '-1R web',
      'startwpar: The -R flag is not supported by parlab: what it does is not known from any readable page.',
    ],
    [
      '-2 -e TERM=vt100 web',
      'startwpar: The -e flag is not supported by parlab: it is for programs that hold the administrative lock of the workload partition.',
    ],
    [
      '-I web',
      'startwpar: The -I flag is not supported by parlab: it is for programs that hold the administrative lock of the workload partition.',
    ],
  ])('startwpar %s', async (words, message) => {
    await expectMisuse(lifeCycle(), `startwpar ${words}`, message);
  });
});

describe('devices', () => {
  test('a storage device goes to the WPAR that starts first', async () => {
    const lab = lifeCycle();
    await lab.ok('chwpar -D devname=hdisk3 web');
    await lab.ok('chwpar -D devname=hdisk3 own');
    await lab.ok('startwpar own');
    await expectRefusal(
      lab,
      'startwpar web',
      'startwpar: The device hdisk3 is exported to workload partition own.',
    );
    await lab.ok('stopwpar own');
    await lab.ok('startwpar web');
  });

  test('the device exports file is read anew at each start: edits of a laid tree count', async () => {
    const lab = lifeCycle();
    await lab.ok('chwpar -D devname=hdisk3 web');
    editHostFile(lab, '/etc/wpars/devexports', (text) =>
      text.replace(/name:\n {3}value = "\/dev\/hdisk\*"\n.*\n/, ''),
    );
    await expectRefusal(
      lab,
      'startwpar web',
      'startwpar: The device hdisk3 is not represented in /etc/wpars/devexports and cannot be exported.',
    );
    editHostFile(
      lab,
      '/etc/wpars/devexports',
      (text) => `${text}\nname:\n   value = "/dev/hdisk3"\n   auto = "no"\n`,
    );
    await lab.ok('startwpar web');
    editHostFile(lab, '/etc/wpars/devexports', () => 'name:\n   value = "/dev/null"\nvalue\n');
    expect(await lab.type('startwpar own')).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'startwpar: The device exports file /etc/wpars/devexports, line 3: expected "name:" or an attribute of it.\n',
    });
  });
});

test('a device exports file, or a privilege file, that is gone', async () => {
  const lab = lifeCycle();
  removeHostFile(lab, '/etc/wpars/devexports');
  const message = 'The device exports file /etc/wpars/devexports was not found.';
  await expectRefusal(lab, 'startwpar web', `startwpar: ${message}`);
  await expectRefusal(lab, 'chwpar -D devname=hdisk3 web', `chwpar: ${message}`);
  removeHostFile(lab, '/etc/wpars/secattrs');
  await expectRefusal(
    lab,
    'chwpar -S privs-=PV_TCB web',
    'chwpar: The privilege file /etc/wpars/secattrs was not found.',
  );
});

test('a versioned WPAR on a host that has not got its AIX: after a move, say', async () => {
  const lab = lifeCycle();
  alter(lab, "UPDATE host SET details = replace(details, 'vwpar.images.52', 'vwpar.images.53')");
  await expectRefusal(
    lab,
    'startwpar old52',
    'startwpar: 0960-667 The operating system level within the workload partition is not supported.',
  );
  alter(lab, "UPDATE host SET details = replace(details, 'vwpar.images.53', 'vwpar.images.52')");
  await lab.ok('startwpar old52');
});

describe('file systems', () => {
  test('an NFS export that is not open to the host name any more', async () => {
    const lab = lifeCycle();
    await lab.ok('chwpar -M directory=/share vfs=nfs host=files dev=/export/web web');
    await lab.ok('chwpar -h www web');
    await expectRefusal(
      lab,
      'startwpar web',
      'startwpar: The NFS server files does not export /export/web to www.',
    );
    await lab.ok('chwpar -h web web');
    await lab.ok('startwpar web');
  });
});

describe('addresses', () => {
  async function twins(): Promise<TestLab> {
    const lab = lifeCycle('twin71');
    await lab.ok('mkwpar -n moving -N address=10.0.42.60');
    await lab.ok('rmwpar -p moving');
    await lab.ok('mkwpar -p moving -N address=10.0.42.60');
    lab.host = 'lab71';
    await lab.ok('mkwpar -n moving -N address=10.0.42.61');
    await lab.ok('rmwpar -p moving');
    await lab.ok('mkwpar -p moving -N address=10.0.42.60 netmask=255.255.255.0 broadcast=10.0.42.99');
    return lab;
  }

  test('the twin of another host runs with the address: refused; -a takes another one', async () => {
    const lab = await twins();
    lab.host = 'twin71';
    await lab.ok('startwpar moving');
    lab.host = 'lab71';
    await expectRefusal(
      lab,
      'startwpar moving',
      'startwpar: Address 10.0.42.60 is already used by workload partition moving of host twin71.',
    );
    await lab.ok('startwpar -a moving');
    expect(await view(lab, 'moving', 'N')).toBe('moving:en0:10.0.42.61:255.255.255.0:10.0.42.99');
  });

  test('while the twin does not run, the address is free', async () => {
    const lab = await twins();
    await lab.ok('startwpar moving');
    expect(await view(lab, 'moving', 'N', 'address')).toBe('10.0.42.60');
  });
});
