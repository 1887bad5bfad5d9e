import { describe, expect, test } from 'vitest';
import { resourcesLab } from './resources.ts';
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
