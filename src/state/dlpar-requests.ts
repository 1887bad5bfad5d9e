import type { Change } from './change.ts';
import type { Engine } from './engine.ts';
import type { Owner } from './machine.ts';

/** A request that a partition is at work on; one whose process has died waits to be undone. */
export interface DlparRow extends Owner {
  readonly partition: number;
  /** JSON: its event. */
  readonly event: string;
  readonly force: number;
  readonly detail: number;
  /** JSON: names of the scripts that are to be undone. */
  readonly called: string;
  /** MB that have moved. */
  readonly completed: number;
}

export function dlparRequestOf(engine: Engine, partition: number): DlparRow | undefined {
  return engine.get<DlparRow>('SELECT * FROM dlpar_request WHERE partition = ?', partition);
}

export function insertDlparRequest(
  { engine, lab }: Change,
  row: Omit<DlparRow, 'birth' | 'called' | 'completed' | 'pid'>,
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

export function deleteDlparRequest({ engine }: Change, partition: number): void {
  engine.run('DELETE FROM dlpar_request WHERE partition = ?', partition);
}
