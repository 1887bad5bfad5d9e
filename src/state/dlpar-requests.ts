import type { Change } from './change.ts';
import type { Engine } from './engine.ts';
import type { Machine, Owner } from './machine.ts';

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
  /** JSON: names of the scripts that were called. */
  readonly called: string;
  /** What they are told: that it came to nothing, or that it is done. */
  readonly owes: 'post' | 'undo';
  /** MB that have moved. */
  readonly completed: number;
}

export function dlparRequestOf(engine: Engine, partition: number): DlparRow | undefined {
  return engine.get<DlparRow>('SELECT * FROM dlpar_request WHERE partition = ?', partition);
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
