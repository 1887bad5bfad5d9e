import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import type { ProgramOutput } from '../model/inside.ts';
import type { Call } from './broker.ts';
import { outerNumbers } from './processes.ts';

/** Streams of a process inside, opened outside, for a program that is started in its place. */
export interface LentStreams {
  readonly input: number | 'none';
  readonly stdout: ProgramOutput;
  readonly stderr: ProgramOutput;
  /** What is done when the terminal has another size. */
  onResize(work: () => void): void;
  close(): void;
}

/**
 * Opens the three streams of a caller inside. Its number is what it says: at worst it lends the streams of another process of
 * its partition. Only what that process may itself read or write is opened so.
 */
export function lentStreams(top: number, call: Call): LentStreams {
  const outer = outerNumbers(top).get(call.pid);
  const opened: number[] = [];
  const open = (descriptor: number, writing: boolean): number | undefined => {
    if (outer === undefined || !allows(outer, descriptor, writing)) return undefined;
    try {
      const flags = writing ? constants.O_WRONLY | constants.O_APPEND : constants.O_RDONLY;
      const own = openSync(`/proc/${outer}/fd/${descriptor}`, flags | constants.O_NOCTTY);
      opened.push(own);
      // Between the look at it and its opening, it may have been made another one: what the machine lent for reading only.
      return writing && fstatSync(own).isFile() && !isInside(top, own) ? undefined : own;
    } catch {
      return undefined;
    }
  };
  const output = (descriptor: number, { write, writeBytes, full }: ProgramOutput): ProgramOutput => {
    const passed = { write, ...(writeBytes ? { writeBytes } : {}), ...(full ? { full } : {}) };
    const own = open(descriptor, true);
    if (own === undefined) return passed;
    // What is written here would not move the caller's place in a file: both would write over each other.
    if (fstatSync(own).isFile() && !appends(outer, descriptor)) return passed;
    return { write, descriptor: own };
  };
  return {
    input: open(0, false) ?? 'none',
    stdout: output(1, call.stdout),
    stderr: output(2, call.stderr),
    onResize: call.onResize,
    close() {
      for (const each of opened.splice(0)) closeSync(each);
    },
  };
}

function allows(pid: number, descriptor: number, writing: boolean): boolean {
  const mode = (flagsOf(pid, descriptor) ?? 3) & 3;
  return mode === constants.O_RDWR || mode === (writing ? constants.O_WRONLY : constants.O_RDONLY);
}

// Files of the place are on its mounts, with rights of its own; others were opened outside by whoever came in.
function isInside(top: number, own: number): boolean {
  const mount = /^mnt_id:\s+(\d+)/m.exec(readFileSync(`/proc/self/fdinfo/${own}`, 'latin1'))?.[1];
  const mounts = readFileSync(`/proc/${top}/mountinfo`, 'latin1').split('\n');
  return mounts.some((line) => line.split(' ')[0] === mount);
}

function appends(pid: number | undefined, descriptor: number): boolean {
  return pid !== undefined && ((flagsOf(pid, descriptor) ?? 0) & constants.O_APPEND) !== 0;
}

function flagsOf(pid: number, descriptor: number): number | undefined {
  try {
    const info = readFileSync(`/proc/${pid}/fdinfo/${descriptor}`, 'latin1');
    const flags = Number.parseInt(/^flags:\s+([0-7]+)/m.exec(info)?.[1] ?? '', 8);
    return Number.isNaN(flags) ? undefined : flags;
  } catch {
    return undefined;
  }
}
