/** Fault rules: what goes wrong, where, how often. An operation asks at each of its steps whether one strikes. */
import type { Change } from './change.ts';
import type { Engine } from './engine.ts';
import { insertRow } from './insert.ts';
import { seeded } from './random.ts';

/** What happens; the operation knows which vendor's message and which half-done state follow from it. */
export const faultKinds = ['rmc', 'msp', 'vios', 'storage', 'network', 'os', 'hypervisor'] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  readonly id: number;
  readonly operation: string;
  /** Name of the partition; null: all. */
  readonly object: string | null;
  readonly at: string;
  /** Of the memory that is copied. */
  readonly percent: number | null;
  readonly kind: FaultKind;
  /** Strikes from the n-th time on. */
  readonly nth: number;
  /** At most so often; null: every time. */
  readonly times: number | null;
  /** Per cent. */
  readonly probability: number;
  readonly detail: string;
  readonly seen: number;
  readonly struck: number;
}

export function listFaults(engine: Engine): Fault[] {
  return engine.all<Fault>('SELECT * FROM fault ORDER BY id');
}

/** A step of an operation. */
export interface Step {
  readonly operation: string;
  /** Names of the partition, and of VIO servers on the way. */
  readonly objects: readonly string[];
  readonly at: string;
}

/**
 * The rule that strikes at a step, if one does; each rule that the step meets counts it. Chance is the lab's own: the
 * same commands in the same world meet the same faults.
 */
export function strike(change: Change, step: Step): Fault | undefined {
  const { operation, objects, at } = step;
  const rules = change.engine.all<Fault>(
    `SELECT * FROM fault WHERE operation = ? AND at = ?
       AND (object IS NULL OR object IN (SELECT value FROM json_each(?))) ORDER BY id`,
    operation,
    at,
    JSON.stringify(objects),
  );
  let found: Fault | undefined;
  for (const rule of rules) {
    const seen = rule.seen + 1;
    const strikes =
      found === undefined &&
      seen >= rule.nth &&
      (rule.times === null || rule.struck < rule.times) &&
      byChance(change, rule, seen);
    change.engine.run(
      'UPDATE fault SET seen = ?, struck = ? WHERE id = ?',
      seen,
      rule.struck + (strikes ? 1 : 0),
      rule.id,
    );
    if (strikes) found = { ...rule, seen, struck: rule.struck + 1 };
  }
  return found;
}

function byChance(change: Change, rule: Fault, seen: number): boolean {
  if (rule.probability >= 100) return true;
  const seed = Number(change.lab.meta('seed') ?? 1);
  return seeded(seed + rule.id, seen, 11) % 100 < rule.probability;
}

/** A rule as somebody makes it. */
export type NewFault = Omit<Fault, 'id' | 'seen' | 'struck'>;

/** @returns the number of the rule */
export function addFault(change: Change, rule: NewFault): number {
  return insertRow(change.engine, 'fault', { ...rule });
}

/** @returns whether there was such a rule */
export function removeFault(change: Change, id: number): boolean {
  return change.engine.run('DELETE FROM fault WHERE id = ?', id).changes > 0;
}

/** @returns how many there were */
export function clearFaults(change: Change): number {
  return change.engine.run('DELETE FROM fault').changes;
}
