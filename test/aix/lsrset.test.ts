import { describe, expect, test } from 'vitest';
import { pidOf, resourcesLab } from './resources.ts';
import { alter, done } from './wpars.ts';

const titles = 'T Name                   Owner    Group    Mode    CPU  Memory Resources\n';
const both = 'a test/both              root     system   rwr-r-    8       0 test/both\n';
const last = 'a test/last              root     system   rwr-r-    4       0 test/last\n';

describe('lsrset', () => {
  test('all of the registry: the system, its nodes, its memory and its processors, then those of administrators', async () => {
    const listed = await resourcesLab().ok('lsrset -a');
    expect(
      listed.startsWith(`${titles}r sys/sys0               root     system   r-----    8    4096 sys/sys0\n`),
    ).toBe(true);
    expect(
      listed
        .trimEnd()
        .split('\n')
        .map((row) => row.split(/ +/)[1]),
    ).toEqual([
      ...['Name', 'sys/sys0', 'sys/node.01.00000', 'sys/node.02.00000', 'sys/node.03.00000', 'sys/mem.00000'],
      ...[7, 6, 5, 4, 3, 2, 1, 0].map((cpu) => `sys/cpu.0000${cpu}`),
      ...['test/both', 'test/last'],
    ]);
  });

  test.each([
    ['-n test', titles + both + last],
    ['-r test/last', titles + last],
    ['-v -r test/last', `${titles}${last}        CPU: 4-7\n\n`],
    ['-n nothing', titles],
    [
      '-v -r sys/sys0',
      `${titles}r sys/sys0               root     system   r-----    8    4096 sys/sys0\n        CPU: 0-7\n        MEM: 0\n\n`,
    ],
    ['-p 1', 'Effective rset: 8 CPUs, 4096 MB\n        CPU: 0-7\n        MEM: 0\n'],
    ['-P -p 1', 'Partition rset: 8 CPUs, 4096 MB\n        CPU: 0-7\n        MEM: 0\n'],
  ])('lsrset %s', async (words, stdout) => {
    expect(await resourcesLab().type(`lsrset ${words}`)).toEqual(done(stdout));
  });

  // Seed 4, Processor Bindings: the numbering reflects both online and offline processors.
  test('seed 4: a software partition keeps its offline processors; -o shows those that are online', async () => {
    const lab = resourcesLab();
    await lab.ok('mkrset -c 6-9 15 test/wide');
    expect(await lab.ok('lsrset -vr test/wide')).toContain('CPU: 6-9,15\n');
    expect(await lab.ok('lsrset -or test/wide')).toContain('CPU: 6-7\n');
    alter(lab, 'UPDATE partition_processor SET run_procs = 4 WHERE partition = 1');
    expect(await lab.ok('lsrset -or test/wide')).toContain('CPU: 6-9,15\n');
    alter(lab, 'UPDATE partition_processor SET run_procs = 1 WHERE partition = 1');
    expect(await lab.ok('lsrset -vr test/wide')).toContain('CPU: 6-9,15\n');
    expect(await lab.ok('lsrset -or test/wide')).toBe(
      `${titles}a test/wide              root     system   rwr-r-    0       0 test/wide\n\n`,
    );
  });

  test.each([
    ['', 2, /^lsrset: What to do is missing/],
    ['-r nothing/here', 1, /^lsrset: There is no rset called nothing\/here in the system registry\.\n$/],
    ['-p 99999', 1, /^lsrset: There is no process 99999\.\n$/],
    ['-P', 2, /^lsrset: /],
    ['-a -X', 2, /not supported by parlab/],
    ['-av -o', 2, /cannot be used together/],
  ])('lsrset %s is refused', async (words, status, stderr) => {
    expect(await resourcesLab().type(`lsrset ${words}`)).toEqual({
      ...{ status, stdout: '', stderr: expect.stringMatching(stderr) },
    });
  });
});

