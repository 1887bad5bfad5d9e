import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Caller } from '../cli/call.ts';
import { applicationFile } from '../cli/open-lab.ts';
import { ownerOf } from '../cli/process-machine.ts';
import { failure } from '../messages/failure.ts';
import { wparMessages } from '../messages/wpar.ts';
import { treeOwner } from '../model/tree/owner.ts';
import type { PreparedApplication } from '../model/wpar/application.ts';
import type { Host } from '../state/hosts.ts';
import type { Lab } from '../state/lab.ts';
import { resourcesOf, type Wpar, type WparCommand } from '../state/wpars.ts';
import type { Hands } from './answer.ts';
import { openApplicationBroker } from './application-broker.ts';
import { Control } from './application-control.ts';
import { applicationInit, besideHostScript, hostFilesScript, ownFilesScript } from './application-script.ts';
import { openHolder } from './holder.ts';
import { firstPid } from './keeper.ts';
import { placeEnvironment, repairPlace } from './place.ts';
import { outerNumbers, processesIn } from './processes.ts';
import { refusal } from './refusal.ts';
import { Session } from './session.ts';
import { processLimit } from './stay.ts';
import { copyOutput, inputOf, outputsOf, type Streams, startTool, toolEnvironment } from './streams.ts';

/** An application WPAR whose program is to run. */
export interface Application {
  readonly lab: Lab;
  readonly host: Host;
  readonly wpar: Wpar;
  readonly command: WparCommand;
  readonly caller: Caller;
}

/**
 * Makes the namespaces of an application WPAR over the caller's own files: the program will run where the caller is, with the
 * caller's rights.
 * @throws Failure where the machine does not allow it, or if there is no such program
 */
export async function overOwnFiles(application: Application): Promise<PreparedApplication> {
  const { lab, host, wpar, command, caller } = application;
  const place = { host, wpar };
  if (process.platform !== 'linux') throw refusal(place);
  const session = Session.open(lab.directory, lab.machine);
  session.write(applicationFile, applicationInit, 0o644);
  const init = join(session.folder, applicationFile);
  const { PATH, ...environment } = { ...caller.environment, ...command.environment };
  const streams = { input: 'inherit', stdout: caller.stdout, stderr: caller.stderr } as const;
  const [out, err] = outputsOf(streams);
  const limit = resourcesOf(lab.engine, wpar.id).totalProcesses;
  const privileged = mayUnshare();
  const words = [
    ...['--pdeathsig', 'KILL'],
    ...(limit === undefined ? [] : ['prlimit', `--nproc=${limit}`]),
    ...['unshare', '--fork', '--kill-child', '--pid', '--mount-proc', '--uts'],
    ...(privileged ? [] : ['--user', '--map-current-user', '--keep-caps']),
    ...['/bin/sh', '-c', ownFilesScript, wpar.hostname, String(firstPid(place)), privileged ? '' : 'yes'],
    ...[init, '/', command.words[0] ?? '', ...command.words],
  ];
  const child = spawn('setpriv', words, {
    env: {
      ...environment,
      PATH: toolEnvironment().PATH,
      ...(PATH === undefined ? {} : { parlab_path: PATH }),
    },
    cwd: caller.directory,
    stdio: [inputOf(streams), out ?? 'pipe', 'ignore', 'pipe', err ?? 'pipe'],
  });
  copyOutput({ stdout: child.stdout, stderr: child.stdio[4] as ChildProcess['stderr'] }, streams);
  const running = new Running(application, new Control(child), () => session.close());
  const top = child.pid;
  await running.ready();
  if (top === undefined) throw refusal(place);
  session.writeTop(top);
  return running.prepared({ ...lab.machine.self, folder: session.folder, top }, (give) => {
    for (const signal of passedOn) process.on(signal, give);
    return () => {
      for (const signal of passedOn) process.off(signal, give);
    };
  });
}

/**
 * The same over the files of the host, beside what runs there.
 * @throws Failure
 */
