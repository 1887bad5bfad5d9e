import { describe, expect, test } from 'vitest';
import { capabilityFinds, capabilityPasses } from './capability-rows.ts';
import { type Different, movable, validate } from './movable.ts';
import type { Finds, Passes } from './rows.ts';

const allFinds: readonly Finds[] = [...capabilityFinds];
const allPasses: readonly Passes[] = [...capabilityPasses];

/** What a validation finds; it must not have written anything. */
function findingsOf(different: Different): (readonly string[])[] {
  const lab = movable(different);
  const before = lab.dump();
  const findings = validate(lab, different);
  expect(lab.dump()).toEqual(before);
  return findings;
}

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
});
