import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Actor, Change, type LabFacts } from './change.ts';
import { type ClockSetting, labTime, type Pace } from './clock.ts';
import { Engine } from './engine.ts';
import type { Machine } from './machine.ts';
import { migrations, schemaVersion } from './schema.ts';
import { settleDeadOwners } from './settle.ts';
import { carryOutDue, isAnythingDue } from './transitions.ts';
import { asTrouble, LabTrouble } from './trouble.ts';

const busyTimeout = 30_000;

/** The setting that a new world changes: who began in the old world cannot write into the new one. */
export const generationSetting = 'generation';

/** The setting that names a folder of laid trees which is to take the place of the present one; `''`: none. */
export const pendingTrees = 'trees.pending';

/** An open lab: one folder, one database. One instance serves one command. */
export class Lab implements LabFacts {
  readonly directory: string;
  readonly machine: Machine;
  readonly readOnly: boolean;
  readonly engine: Engine;
  #meta: Map<string, string> | undefined;
  #generation: string | undefined;
  /** Why it is read-only, if not because its folder is. */
  #refusal: unknown;
  #passed = 0;
  /** When the step of work before this one was over, lab seconds. */
  #due: number | undefined;
  #log: number | undefined;
  #current: Change | undefined;
  #actor: Actor = { command: 'parlab', host: '', user: 'root' };
  /** Brings files of laid trees in step with the state, after each commit; the rules above know how. */
  onCommit: ((lab: Lab) => void) | undefined;

  private constructor(directory: string, engine: Engine, machine: Machine, readOnly: boolean) {
    this.directory = directory;
    this.engine = engine;
    this.machine = machine;
    this.readOnly = readOnly;
  }

  /**
   * Opens an existing lab. An older one is brought up to date first.
   * @throws LabTrouble
   */
  static open(directory: string, machine: Machine): Lab {
    const path = databasePath(directory);
    if (!existsSync(path)) throw new LabTrouble('missing', `${directory}: there is no lab here.`);
    try {
      return Lab.#openWritable(directory, path, machine);
    } catch (error) {
      const trouble = asTrouble(error, path);
      const reason = trouble instanceof LabTrouble ? trouble.reason : undefined;
      if (reason === 'missing' || reason === 'read-only') return Lab.#openReadOnly(directory, path, machine);
      // On a full disk there may be no room even for SQLite's shared memory file.
      if (reason === 'full' && !hasPending(path)) return Lab.#openReadOnly(directory, path, machine, trouble);
      throw trouble;
    }
  }

  /** A lab on an engine that is open already: one that is being made. */
  static around(directory: string, engine: Engine, machine: Machine): Lab {
    engine.exec('PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON');
    return new Lab(directory, engine, machine, false);
  }

