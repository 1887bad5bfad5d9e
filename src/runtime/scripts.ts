import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScriptCall, ScriptEnd, ScriptSession } from '../model/inside.ts';
import type { Place } from '../model/place.ts';
import type { Lab } from '../state/lab.ts';
import { shellQuoted } from './enter-script.ts';
import { openHolder } from './holder.ts';
import { joinWords } from './join.ts';
import { type LentFolder, lend } from './lend.ts';
import { repairPlace } from './place.ts';
import { numbersInSpace, spaceOf } from './processes.ts';
import { ScriptChannel } from './script-channel.ts';
import { shellOf } from './shell.ts';
import { processLimit } from './stay.ts';
import { startTool } from './streams.ts';

/** A script that starts more processes than its host has room for must not stop the machine (ours). */
const mostProcesses = 1024;

/**
 * Opens a place for scripts. One shell goes in and stays: who has a hundred scripts pays the way in once.
 * @throws Failure where the machine does not allow it: nothing ran then
 */
export async function openScripts(
  lab: Lab,
  place: Place,
  files: Readonly<Record<string, Buffer>> = {},
): Promise<ScriptSession> {
  const holder = await openHolder(lab, place);
  repairPlace(lab, place);
  const lent = lend(holder.folder, files, lab.machine.self.pid);
  const way = { top: holder.top, processes: Math.min(processLimit(lab, place), mostProcesses) };
  return new Session(lent, way);
}

interface Way {
  readonly top: number;
  readonly processes: number;
}

class Session implements ScriptSession {
  readonly #lent: LentFolder;
  readonly #way: Way;
  readonly #channels: Readonly<Record<'err' | 'out', ScriptChannel>>;
  #shell: Shell | undefined;

  constructor(lent: LentFolder, way: Way) {
    this.#lent = lent;
    this.#way = way;
    const channel = (name: string) =>
      new ScriptChannel((number) => join(lent.outside ?? '', `.${name}${number}`));
    this.#channels = { out: channel('out'), err: channel('err') };
  }

  lent(name: string): string {
    return `${this.#lent.inside}/${name}`;
  }

  async run(call: ScriptCall): Promise<ScriptEnd> {
    const { out, err } = this.#channels;
    // A script can kill the shell that runs it: the next one gets another.
    if (!this.#shell?.alive) this.#shell = new Shell(this.#way);
    const began = performance.now();
    const ended = await this.#shell.run(this.#line(call), call);
    const milliseconds = Math.round(performance.now() - began);
    const [stdout, stderr] = [out.take(), err.take()];
    return {
      ...ended,
      stdout: stdout.text,
      stderr: stderr.text,
      cut: stdout.cut || stderr.cut,
      milliseconds,
    };
  }

  // What a script is called with is quoted: the shell reads nothing into it.
  #line({ words, environment, directory }: ScriptCall): string {
    const variables = Object.entries(environment).map(([name, value]) => `${name}=${shellQuoted(value)}`);
    const pipe = (name: 'err' | 'out') => `${this.#lent.inside}/.${name}${this.#channels[name].number}`;
    const streams = `< /dev/null > ${pipe('out')} 2> ${pipe('err')}`;
    const program = words.map(shellQuoted).join(' ');
    const start = `${variables.join(' ')} ${ownGroup} ${program} ${streams} &`;
    return `cd ${shellQuoted(directory)} 2> /dev/null || cd /; ${start}\n`;
  }

