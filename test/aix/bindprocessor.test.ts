import { describe, expect, test } from 'vitest';
import type { TestLab } from '../support/lab.ts';
import { onHost } from './places.ts';
import { pidOf, resourcesLab } from './resources.ts';
import { alter, done } from './wpars.ts';

const online = (cpus: string) => done(`The available processors are:  ${cpus}\n`);

/** What ps shows of a process's binding. */
async function bound(lab: TestLab, pid: number): Promise<string> {
  return (await onHost(lab, `ps -o bnd= -p ${pid}`)).stdout.trim();
}

async function refused(lab: TestLab, line: string, status: number, stderr: RegExp): Promise<void> {
  const before = lab.dump();
  const outcome = await lab.type(line);
  expect(outcome).toEqual({ status, stdout: '', stderr: expect.stringMatching(stderr) });
  expect(lab.dump()).toEqual(before);
}

describe('what is available', () => {
  test.each([
    ['-q', '0 1 2 3 4 5 6 7'],
    ['-s 0', '0 4'],
    ['-s 3', '3 7'],
    ['-b 5', '4 5 6 7'],
  ])('bindprocessor %s', async (words, cpus) => {
    expect(await resourcesLab().type(`bindprocessor ${words}`)).toEqual(online(cpus));
  });

  // Seed 4, Processor Bindings: the bindprocessor command can be used to determine the number of online processors.
  test('seed 4: the number of online processors follows additions and removals', async () => {
    const lab = resourcesLab();
    alter(lab, 'UPDATE partition_processor SET run_procs = 1 WHERE partition = 1');
    expect(await lab.type('bindprocessor -q')).toEqual(online('0 1 2 3'));
    alter(lab, 'UPDATE partition_processor SET run_procs = 3 WHERE partition = 1');
    expect(await lab.type('bindprocessor -q')).toEqual(online('0 1 2 3 4 5 6 7 8 9 10 11'));
  });

  test('in the mode of an older processor, and on a machine without partitions', async () => {
    expect(await resourcesLab('app1').type('bindprocessor -q')).toEqual(online('0 1 2 3'));
    expect(await resourcesLab('alone').type('bindprocessor -q')).toEqual(online('0 1'));
  });
});

describe('binding', () => {
  test('to a processor, to another one, and release', async () => {
    const lab = resourcesLab();
    const sshd = pidOf(lab, 'sshd');
    expect(await bound(lab, sshd)).toBe('-');
    for (const cpu of [7, 2]) {
      expect(await lab.type(`bindprocessor ${sshd} ${cpu}`)).toEqual(done(''));
      expect(await bound(lab, sshd)).toBe(String(cpu));
    }
    expect(await lab.type(`bindprocessor -u ${sshd}`)).toEqual(done(''));
    expect(await bound(lab, sshd)).toBe('-');
    expect(await lab.type(`bindprocessor -u ${sshd}`)).toEqual(done(''));
  });

  test('without a number to one of those that there are', async () => {
    const lab = resourcesLab();
    const sshd = pidOf(lab, 'sshd');
    expect(await lab.type(`bindprocessor ${sshd}`)).toEqual(done(''));
    expect(await bound(lab, sshd)).toMatch(/^[0-7]$/);
  });

  // Seed 4: the ps command can be used to identify the processes and threads that are bound to the last online processor.
  test('seed 4: ps identifies what is bound to the last online processor', async () => {
    const lab = resourcesLab();
    const { stdout } = await onHost(lab, 'ps -e -o pid= -o bnd= -o comm=');
    const last = stdout.split('\n').filter((row) => / 7 \S+$/.test(row));
    expect(last).toEqual([`${String(pidOf(lab, 'cron')).padStart(8)}   7 cron`]);
  });

  test('a process that has ended has lost its binding', async () => {
    const lab = resourcesLab();
    await lab.ok(`bindprocessor ${pidOf(lab, 'sshd')} 1`);
    await lab.ok('stopsrc -s sshd');
    await lab.ok('startsrc -s sshd');
    expect(await bound(lab, pidOf(lab, 'sshd'))).toBe('-');
  });

  test('the threads of a process with -m', async () => {
    const lab = resourcesLab();
    const cron = pidOf(lab, 'cron');
    const rows = (await onHost(lab, `ps -mo THREAD -p ${cron}`)).stdout.split('\n');
    expect(rows).toEqual([
      '    USER      PID     PPID      TID ST  CP PRI SC    WCHAN        F     TT BND COMMAND',
      `    root ${String(cron).padStart(8)}        1        - A    0  60  1        *   240001      -   7 /usr/sbin/cron `,
      `       -        -        - ${cron * 2 + 1} S    0  60  1        -      400      -   7 -`,
      '',
    ]);
  });
});

describe('what is refused', () => {
  test.each([
    ['1 8', 1, /^bindprocessor: Processor 8 is not available; the last one is 7\.\n$/],
    ['99999 0', 1, /^bindprocessor: There is no process 99999\.\n$/],
    ['-u 99999', 1, /^bindprocessor: There is no process 99999\.\n$/],
    ['-s 4', 1, /^bindprocessor: There is no SMT set 4: they go from 0 to 3\.\n$/],
    ['-b 8', 1, /^bindprocessor: Processor 8 is not available/],
    ['', 2, /^bindprocessor: What to do is missing, or more than one thing\.\nUsage: /],
    ['-q 1', 2, /^bindprocessor: What to do is missing, or more than one thing\./],
    ['one 0', 2, /^bindprocessor: one is not a number\./],
    ['1 -1', 2, /^bindprocessor: /],
    ['-q -u 1', 2, /cannot be used together/],
  ])('bindprocessor %s', async (words, status, stderr) => {
    await refused(resourcesLab(), `bindprocessor ${words}`, status, stderr);
  });

  test('a process with a resource attachment (bindprocessor page)', async () => {
    const lab = resourcesLab();
    await lab.ok('attachrset test/both 1');
    await refused(lab, 'bindprocessor 1 0', 1, /^bindprocessor: Process 1 has an rset attached/);
  });

  test('a process of somebody else; everybody may look', async () => {
    const lab = resourcesLab();
    lab.user = 'guest';
    await refused(lab, 'bindprocessor 1 0', 1, /^bindprocessor: Process 1 belongs to somebody else\.\n$/);
    expect(await lab.type('bindprocessor -q')).toEqual(online('0 1 2 3 4 5 6 7'));
  });
});
