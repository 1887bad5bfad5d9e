import { expect, test } from 'vitest';
import { resourcesLab } from './resources.ts';
import { done } from './wpars.ts';

test('a set of several words, of one list, and with memory', async () => {
  const lab = resourcesLab();
  expect(await lab.type('mkrset -c 1 3 5-7 10 test/lotsofcpus')).toEqual(done(''));
  expect(await lab.ok('lsrset -vr test/lotsofcpus')).toContain('CPU: 1,3,5-7,10\n');
  expect(await lab.type('mkrset -c 0,2 -m 0 test/memory')).toEqual(done(''));
  expect(await lab.ok('lsrset -vr test/memory')).toMatch(/ 2 +4096 test\/memory\n {8}CPU: 0,2\n {8}MEM: 0\n/);
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
});
