import type { Change } from './change.ts';
import type { Engine } from './engine.ts';
import type { Machine, Owner } from './machine.ts';
import { noted, scriptJournal } from './script-journal.ts';

/**
 * A request that a partition is at work on. One whose process has died, or that nobody has (pid 0: a partition that is suspended,
 * a migration that waits for its recovery), waits until those that were called are told how it ended.
 */
export interface DlparRow extends Owner {
  readonly partition: number;
  /** JSON: its event. */
  readonly event: string;
  readonly force: number;
  readonly detail: number;
  /** JSON: names of the scripts that were called, or a {@link CalledScripts}; see {@link calledIn}. */
  readonly called: string;
  /** What they are told: that it came to nothing, or that it is done. */
  readonly owes: 'post' | 'undo';
  /** MB that have moved. */
  readonly completed: number;
}

export function dlparRequestOf(engine: Engine, partition: number): DlparRow | undefined {
  return engine.get<DlparRow>('SELECT * FROM dlpar_request WHERE partition = ?', partition);
}

/**
 * Scripts that the partition was told of together. Which of them it has begun is in its journal: that costs no
 * transaction for each.
 */
export interface Announced {
  readonly names: readonly string[];
  /** Their number in the journal. */
  readonly batch: number;
  /** They are told how the request ended: those that were begun are not to be told again. */
  readonly ends: boolean;
  /** Those that fail are not among those who hear that it came to nothing. */
  readonly drops: boolean;
}

/** What a row says of scripts where their names are not enough. */
export interface CalledScripts {
  readonly called: readonly string[];
  /** Those of them that have failed, and so hear nothing of an undo. */
  readonly failed?: readonly string[];
  readonly announced?: Announced;
}

/** Who was called and has not been told how it ended: what is owed to whom, if the process has died. */
export function calledIn(
  directory: string,
  { called, owes, partition }: Pick<DlparRow, 'called' | 'owes' | 'partition'>,
): string[] {
  const written = JSON.parse(called) as string[] | CalledScripts;
  if (Array.isArray(written)) return written;
  const { announced, failed = [] } = written;
  const names = written.called.filter((name) => owes === 'post' || !failed.includes(name));
  if (!announced) return names;
  const { last, statuses } = noted(scriptJournal(directory, partition), announced.batch);
  const begun = announced.names.slice(0, last + 1);
  if (announced.ends) return names.filter((name) => !begun.includes(name));
  const hasFailed = (index: number) => announced.drops && !succeeded.has(statuses.get(index) ?? 0);
  return [...names, ...begun.filter((_, index) => !hasFailed(index))];
}

/** A script that is not made for a command says 10, which is no failure (seed 4). */
const succeeded: ReadonlySet<number> = new Set([0, 10]);

/** Nobody is at work on it. */
export function isAbandoned(machine: Machine, row: DlparRow): boolean {
  return row.pid === 0 || !machine.alive(row);
}

export function insertDlparRequest(
  { engine, lab }: Change,
  row: Omit<DlparRow, 'birth' | 'called' | 'completed' | 'owes' | 'pid'>,
): void {
  const { pid, birth } = lab.machine.self;
  engine.run(
    'INSERT INTO dlpar_request (partition, pid, birth, event, force, detail) VALUES (?, ?, ?, ?, ?, ?)',
    row.partition,
    pid,
    birth,
    row.event,
    row.force,
    row.detail,
  );
}

/** Notes what is to be undone, and how far it is. @param failed those of the called that have failed */
export function updateDlparRequest(
  { engine }: Change,
  partition: number,
  called: readonly string[],
  completed: number,
  failed: readonly string[] = [],
): void {
  engine.run(
    'UPDATE dlpar_request SET called = ?, completed = ? WHERE partition = ?',
    JSON.stringify(failed.length === 0 ? called : { called, failed }),
    completed,
    partition,
  );
}

/** Notes who will be called or told next, before any of them is; `called` are those before them, and those who are told. */
export function announceDlparScripts(
  { engine }: Change,
  partition: number,
  { called, failed, announced }: Required<CalledScripts>,
): void {
  engine.run(
    'UPDATE dlpar_request SET called = ? WHERE partition = ?',
    JSON.stringify({ called, failed, announced }),
    partition,
  );
}

/** From here on those that were called are told that it is done: there is no way back. */
export function owePost({ engine }: Pick<Change, 'engine'>, partition: number): void {
  engine.run("UPDATE dlpar_request SET owes = 'post' WHERE partition = ?", partition);
}

/** This process is at work on it from now on. */
export function adoptDlparRequest({ engine, lab }: Change, partition: number): void {
  const { pid, birth } = lab.machine.self;
  engine.run('UPDATE dlpar_request SET pid = ?, birth = ? WHERE partition = ?', pid, birth, partition);
}

/** Nobody is at work on it any more, and somebody else will end it. */
export function leaveDlparRequest({ engine }: Change, partition: number): void {
  engine.run("UPDATE dlpar_request SET pid = 0, birth = '' WHERE partition = ?", partition);
}

export function deleteDlparRequest({ engine }: Change, partition: number): void {
  engine.run('DELETE FROM dlpar_request WHERE partition = ?', partition);
}
