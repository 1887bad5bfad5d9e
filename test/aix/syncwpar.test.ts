import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TestLab } from '../support/lab.ts';
import { done, expectMisuse, expectRefusal, lifeCycle, rows } from './wpars.ts';

const processing = 'syncroot: Processing root part installation status.\n';
const installp = 'syncroot: Installp root packages are currently synchronized.\n';
const rpm = 'syncroot: RPM root packages are currently synchronized.\n';
const root = 'syncroot: Root part is currently synchronized.\n';
const success = 'syncroot: Returns Status = SUCCESS\n';
const synced = processing + installp + rpm + root + success;
const status = 'Return Status = SUCCESS.\n';

/** 1: the root part is in step with the global environment. */
function inStep(lab: TestLab, wpar: string): number {
  const [row] = rows(lab, 'SELECT synchronised FROM wpar WHERE name = ?', wpar) as { synchronised: number }[];
  return row?.synchronised ?? -1;
}

describe('shared WPARs', () => {
  test.each([
    ['', synced, 1],
    ['-a', synced, 1],
    ['-X', synced, 1],
    ['-F', synced, 1],
    ['-v', synced + status, 1],
    ['-i', processing + installp + success, 1],
    ['-ai', processing + installp + success, 1],
    ['-r', processing + rpm + success, 0],
    ['-Fr', processing + rpm + success, 0],
    ['-p', 'syncroot: Preview: stale would be synchronized.\n', 0],
    ['-pv', `syncroot: Preview: stale would be synchronized.\n${status}`, 0],
  ])('syncwpar %s', async (flags, stdout, after) => {
    const lab = lifeCycle();
    expect(inStep(lab, 'stale')).toBe(0);
    expect(await lab.type(`syncwpar ${flags} stale`)).toEqual(done(stdout));
    expect(inStep(lab, 'stale')).toBe(after);
  });

  test('-p of one that is in step', async () => {
    expect(await lifeCycle().type('syncwpar -p web')).toEqual(
      done('syncroot: Preview: web would be left as it is.\n'),
    );
  });

  test('the global root parts are out of step: the lines of seed 3, listing 1', async () => {
    const lab = lifeCycle('ga71');
    const failed = 'syncroot: Error synchronizing installp software.\nsyncroot: Returns Status = FAILURE\n';
    expect(await lab.type('syncwpar two')).toEqual({ status: 1, stderr: '', stdout: failed });
    expect(await lab.type('syncwpar -v two')).toEqual({
      status: 1,
      stderr: '',
      stdout: `${failed}Return Status = FAILURE.\n`,
    });
    expect(inStep(lab, 'two')).toBe(0);
    expect(await lab.type('syncwpar -r two')).toEqual(done(processing + rpm + success));
    expect(inStep(lab, 'two')).toBe(0);
  });
});

describe('detached and versioned WPARs', () => {
  test.each([
    ['-D own', synced],
    ['-D -d /dev/cd0 own', synced],
    ['-DX -d /images own', synced],
    ['-Dp own', 'syncroot: Preview: own would be left as it is.\n'],
    ['-c old52', processing + success],
  ])('syncwpar %s', async (words, stdout) => {
    expect(await lifeCycle().type(`syncwpar ${words}`)).toEqual(done(stdout));
  });
});

describe('several', () => {
  const head = (name: string, index: number, count: number) =>
    `Synchronizing workload partition ${name} (${index} of ${count}).\n`;

  test('-A: every shared system WPAR; one that cannot be does not stop the others', async () => {
    const lab = lifeCycle();
    const names = ['db', 'disk', 'slow', 'stale', 'stuck', 'web'];
    expect(await lab.type('syncwpar -A')).toEqual({
      status: 1,
      stdout: head('broken', 1, 7) + names.map((name, at) => head(name, at + 2, 7) + synced).join(''),
      stderr:
        'syncwpar: Workload partition broken is Broken. Use "stopwpar -F broken", or remove it with "rmwpar -F broken".\n',
    });
    expect(inStep(lab, 'stale')).toBe(1);
  });

  test('-D -A: every detached one', async () => {
    expect(await lifeCycle().type('syncwpar -DA')).toEqual(done(head('own', 1, 1) + synced));
  });

  test('-A on a host without any', async () => {
    expect(await lifeCycle('twin71').type('syncwpar -DA')).toEqual(done(''));
  });

  test('-f: the names of a file, in its order', async () => {
    const lab = lifeCycle();
    writeFileSync(join(lab.home, 'names'), 'stale\nnosuch web\n');
    expect(await lab.type('syncwpar -f names')).toEqual({
      status: 1,
      stdout: head('stale', 1, 3) + synced + head('nosuch', 2, 3) + head('web', 3, 3) + synced,
      stderr: 'syncwpar: 0960-419 Could not find a workload partition called nosuch.\n',
    });
    writeFileSync(join(lab.home, 'names'), '\n');
    await expectRefusal(lab, 'syncwpar -f names', 'syncwpar: Cannot read names: there are no names in it.');
    await expectRefusal(lab, 'syncwpar -f nowhere', 'syncwpar: Cannot read nowhere: no such file.');
  });
});

