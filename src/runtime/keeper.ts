import { existsSync, watch } from 'node:fs';
import { dirname } from 'node:path';
import { processMachine } from '../cli/process-machine.ts';
import type { Place } from '../model/place.ts';
import { isRunning } from '../model/wpar/states.ts';
import type { Engine } from '../state/engine.ts';
import { deleteHolder, findHolder, holderOf, insertHolder } from '../state/holders.ts';
import { findHost } from '../state/hosts.ts';
import { Lab } from '../state/lab.ts';
import { findWpar, type Wpar } from '../state/wpars.ts';
import { answer, type Hands } from './answer.ts';
import { Broker } from './broker.ts';
import { listen } from './control.ts';
import { type Begun, begin } from './enter.ts';
import { stayingInit } from './enter-script.ts';
import { exportsOf, layExports } from './exports.ts';
import { type Waiter, waitersOf, wake } from './freeze.ts';
import { Mounts } from './mounts.ts';
import { layPlace } from './place.ts';
import { numbersInSpace, processesIn, spaceOf } from './processes.ts';
import { Session } from './session.ts';
import { ended } from './streams.ts';

/** What a new keeper tells the one who started it, in a line. */
export type Report = { readonly ready: true } | { readonly ready: false; readonly step: string };

/** After so long without a program, nobody keeps a partition any more; the next who comes starts anew. */
const idleMinutes = 10;

/**
 * The process that keeps a partition: its namespaces, its mounts, and the broker for our commands inside. It ends when it
 * is told to, when its first process inside has died, when the lab has gone, and when there is nothing to keep.
 * @param place the host, and the WPAR on it if there is one
 */
export async function keep(
  directory: string,
  [hostName, wparName]: readonly [string, string | undefined],
  hands: Hands,
  report: (report: Report) => void,
): Promise<void> {
  const machine = processMachine;
  const lab = Lab.open(directory, machine);
  const place = placeOf(lab.engine, hostName, wparName);
  if (!place) return lab.close();
  const session = Session.open(directory, machine);
  const holder = {
    ...machine.self,
    host: place.host.name,
    wpar: place.wpar?.id ?? null,
    folder: session.folder,
    top: null,
    ticket: null,
  };
  // Another one may have come first, or the WPAR may have been stopped since it was asked for.
  const mine = lab.update(({ engine }) => {
    const wpar = place.wpar && findWpar(engine, place.host.name, place.wpar.name);
    if (place.wpar && !(wpar && isRunning(wpar.state))) return false;
    const other = findHolder(engine, place.host.name, place.wpar?.id);
    if (other && machine.alive(other)) return false;
    if (other) deleteHolder(engine, other);
    insertHolder(engine, holder);
    return true;
  });
  try {
    const orderly = mine ? await new Keeper(lab, session, hands).run(place, report) : true;
    if (!mine) report({ ready: true });
    // If what it kept has died, the row stays: the partition is broken.
    if (orderly) forget(directory, lab);
  } finally {
    session.close();
  }
}

// The lab may have been removed or replaced meanwhile.
function forget(directory: string, lab: Lab): void {
  try {
    if (existsSync(directory)) lab.update(({ engine }) => deleteHolder(engine, processMachine.self));
    lab.close();
  } catch {
    // nothing to forget
  }
}

function placeOf(engine: Engine, hostName: string, wparName: string | undefined): Place | undefined {
  const host = findHost(engine, hostName);
  if (!host || wparName === undefined) return host && { host };
  const wpar = findWpar(engine, host.name, wparName);
  return wpar && { host, wpar };
}

class Keeper {
  readonly #lab: Lab;
  readonly #session: Session;
  readonly #brokers: readonly Broker[];
  readonly #stop = new AbortController();
  #mounts: Mounts | undefined;
  #top: number | undefined;
  /** The name of its namespace of processes. */
  #space: string | undefined;
  #idle = 0;
  #waiters: readonly Waiter[] = [];

  constructor(lab: Lab, session: Session, hands: Hands) {
    this.#lab = lab;
    this.#session = session;
    const around = () => ({
      directory: lab.directory,
      machine: lab.machine,
      hands,
      here: () => this.#place(),
      top: this.#top ?? 0,
    });
    this.#brokers = [true, false].map((root) => new Broker((call) => answer(around(), call, root)));
  }