describe('mkrset and rmrset', () => {
  test('a set of several words, of one list, and with memory', async () => {
    const lab = resourcesLab();
    expect(await lab.type('mkrset -c 1 3 5-7 10 test/lotsofcpus')).toEqual(done(''));
    expect(await lab.ok('lsrset -vr test/lotsofcpus')).toContain('CPU: 1,3,5-7,10\n');
    expect(await lab.type('mkrset -c 0,2 -m 0 test/memory')).toEqual(done(''));
    expect(await lab.ok('lsrset -vr test/memory')).toMatch(
      / 2 +4096 test\/memory\n {8}CPU: 0,2\n {8}MEM: 0\n/,
    );
    expect(await lab.type('rmrset test/lotsofcpus')).toEqual(done(''));
    expect(await lab.ok('lsrset -n test')).not.toContain('lotsofcpus');
  });

  test.each([
    ['mkrset -c 0 test/last', 1, /An rset called test\/last is in the system registry already/],
    ['mkrset -c 0-16 test/new', 1, /There is no CPU 16: logical CPU IDs go from 0 to 15/],
    ['mkrset -c 0 new', 1, /new is not of the form namespace\/rsname/],
    ['mkrset -c 0 a/b/c', 1, /is not of the form/],
    ['mkrset -c 0 sys/new', 1, /reserved/],
    ['mkrset -c 0 sysxrset/new', 1, /no exclusive rsets/],
    ['mkrset -c 0 -m 1 test/new', 1, /There is no memory region 1: the only one is 0/],
    ['mkrset -c 3-1 test/new', 2, /3-1 is no list of CPUs or memory regions/],
    ['mkrset -c x test/new', 2, /Usage: /],
    ['mkrset test/new', 2, /-c is required/],
    ['rmrset test/none', 1, /There is no rset called test\/none/],
    ['rmrset sys/sys0', 1, /is an rset of the system/],
    ['rmrset', 2, /Usage: /],
  ])('%s is refused', async (line, status, stderr) => {
    const lab = resourcesLab();
    const before = lab.dump();
    expect(await lab.type(line)).toEqual({ status, stdout: '', stderr: expect.stringMatching(stderr) });
    expect(lab.dump()).toEqual(before);
  });

  test('only root changes the registry', async () => {
    const lab = resourcesLab();
    lab.user = 'guest';
    expect((await lab.type('mkrset -c 0 test/new')).status).toBe(1);
    expect((await lab.type('rmrset test/last')).status).toBe(1);
  });
});

describe('attachrset and detachrset', () => {
  test('a registered set, which the process keeps when it is removed', async () => {
    const lab = resourcesLab();
    expect(await lab.type('attachrset test/last 1')).toEqual(done(''));
    const effective = 'Effective rset: 4 CPUs, 4096 MB\n        CPU: 4-7\n        MEM: 0\n';
    expect(await lab.ok('lsrset -p 1')).toBe(effective);
    await lab.ok('rmrset test/last');
    expect(await lab.ok('lsrset -p 1')).toBe(effective);
    expect(await lab.type('detachrset 1')).toEqual(done(''));
    expect(await lab.ok('lsrset -p 1')).toContain('CPU: 0-7\n');
  });

  test('CPUs without a name, as a partition rset', async () => {
    const lab = resourcesLab();
    expect(await lab.type('attachrset -P -c 0 2-3 1')).toEqual(done(''));
    expect(await lab.ok('lsrset -P -p 1')).toContain('CPU: 0,2-3\n');
    expect(await lab.ok('lsrset -p 1')).toContain('CPU: 0,2-3\n');
    expect((await lab.type('attachrset -c 4 1')).stderr).toMatch(/the partition rset of process 1 has not/);
    expect(await lab.type('attachrset -c 3 1')).toEqual(done(''));
    expect(await lab.type('detachrset -P 1')).toEqual(done(''));
  });

  test('-F removes a binding, or with -P an effective set, first (attachrset page)', async () => {
    const lab = resourcesLab();
    const cron = pidOf(lab, 'cron');
    expect((await lab.type(`attachrset test/both ${cron}`)).stderr).toBe(
      `attachrset: Process ${cron} is bound to processor 7; -F removes the binding.\n`,
    );
    expect(await lab.type(`attachrset -F test/both ${cron}`)).toEqual(done(''));
    expect((await lab.type(`attachrset -P -c 0 ${cron}`)).stderr).toMatch(/-F detaches it/);
    expect(await lab.type(`attachrset -P -F -c 0 ${cron}`)).toEqual(done(''));
    expect(await lab.ok(`lsrset -p ${cron}`)).toContain('CPU: 0\n');
  });

  test.each([
    ['attachrset test/none 1', 1, /There is no rset called test\/none/],
    ['attachrset test/last 99999', 1, /There is no process 99999/],
    ['attachrset -c 12 1', 1, /No CPU of the rset is online/],
    ['attachrset -c 16 1', 1, /There is no CPU 16/],
    ['attachrset 1', 2, /What to do is missing/],
    ['attachrset -c 0 test/last 1', 2, /What to do is missing/],
    ['attachrset -S test/last 1', 2, /not supported by parlab/],
    ['detachrset 1', 1, /No rset is attached to process 1/],
  ])('%s is refused', async (line, status, stderr) => {
    const lab = resourcesLab();
    const before = lab.dump();
    expect(await lab.type(line)).toEqual({ status, stdout: '', stderr: expect.stringMatching(stderr) });
    expect(lab.dump()).toEqual(before);
  });
});
