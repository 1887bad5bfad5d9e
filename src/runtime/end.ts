import type { Holder } from '../state/holders.ts';
import type { Machine, Owner } from '../state/machine.ts';
import { outerNumbers, processesIn } from './processes.ts';

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

/** Rounds of 20 ms that the programs of an application WPAR have to end by themselves. */
const orderlyRounds = 50;

/**
 * Ends the programs of an application WPAR: asked first, then killed. Who waits for them ends by itself.
 */
export async function endApplication(holder: Holder, machine: Machine): Promise<void> {
  const { top } = holder;
  if (top === null || !machine.alive(holder)) return;
  const signal = new AbortController().signal;
  try {
    const outer = outerNumbers(top);
    for (const { pid } of processesIn(top)) kill(outer.get(pid), 'SIGTERM');
    for (let tries = 0; tries < orderlyRounds && processesIn(top).length > 0; tries++)
      await machine.sleep(20, signal);
    if (processesIn(top).length > 0) kill(top, 'SIGKILL');
  } catch {
    // they have ended meanwhile
  }
  for (let tries = 0; tries < 100 && machine.alive(holder); tries++) await machine.sleep(10 + tries, signal);
  if (machine.alive(holder)) kill(holder.pid, 'SIGKILL');
}

function kill(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(pid, signal);
  } catch {
    // it has gone by itself
  }
}
