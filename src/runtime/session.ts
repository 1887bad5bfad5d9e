import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { allNames, registeredOn } from '../commands/registry.ts';
import type { Place } from '../model/place.ts';
import { own } from '../model/tree/beneath.ts';
import { ownUsrFolders } from '../model/tree/machines.ts';
import { packageRoot } from '../package-root.ts';
import type { Machine, Owner } from '../state/machine.ts';
import { processesIn } from './processes.ts';
import { hasKornShell, printProgram, shellOf } from './shell.ts';

/**
 * The folder of one stay in a partition, outside of it: what is mounted into the partition, and the broker's socket. Its
 * name says whose it is; what processes that died have left is swept.
 */
export class Session {
  readonly folder: string;
  readonly #descriptor: number;

  private constructor(folder: string) {
    this.folder = folder;
    for (const each of ['', 'root', 'script', 'usr', 'usr/bin', 'usr/lib', 'usr/lib/parlab', 'usr/sbin']) {
      mkdirSync(join(folder, each));
      chmodSync(join(folder, each), each === '' ? 0o700 : 0o755);
    }
    this.#descriptor = openSync(folder, 'r');
  }

  /** @throws the system's errors */
  static open(directory: string, machine: Machine): Session {
    const runs = runsFolder(directory);
    mkdirSync(runs, { recursive: true, mode: 0o700 });
    sweepSessions(directory, machine);
    const { pid, birth } = machine.self;
    for (let number = 1; ; number++) {
      const folder = join(runs, `${pid}-${number}-${birth}`);
      if (!existsSync(folder)) return new Session(folder);
    }
  }

  /** A file of it by a path that is short wherever the lab is: that of a socket may have 107 bytes. */
  path(name: string): string {
    return `/proc/self/fd/${this.#descriptor}/${name}`;
  }

  /** The last step that was made on the way in. */
  get step(): string {
    try {
      return readFileSync(join(this.folder, 'step'), 'utf8').trim().split('\n').at(-1) ?? '';
    } catch {
      return '';
    }
  }

  write(name: string, text: Buffer | string, mode: number): void {
    writeFileSync(join(this.folder, name), text);
    chmodSync(join(this.folder, name), mode);
  }

  /** Lets a folder be found under a name of the session. */
  link(name: string, target: string): void {
    symlinkSync(target, join(this.folder, name));
  }

  /** Our commands, and what they run with, to be laid over the machine's /usr. */
  layCommands({ host, wpar }: Place): void {
    // Of these the overlay has the places only: the tree's own folders are shown there.
    for (const folder of wpar ? [] : ownUsrFolders)
      mkdirSync(join(this.folder, folder), { recursive: true, mode: 0o755 });
    const names = allNames().filter((name) => registeredOn(name, host.platform));
    for (const name of ['archive.cjs', 'client.cjs']) {
      copyFileSync(join(packageRoot, 'dist', name), join(this.folder, 'usr/lib/parlab', name));
      chmodSync(join(this.folder, 'usr/lib/parlab', name), 0o644);
    }
    this.write('usr/lib/parlab/node', '', 0o755);
    const launcher = "#!/usr/lib/parlab/node\nrequire('/usr/lib/parlab/client.cjs');\n";
    // Some machines have one folder for both.
    const merged = lstatSync('/usr/sbin', { throwIfNoEntry: false })?.isDirectory() !== true;
    for (const name of names) {
      if (!merged) this.write(`usr/sbin/${name}`, launcher, 0o755);
      // A command of the machine by the same name would be found first.
      if (merged || existsSync(join('/usr/bin', name))) this.write(`usr/bin/${name}`, launcher, 0o755);
    }
    if (merged) rmSync(join(this.folder, 'usr/sbin'), { recursive: true });
    // ksh exists inside, whatever the machine has.
    if (!existsSync('/usr/bin/ksh')) this.link('usr/bin/ksh', shellOf());
    if (!hasKornShell()) this.write('usr/bin/print', printProgram, 0o755);
  }

  /** Root inside calls by one socket, everybody else there by the other: nobody else gets as far as those. */
  openSockets(): void {
    openSockets(this.folder);
  }

  /** Says which process outside owns the namespaces. */
  writeTop(pid: number): void {
    this.write(topFile, String(pid), 0o600);
  }

  close(): void {
    closeSync(this.#descriptor);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Gives the sockets of brokers to those who may call by them. */
export function openSockets(folder: string): void {
  own(join(folder, 'broker'));
  chmodSync(join(folder, 'broker'), 0o600);
  chmodSync(join(folder, 'user'), 0o666);
}

function runsFolder(directory: string): string {
  return join(directory, 'run');
}

/** The process that owns the namespaces, of a keeper's session. */
const topFile = 'top';

/** Processes that keep a partition in which programs run. */
export function busyOwners(directory: string, machine: Machine): number[] {
  const busy = living(directory, machine).filter(({ folder }) => {
    const file = join(folder, topFile);
    return !existsSync(file) || processesIn(Number(readFileSync(file, 'utf8'))).length > 0;
  });
  return busy.map(({ owner }) => owner.pid);
}

function living(directory: string, machine: Machine): OwnedFolder[] {
  return folders(directory).filter(({ owner }) => owner.pid !== machine.self.pid && machine.alive(owner));
}

/** Ends all that keeps partitions of the lab, and all that runs in them; waits until nobody is there. */
export async function sendAway(directory: string, machine: Machine): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (const { owner } of living(directory, machine)) kill(owner.pid, signal);
    for (let tries = 0; tries < 50 && living(directory, machine).length > 0; tries++) {
      await machine.sleep(50, new AbortController().signal);
    }
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // it has gone by itself
  }
}

function sweepSessions(directory: string, machine: Machine): void {
  for (const { folder, owner } of folders(directory)) {
    if (!machine.alive(owner)) rmSync(folder, { recursive: true, force: true });
  }
}

interface OwnedFolder {
  readonly folder: string;
  readonly owner: Owner;
}

function folders(directory: string): OwnedFolder[] {
  const runs = runsFolder(directory);
  if (!existsSync(runs)) return [];
  return readdirSync(runs).flatMap((name) => {
    const [, pid, birth = ''] = /^(\d+)-\d+-(.*)$/.exec(name) ?? [];
    return pid === undefined ? [] : [{ folder: join(runs, name), owner: { pid: Number(pid), birth } }];
  });
}
