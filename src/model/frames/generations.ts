import type { Generation } from '../../state/frames/systems.ts';

const order: readonly Generation[] = [
  'POWER5',
  'POWER6',
  'POWER6+',
  'POWER7',
  'POWER7+',
  'POWER8',
  'POWER9',
  'POWER10',
];

export function isGeneration(generation: Generation, atLeast: Generation): boolean {
  return order.indexOf(generation) >= order.indexOf(atLeast);
}

interface Modes {
  /** What a partition may be set to. */
  readonly preferred: readonly string[];
  /** What it may run in: seed 5, page 30; later generations from the reference. */
  readonly current: readonly string[];
}

const power7: Modes = {
  preferred: ['default', 'POWER6', 'POWER6+', 'POWER7'],
  current: ['POWER5', 'POWER6', 'POWER6+', 'POWER7'],
};

/** Processor compatibility modes of each generation, in the command line's words (blanks are underscores there). */
export const compatibilityModes: Readonly<Record<Generation, Modes>> = {
  POWER5: { preferred: [], current: [] },
  POWER6: {
    preferred: ['default', 'POWER6', 'POWER6_enhanced'],
    current: ['POWER5', 'POWER6', 'POWER6_enhanced'],
  },
  'POWER6+': {
    preferred: ['default', 'POWER6', 'POWER6+', 'POWER6+_enhanced'],
    current: ['POWER5', 'POWER6', 'POWER6+', 'POWER6+_enhanced'],
  },
  POWER7: power7,
  // "There is no POWER7+ mode" (seed 5, page 30).
  'POWER7+': power7,
  POWER8: {
    preferred: ['default', 'POWER6', 'POWER6+', 'POWER7', 'POWER8'],
    current: ['POWER6', 'POWER6+', 'POWER7', 'POWER8'],
  },
  POWER9: {
    preferred: ['default', 'POWER7', 'POWER8', 'POWER9', 'POWER9_base'],
    current: ['POWER7', 'POWER8', 'POWER9', 'POWER9_base'],
  },
  POWER10: {
    preferred: ['default', 'POWER8', 'POWER9', 'POWER9_base', 'POWER10'],
    current: ['POWER8', 'POWER9', 'POWER9_base', 'POWER10'],
  },
};

/** The mode in which a partition set to `default` runs. */
export function bestMode(generation: Generation): string {
  return generation === 'POWER7+' ? 'POWER7' : generation;
}

// How many migrations the firmware runs at once: 710 and earlier 4, 720 and 730 8, later 16 (seed 5, page 48).
export function firmwareMigrations(ecNumber: string): number {
  const release = Number(/(\d+)$/.exec(ecNumber)?.[1] ?? 0);
  if (release < 720) return 4;
  return release < 740 ? 8 : 16;
}

/** 0.1 up to POWER7, 0.05 from POWER7+ on, in hundredths (seed 5, page 10). */
export function minimumUnits(generation: Generation): number {
  return isGeneration(generation, 'POWER7+') ? 5 : 10;
}
