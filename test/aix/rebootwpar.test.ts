import { describe, expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import {
  done,
  expectMisuse,
  expectRefusal,
  lifeCycle,
  startLines,
  stateOf,
  stopLines,
  stopLinesUntilHalt,
} from './wpars.ts';

describe('stop and start', () => {
  test.each([
    ['', 600],
    ['-h', 60],
    ['-F', 600],
    ['-t 85', 85],
    ['-N', undefined],
  ])('rebootwpar %s prints what stopwpar and startwpar print', async (flags, seconds) => {
    const lab = lifeCycle();
    expect(await lab.type(`rebootwpar ${flags} db`)).toEqual(
      done(stopLines('db', seconds) + startLines('db', 4_325_380)),
    );
    expect(await stateOf(lab, 'db')).toBe('A');
  });

  test('-v: both in detail', async () => {
    expect(await lifeCycle().type('rebootwpar -v stale')).toEqual({
      status: 1,
      stdout: 'Return Status = FAILURE.\n',
      stderr: 'stopwpar: 0960-254 Workload partition stale is not currently active.\n',
    });
    const lab = lifeCycle();
    const stopped = (await lab.ok('stopwpar -v db')) + (await lab.ok('startwpar -v db'));
    expect((await lab.ok('rebootwpar -v db')).replace(/PID is \d+/, 'PID is 4325380')).toBe(stopped);
  });

  test('6.1: each half under its own name', async () => {
    const text = await new TestLab('default', 'p550q').ok('rebootwpar wp03');
    expect(text.split('\n').map((line) => line.split(' ')[0])).toEqual([
      ...['stopwpar:', 'stopwpar:', '0513-044', 'stopwpar:', 'stopwpar:', 'stopwpar:', 'stopwpar:'],
      ...Array.from({ length: 6 }, () => 'startwpar:'),
      ...['0513-059', 'startwpar:', 'startwpar:', ''],
    ]);
  });
});

describe('a stop that fails is not followed by a start', () => {
  test('the limit expires', async () => {
    const lab = lifeCycle();
    expect(await lab.type('rebootwpar slow')).toEqual({
      status: 1,
      stdout: stopLinesUntilHalt('slow', 600),
      stderr: 'stopwpar: Workload partition slow did not halt within 600 seconds.\n',
    });
    expect(await stateOf(lab, 'slow')).toBe('A');
  });

  test('a process that even -F does not end', async () => {
    const lab = lifeCycle();
    expect(await lab.type('rebootwpar -F stuck')).toEqual({
      status: 1,
      stdout: stopLinesUntilHalt('stuck', 600),
      stderr: 'stopwpar: A process of workload partition stuck could not be stopped.\n',
    });
    expect(await stateOf(lab, 'stuck')).toBe('B');
  });
});

test('a start that fails leaves it Defined', async () => {
  const lab = lifeCycle();
  await lab.ok('chwpar -M directory=/share vfs=nfs host=files dev=/export/web web');
  await lab.ok('startwpar web');
  await lab.ok('chwpar -h www web');
  expect(await lab.type('rebootwpar web')).toEqual({
    status: 1,
    stdout: stopLines('web', 600),
    stderr: 'startwpar: The NFS server files does not export /export/web to www.\n',
  });
  expect(await stateOf(lab, 'web')).toBe('D');
});

describe('refused, and nothing changes', () => {
  test.each([
    ['nosuch', 'rebootwpar: 0960-419 Could not find a workload partition called nosuch.'],
    ['web', 'stopwpar: 0960-254 Workload partition web is not currently active.'],
    [
      'job',
      'rebootwpar: Workload partition job is an application workload partition; a reboot is for system workload partitions.',
    ],
    [
      'broken',
      'stopwpar: Workload partition broken is Broken. Use "stopwpar -F broken", or remove it with "rmwpar -F broken".',
    ],
  ])('rebootwpar %s', async (words, message) => {
    await expectRefusal(lifeCycle(), `rebootwpar ${words}`, message);
  });

  test('while a living process works on it', async () => {
    const lab = lifeCycle();
    await lab.inProgress('db', 'savewpar', process.pid);
    await expectRefusal(
      lab,
      'rebootwpar db',
      `stopwpar: Workload partition db is busy: savewpar (process ${process.pid}) is in progress.`,
    );
  });

  test.each([
    ['', 'rebootwpar: WparName is required.'],
    ['db web', 'rebootwpar: The argument web is not expected.'],
    ['-r db', 'rebootwpar: Not a recognized flag: r'],
    ['-h -F db', 'rebootwpar: The -h and -F flags cannot be used together.'],
    ['-t 5 -N db', 'rebootwpar: The -t and -N flags cannot be used together.'],
  ])('rebootwpar %s', async (words, message) => {
    await expectMisuse(lifeCycle(), `rebootwpar ${words}`, message);
  });

  test('rebootwpar -t with no number', async () => {
    await expectMisuse(
      lifeCycle(),
      'rebootwpar -t soon db',
      'rebootwpar: "soon" is not a number of seconds.',
      'no usage',
    );
  });
});
