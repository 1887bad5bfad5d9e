import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { processMachine } from '../../../src/cli/process-machine.ts';
import { fillIn } from '../../../src/messages/define.ts';
import { type Check, runChecks } from '../../../src/model/mobility/check.ts';
import { capabilityChecks } from '../../../src/model/mobility/checks/capability.ts';
import { readinessChecks } from '../../../src/model/mobility/checks/readiness.ts';
import { resourceChecks } from '../../../src/model/mobility/checks/resources.ts';
import { rmcChecks } from '../../../src/model/mobility/checks/rmc.ts';
import { softwareChecks } from '../../../src/model/mobility/checks/software.ts';
import { collectFacts, type Facts } from '../../../src/model/mobility/facts.ts';
import { type MoveData, type MoveRequest, plainRequest } from '../../../src/model/mobility/request.ts';
import type { MigrationType } from '../../../src/state/frames/migrations.ts';
import type { Partition } from '../../../src/state/frames/partitions.ts';
import { systemsOf } from '../../../src/state/frames/systems.ts';
import { findHost, type Host } from '../../../src/state/hosts.ts';
import { Lab } from '../../../src/state/lab.ts';
import { projectRoot } from '../../support/bins.ts';
import { TestLab, temporaryFolder } from '../../support/lab.ts';

/** In the order of a validation (seed 5, page 35); those of the mapping stand between resources and software. */
export const checks: readonly Check[] = [
  ...capabilityChecks,
  ...rmcChecks,
  ...readinessChecks,
  ...resourceChecks,
  ...softwareChecks,
];

/** What is different from a world in which everything is in order. */
export interface Different {
  readonly type?: MigrationType;
  /** A text of the world file, and what stands there instead; `# mobile:` is where mobile's properties may stand. */
  readonly world?: readonly (readonly [string, string])[];
  readonly sql?: readonly string[];
  readonly request?: Partial<Omit<MoveRequest, 'data'>>;
  readonly data?: Partial<MoveData>;
  /** The destination is validated through hmc2, as this user. */
  readonly remote?: string;
  readonly mobile?: string;
}

const states: Readonly<Record<MigrationType, string>> = {
  active: 'Running',
  inactive: 'Not Activated',
  suspended: 'Suspended',
};

/** A lab of test/worlds/movable.yaml with something else about it. */
export function movable({ type = 'active', world = [], sql = [] }: Different): TestLab {
  let text = readFileSync(join(projectRoot, 'test', 'worlds', 'movable.yaml'), 'utf8');
  for (const [from, to] of [['state: Running # mobile', `state: ${states[type]}`], ...world] as const) {
    expect(text.split(from), from).toHaveLength(2);
    text = text.replace(from, () => to);
  }
  const path = join(temporaryFolder(), 'movable.yaml');
  writeFileSync(path, text);
  const lab = new TestLab(path, 'hmc1');
  if (sql.length > 0) {
    const open = Lab.open(lab.directory, processMachine);
    for (const statement of sql) open.engine.run(statement);
    open.close();
  }
  return lab;
}

/** Opens a lab for what asks about the move from alpha to beta. */
export function withFacts<Answer>(lab: TestLab, different: Different, ask: (facts: Facts) => Answer): Answer {
  const open = Lab.open(lab.directory, processMachine);
  try {
    const { engine } = open;
    const name = different.mobile ?? 'mobile';
    const mobile = engine.get<Partition>('SELECT * FROM partition WHERE name = ? ORDER BY system', name);
    const console = findHost(engine, 'hmc1');
    const other = findHost(engine, 'hmc2');
    if (!mobile || !console || !other) throw new Error('the world lacks somebody');
    const remote = different.remote === undefined ? undefined : { console: other, user: different.remote };
    const system = (host: Host, wanted: string) => {
      const found = systemsOf(engine, host.name).find((each) => each.name === wanted);
      if (!found) throw new Error(`${host.name} has no ${wanted}`);
      return found;
    };
    const move = {
      mobile,
      console,
      remote,
      source: system(console, 'alpha'),
      dest: system(remote ? other : console, 'beta'),
    };
    const data = { ...plainRequest.data, ...different.data };
    return ask(collectFacts(open, move, { ...plainRequest, ...different.request, data }));
  } finally {
    open.close();
  }
}

/** Findings as they are told: check, severity, text, details. They must not have written anything. */
export function validate(lab: TestLab, different: Different): (readonly string[])[] {
  return withFacts(lab, different, (facts) => {
    expect(facts.type).toBe(different.type ?? 'active');
    const writes = () => facts.engine.get('SELECT total_changes() AS writes');
    const before = writes();
    const findings = runChecks(checks, facts);
    expect(writes()).toEqual(before);
    return findings.map(({ check, severity, message, values, details }) => [
      check,
      severity,
      fillIn(message.text, values),
      ...details,
    ]);
  });
}