  close(): void {
    this.#shell?.close();
    for (const channel of Object.values(this.#channels)) channel.close();
    this.#lent.remove();
  }
}

/**
 * A script has a group of its own: all that it starts can be ended at once, however fast it starts more. Most shells give it one
 * (`set -m`); a small one wants a terminal for that, so there a program does it, which costs each script two more of them.
 */
const givesGroups = shellOf() !== '/bin/sh';
const ownGroup = givesGroups ? '' : `/usr/bin/setsid /bin/sh -c 'exec "$@"' sh`;

// Each line it reads starts a script; it says when one has begun, and how it ended. What it says has lines of its own,
// whatever others print there.
const loop = [
  givesGroups ? 'set -m' : ':',
  'while IFS= read -r line; do eval "$line"; printf "\\np %s\\n" $!',
  'wait $!; printf "\\ns %s\\n" $?; done',
].join('; ');

/** So long what was killed has to go, before the shell that waits for it is given up; milliseconds. */
const grace = 1000;

interface ShellEnd {
  readonly status: number;
  readonly timedOut: boolean;
}

/** A shell in the place that starts scripts for us. */
class Shell {
  readonly #child: ChildProcess;
  readonly #way: Way;
  #rest = '';
  #hear: ((word: string, number: number) => void) | undefined;
  alive = true;

  constructor(way: Way) {
    this.#way = way;
    const nothing = openSync('/dev/null', 'r');
    const words = joinWords({
      ...{ top: way.top, processes: way.processes, clogin: false, visitor: undefined },
      words: ['/usr/bin/env', '-i', shellOf(), '-c', loop],
    });
    const stream = { write: () => {} };
    const streams = { stdout: stream, stderr: stream, signal: new AbortController().signal };
    this.#child = startTool(words, { ...streams, input: 'pipe' }, nothing, []);
    closeSync(nothing);
    this.#child.stderr?.resume();
    this.#child.stdin?.on('error', () => {});
    this.#child.stdout?.setEncoding('latin1').on('data', (text: string) => this.#read(text));
    const gone = () => {
      this.alive = false;
      this.#hear?.('gone', 0);
    };
    this.#child.on('error', gone);
    // Its end, not that of its output: a script can hold that open for ever.
    this.#child.on('exit', gone);
  }

  run(line: string, { seconds, signal }: ScriptCall): Promise<ShellEnd> {
    return new Promise((resolve) => {
      let pid = 0;
      let timedOut = false;
      const timers: NodeJS.Timeout[] = [];
      const later = (work: () => void, milliseconds: number) => timers.push(setTimeout(work, milliseconds));
      const killAll = () => {
        this.#killAll();
        later(() => this.#giveUp(), grace);
      };
      const limit = () => {
        timedOut = true;
        for (const each of this.#scripts()) send(each, 'SIGABRT');
        later(killAll, grace);
      };
      if (seconds > 0) later(limit, seconds * 1000);
      signal.addEventListener('abort', killAll, { once: true });
      this.#hear = (word, number) => {
        if (word === 'p') {
          pid = number;
          if (signal.aborted) killAll();
          return;
        }
        for (const timer of timers) clearTimeout(timer);
        signal.removeEventListener('abort', killAll);
        this.#hear = undefined;
        // One that has killed its shell would go on while others hear how the request ended.
        if (word === 'gone') killInside(this.#way.top, pid);
        resolve({ status: word === 's' ? number : 128 + 9, timedOut });
      };
      this.#child.stdin?.write(line);
    });
  }

  // The shell's own children: what a script prints here says nothing about whom to kill.
  #scripts(): number[] {
    const { pid } = this.#child;
    return pid === undefined ? [] : childrenOf(pid).flatMap(childrenOf);
  }

  #killAll(): void {
    for (const each of this.#scripts()) killFamily(each);
  }

  // It does not hear of the end of what was killed: a script has stopped it, or speaks for it.
  #giveUp(): void {
    this.#killAll();
    this.#child.kill('SIGKILL');
  }

  // Whoever can print here can only say that a script of the same place has ended.
  #read(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop()?.slice(-64) ?? '';
    for (const each of lines) {
      const [, word, number] = /^([ps]) (\d{1,10})$/.exec(each) ?? [];
      if (word !== undefined) this.#hear?.(word, Number(number));
    }
  }

  close(): void {
    this.#child.stdin?.end();
    this.#child.stdout?.destroy();
    this.#child.unref();
  }
}

/** Ends a script with all that it has started. @param pid its number in the place; 0: none is known */
function killInside(top: number, pid: number): void {
  // Number 1 holds the place: no script.
  if (pid <= 1) return;
  try {
    const outer = numbersInSpace(spaceOf(top)).get(pid);
    if (outer !== undefined) killFamily(outer);
  } catch {
    // the whole place has ended, and the script with it
  }
}

// The group first: nobody in it can start another one meanwhile. Then those that have left it.
function killFamily(pid: number): void {
  const others = descendantsOf(pid);
  for (const each of [-pid, ...others, pid]) send(each, 'SIGKILL');
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // it has ended by itself
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
