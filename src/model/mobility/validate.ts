import type { MigrationPlan } from '../../state/frames/migrations.ts';
import { type CheckGroup, type Finding, runChecks } from './check.ts';
import { checks } from './checks/table.ts';
import type { Facts } from './facts.ts';
import { makePlan } from './plan.ts';
import { hasRmc } from './rmc.ts';

export interface Validation {
  /** In the order in which they are told. */
  readonly findings: readonly Finding[];
  /** What a migration would do; undefined if there is an error. */
  readonly plan?: MigrationPlan;
  /** The only errors are limits of what runs at once: later they may be gone. */
  readonly waits: boolean;
}

const limits: ReadonlySet<string> = new Set(['G10', 'G11', 'V12']);

// The order is the talk's (seed 5, page 35).
const before: readonly CheckGroup[] = ['capability', 'rmc', 'readiness', 'resources'];

/** Finds out whether a partition can migrate. Nothing changes. */
export function validateMove(facts: Facts): Validation {
  const findings = before.flatMap((group) => run(group, facts));
  const lost = findings.some(({ check, severity }) => severity === 'E' && isRmc(check));
  // VIO servers that cannot be asked would make every adapter fail; a partition that cannot be asked is not ready.
  if (!lost || everyServerAnswers(facts)) findings.push(...run('mapping', facts));
  if (!lost) findings.push(...run('software', facts));
  const errors = findings.filter(({ severity }) => severity === 'E');
  if (errors.length === 0) return { findings, plan: makePlan(facts), waits: false };
  return { findings, waits: errors.every(({ check }) => limits.has(check)) };
}

function run(group: CheckGroup, facts: Facts): Finding[] {
  const own = checks.filter((check) => check.group === group);
  return runChecks(own, facts);
}

function isRmc(check: string): boolean {
  return checks.some(({ id, group }) => id === check && group === 'rmc');
}

function everyServerAnswers({ sourceServers, destServers }: Facts): boolean {
  return [...sourceServers, ...destServers].every(hasRmc);
}
