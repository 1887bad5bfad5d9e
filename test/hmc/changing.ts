/** What tests of commands that change partitions share. */
import { expect } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import { Lab } from '../../src/state/lab.ts';
import type { TestLab } from '../support/lab.ts';
import { lines, typed, worldBut } from './console.ts';

/** The default world with something else about it. */
export function defaultBut(...changes: readonly (readonly [string, string])[]): TestLab {
  return worldBut('src/state/worlds/default.yaml', ...changes);
}

/** Types a line that changes something: it must succeed and say nothing. */
export async function silently(lab: TestLab, line: string): Promise<void> {
  expect({ line, ...(await typed(lab, line)) }).toEqual({ line, status: 0, stdout: '', stderr: '' });
}

/** Types a line that is refused: nothing on stdout, nothing changed. @returns what it says */
export async function refused(lab: TestLab, line: string): Promise<string> {
  const before = lab.dump();
  const { status, stdout, stderr } = await typed(lab, line);
  expect({ line, status, stdout }).toEqual({ line, status: 1, stdout: '' });
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(lab.dump()).toEqual(before);
  return stderr.slice(0, -1);
}

/** Values of one partition, as `lssyscfg -r lpar -F` prints them. */
export async function about(
  lab: TestLab,
  system: string,
  partition: string,
  fields: string,
): Promise<string> {
  const [line = ''] = await lines(
    lab,
    `lssyscfg -r lpar -m ${system} --filter "lpar_names=${partition}" -F ${fields}`,
  );
  return line;
}

/** Rows of the lab, for what no listing shows. */
export function rows(lab: TestLab, sql: string): unknown[] {
  const open = Lab.open(lab.directory, processMachine);
  try {
    return open.engine.all(sql).map((row) => ({ ...(row as object) }));
  } finally {
    open.close();
  }
}

/** Changes rows behind the console's back. */
export function tamper(lab: TestLab, sql: string): void {
  const open = Lab.open(lab.directory, processMachine);
  try {
    open.update(({ engine }) => engine.run(sql));
  } finally {
    open.close();
  }
}

/** A migration of b750nl2 that is on its way. */
export const migrating = `INSERT INTO migration (partition, type, phase, source, dest, source_id, console, plan, started, log, pid, birth)
  SELECT id, 'active', 'copy', 1, 2, 5, 'bpichmc', '{}', 0, 1, 0, '' FROM partition WHERE name = 'b750nl2'`;
