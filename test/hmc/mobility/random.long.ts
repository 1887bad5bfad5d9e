import { expect, test } from 'vitest';
import { type Tally, wander } from './at-random.ts';

/** Other worlds with PARLAB_WORLD_SEED. */
const first = Number(process.env.PARLAB_WORLD_SEED ?? 1000);

test.each([0, 25, 50, 75])(
  'random operations in twenty-five random worlds, from the %ith on',
  async (begin) => {
    const tally: Tally = { moved: 0, refused: 0, killed: 0, recovered: 0 };
    for (let seed = first + begin; seed < first + begin + 25; seed++) await wander(seed, 8, tally);
    expect(tally.moved).toBeGreaterThan(5);
    expect(tally.killed).toBeGreaterThan(5);
    expect(tally.recovered).toBeGreaterThan(5);
  },
);
