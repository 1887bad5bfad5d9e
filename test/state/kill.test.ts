import type { ChildProcess } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { type BinOutcome, finished, run, start } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';
import { impossibilities, setPace, storage, worldVolumes } from './facts.ts';
import { killAtRandom } from './killing.ts';

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) if (await condition()) return;
  expect.fail('it never came to that');
}

/** Starts a command whose work takes minutes, and kills it when it is seen at work. */
async function dieAtWork(lab: TestLab, name: string, line: string): Promise<void> {
  setPace(lab.directory, '1');
  const [program = '', ...argv] = line.split(' ');
  const child: ChildProcess = start(program, argv, { environment: lab.environment() });
  const ended: Promise<BinOutcome> = finished(child);
  await until(async () => (await lab.type('lswpar -cq')).stdout.includes(`${name}:T:`));
  const busy = await run('startwpar', [name], { environment: lab.environment() });
  expect(busy.status).toBe(1);
  expect(busy.stderr).toBe(
    `startwpar: Workload partition ${name} is busy: ${program} (process ${child.pid}) is in progress.\n`,
  );
  child.kill('SIGKILL');
  expect(await ended).toMatchObject({ signal: 'SIGKILL', stderr: '' });
  setPace(lab.directory, 'instant');
}

describe('a command that is killed at work leaves its WPAR Broken, and the manual has the repair', () => {
  const deaths: readonly [died: string, before: readonly string[], repair: string, after: string][] = [
    ['mkwpar -n dev01', [], 'rmwpar -F dev01', ''],
    ['mkwpar -n dev01', [], 'stopwpar -F dev01', 'D'],
    ['startwpar dev01', ['mkwpar -n dev01'], 'stopwpar -F dev01', 'D'],
    ['startwpar dev01', ['mkwpar -n dev01'], 'rmwpar -F dev01', ''],
    ['stopwpar dev01', ['mkwpar -s -n dev01'], 'stopwpar -F dev01', 'D'],
    ['stopwpar dev01', ['mkwpar -s -n dev01'], 'rmwpar -F dev01', ''],
    ['rmwpar dev01', ['mkwpar -n dev01'], 'rmwpar -F dev01', ''],
    ['rmwpar dev01', ['mkwpar -n dev01'], 'stopwpar -F dev01', 'D'],
  ];
  test.each(deaths)('%s, after %j, repaired by %s', async (died, before, repair, after) => {
    const lab = new TestLab('empty');
    const own = worldVolumes(lab.directory);
    for (const line of before) await lab.ok(line);
    await dieAtWork(lab, 'dev01', died);
    expect(await lab.ok('lswpar -cqa state dev01')).toBe('B\n');
    expect(await lab.type('startwpar dev01')).toMatchObject({ status: 1, stdout: '' });
    expect(impossibilities(lab.directory, own)).toEqual([]);
    expect(await lab.type(repair)).toMatchObject({ status: 0 });
    const listed = await lab.type('lswpar -cqa state');
    expect(listed.stdout.trim()).toBe(after);
    expect(storage(lab.directory, 'aix71')).toEqual([
      { name: 'rootvg', free: after === '' ? 1000 : 996, total: 1000 },
    ]);
    expect(impossibilities(lab.directory, own)).toEqual([]);
  });
});

describe('kill -9 at random moments: no damage, nothing acknowledged lost, everything repairable', () => {
  test.each([
    ['instant', 8, 1],
    ['600', 8, 2],
  ])('at pace %s, %i deaths', async (pace, kills, seed) => {
    await killAtRandom(new TestLab('empty'), { kills, seed, pace, worlds: false });
  });
});
