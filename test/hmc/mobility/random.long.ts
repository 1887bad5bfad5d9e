import { expect, test } from 'vitest';
import { type Tally, wander } from './at-random.ts';

/** Other worlds with PARLAB_WORLD_SEED. */
const first = Number(process.env.PARLAB_WORLD_SEED ?? 1000);

test('a hundred random worlds with random operations', async () => {
  const tally: Tally = { moved: 0, refused: 0, killed: 0, recovered: 0 };
  for (let seed = first; seed < first + 100; seed++) await wander(seed, 20, tally);
  expect(tally.moved).toBeGreaterThan(100);
  expect(tally.killed).toBeGreaterThan(50);
  expect(tally.recovered).toBeGreaterThan(50);
});
