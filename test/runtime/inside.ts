import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'vitest';
import { probe } from '../../src/runtime/probe.ts';
import { type BinOutcome, run } from '../support/bins.ts';
import type { TestLab } from '../support/lab.ts';

/** Whether this machine lets anybody in; tests that need it say aloud that they were left out. */
const ability = probe();
if (!ability.able) console.warn(`left out, for no namespaces can be made here: ${ability.why}`);

export const insideTest = test.runIf(ability.able);

/** Runs lines of shell on a host of the lab, by a real parlab. */
export async function inside(
  lab: TestLab,
  host: string,
  lines: string,
  ...args: string[]
): Promise<BinOutcome> {
  return await run('parlab', ['run', host, '-', ...args], {
    environment: lab.environment(),
    directory: lab.home,
    input: lines,
  });
}

/** Processes that have a file of the lab mounted, or its folder in their words: none may be left. */
export function processesOf(lab: TestLab): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) =>
      [`/proc/${pid}/mountinfo`, `/proc/${pid}/cmdline`].some((file) => names(file, lab.home)),
    );
}

function names(file: string, folder: string): boolean {
  try {
    return readFileSync(file, 'latin1').includes(folder);
  } catch {
    return false;
  }
}

/** An ordinary user of this machine, if the tests run as root and there is one. */
export const ordinaryUser: number | undefined =
  process.getuid?.() === 0 && spawnSync('setpriv', ['--version']).status === 0 ? 65_534 : undefined;

/** Gives a lab to an ordinary user. */
export function giveTo(lab: TestLab, user: number): void {
  chmodSync(lab.home, 0o755);
  spawnSync('chown', ['-R', `${user}:${user}`, lab.home]);
  chownSync(lab.home, user, user);
}
