import { expect, test } from 'vitest';
import { TestLab } from '../support/lab.ts';
import { killAtRandom } from './killing.ts';

/** The seed of the moments; another one with PARLAB_KILL_SEED. */
const seed = Number(process.env.PARLAB_KILL_SEED ?? 20);

test.each([['instant'], ['600']])(
  'two hundred kill -9 at pace %s: no damage, nothing acknowledged lost, every lab repairable',
  async (pace) => {
    const died = await killAtRandom(new TestLab('empty'), { kills: 200, seed, pace, worlds: true });
    for (const program of ['chwpar', 'mkwpar', 'parlab', 'rmwpar', 'startwpar', 'stopwpar', 'syncwpar']) {
      expect(died.get(program) ?? 0, `${program} in ${JSON.stringify([...died])}`).toBeGreaterThan(0);
    }
  },
);
