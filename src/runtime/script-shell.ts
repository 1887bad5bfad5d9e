import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { joinWords } from './join.ts';
import { numbersInSpace, spaceOf } from './processes.ts';
import { said, shellLoop } from './script-lines.ts';
import { shellOf } from './shell.ts';
import { startTool } from './streams.ts';

/** The way into the place of scripts. */
export interface ScriptWay {
  /** The process outside that owns the namespaces. */
  readonly top: number;
  readonly processes: number;
  /** The folder of what is lent, as seen inside. */
  readonly lent: string;
  /** Descriptor of the journal. */
  readonly journal: number;
}

/** Who hears what a shell says. */
export interface ShellHearer {
  /** A call has ended. */
  ended(index: number, status: number): void;
  /** It was held up after a call. */
  halted(index: number): void;
  /** The shell itself has ended. */
  gone(): void;
}

/** A shell in the place that runs scripts for us, one after the other. */
export class ScriptShell {
  readonly #child: ChildProcess;
  readonly #top: number;
  #rest = '';
  #lost = false;
  alive = true;

  constructor({ top, processes, lent, journal }: ScriptWay, hearer: ShellHearer) {
    this.#top = top;
    const nothing = openSync('/dev/null', 'r');
    const words = joinWords({
      ...{ top, processes, clogin: false, visitor: undefined },
      words: ['/usr/bin/env', '-i', shellOf(), '-c', shellLoop(lent)],
    });
    const stream = { write: () => {} };
    const streams = { stdout: stream, stderr: stream, signal: new AbortController().signal };
    this.#child = startTool(words, { ...streams, input: 'pipe' }, nothing, [journal]);
    closeSync(nothing);
    this.#child.stderr?.resume();
    this.#child.stdin?.on('error', () => {});
    this.#child.stdout?.setEncoding('latin1').on('data', (text: string) => this.#read(text, hearer));
    const end = () => {
      if (this.#lost) return;
      this.#lost = true;
      // What it said last may come after the news of its end.
      setImmediate(() => {
        this.alive = false;
        hearer.gone();
      });
    };
    this.#child.on('error', end);
    // Its end, not that of its output: a script can hold that open for ever.
    this.#child.on('exit', end);
  }

  tell(lines: string): void {
    this.#child.stdin?.write(lines);
  }

  // Whoever can print here can only say that a script of the same place has ended.
  #read(text: string, hearer: ShellHearer): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop()?.slice(-64) ?? '';
    for (const each of lines) {
      const [, index, status, halted] = said.exec(each) ?? [];
      if (index !== undefined) hearer.ended(Number(index), Number(status));
      if (halted !== undefined) hearer.halted(Number(halted));
    }
  }

  /** What runs now: the shell's own children. What a script prints says nothing about whom to end. */
  scripts(): number[] {
    const { pid } = this.#child;
    return pid === undefined ? [] : childrenOf(pid).flatMap(childrenOf);
  }

  /** It does not hear of the end of what was killed: a script has stopped it, or speaks for it. */
  giveUp(): void {
    for (const each of this.scripts()) killFamily(each);
    this.#child.kill('SIGKILL');
  }

  /**
   * Ends the script of a shell that has gone, with all that it has started: it leads a group in the session of the shell.
   * @param pid its number in the place, where it has a session of its own; 0: it has none, or none was begun
   */
  killLeft(pid: number): void {
    try {
      const outer = numbersInSpace(spaceOf(this.#top));
      const alone = pid > 1 ? outer.get(pid) : undefined;
      if (alone !== undefined) killFamily(alone);
      for (const each of outer.values()) if (leadsGroup(each, this.#child.pid ?? 0)) killFamily(each);
    } catch {
      // the whole place has ended, and the script with it
    }
  }

  close(): void {
    this.#child.stdin?.end();
    this.#child.stdout?.destroy();
    this.#child.unref();
  }
}

/** Whether a process leads a group of its own in a session. */
function leadsGroup(pid: number, session: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [, , group, of] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(group) === pid && Number(of) === session;
  } catch {
    return false;
  }
}

/** Kills a process with all that it has started. The group first: nobody in it can start another one meanwhile. Then those that have left it. */
export function killFamily(pid: number): void {
  const others = descendantsOf(pid);
  for (const each of [-pid, ...others, pid]) send(each, 'SIGKILL');
}

/** @param pid may have ended by itself */
export function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // it has ended
  }
}

function descendantsOf(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [...descendantsOf(child), child]);
}

function childrenOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1');
    return text.split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
