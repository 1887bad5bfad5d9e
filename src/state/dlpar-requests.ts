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
  /** JSON: names of the scripts that were called; see {@link calledIn}. */
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
}

/** Who was called and has not been told how it ended: what is owed to whom, if the process has died. */
export function calledIn(
  directory: string,
  { called, partition }: Pick<DlparRow, 'called' | 'partition'>,
): string[] {
  const names = JSON.parse(called) as string[] | { called: string[]; announced: Announced };
  if (Array.isArray(names)) return names;
  const { batch, ends, names: announced } = names.announced;
  const begun = announced.slice(0, noted(scriptJournal(directory, partition), batch).last + 1);
  return ends ? names.called.filter((name) => !begun.includes(name)) : [...names.called, ...begun];
}

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

/** Notes what is to be undone, and how far it is. */
export function updateDlparRequest(
  { engine }: Change,
  partition: number,
  called: readonly string[],
  completed: number,
): void {
  engine.run(
    'UPDATE dlpar_request SET called = ?, completed = ? WHERE partition = ?',
    JSON.stringify(called),
    completed,
    partition,
  );
}

/** Notes who will be called or told next, before any of them is. @param called those before them, and those who are told */
export function announceDlparScripts(
  { engine }: Change,
  partition: number,
  called: readonly string[],
  announced: Announced,
): void {
  engine.run(
    'UPDATE dlpar_request SET called = ? WHERE partition = ?',
    JSON.stringify({ called, announced }),
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
