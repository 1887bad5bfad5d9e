import type { Machine, Owner } from '../state/machine.ts';

/**
 * Ends a keeper, and with it all that runs in its partition; waits until it has gone. A keeper that does this to itself
 * carries out the call of somebody inside: it ends when that is answered.
 */
export async function endKeeper(keeper: Owner, machine: Machine): Promise<void> {
  if (keeper.pid === machine.self.pid) {
    setTimeout(() => process.kill(process.pid, 'SIGTERM'), 100);
    return;
  }
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (machine.alive(keeper)) kill(keeper.pid, signal);
    for (let tries = 0; tries < 100 && machine.alive(keeper); tries++)
      await machine.sleep(10 + tries, new AbortController().signal);
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // it has gone by itself
  }
}
