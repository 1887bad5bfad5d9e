import { expect, test } from 'vitest';
import { insideTest } from '../runtime/inside.ts';
import { run } from '../support/bins.ts';
import type { TestLab } from '../support/lab.ts';
import { insideLab } from './inside-world.ts';

test.each([
  [
    'in the global environment',
    undefined,
    'overlay',
    1,
    'odmget: There is no object class overlay in /etc/objrepos.\n',
  ],
  [
    'in a native WPAR',
    'native',
    'file_overlay',
    1,
    'odmget: There is no object class file_overlay in /etc/objrepos.\n',
  ],
  ['another database', 'old52', 'overlay', 1, 'odmget: There is no object class overlay in /etc/objrepos.\n'],
  ['another class', 'old52', 'CuDv', 2, /^odmget: The object class CuDv is not supported by parlab: /],
  ['criteria', 'old52', '-q name=x overlay', 2, /^odmget: The -q flag is not supported by parlab: /],
  ['nothing', undefined, '', 2, /^odmget: ObjectClass is required\.\nUsage: /],
])('%s', async (_, wpar, words, status, stderr) => {
  const outcome = await insideLab(wpar).type(`odmget ${words}`);
  expect([outcome.status, outcome.stdout]).toEqual([status, '']);
  if (typeof stderr === 'string') expect(outcome.stderr).toBe(stderr);
  else expect(outcome.stderr).toMatch(stderr);
});

// Seed 3: "a list of the commands that are replaced ... can be obtained using the following command".
insideTest('the pipeline of seed 3', async () => {
  const lab: TestLab = insideLab();
  const line = `ODMDIR=/usr/lib/objrepos odmget overlay | awk '$1=="path" {print $3}'`;
  const { status, stdout, stderr } = await run('clogin', ['old52', line], { environment: lab.environment() });
  expect([status, stderr]).toEqual([0, '']);
  const paths = stdout.trimEnd().split('\n');
  expect(paths).toContain('"/usr/sbin/lslv"');
  expect(paths).toContain('"/usr/sbin/crfs"');
  expect(paths).toContain('"/usr/bin/vmstat"');
  expect(new Set(paths).size).toBe(paths.length);
});
