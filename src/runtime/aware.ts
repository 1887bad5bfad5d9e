import { readFileSync } from 'node:fs';
import type { RealProcess } from '../model/inside.ts';
import { bornOf, outerNumbers, processesIn } from './processes.ts';

/**
 * Sends a signal to the programs in the namespaces that a process outside owns, as far as they catch it.
 * @param before is given those that will be sent it; not called if there are none
 * @returns those that it was sent to, or that have it waiting
 */
export function signalAware(
  top: number,
  signal: number,
  before: (processes: readonly RealProcess[]) => void,
): readonly RealProcess[] {
  const folder = `/proc/${top}/root/proc`;
  const aware = processesIn(top).filter(({ pid }) => catches(`${folder}/${pid}`, signal));
  if (aware.length === 0) return [];
  const outer = outerNumbers(top);
  const found = aware.flatMap((each) => {
    const number = outer.get(each.pid);
    return number === undefined ? [] : [{ each, number }];
  });
  if (found.length > 0) before(found.map(({ each }) => each));
  return found.filter(({ each, number }) => send(number, each.born, signal)).map(({ each }) => each);
}

// The number may be another's meanwhile, or the program may have changed its mind: looked at again right before.
function send(pid: number, born: number, signal: number): boolean {
  const own = `/proc/${pid}`;
  if (bornOf(pid) !== born || !catches(own, signal)) return false;
  if (isWaiting(own, signal)) return true;
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    // it has ended, or may have no more signals waiting
    return false;
  }
}

function catches(folder: string, signal: number): boolean {
  return hasSignal(folder, /^SigCgt:\s+([0-9a-f]+)$/m, signal);
}

// Signals of this kind would queue up: who blocks it would be called many times for what is over long since.
function isWaiting(folder: string, signal: number): boolean {
  return hasSignal(folder, /^ShdPnd:\s+([0-9a-f]+)$/m, signal);
}

function hasSignal(folder: string, line: RegExp, signal: number): boolean {
  try {
    const mask = line.exec(readFileSync(`${folder}/status`, 'latin1'))?.[1] ?? '0';
    return ((BigInt(`0x${mask}`) >> BigInt(signal - 1)) & 1n) === 1n;
  } catch {
    // it has ended meanwhile
    return false;
  }
}
