import { expect, test } from 'vitest';
import { type Tally, wander } from './at-random.ts';

test('random operations in random worlds: nothing is lost or doubled, every cut-off migration is recovered', async () => {
  const tally: Tally = { moved: 0, refused: 0, killed: 0, recovered: 0 };
  for (let seed = 1; seed <= 6; seed++) await wander(seed, 8, tally);
  for (const [what, times] of Object.entries(tally))
    expect(times, `${what} in ${JSON.stringify(tally)}`).toBeGreaterThan(0);
});
