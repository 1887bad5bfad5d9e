import type { Check } from '../check.ts';
import { concurrencyChecks } from './concurrency.ts';
import { moverChecks } from './movers.ts';
import { networkChecks } from './network.ts';
import { storageChecks } from './storage.ts';

/** Every check of a validation; within a group they are told in this order. */
export const checks: readonly Check[] = [
  ...concurrencyChecks,
  ...storageChecks,
  ...networkChecks,
  ...moverChecks,
];
