import type { Check } from '../check.ts';
import { capabilityChecks } from './capability.ts';
import { concurrencyChecks } from './concurrency.ts';
import { moverChecks } from './movers.ts';
import { networkChecks } from './network.ts';
import { readinessChecks } from './readiness.ts';
import { resourceChecks } from './resources.ts';
import { rmcChecks } from './rmc.ts';
import { softwareChecks } from './software.ts';
import { storageChecks } from './storage.ts';

/** Every check of a validation; within a group they are told in this order. */
export const checks: readonly Check[] = [
  ...capabilityChecks,
  ...concurrencyChecks,
  ...rmcChecks,
  ...readinessChecks,
  ...resourceChecks,
  ...storageChecks,
  ...networkChecks,
  ...moverChecks,
  ...softwareChecks,
];