export async function overHostFiles(application: Application, hands: Hands): Promise<PreparedApplication> {
  const { lab, host, wpar, command, caller } = application;
  const place = { host, wpar };
  const keeper = await openHolder(lab, { host });
  repairPlace(lab, { host });
  const session = Session.open(lab.directory, lab.machine);
  let top = 0;
  const broker = await openApplicationBroker(keeper.folder, {
    directory: lab.directory,
    machine: lab.machine,
    hands,
    wpar: wpar.id,
    top: () => top,
  });
  const streams: Streams & { close?(): void } = {
    input: 'inherit',
    stdout: caller.stdout,
    stderr: caller.stderr,
    ...caller.lendStreams?.(),
    signal: caller.signal,
  };
  const nothing = openSync('/dev/null', 'r');
  const of = (name: string) => `/proc/${keeper.top}/ns/${name}`;
  // Where there is one id only, nobody may take another.
  const kept = treeOwner() === undefined ? '--preserve-credentials' : '';
  const variables = Object.entries(command.environment).map(([name, value]) => `${name}=${value}`);
  const environment = placeEnvironment({ host }, caller.environment.TERM);
  const words = [
    'nsenter',
    ...(kept === '' ? [] : [`--user=${of('user')}`, kept]),
    ...[`--mount=${of('mnt')}`, `--uts=${of('uts')}`, `--ipc=${of('ipc')}`, `--net=${of('net')}`],
    ...['/bin/sh', '-c', besideHostScript, hostFilesScript],
    ...[wpar.hostname, String(firstPid(place)), String(processLimit(lab, place)), broker.folder, kept],
    ...[applicationFile, '/tree', command.words[0] ?? ''],
    ...['chroot', '/tree', '/bin/sh', '-c', 'cd "$0" 2> /dev/null || cd /; exec "$@"'],
    caller.fromInside === true ? caller.directory : '/',
    ...['/usr/bin/env', '-i', ...environment, ...variables, ...command.words],
  ];
  const child = startTool(words, streams, nothing, ['pipe']);
  closeSync(nothing);
  streams.onResize?.(() => child.kill('SIGWINCH'));
  copyOutput(child, streams);
  const control = new Control(child);
  const watching = setInterval(() => {
    if (!lab.machine.alive(keeper)) control.kill();
  }, 1000);
  const running = new Running(application, control, () => {
    clearInterval(watching);
    broker.close();
    session.close();
    streams.close?.();
  });
  await running.ready();
  top = control.top ?? 0;
  session.writeTop(top);
  return running.prepared({ ...ownerOf(top), folder: session.folder, top }, (give) => {
    const interrupt = () => give(caller.signal.reason as NodeJS.Signals);
    caller.signal.addEventListener('abort', interrupt, { once: true });
    return () => caller.signal.removeEventListener('abort', interrupt);
  });
}

/** Signals that wparexec hands on to its program. */
const passedOn = ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGUSR1', 'SIGUSR2'] as const;

/** Those that a terminal gives to everybody in the foreground. */
const ofTerminals: readonly string[] = ['SIGHUP', 'SIGINT', 'SIGQUIT'];

/** Namespaces whose first process waits, and then what runs in them. */
class Running {
  readonly #application: Application;
  readonly #control: Control;
  readonly #close: () => void;

  constructor(application: Application, control: Control, close: () => void) {
    this.#application = application;
    this.#control = control;
    this.#close = close;
  }

  /** @throws Failure */
  async ready(): Promise<void> {
    const { host, wpar, command } = this.#application;
    const said = await this.#control.ready;
    if (said === 'ready') return;
    await this.#end();
    const values = { path: command.words[0] ?? '' };
    if (said === 'missing') throw failure(wparMessages.commandNotFound, values);
    if (said === 'forbidden') throw failure(wparMessages.commandNotExecutable, values);
    throw refusal({ host, wpar }, 'namespaces');
  }

  prepared(
    owner: { readonly pid: number; readonly birth: string; readonly folder: string; readonly top: number },
    listen: (give: (signal: NodeJS.Signals) => void) => () => void,
  ): PreparedApplication {
    const { host, wpar } = this.#application;
    const { top } = owner;
    return {
      holder: { ...owner, host: host.name, wpar: wpar.id, ticket: null },
      run: async () => {
        const deaf = listen((signal) => this.#give(top, signal));
        try {
          return await this.#run(top);
        } finally {
          deaf();
        }
      },
      end: () => this.#end(),
    };
  }

  async #run(top: number): Promise<number> {
    const status = await this.#control.start();
    // What the program has left keeps the WPAR, however long.
    for (let empty = 0, tries = 0; empty < 2 && !this.#control.over; tries++) {
      empty = inhabitants(top).length === 0 ? empty + 1 : 0;
      if (empty < 2) await this.#application.lab.machine.sleep(Math.min(5 + tries, 250), never);
    }
    return status;
  }

  async #end(): Promise<void> {
    this.#control.kill();
    await this.#control.ended;
    this.#close();
  }

  // To the program; when that has ended, to all that it has left.
  #give(top: number, signal: NodeJS.Signals): void {
    if (ofTerminals.includes(signal) && inForeground()) return;
    const outer = outerNumbers(top);
    const tracked = this.#control.running ? outer.get(this.#control.pid ?? 0) : undefined;
    const pids = tracked === undefined ? inhabitants(top).map((pid) => outer.get(pid)) : [tracked];
    for (const pid of pids) if (pid !== undefined) kill(pid, signal);
  }
}

const never = new AbortController().signal;

/** The programs in the namespaces; none if those are gone. */
function inhabitants(top: number): number[] {
  try {
    return processesIn(top).map(({ pid }) => pid);
  } catch {
    return [];
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // it has ended meanwhile
  }
}

/** Whether root here may make namespaces without one of users: in a container it may not. */
function mayUnshare(): boolean {
  const effective = /^CapEff:\s+([0-9a-f]+)/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1] ?? '0';
  // CAP_SYS_ADMIN is number 21.
  return (BigInt(`0x${effective}`) & (1n << 21n)) !== 0n;
}

/** Whether this process is in the foreground of its terminal: then the terminal tells the program itself. */
function inForeground(): boolean {
  const stat = readFileSync('/proc/self/stat', 'latin1');
  const [, , group, , terminal, foreground] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return terminal !== '0' && group === foreground;
}
