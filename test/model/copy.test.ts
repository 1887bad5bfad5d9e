import { describe, expect, test } from 'vitest';
import { bandwidth, copySeconds, planCopy } from '../../src/model/mobility/durations.ts';

/** The time model against what is published of it; the rest is ours and only has to be plausible. */

const oneGigabit = { linkMbps: 1000, level: '2.2.1.0', concurrency: 3, sessions: 1 };
const tenGigabit = { ...oneGigabit, linkMbps: 10_000 };

describe('bandwidth in MB/s', () => {
  test.each([
    ['1 Gb Ethernet carries about 80 MB/s (published)', oneGigabit, 80],
    ['an older VIO server has one thread, whatever the link', tenGigabit, 100],
    ['2.2.2.0 is up to three times as fast (seed 5, page 47)', { ...tenGigabit, level: '2.2.2.0' }, 300],
    ['2.2.4.0 on 40 Gb', { ...tenGigabit, linkMbps: 40_000, level: '2.2.4.10' }, 900],
    [
      'concurrency_lvl 1 takes more resources (seed 5, page 52)',
      { ...tenGigabit, level: '2.2.3.3', concurrency: 1 },
      450,
    ],
    ['concurrency_lvl 5 takes fewer', { ...tenGigabit, level: '2.2.3.3', concurrency: 5 }, 180],
    ['four at once share the pair', { ...tenGigabit, level: '2.2.3.3', sessions: 4 }, 75],
  ])('%s', (_, channel, expected) => {
    expect(bandwidth(channel)).toBeCloseTo(expected, 6);
  });
});

describe('passes over the memory', () => {
  const still = { touchedMb: 262_144, dirtyMbPerSecond: 0, workingSetMb: 26_214 };

  test('256 GB over 1 Gb take 3276.8 s if nothing is dirtied (published)', () => {
    const { copy, suspend } = planCopy(1000, still, bandwidth(oneGigabit));
    expect(copy.passes).toEqual([
      { mb: 262_144, seconds: 3276.8 },
      { mb: 0, seconds: 0 },
    ]);
    expect(copySeconds(copy)).toBe(3277);
    expect(suspend).toBe(0.5);
  });

  test('dirty pages are sent again in ever shorter passes, the last ones while it stands still', () => {
    const { copy, suspend } = planCopy(0, { touchedMb: 4000, dirtyMbPerSecond: 50, workingSetMb: 400 }, 100);
    expect(copy.passes.map(({ mb }) => mb)).toEqual([4000, 400, 200, 100, 50, 25]);
    expect(suspend).toBe(0.75);
  });

  test.each([1, 20, 90, 500, 5000])(
    'dirtying %i MB/s it comes to an end, suspended for less than 2 s where passes help',
    (dirty) => {
      const { copy, suspend } = planCopy(
        0,
        { touchedMb: 8000, dirtyMbPerSecond: dirty, workingSetMb: 800 },
        300,
      );
      expect(copy.passes.length).toBeLessThanOrEqual(17);
      expect(copy.passes.reduce((sum, { mb }) => sum + mb, 0)).toBeGreaterThanOrEqual(8000);
      if (dirty < 90) expect(suspend).toBeLessThan(2);
    },
  );
});
