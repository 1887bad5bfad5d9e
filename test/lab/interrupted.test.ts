import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import { Lab, pendingTrees } from '../../src/state/lab.ts';
import { TestLab } from '../support/lab.ts';
import { parlabOk, typeParlab } from '../support/parlab.ts';

/** A process that is no more. */
const dead = 999_999_999;
const exports = 'hosts/aix71/etc/wpars/devexports';

/** A lab with a laid tree, as a restore leaves it that died after its commit; `steps` of the swap are done. */
async function cutOff(steps: 0 | 1 | 2): Promise<TestLab> {
  const lab = new TestLab('empty');
  await parlabOk(lab, 'path aix71:/etc/wpars/devexports');
  const staged = `.trees-${dead}`;
  const file = join(lab.directory, staged, exports.slice('hosts/'.length));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '# of the snapshot\n');
  const open = Lab.open(lab.directory, processMachine);
  open.update((change) => change.setMeta(pendingTrees, staged));
  open.close();
  const inLab = (name: string) => join(lab.directory, name);
  if (steps > 0) renameSync(inLab('hosts'), inLab(`.gone-${dead}`));
  if (steps > 1) renameSync(inLab(staged), inLab('hosts'));
  return lab;
}

function entries(lab: TestLab): string[] {
  return readdirSync(lab.directory).filter((name) => !name.startsWith('lab.db'));
}

describe('a restore that died between its commit and the swap of the trees is finished by the next', () => {
  test.each([
    [0, 'lswpar'],
    [1, 'lswpar'],
    [2, 'lswpar'],
    [0, 'parlab'],
    [1, 'parlab'],
    [2, 'parlab'],
  ] as const)('%i of two renames done, then %s', async (steps, next) => {
    const lab = await cutOff(steps);
    if (next === 'lswpar') await lab.ok('lswpar');
    else await parlabOk(lab, 'status');
    expect(readFileSync(join(lab.directory, exports), 'utf8')).toBe('# of the snapshot\n');
    expect(entries(lab)).toEqual(['hosts']);
    // And only once: the trees that are laid by now stay.
    writeFileSync(join(lab.directory, exports), '# mine\n');
    await lab.ok('lswpar');
    expect(readFileSync(join(lab.directory, exports), 'utf8')).toBe('# mine\n');
  });

  test('a reset: the trees are gone', async () => {
    const lab = new TestLab('empty');
    await parlabOk(lab, 'path aix71:/etc/wpars/devexports');
    const open = Lab.open(lab.directory, processMachine);
    open.update((change) => {
      change.engine.exec('UPDATE host SET laid = 0');
      change.setMeta(pendingTrees, '');
    });
    open.close();
    await lab.ok('lswpar');
    expect(entries(lab)).toEqual([]);
  });
});

test('what processes that died were making is removed by the next reset; what others make stays', async () => {
  const lab = new TestLab('empty');
  const leftovers = [`.trees-${dead}`, `.gone-${dead}`, `.older-${dead}`];
  for (const name of leftovers) mkdirSync(join(lab.directory, name));
  for (const end of ['', '-wal', '-shm']) writeFileSync(join(lab.directory, `.lab-${dead}.db${end}`), '');
  const others = [`.trees-${process.ppid}`, '.trees-mine', `.lab-${dead}.dbx`];
  for (const name of others) mkdirSync(join(lab.directory, name));
  await parlabOk(lab, 'reset');
  expect(entries(lab).sort()).toEqual([...others].sort());
});

describe('a save --force that died between its two renames', () => {
  test('the old snapshot is found again', async () => {
    const lab = new TestLab('empty');
    await parlabOk(lab, 'snapshot save a');
    const snapshots = join(lab.directory, 'snapshots');
    renameSync(join(snapshots, 'a'), join(snapshots, '.replaced-a'));
    mkdirSync(join(snapshots, `.saving-${dead}`));
    expect(JSON.parse(await parlabOk(lab, 'snapshot list --json'))).toMatchObject([{ name: 'a' }]);
    expect(await typeParlab(lab, 'snapshot restore a')).toMatchObject({ status: 0, stderr: '' });
    await parlabOk(lab, 'snapshot save b');
    expect(readdirSync(snapshots).sort()).toEqual(['a', 'b']);
    expect(existsSync(join(snapshots, '.replaced-a'))).toBe(false);
  });
});
