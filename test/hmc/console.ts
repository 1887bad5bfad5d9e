import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { projectRoot } from '../support/bins.ts';
import { type Outcome, TestLab, temporaryFolder } from '../support/lab.ts';
import { splitWords } from '../support/words.ts';

const power5World = join(projectRoot, 'test', 'worlds', 'p5.yaml');

/** The captured POWER5 system. */
export function power5(): TestLab {
  return new TestLab(power5World);
}

/** A world of the project with something else about it. */
export function worldBut(world: string, ...changes: readonly (readonly [string, string])[]): TestLab {
  let text = readFileSync(join(projectRoot, world), 'utf8');
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  const path = join(temporaryFolder(), 'changed.yaml');
  writeFileSync(path, text);
  return new TestLab(path);
}

/** The captured system with something else about it. */
export function changed(from: string, to: string): TestLab {
  return worldBut('test/worlds/p5.yaml', [from, to]);
}

export const p5 = '9131-52A-6535CCG';
export const p750 = '8233-E8B*069348P';
export const p740 = '8205-E6B*10934CP';

/** Types a line with quotes as a shell reads it. */
export async function typed(lab: TestLab, line: string): Promise<Outcome> {
  const [name = '', ...argv] = splitWords(line);
  return await lab.call(name, ...argv);
}

/** Types a line that lists. @returns its lines */
export async function lines(lab: TestLab, line: string): Promise<string[]> {
  const { status, stdout, stderr } = await typed(lab, line);
  expect({ status, stderr, line }).toEqual({ status: 0, stderr: '', line });
  return stdout.replace(/\n$/, '').split('\n');
}

/** What a list command says on its standard output when it ends with 1. */
export async function complaint(lab: TestLab, line: string): Promise<string> {
  const { status, stdout, stderr } = await typed(lab, line);
  expect({ status, stderr, line }).toEqual({ status: 1, stderr: '', line });
  return stdout;
}
