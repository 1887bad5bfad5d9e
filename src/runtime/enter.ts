import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { isatty } from 'node:tty';
import type { ProgramOutput } from '../model/inside.ts';
import { openFolder } from '../model/tree/beneath.ts';
import { enterScript, initScript, shellQuoted } from './enter-script.ts';
import { type Identities, openIdentities } from './identities.ts';
import type { Session } from './session.ts';

/** A place to go into, and what to do there. */
export interface Entry {
  readonly session: Session;
  /** Root of the laid tree that holds the place. */
  readonly tree: string;
  /** The place in it; `/` for the whole. */
  readonly base: string;
  /** A folder of another tree that is seen as /opt, read-only. */
  readonly opt: { readonly tree: string; readonly base: string } | undefined;
  readonly hostName: string;
  readonly words: readonly string[];
  /** Where its input comes from: what parlab has, a text, or nowhere. */
  readonly input: 'inherit' | 'none' | number;
  readonly stdout: ProgramOutput;
  readonly stderr: ProgramOutput;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** What became of it. */
export type Outcome =
  | { readonly entered: true; readonly status: number }
  /** Nothing ran inside; `step` is where the machine refused. */
  | { readonly entered: false; readonly step: string };

/** All namespaces but that of users, which comes first or last as the case may be. */
export const namespaces: readonly string[] = ['--mount', '--pid', '--fork', '--uts', '--ipc', '--net'];

/** Runs the words inside. @throws the system's errors of preparing it */
export async function enter(entry: Entry): Promise<Outcome> {
  const { session } = entry;
  session.write('init', initScript(entry.words), 0o644);
  session.link('tree', `${entry.tree}${entry.base}`);
  if (entry.opt !== undefined) session.link('opt', `${entry.opt.tree}${entry.opt.base}`);
  const held: number[] = [];
  const hold = (descriptor: number) => {
    held.push(descriptor);
    return descriptor;
  };
  let identities: Identities;
  try {
    identities = await openIdentities();
  } catch {
    return { entered: false, step: 'identities' };
  }
  try {
    const nothing = hold(openSync('/dev/null', 'r'));
    const passed = [
      identities.namespace ?? nothing,
      hold(openFolder(entry.tree, entry.base, 'refuse')),
      entry.opt === undefined ? nothing : hold(openFolder(entry.opt.tree, entry.opt.base, 'refuse')),
      ...new Array<number>(leaks()).fill(nothing),
    ];
    const status = await ended(start(entry, identities.kind, passed), entry);
    const { step } = session;
    return step === 'entered' ? { entered: true, status } : { entered: false, step };
  } finally {
    for (const descriptor of held) closeSync(descriptor);
    identities.close();
  }
}

function start(entry: Entry, kind: Identities['kind'], passed: readonly number[]): ChildProcess {
  const unshare = [
    // Whatever happens to parlab, nothing of it stays.
    ...['setpriv', '--pdeathsig', 'KILL', 'unshare', '--kill-child'],
    ...(kind === 'own' ? ['--user', '--map-root-user'] : []),
    ...namespaces,
    ...['/bin/sh', '-c', enterScript, entry.session.folder, kind, entry.hostName, process.execPath],
  ];
  const env = {
    PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
    LC_ALL: 'C',
    SHELL: '/bin/sh',
    TERM: process.env.TERM ?? 'dumb',
  };
  const stdio = [inputOf(entry), ...outputs(entry), ...passed];
  if (!atTerminal(entry)) {
    const [program = '', ...argv] = unshare;
    return spawn(program, argv, { env, stdio: stdio as StdioOptions, detached: true });
  }
  // A terminal of its own: on ours, a program inside could type commands for the shell outside (TIOCSTI).
  const line = `exec ${unshare.map(shellQuoted).join(' ')}`;
  const argv = ['--pdeathsig', 'HUP', 'script', '-q', '-e', '-c', line, '/dev/null'];
  return spawn('setpriv', argv, { env, stdio: stdio as StdioOptions });
}

/** Whether it is to have a terminal: input and output are one. */
export function atTerminal({ input, stdout }: Pick<Entry, 'input' | 'stdout'>): boolean {
  return input === 'inherit' && stdout.descriptor !== undefined && isatty(0) && isatty(stdout.descriptor);
}

function inputOf({ input }: Entry): number | 'ignore' {
  if (typeof input === 'number') return input;
  return input === 'inherit' ? 0 : 'ignore';
}

function outputs({ stdout, stderr }: Entry): (number | 'pipe')[] {
  return [stdout.descriptor ?? 'pipe', stderr.descriptor ?? 'pipe'];
}

/**
 * How many descriptors after the three that are passed must be covered: this process was given them by its caller and
 * would hand them on, and a folder of the machine among them would be a way out.
 */
function leaks(): number {
  return Math.max(5, ...readdirSync('/proc/self/fd').map(Number).filter(handedOn)) - 5;
}

function handedOn(descriptor: number): boolean {
  if (descriptor < 6) return false;
  try {
    const flags = /^flags:\s+([0-7]+)/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'latin1'))?.[1];
    return flags !== undefined && (Number.parseInt(flags, 8) & closeOnExec) === 0;
  } catch {
    return false;
  }
}

// O_CLOEXEC as /proc shows it; Node's constants do not have it.
const closeOnExec = 0o2000000;

function ended(child: ChildProcess, { stdout, stderr, signal }: Entry): Promise<number> {
  return new Promise((resolve, reject) => {
    const kill = () => child.kill('SIGKILL');
    if (signal.aborted) kill();
    signal.addEventListener('abort', kill, { once: true });
    for (const [from, to] of [
      [child.stdout, stdout],
      [child.stderr, stderr],
    ] as const) {
      from?.setEncoding('utf8');
      from?.on('data', (text: string) => to.write(text));
    }
    child.on('error', reject);
    child.on('close', (code, killed) => {
      signal.removeEventListener('abort', kill);
      resolve(code ?? 128 + (killed === null ? 0 : constants.signals[killed]));
    });
  });
}
