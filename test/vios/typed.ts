import { join } from 'node:path';
import { expect } from 'vitest';
import { processMachine } from '../../src/cli/process-machine.ts';
import { Lab } from '../../src/state/lab.ts';
import { projectRoot } from '../support/bins.ts';
import { type Outcome, TestLab } from '../support/lab.ts';
import { splitWords } from '../support/words.ts';

/** A server of a captured listing. */
export function captured(host: string): TestLab {
  return new TestLab(join(projectRoot, 'test', 'worlds', 'vios.yaml'), host);
}

/** b750vio2 of the default world, or another server of it. */
export function server(host = 'b750vio2'): TestLab {
  return new TestLab('default', host);
}

/** Types a line with quotes as a shell reads it. */
export async function typed(lab: TestLab, line: string): Promise<Outcome> {
  const [name = '', ...argv] = splitWords(line);
  return await lab.call(name, ...argv);
}

/** Types a line that succeeds. @returns what it prints */
export async function prints(lab: TestLab, line: string): Promise<string> {
  const { status, stdout, stderr } = await typed(lab, line);
  expect({ status, stderr, line }).toEqual({ status: 0, stderr: '', line });
  return stdout;
}

/** Types a line that is refused and changes nothing. @returns its status and what it says */
export async function refusal(lab: TestLab, line: string): Promise<{ status: number; stderr: string }> {
  const before = lab.dump();
  const { status, stdout, stderr } = await typed(lab, line);
  expect({ stdout, line }).toEqual({ stdout: '', line });
  expect(status).not.toBe(0);
  expect(lab.dump()).toEqual(before);
  return { status, stderr };
}

/** Changes rows as no command can. */
export function alter(lab: TestLab, sql: string, ...values: (number | string | null)[]): void {
  const open = Lab.open(lab.directory, processMachine);
  open.update((change) => change.engine.run(sql, ...values));
  open.close();
}
