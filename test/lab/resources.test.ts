import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pidOf, resourcesLab } from '../aix/resources.ts';
import { projectRoot } from '../support/bins.ts';
import { noLab, parlabOk, typeParlab } from '../support/parlab.ts';

test('a snapshot tells what has changed of bindings, rsets, classes and memory, and brings it back', async () => {
  const lab = resourcesLab();
  const sshd = pidOf(lab, 'sshd');
  const cron = pidOf(lab, 'cron');
  await parlabOk(lab, 'snapshot save before');
  const before = [await lab.ok('lsrset -a'), await lab.ok('svmon -G'), await lab.ok('lsclass -C')];
  await lab.ok(`bindprocessor -u ${cron}`);
  await lab.ok(`attachrset test/last ${sshd}`);
  await lab.ok('rmrset test/both');
  await lab.ok('wlmcntrl');
  await lab.ok('mkclass quick');
  const { stdout } = await typeParlab(lab, 'snapshot diff before');
  expect(stdout.trimEnd().split('\n')).toEqual([
    'db1 Workload Manager: added',
    `db1 binding of process ${cron}: removed`,
    `db1 rset of process ${sshd} effective: added`,
    'db1 rset test/both: removed',
    expect.stringMatching(/^db1 workload class batch: active none -> /),
    'db1 workload class quick: added',
  ]);
  await parlabOk(lab, 'snapshot restore before');
  expect([await lab.ok('lsrset -a'), await lab.ok('svmon -G'), await lab.ok('lsclass -C')]).toEqual(before);
  expect((await typeParlab(lab, 'snapshot diff before')).stdout).not.toContain('db1 ');
});

test.each([
  [
    'bindings: [{ program: cron, cpu: 7 }]',
    'bindings: [{ program: nosuch, cpu: 7 }]',
    /no daemon called nosuch runs on db1/,
  ],
  [
    'bindings: [{ program: cron, cpu: 7 }]',
    'bindings: [{ program: cron, cpu: 8 }]',
    /db1 has no processor 8/,
  ],
  ['cpus: 4-7', 'cpus: 4-16', /There is no CPU 16/],
  ['cpus: 4-7', 'cpus: four', /CPUs such as 0-3,5/],
  ['name: batch, rset: test/last', 'name: batch, rset: test/none', /no rset called test\/none/],
  ['name: batch, rset: test/last', 'name: batch, colour: red', /no attribute called colour/],
  ['large_pages: { count: 32 }', 'large_pages: { count: 0 }', /large_pages/],
])('a world with %s as %s is refused', async (from, to, message) => {
  const text = readFileSync(join(projectRoot, 'test', 'worlds', 'resources.yaml'), 'utf8');
  expect(text).toContain(from);
  const place = noLab();
  const path = join(place.home, 'changed.yaml');
  writeFileSync(path, text.replace(from, to));
  const outcome = await typeParlab(place, `init --world ${path}`);
  expect(outcome).toMatchObject({ status: 1, stdout: '' });
  expect(outcome.stderr).toMatch(message);
});
