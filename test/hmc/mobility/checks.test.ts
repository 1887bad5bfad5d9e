import { describe, expect, test } from 'vitest';
import { runChecks } from '../../../src/model/mobility/check.ts';
import { checks as everyCheck } from '../../../src/model/mobility/checks/table.ts';
import { capabilityFinds, capabilityPasses } from './capability-rows.ts';
import { checks, type Different, movable, validate, withFacts } from './movable.ts';
import { readinessFinds, readinessPasses } from './readiness-rows.ts';
import { resourceFinds, resourcePasses } from './resource-rows.ts';
import type { Finds, Passes } from './rows.ts';
import { softwareFinds, softwarePasses } from './software-rows.ts';

const allFinds: readonly Finds[] = [
  ...capabilityFinds,
  ...readinessFinds,
  ...resourceFinds,
  ...softwareFinds,
];
const allPasses: readonly Passes[] = [
  ...capabilityPasses,
  ...readinessPasses,
  ...resourcePasses,
  ...softwarePasses,
];

const findingsOf = (different: Different) => validate(movable(different), different);

describe('only this check finds something', () => {
  test.each(allFinds.map((row) => [`${row[0]} ${row[1]}: ${row[4]}`, row] as const))('%s', (_, row) => {
    const [id, type, severity, different, ...texts] = row;
    expect(findingsOf({ ...different, type })).toEqual([[id, severity, ...texts]]);
  });
});

describe('nothing is found', () => {
  test.each(allPasses.map((row) => [`${row[0]} ${row[1]}: ${row[2]}`, row] as const))('%s', (_, row) => {
    expect(findingsOf({ ...row[3], type: row[1] })).toEqual([]);
  });

  test.each(['active', 'inactive', 'suspended'] as const)('%s, where everything is in order', (type) => {
    const found = withFacts(movable({ type }), { type }, (facts) => runChecks(everyCheck, facts));
    expect(found).toEqual([]);
  });
});

describe('the table of checks', () => {
  test('each check has its number for itself', () => {
    const ids = checks.map(({ id }) => id);
    expect([...new Set(ids)]).toEqual(ids);
  });

  test.each(checks.map(({ id }) => id))(
    '%s has a row in which it finds something and one that passes',
    (id) => {
      expect(allFinds.filter((row) => row[0] === id)).not.toEqual([]);
      expect(allPasses.filter((row) => row[0] === id)).not.toEqual([]);
    },
  );

  test('every flag that overrides has a row in which its error is a warning', () => {
    const overridden = checks.filter(({ override }) => override).map(({ id }) => id);
    const warned = allFinds.filter(([id, , severity]) => severity === 'W' && overridden.includes(id));
    expect([...new Set(warned.map(([id]) => id))].sort()).toEqual([...overridden].sort());
  });
});

const much: Different = {
  world: [
    [
      '# beta:',
      'optimizing: true\n    max_lpars: 3\n    capabilities: { active_lpar_mobility: false, vtpm: false }',
    ],
    ['# alpha:', 'on_battery: true'],
    [
      '# mobile:',
      "vtpm: true\n        service: true\n        work_group: 2\n        rmc: inactive\n        io: ['21010200']\n        terminal: true",
    ],
    ['name: other', 'name: mobile'],
  ],
  request: { profile: '"' },
  data: { destId: 1, pool: { id: 9 } },
};

test('several failures are all found, in the order of a validation', () => {
  const findings = findingsOf(much);
  expect(findings.map(([id]) => id)).toEqual([
    'G06',
    'G13',
    'G16',
    'G08',
    'P04',
    'P11',
    'P12',
    'P13',
    'P17',
    'P20',
    'R05',
    'R12',
    'R15',
    'R18',
  ]);
});

test('a validation leaves the lab as it was', () => {
  const lab = movable(much);
  const before = lab.dump();
  validate(lab, much);
  expect(lab.dump()).toEqual(before);
});
