import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Call } from './broker.ts';
import { outerNumbers } from './processes.ts';

/**
 * The number inside of the process that calls. It says one itself, and anybody's program may speak to a broker; so it is told
 * to take a name that nobody can guess. The kernel lets a process give that name to itself alone.
 * @param top the process outside that owns the namespaces
 * @returns undefined if it is not the process that it says it is
 */
export async function provenPid(
  top: number,
  call: Pick<Call, 'pid' | 'takeName'>,
): Promise<number | undefined> {
  // The kernel keeps fifteen letters.
  const name = randomBytes(8).toString('hex').slice(0, 15);
  await call.takeName(name);
  const outer = outerNumbers(top).get(call.pid);
  return outer !== undefined && nameOf(outer) === name ? call.pid : undefined;
}

function nameOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return undefined;
  }
}
