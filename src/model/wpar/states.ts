import type { StateLetter } from '../../state/wpars.ts';

/**
 * The words of `lswpar -L` title lines. Letters of the table's last three were not found on any page: M and E are
 * recalled, N is ours (reference: wpar-define 1.3).
 */
export const stateWords: Readonly<Record<StateLetter, string>> = {
  A: 'Active',
  B: 'Broken',
  D: 'Defined',
  T: 'Transitional',
  L: 'Loaded',
  F: 'Frozen',
  P: 'Paused',
  M: 'Moving',
  E: 'Error',
  N: 'Maintenance',
};

/** File systems are mounted, the network alias is up and devices are exported in these states. */
const running: readonly StateLetter[] = ['A', 'F', 'L', 'M', 'N', 'P'];

export function isRunning(state: StateLetter): boolean {
  return running.includes(state);
}

export function isStateLetter(text: string): text is StateLetter {
  return Object.hasOwn(stateWords, text);
}
