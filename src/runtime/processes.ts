import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { RealProcess } from '../model/inside.ts';
import { firstShiftedId, treeOwner } from '../model/tree/owner.ts';
import { idleWords } from './enter-script.ts';

/** Clock ticks a second in /proc; the same on all machines that Node runs on. */
const ticks = 100;

/** The real programs in the namespaces that a process outside owns, by their numbers there; none if it has gone. */
export function processesIn(top: number): RealProcess[] {
  const folder = `/proc/${top}/root/proc`;
  if (!existsSync(`${folder}/1`)) return [];
  try {
    return programsIn(folder);
  } catch {
    return [];
  }
}

function programsIn(folder: string): RealProcess[] {
  const boot = bootTime();
  const own = namespaceOf(folder, '1');
  return numbersIn(folder)
    .flatMap((pid) => readProcess(folder, pid, boot, own) ?? [])
    .filter((each) => each.pid !== 1 && each.state !== 'Z' && !isIdle(each));
}

// What keeps the first process there is nobody's program.
function isIdle({ parent, words }: RealProcess): boolean {
  return parent === 1 && words.join(' ') === idleWords.join(' ');
}

function readProcess(folder: string, pid: number, boot: number, own: string): RealProcess | undefined {
  try {
    const stat = readFileSync(`${folder}/${pid}/stat`, 'latin1');
    const end = stat.lastIndexOf(')');
    const name = stat.slice(stat.indexOf('(') + 1, end);
    // Fields from the third on (proc(5)).
    const fields = stat.slice(end + 2).split(' ');
    const field = (number: number) => Number(fields[number - 3]);
    const words = readFileSync(`${folder}/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
    return {
      pid,
      parent: field(4),
      user: userOf(folder, pid),
      state: fields[0] ?? '',
      started: boot + (field(22) * 1000) / ticks,
      born: field(22),
      seconds: (field(14) + field(15)) / ticks,
      terminal: terminalOf(field(7)),
      words: words.length > 0 ? words : [name],
      clogin: namespaceOf(folder, String(pid)) !== own,
    };
  } catch {
    // it has ended meanwhile
    return undefined;
  }
}

function userOf(folder: string, pid: number): number {
  if (treeOwner() === undefined) return 0;
  const status = readFileSync(`${folder}/${pid}/status`, 'latin1');
  const id = Number(/^Uid:\s+(\d+)/m.exec(status)?.[1] ?? firstShiftedId);
  // An application WPAR over the caller's own files has the machine's users.
  return id < firstShiftedId ? id : id - firstShiftedId;
}

// Terminals of a partition are of the kind 136 (pts).
function terminalOf(device: number): string | undefined {
  const major = (device >> 8) & 0xfff;
  return major === 136 ? `pts/${device & 0xff}` : undefined;
}

function namespaceOf(folder: string, pid: string): string {
  return readlinkSync(`${folder}/${pid}/ns/cgroup`);
}

function numbersIn(folder: string): number[] {
  return readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** Real milliseconds since 1970. */
function bootTime(): number {
  return Number(/^btime (\d+)/m.exec(readFileSync('/proc/stat', 'latin1'))?.[1] ?? 0) * 1000;
}

/** The name of the namespace of processes that a process outside owns. */
export function spaceOf(top: number): string {
  return readlinkSync(`/proc/${top}/ns/pid_for_children`);
}

/** Numbers that processes of a partition have outside of it, by those inside. */
export function outerNumbers(top: number): Map<number, number> {
  return numbersInSpace(spaceOf(top));
}

/** The same, by the name of the namespace: its owner may be gone. */
export function numbersInSpace(own: string): Map<number, number> {
  return new Map(
    numbersIn('/proc').flatMap((pid) => {
      try {
        if (readlinkSync(`/proc/${pid}/ns/pid`) !== own) return [];
        const status = readFileSync(`/proc/${pid}/status`, 'latin1');
        // It has ended, and somebody has yet to notice.
        if (/^State:\s+[ZX]/m.test(status)) return [];
        const numbers = /^NSpid:\s+(.*)$/m.exec(status)?.[1] ?? '';
        return [[Number(numbers.split(/\s+/).at(-1)), pid] as const];
      } catch {
        return [];
      }
    }),
  );
}

/** When a process of this machine began, in clock ticks; undefined if there is none of the number. */
export function bornOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
  } catch {
    return undefined;
  }
}
