import type { MigrationPlan } from '../../state/frames/migrations.ts';
import { type CheckGroup, type Finding, runChecks } from './check.ts';
import { checks } from './checks/table.ts';
import type { Facts } from './facts.ts';
import { makePlan } from './plan.ts';

export interface Validation {
  /** In the order in which they are told. */
  readonly findings: readonly Finding[];
  /** What a migration would do; undefined if there is an error. */
  readonly plan: MigrationPlan | undefined;
  /** The only errors are limits of what runs at once: later they may be gone. */
  readonly waits: boolean;
  /** The operating system can be asked: the console talks to it, and it is not on its way already. */
  readonly asks: boolean;
}

const limits: ReadonlySet<string> = new Set(['G10', 'G11', 'V12']);

/**
 * Finds out whether a partition can migrate. Nothing changes. The order of the groups is the talk's (seed 5, page 35); what
 * earlier errors make meaningless is left out: VIO servers that cannot be asked would make every adapter fail, a partition
 * that cannot be asked is not ready. Of one that is on its way already nothing else is told: its own shell would have its
 * name, its disks would be in use.
 */
export function validateMove(facts: Facts): Validation {
  const capability = run('capability', facts);
  const underWay = capability.filter(({ check }) => check === 'G14');
  if (underWay.length > 0) return { findings: underWay, plan: undefined, waits: false, asks: false };
  const rmc = run('rmc', facts);
  const unreachable = rmc.filter(isError);
  const servers = unreachable.filter(({ values }) => values.partition !== facts.mobile.name);
  const findings = [
    ...capability,
    ...rmc,
    ...run('readiness', facts),
    ...run('resources', facts),
    ...(servers.length === 0 ? run('mapping', facts) : []),
    ...(unreachable.length === 0 ? run('software', facts) : []),
  ];
  const errors = findings.filter(isError);
  const plan = errors.length === 0 ? makePlan(facts) : undefined;
  return {
    findings,
    plan,
    waits: errors.length > 0 && errors.every(({ check }) => limits.has(check)),
    asks: facts.type === 'active' && unreachable.length === 0 && facts.mobile.state === 'Running',
  };
}

function isError({ severity }: Finding): boolean {
  return severity === 'E';
}

function run(group: CheckGroup, facts: Facts): Finding[] {
  return runChecks(
    checks.filter((check) => check.group === group),
    facts,
  );
}
