import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Outcome, TestLab } from '../support/lab.ts';
import { splitWords } from '../support/words.ts';

/** Seed 3's machine, as somebody on it; with a WPAR, as somebody in that. */
export async function placeOf(wpar?: string): Promise<TestLab> {
  const lab = new TestLab('default', 'l488pp008');
  if (wpar !== undefined) {
    await lab.ok(`startwpar ${wpar}`);
    lab.wpar = wpar;
  }
  lab.onHost = true;
  return lab;
}

/** Types a line with quotes as a shell reads it. */
export async function typed(lab: TestLab, line: string): Promise<Outcome> {
  const [name = '', ...argv] = splitWords(line);
  return await lab.call(name, ...argv);
}

/** Types lines that succeed in silence but for what they print. @returns what they print */
export async function prints(lab: TestLab, ...lines: readonly string[]): Promise<string> {
  let printed = '';
  for (const line of lines) {
    const { status, stdout, stderr } = await typed(lab, line);
    expect({ line, status, stderr }).toEqual({ line, status: 0, stderr: '' });
    printed += stdout;
  }
  return printed;
}

/** Where a file of the host, or of the WPAR on it that one is in, stands on this machine. */
export function standing(lab: TestLab, path: string): string {
  const base = lab.wpar === undefined ? '' : join('wpars', lab.wpar);
  return join(lab.directory, 'hosts', 'l488pp008', base, path);
}

export function fileOf(lab: TestLab, path: string): string {
  return readFileSync(standing(lab, path), 'utf8');
}

export function modeOf(lab: TestLab, path: string): string {
  return (statSync(standing(lab, path)).mode & 0o777).toString(8);
}
