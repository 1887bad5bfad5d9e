import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { isatty } from 'node:tty';
import type { Program } from '../model/inside.ts';
import { shellQuoted } from './enter-script.ts';

/** What a program inside is connected to. */
export interface Streams extends Pick<Program, 'signal' | 'stderr' | 'stdout'> {
  /** As a program's; `pipe`: what this process writes. */
  readonly input: Program['input'] | 'pipe';
  /** Says what to do when the terminal has another size; that of this process is looked after without. */
  readonly onResize?: (work: () => void) => void;
}

/** All that the tools of the machine find in their environment. */
export function toolEnvironment(): Record<string, string> {
  return {
    PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
    LC_ALL: 'C',
    SHELL: '/bin/sh',
    TERM: process.env.TERM ?? 'dumb',
  };
}

/**
 * Starts a tool of the machine that leads inside. Whatever happens to this process, nothing of it stays.
 * @param nothing a descriptor of /dev/null @param passed descriptors from 3 on; `pipe`: one to this process
 */
export function startTool(
  words: readonly string[],
  streams: Streams,
  nothing: number,
  passed: readonly (number | 'pipe')[],
): ChildProcess {
  const covered = new Array<number>(leaks(3 + passed.length)).fill(nothing);
  const stdio = [inputOf(streams), ...outputsOf(streams), ...passed, ...covered] as StdioOptions;
  const env = toolEnvironment();
  const kept = ['setpriv', '--pdeathsig', 'KILL', ...words];
  if (!atTerminal(streams)) {
    const [program = '', ...argv] = kept;
    return spawn(program, argv, { env, stdio, detached: true });
  }
  // A terminal of its own: on ours, a program inside could type commands for the shell outside (TIOCSTI).
  const line = `exec ${kept.map(shellQuoted).join(' ')}`;
  const argv = ['--pdeathsig', 'HUP', 'script', '-q', '-e', '-c', line, '/dev/null'];
  return spawn('setpriv', argv, { env, stdio });
}

/** Whether it is to have a terminal: input and output are one. */
export function atTerminal({ input, stdout }: Pick<Streams, 'input' | 'stdout'>): boolean {
  if (input === 'none' || input === 'pipe' || stdout.descriptor === undefined) return false;
  return isatty(input === 'inherit' ? 0 : input) && isatty(stdout.descriptor);
}

/** @returns what `spawn` takes */
export function inputOf({ input }: Pick<Streams, 'input'>): number | 'ignore' | 'pipe' {
  if (typeof input === 'number' || input === 'pipe') return input;
  return input === 'inherit' ? 0 : 'ignore';
}

/** @returns what `spawn` takes */
export function outputsOf({ stdout, stderr }: Pick<Streams, 'stderr' | 'stdout'>): (number | 'pipe')[] {
  return [stdout.descriptor ?? 'pipe', stderr.descriptor ?? 'pipe'];
}

/**
 * How many descriptors after those that are passed must be covered: this process was given them by its caller and would
 * hand them on, and a folder of the machine among them would be a way out.
 */
function leaks(first: number): number {
  return Math.max(first - 1, ...readdirSync('/proc/self/fd').map(Number).filter(isHandedOn)) - first + 1;
}

function isHandedOn(descriptor: number): boolean {
  try {
    const flags = /^flags:\s+([0-7]+)/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'latin1'))?.[1];
    return flags !== undefined && (Number.parseInt(flags, 8) & closeOnExec) === 0;
  } catch {
    return false;
  }
}

// O_CLOEXEC as /proc shows it; Node's constants do not have it.
const closeOnExec = 0o2000000;

/** Waits until a tool has ended, and copies what it prints. @returns its exit status; 128 and the signal that ended it */
export function ended(child: ChildProcess, { stdout, stderr, signal, onResize }: Streams): Promise<number> {
  onResize?.(() => child.kill('SIGWINCH'));
  return new Promise((resolve, reject) => {
    const kill = () => killGroup(child);
    if (signal.aborted) kill();
    signal.addEventListener('abort', kill, { once: true });
    copyOutput(child, { stdout, stderr });
    child.on('error', reject);
    child.on('close', (code, killed) => {
      signal.removeEventListener('abort', kill);
      resolve(code ?? 128 + (killed === null ? 0 : constants.signals[killed]));
    });
  });
}

/** Hands on what a program prints into pipes of ours. */
export function copyOutput(
  child: Pick<ChildProcess, 'stderr' | 'stdout'>,
  { stdout, stderr }: Pick<Streams, 'stderr' | 'stdout'>,
): void {
  for (const [from, to] of [
    [child.stdout, stdout],
    [child.stderr, stderr],
  ] as const) {
    // Who does not read holds the program up, as a pipe does: nothing is heaped up here.
    const wait = () => {
      const ready = to.full?.();
      if (!ready) return;
      from?.pause();
      void ready.then(() => from?.resume());
    };
    if (to.writeBytes) {
      from?.on('data', (bytes: Buffer) => {
        to.writeBytes?.(bytes);
        wait();
      });
      continue;
    }
    from?.setEncoding('utf8');
    from?.on('data', (text: string) => {
      to.write(text);
      wait();
    });
  }
}

// With all that the program has started in its group; at a terminal, the hang-up does that.
function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
