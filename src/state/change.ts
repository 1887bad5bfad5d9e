import type { Engine } from './engine.ts';
import type { Machine } from './machine.ts';
import { seededPid, seededUuid } from './random.ts';

/** Who changes the lab, for its log. */
export interface Actor {
  readonly command: string;
  readonly host: string;
  readonly user: string;
}

/** What a transaction needs to know of its lab. */
export interface LabFacts {
  readonly directory: string;
  readonly engine: Engine;
  readonly machine: Machine;
  /** Lab seconds since 1970. */
  now(): number;
  /** A world setting. */
  meta(key: string): string | undefined;
  /** Settings may have changed: forget what was read. */
  refresh(): void;
}

/** One write transaction on the lab. */
export class Change {
  readonly lab: LabFacts;
  readonly engine: Engine;
  readonly actor: Actor;
  logId: number | undefined;

  constructor(lab: LabFacts, logId: number | undefined, actor: Actor) {
    this.lab = lab;
    this.engine = lab.engine;
    this.logId = logId;
    this.actor = actor;
  }

  setMeta(key: string, value: string): void {
    this.engine.run(
      'INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      key,
      value,
    );
    this.lab.refresh();
  }

  /** The row of the log that this command writes under; made when first asked for. */
  log(): number {
    const { command, host, user } = this.actor;
    this.logId ??= this.engine.run(
      'INSERT INTO log (time, host, user, command, pid, status, real) VALUES (?, ?, ?, ?, ?, 0, ?)',
      this.lab.now(),
      host,
      user,
      command,
      this.lab.machine.self.pid,
      new Date(this.lab.machine.now()).toISOString(),
    ).id;
    return this.logId;
  }

  /** Says in the log what happened to an object; `log` names the command if it is not this one. */
  note(host: string, object: string, what: string, log = this.log()): void {
    this.engine.run(
      'INSERT INTO change (log, time, host, object, what) VALUES (?, ?, ?, ?, ?)',
      log,
      this.lab.now(),
      host,
      object,
      what,
    );
  }

  /** The next number of a sequence that the world counts: `uuid`, `pid` ... */
  next(sequence: string): number {
    const key = `next.${sequence}`;
    const value = Number(this.lab.meta(key) ?? 0);
    this.setMeta(key, String(value + 1));
    return value;
  }

  uuid(): string {
    return seededUuid(this.#seed(), this.next('uuid'));
  }

  pid(): number {
    return seededPid(this.#seed(), this.next('pid'));
  }

  #seed(): number {
    return Number(this.lab.meta('seed') ?? 1);
  }
}

/** The clock goes on from this lab time and this moment. */
export function anchorClock(change: Change, labSeconds: number): void {
  change.setMeta('clock.base', String(labSeconds));
  change.setMeta('clock.anchor', String(change.lab.machine.now()));
}