describe('refused, and nothing changes', () => {
  test.each([
    ['nosuch', 'syncwpar: 0960-419 Could not find a workload partition called nosuch.'],
    [
      'broken',
      'syncwpar: Workload partition broken is Broken. Use "stopwpar -F broken", or remove it with "rmwpar -F broken".',
    ],
    ['own', 'syncwpar: Workload partition own has its own /usr; use the -D flag.'],
    [
      '-D web',
      'syncwpar: Workload partition web shares /usr with the global environment; the -D flag is for detached workload partitions.',
    ],
    ['old52', 'syncwpar: Workload partition old52 is versioned and cannot be synchronized.'],
    ['-D old52', 'syncwpar: Workload partition old52 is versioned and cannot be synchronized.'],
    ['-c web', 'syncwpar: Workload partition web is not versioned.'],
    [
      'job',
      'syncwpar: Workload partition job is an application workload partition; software synchronization is for system workload partitions.',
    ],
    ['-D -d /dev/cd7 own', 'syncwpar: The device /dev/cd7 was not found.'],
  ])('syncwpar %s', async (words, message) => {
    await expectRefusal(lifeCycle(), `syncwpar ${words}`, message);
  });

  test('while a living process works on it', async () => {
    const lab = lifeCycle();
    await lab.inProgress('web', 'startwpar', process.pid);
    await expectRefusal(
      lab,
      'syncwpar web',
      `syncwpar: Workload partition web is busy: startwpar (process ${process.pid}) is in progress.`,
    );
  });

  test('in Maintenance', async () => {
    const lab = lifeCycle();
    await lab.ok('startwpar -m web');
    await expectRefusal(
      lab,
      'syncwpar web',
      'syncwpar: Workload partition web is Maintenance; it must be Active or Defined.',
    );
  });

  test.each([
    ['', 'syncwpar: wparname is required.'],
    ['web db', 'syncwpar: The argument db is not expected.'],
    ['-A web', 'syncwpar: The argument web is not expected.'],
    ['-f names web', 'syncwpar: The argument web is not expected.'],
    ['-A -f names', 'syncwpar: The -A and -f flags cannot be used together.'],
    ['-ar web', 'syncwpar: The -a and -r flags cannot be used together.'],
    ['-aF web', 'syncwpar: The -a and -F flags cannot be used together.'],
    ['-ir web', 'syncwpar: The -i and -r flags cannot be used together.'],
    ['-Fi web', 'syncwpar: The -F and -i flags cannot be used together.'],
    ['-Da own', 'syncwpar: The -D and -a flags cannot be used together.'],
    ['-Di own', 'syncwpar: The -D and -i flags cannot be used together.'],
    ['-DF own', 'syncwpar: The -D and -F flags cannot be used together.'],
    ['-Dr own', 'syncwpar: The -D and -r flags cannot be used together.'],
    ['-cA', 'syncwpar: The -c and -A flags cannot be used together.'],
    ['-c -f names', 'syncwpar: The -c and -f flags cannot be used together.'],
    ['-cD old52', 'syncwpar: The -c and -D flags cannot be used together.'],
    ['-ca old52', 'syncwpar: The -c and -a flags cannot be used together.'],
    ['-cp old52', 'syncwpar: The -c and -p flags cannot be used together.'],
    ['-cv old52', 'syncwpar: The -c and -v flags cannot be used together.'],
    ['-d /dev/cd0 web', 'syncwpar: The -d flag is valid only with the -D flag.'],
    [
      '-D -E /fixes/one own',
      'syncwpar: The -E flag is not supported by parlab: parlab emulates no interim fixes.',
    ],
    ['-D -R one own', 'syncwpar: The -R flag is not supported by parlab: parlab emulates no interim fixes.'],
    ['-z web', 'syncwpar: Not a recognized flag: z'],
  ])('syncwpar %s', async (words, message) => {
    await expectMisuse(lifeCycle(), `syncwpar ${words}`, message);
  });
});
