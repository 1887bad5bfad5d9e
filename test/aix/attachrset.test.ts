import { expect, test } from 'vitest';
import { pidOf, resourcesLab } from './resources.ts';
import { done } from './wpars.ts';

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
])('%s is refused', async (line, status, stderr) => {
  const lab = resourcesLab();
  const before = lab.dump();
  expect(await lab.type(line)).toEqual({ status, stdout: '', stderr: expect.stringMatching(stderr) });
  expect(lab.dump()).toEqual(before);
});
