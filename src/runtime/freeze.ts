import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RealProcess } from '../model/inside.ts';
import type { Machine } from '../state/machine.ts';
import type { ReadyHolder } from './holder.ts';
import { outerNumbers, processesIn } from './processes.ts';

/** Those that somebody had stopped before: they stay stopped when the others go on. */
const stoppedFile = 'stopped';

/** Rounds until nobody is left who could start another process. */
const mostRounds = 200;

/**
 * Stops all programs of a partition, parents first, until no new one appears.
 * @returns what is stopped
 */
export async function freeze(holder: ReadyHolder, machine: Machine): Promise<readonly RealProcess[]> {
  const before = processesIn(holder.top).filter(isStopped);
  writeFileSync(join(holder.folder, stoppedFile), JSON.stringify(before.map(({ pid }) => pid)));
  for (let round = 0; round < mostRounds; round++) {
    const running = processesIn(holder.top).filter((each) => !isStopped(each));
    if (running.length === 0) break;
    signalEach(holder.top, parentsFirst(running), 'SIGSTOP');
    await machine.sleep(round < 5 ? 1 : 10, new AbortController().signal);
  }
  return processesIn(holder.top);
}

/**
 * Lets them go on, children first: a shell must not see its foreground job stopped. The tools outside that wait for a
 * program stop themselves when they see it stopped, and are woken, too, until nothing of it is stopped any more.
 */
export async function thaw(holder: ReadyHolder, machine: Machine): Promise<void> {
  const file = join(holder.folder, stoppedFile);
  const left = new Set(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as number[]) : []);
  for (let round = 0, calm = 0; round < mostRounds && calm < 3; round++) {
    const stopped = processesIn(holder.top).filter((each) => isStopped(each) && !left.has(each.pid));
    signalEach(holder.top, parentsFirst(stopped).reverse(), 'SIGCONT');
    const waiting = waitersOf(holder.top).filter(isStopped);
    wake(waiting);
    calm = stopped.length === 0 && waiting.length === 0 ? calm + 1 : 0;
    await machine.sleep(5, new AbortController().signal);
  }
  rmSync(file, { force: true });
}

/** Ends what was started from a clogin, also what has left its terminal. */
export function endLogins(top: number): void {
  const logins = processesIn(top).filter(({ clogin }) => clogin);
  signalEach(top, logins, 'SIGKILL');
}

function isStopped({ state }: Pick<RealProcess, 'state'>): boolean {
  return state === 'T' || state === 't';
}

function parentsFirst(processes: readonly RealProcess[]): RealProcess[] {
  const parents = new Map(processes.map(({ pid, parent }) => [pid, parent]));
  const depth = (pid: number): number => {
    let steps = 0;
    for (let at = parents.get(pid); at !== undefined && steps < 1000; at = parents.get(at)) steps++;
    return steps;
  };
  return [...processes].sort((a, b) => depth(a.pid) - depth(b.pid) || a.pid - b.pid);
}

function signalEach(top: number, processes: readonly RealProcess[], name: NodeJS.Signals): void {
  if (processes.length === 0) return;
  const outer = outerNumbers(top);
  for (const { pid } of processes) {
    const number = outer.get(pid);
    if (number !== undefined) signal(number, name);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // it has ended meanwhile
  }
}

/** Tools that lead inside, and wait there. */
const tools = /^(nsenter|script|sh)$/;

/** Those above the processes that were started from outside, as long as they are tools of ours. */
export function waitersOf(top: number): Waiter[] {
  const outer = outerNumbers(top);
  const waiters: Waiter[] = [];
  for (const { pid, parent } of processesIn(top)) {
    if (parent !== 0) continue;
    let at = parentOf(outer.get(pid));
    while (at && tools.test(at.name)) {
      waiters.push(at);
      at = parentOf(at.pid);
    }
  }
  return waiters;
}

/** Lets tools that stopped with what they wait for see what has become of it. */
export function wake(waiters: readonly Waiter[]): void {
  for (const { pid } of waiters) signal(pid, 'SIGCONT');
}

/** A tool outside that waits for a program inside. */
export interface Waiter {
  readonly pid: number;
  readonly name: string;
  readonly state: string;
}

function parentOf(pid: number | undefined): Waiter | undefined {
  const own = statOf(pid);
  const parent = own && statOf(own.parent);
  return parent && { pid: own.parent, name: parent.name, state: parent.state };
}

function statOf(pid: number | undefined): { name: string; state: string; parent: number } | undefined {
  if (pid === undefined) return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const end = stat.lastIndexOf(')');
    const [state = '', parent = ''] = stat.slice(end + 2).split(' ');
    return { name: stat.slice(stat.indexOf('(') + 1, end), state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}