  static #openWritable(directory: string, path: string, machine: Machine): Lab {
    const engine = Engine.open(path, { timeout: busyTimeout });
    try {
      engine.exec('PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -4000');
      const lab = new Lab(directory, engine, machine, false);
      lab.#migrate();
      return lab;
    } catch (error) {
      engine.close();
      throw error;
    }
  }

  // SQLite cannot read a WAL database without its shared memory file, which a read-only folder does not let it make.
  // With nothing pending in the log the database file alone is the whole truth, and `immutable` reads just that.
  static #openReadOnly(directory: string, path: string, machine: Machine, why?: unknown): Lab {
    if (hasPending(path)) {
      throw new LabTrouble(
        'pending',
        `${directory}: the lab is read-only and has changes pending in its log; make it writable once.`,
      );
    }
    try {
      const engine = Engine.open(`${pathToFileURL(path).href}?immutable=1`, { readOnly: true, timeout: 0 });
      const version = schemaOf(engine);
      refuseForeign(version, directory);
      if (version < schemaVersion) {
        throw new LabTrouble(
          'older',
          `${directory}: the lab is of an older parlab and read-only; make it writable once.`,
        );
      }
      refuseNewer(version, directory);
      const lab = new Lab(directory, engine, machine, true);
      lab.#refusal = why;
      return lab;
    } catch (error) {
      throw asTrouble(error, path);
    }
  }

  #migrate(): void {
    const version = schemaOf(this.engine);
    refuseNewer(version, this.directory);
    if (version === schemaVersion) return;
    refuseForeign(version, this.directory);
    this.engine.exec('BEGIN IMMEDIATE');
    try {
      for (let step = schemaOf(this.engine); step < schemaVersion; step++) {
        this.engine.exec(migrations[step] ?? '');
        this.engine.exec(`PRAGMA user_version = ${step + 1}`);
      }
      this.engine.exec('COMMIT');
    } catch (error) {
      this.engine.exec('ROLLBACK');
      throw error;
    }
  }

  /** A world setting: `world`, `seed`, `clock.base`, `default.aix` ... */
  meta(key: string): string | undefined {
    this.#meta ??= new Map(
      this.engine
        .all<{ key: string; value: string }>('SELECT key, value FROM meta')
        .map((row) => [row.key, row.value]),
    );
    this.#generation ??= this.#meta.get(generationSetting) ?? '';
    return this.#meta.get(key);
  }

  /** Other processes may have changed them: forget what was read. */
  refresh(): void {
    this.#meta = undefined;
  }

  clock(): ClockSetting {
    const pace = this.meta('pace') ?? 'instant';
    return {
      base: Number(this.meta('clock.base') ?? 0),
      anchor: Number(this.meta('clock.anchor') ?? 0),
      pace: pace === 'instant' || pace === 'step' ? pace : (Number(pace) as Pace),
    };
  }

  /** Lab seconds since 1970, with the simulated work of this command that is not yet committed. */
  now(): number {
    return labTime(this.clock(), this.machine.now()) + this.#passed;
  }

  /**
   * Simulated work takes this many lab seconds. At instant pace the clock jumps with the next update; at a factor it
   * really takes that long; at step it waits until somebody advances the clock.
   * @param over tells that there is nothing to wait for any more; asked a few times a second
   */
  async pass(seconds: number, signal: AbortSignal, over?: () => boolean): Promise<void> {
    this.refresh();
    // Work follows work without a gap: one long advance of the clock ends as many steps as fit into it.
    const from = this.clock().pace === 'instant' ? this.now() : Math.min(this.now(), this.#due ?? this.now());
    await this.#waitUntil(from + seconds, signal, over);
  }

  /** Simulated work that ends at a moment of the lab's clock, which may have gone by; otherwise as {@link pass}. */
  async passUntil(due: number, signal: AbortSignal, over?: () => boolean): Promise<void> {
    this.refresh();
    await this.#waitUntil(due, signal, over);
  }

  async #waitUntil(due: number, signal: AbortSignal, over: () => boolean = () => false): Promise<void> {
    if (this.clock().pace === 'instant') {
      this.#passed += Math.max(0, Math.round(due - this.now()));
      return;
    }
    this.#due = due;
    while (!signal.aborted && !over()) {
      this.refresh();
      const setting = this.clock();
      if (setting.pace === 'instant') return;
      const left = due - labTime(setting, this.machine.now());
      if (left <= 0) return;
      // Look again at least every 200 ms: the pace may be changed meanwhile.
      const real = typeof setting.pace === 'number' ? (left / setting.pace) * 1000 : 200;
      await this.machine.sleep(Math.min(real, 200), signal);
    }
  }

  /** Whose name stands in the log for what follows. */
  actAs(actor: Actor): void {
    this.#actor = actor;
    this.#log = undefined;
  }

  /**
   * The one way to write: takes the write lock, settles what is due, runs the work, commits. The work must not wait:
   * others wait for it. If it throws, nothing of it stays. Inside another update it is a part of that one.
   * @throws LabTrouble, and what the work throws
   */
  update<Result>(work: (change: Change) => Result): Result {
    if (this.#current) return work(this.#current);
    if (this.readOnly)
      throw this.#refusal ?? new LabTrouble('read-only', `${this.directory}: the lab is read-only.`);
    try {
      this.engine.exec('BEGIN IMMEDIATE');
    } catch (error) {
      throw asTrouble(error, databasePath(this.directory));
    }
    const logBefore = this.#log;
    try {
      this.refresh();
      this.#refuseNewWorld();
      const change = new Change(this, this.#log, this.#actor);
      this.#current = change;
      settleDeadOwners(change);
      if (isAnythingDue(this.engine, this.now())) carryOutDue(change);
      const result = work(change);
      this.#commitClock(change);
      const generation = this.meta(generationSetting) ?? '';
      // Work begins when it is claimed, though its process may come to wait for the clock a moment later.
      if (this.clock().pace !== 'instant') this.#due ??= this.now();
      this.engine.exec('COMMIT');
      this.#generation = generation;
      this.#passed = 0;
      this.#log = change.logId;
      this.refresh();
      this.#current = undefined;
      this.#refreshFiles();
      return result;
    } catch (error) {
      this.#current = undefined;
      this.#log = logBefore;
      this.refresh();
      this.#rollback();
      throw asTrouble(error, databasePath(this.directory));
    }
  }

  // What is committed is done: files that cannot follow now are noted as stale, and the next commit tries again.
  #refreshFiles(): void {
    try {
      this.onCommit?.(this);
    } catch {
      // the tree is read-only or full: the state is right all the same
    }
  }

  // A long operation that outlives a reset would otherwise write about rows that now mean something else.
  #refuseNewWorld(): void {
    const began = this.#generation;
    if (began === undefined || began === (this.meta(generationSetting) ?? '')) return;
    throw new LabTrouble(
      'replaced',
      `${this.directory}: the lab was reset or restored while this command was at work; it changed nothing in the new world.`,
    );
  }

  /** Reads that belong together: what others commit meanwhile is not seen. */
  view<Result>(work: () => Result): Result {
    this.engine.exec('BEGIN');
    try {
      return work();
    } finally {
      this.engine.exec('COMMIT');
    }
  }

  #commitClock(change: Change): void {
    if (this.#passed > 0) change.setMeta('clock.base', String(this.clock().base + this.#passed));
  }

  // A full disk may already have ended the transaction.
  #rollback(): void {
    try {
      this.engine.exec('ROLLBACK');
    } catch {
      // nothing is open: nothing to undo
    }
  }

  close(): void {
    this.engine.close();
  }
}

export function databasePath(directory: string): string {
  return join(directory, 'lab.db');
}

/** Whether there are changes that are only in the log so far. */
function hasPending(path: string): boolean {
  const log = `${path}-wal`;
  return existsSync(log) && statSync(log).size > 0;
}

function schemaOf(engine: Engine): number {
  return engine.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
}

// Every lab has had a schema from its first moment: an empty file, or another program's database, is none.
function refuseForeign(version: number, directory: string): void {
  if (version > 0) return;
  throw new LabTrouble(
    'damaged',
    `${databasePath(directory)}: the file is not a lab; "parlab reset" makes it anew.`,
  );
}

function refuseNewer(version: number, directory: string): void {
  if (version <= schemaVersion) return;
  throw new LabTrouble(
    'newer',
    `${directory}: the lab was written by a newer parlab (schema ${version}; this one knows ${schemaVersion}).`,
  );
}