  /** @returns whether it ended because it was to end, or never began */
  async run(place: Place, report: (report: Report) => void): Promise<boolean> {
    const session = this.#session;
    session.layCommands(place);
    const [root, others] = this.#brokers;
    await root?.listen(session.path('broker'));
    await others?.listen(session.path('user'));
    session.openSockets();
    const exports = exportsOf(this.#lab, place);
    const folders = this.#lab.update(() => layExports(this.#lab, exports));
    const laid = layPlace(this.#lab, place);
    const entry = {
      ...laid,
      session,
      exports: folders,
      mounts: [],
      hostName: place.wpar?.hostname ?? place.host.name,
      init: stayingInit,
      firstPid: firstPid(place),
    };
    const streams = {
      input: 'none',
      stdout: { write: () => void this.#entered(begun, exports, place, report) },
      stderr: { write: () => {} },
      signal: this.#stop.signal,
    } as const;
    const begun = await begin(entry, streams);
    if (!begun) {
      report({ ready: false, step: 'identities' });
      return true;
    }
    const watching = this.#watch();
    await ended(begun.child, streams);
    await this.#emptied();
    wake(this.#waiters);
    watching();
    begun.close();
    if (session.step !== 'entered') report({ ready: false, step: session.step });
    for (const broker of this.#brokers) broker.close();
    return this.#stop.signal.aborted || session.step !== 'entered';
  }

  async #entered(
    begun: Begun | undefined,
    exports: readonly Parameters<typeof layExports>[1][number][],
    place: Place,
    report: (report: Report) => void,
  ): Promise<void> {
    if (this.#top !== undefined) return;
    begun?.close();
    const top = begun?.child.pid ?? 0;
    this.#top = top;
    this.#space = spaceOf(top);
    this.#session.writeTop(top);
    this.#mounts = new Mounts(top, exports);
    await this.#mounts.follow(this.#lab, place);
    const control = await listen(this.#session.path(''), (word) => this.#obey(word));
    this.#stop.signal.addEventListener('abort', () => control.close());
    this.#lab.update(({ engine }) => {
      const { pid, birth } = processMachine.self;
      engine.run('UPDATE holder SET top = ? WHERE pid = ? AND birth = ?', top, pid, birth);
    });
    report({ ready: true });
  }

  // The last of its processes end a moment after the one that owns them.
  async #emptied(): Promise<void> {
    const space = this.#space;
    if (space === undefined) return;
    const never = new AbortController().signal;
    for (let tries = 0; tries < 200 && numbersInSpace(space).size > 0; tries++)
      await this.#lab.machine.sleep(5, never);
  }

  // Who waits outside for something that is frozen is stopped, too, and would never learn that it has ended.
  #end(): void {
    this.#waiters = this.#top === undefined ? [] : waitersOf(this.#top);
    this.#stop.abort();
  }

  async #obey(word: string): Promise<void> {
    const place = this.#place();
    if (word === 'remount' && place) await this.#mounts?.follow(this.#lab, place);
  }

  /** What it keeps now: a relocation gives it to another host. */
  #place(): Place | undefined {
    const { engine } = this.#lab;
    const row = holderOf(engine, processMachine.self);
    const host = row?.host ? findHost(engine, row.host) : undefined;
    if (!row || !host || row.wpar === null) return host && { host };
    const wpar = engine.get<Wpar>('SELECT * FROM wpar WHERE id = ?', row.wpar);
    return wpar && { host, wpar };
  }

  #watch(): () => void {
    const end = () => this.#end();
    const gone = () => !existsSync(this.#session.folder);
    // Of a folder that is held open, only the one above says that it has gone.
    const watcher = watch(dirname(this.#session.folder), () => gone() && end());
    watcher.on('error', end);
    const timer = setInterval(() => {
      this.#idle = this.#top !== undefined && processesIn(this.#top).length === 0 ? this.#idle + 1 : 0;
      if (gone() || (this.#idle >= idleMinutes && this.#mayLeave())) end();
    }, 60_000);
    const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
    for (const signal of signals) process.on(signal, end);
    return () => {
      watcher.close();
      clearInterval(timer);
    };
  }

  // What is parked is somebody's; applications of a host may need its namespaces.
  #mayLeave(): boolean {
    const { engine } = this.#lab;
    const own = holderOf(engine, processMachine.self);
    if (!own || own.ticket !== null) return false;
    const application = "SELECT 1 FROM holder h JOIN wpar ON id = h.wpar WHERE h.host = ? AND type = 'A'";
    return own.wpar !== null || engine.get(application, own.host) === undefined;
  }
}

// Each partition has its own range, so that numbers of different ones seldom meet.
export function firstPid({ host, wpar }: Place): number {
  const seed = wpar
    ? wpar.id * 7
    : [...host.name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
  return 2_000 + (Math.abs(seed) % 50) * 500;
}
