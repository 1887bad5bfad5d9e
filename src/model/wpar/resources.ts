import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { attributes } from './specification.ts';

type Attribute = (typeof attributes.resources)[number];

const percentOfIds = { default: '100%', valid: (value: string) => isPercent(value, 0) };
const count = {
  default: 'unlimited',
  valid: (value: string) => /^[1-9]\d{0,8}$/.test(value) || value === 'unlimited',
};
const shares = {
  default: 'unlimited',
  // Recalled range 1 to 65535.
  valid: (value: string) =>
    value === 'unlimited' || (/^[1-9]\d{0,4}$/.test(value) && Number(value) <= 65_535),
};
const limits = { default: '0%-100%,100%', valid: (value: string) => parseLimits(value) !== undefined };
const memorySize = {
  default: 'unlimited',
  valid: (value: string) => value === 'unlimited' || /^[1-9]\d{0,11}[KMGTPkmgtp]?$/.test(value),
};

interface ResourceRule {
  /** As captured (`lswpar -L`). */
  readonly default: string;
  readonly valid: (value: string) => boolean;
}

/** Resource controls in the order of `lswpar -R`; spelling and defaults are captured, ranges documented or recalled. */
export const resourceRules: Readonly<Record<Attribute, ResourceRule>> = {
  active: { default: 'yes', valid: (value) => value === 'yes' || value === 'no' },
  rset: { default: '', valid: (value) => /^[\w/.-]{1,255}$/.test(value) },
  shares_CPU: shares,
  CPU: limits,
  shares_memory: shares,
  memory: limits,
  procVirtMem: memorySize,
  totalVirtMem: memorySize,
  totalProcesses: count,
  totalThreads: count,
  totalPTYs: count,
  totalLargePages: count,
  pct_msgIDs: percentOfIds,
  pct_semIDs: percentOfIds,
  pct_shmIDs: percentOfIds,
  pct_pinMem: percentOfIds,
};

/** @returns the attributes that differ from the default. @throws Failure for a value out of its range */
export function checkResources(given: Readonly<Record<string, string>>): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [attribute, value] of Object.entries(given)) {
    const rule = resourceRules[attribute as Attribute];
    if (!rule.valid(value)) throw failure(messages.valueInvalid, { attribute, value });
    if (rule === limits) checkOrder(attribute, value);
    if (value !== rule.default) result[attribute] = value;
  }
  return result;
}

// Minimum 0 to 100, soft and hard maximum .01 to 100 (IBM, resource controls); m <= S <= H is recalled.
function parseLimits(value: string): [number, number, number] | undefined {
  const match = /^(\d{1,3}(?:\.\d+)?)%-(\d{0,3}(?:\.\d+)?)%,(\d{0,3}(?:\.\d+)?)%$/.exec(value);
  if (!match) return undefined;
  const [minimum, soft, hard] = match.slice(1).map(Number) as [number, number, number];
  return minimum <= 100 && soft >= 0.01 && soft <= 100 && hard >= 0.01 && hard <= 100
    ? [minimum, soft, hard]
    : undefined;
}

function checkOrder(attribute: string, value: string): void {
  const [minimum, soft, hard] = parseLimits(value) ?? [0, 100, 100];
  if (minimum > soft || soft > hard) throw failure(messages.limitsOrder, { attribute, value });
}

function isPercent(value: string, least: number): boolean {
  const match = /^(\d{1,3})%$/.exec(value);
  return match !== null && Number(match[1]) >= least && Number(match[1]) <= 100;
}
