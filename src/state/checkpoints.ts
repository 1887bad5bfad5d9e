import type { Engine } from './engine.ts';

/**
 * What a state directory stands for. `copy`: the processes went on. `killed`: they are parked for the ticket.
 * `paused`: they stand still in the WPAR.
 */
export type CheckpointKind = 'copy' | 'killed' | 'paused';

/** What became of it; `''`: it waits. */
export type Outcome = '' | 'killed' | 'lost' | 'removed' | 'restarted' | 'resumed';

/** A checkpoint that was taken. */
export interface Checkpoint {
  readonly id: number;
  readonly ticket: string;
  /** Where it was taken. */
  readonly host: string;
  /** Of which WPAR; null: it was removed. */
  readonly wpar: number | null;
  readonly name: string;
  readonly kind: CheckpointKind;
  readonly digest: string;
  /** Real programs that a restart brings. */
  readonly processes: number;
  /** The WPAR that a restart brings them to, also while it is at work. */
  readonly arrival: number | null;
  readonly outcome: Outcome;
  /** Host on which it was restarted. */
  readonly went: string | null;
  /** Lab seconds. */
  readonly time: number;
}

export function insertCheckpoint(
  engine: Engine,
  made: Omit<Checkpoint, 'arrival' | 'id' | 'outcome' | 'went'>,
): void {
  engine.run(
    `INSERT INTO checkpoint (ticket, host, wpar, name, kind, digest, processes, time)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    made.ticket,
    made.host,
    made.wpar,
    made.name,
    made.kind,
    made.digest,
    made.processes,
    made.time,
  );
}

export function findCheckpoint(engine: Engine, ticket: string): Checkpoint | undefined {
  return engine.get<Checkpoint>('SELECT * FROM checkpoint WHERE ticket = ?', ticket);
}

/** The last one of a WPAR that was no mere copy. */
export function lastCheckpoint(engine: Engine, wpar: number): Checkpoint | undefined {
  return engine.get<Checkpoint>(
    "SELECT * FROM checkpoint WHERE wpar = ? AND kind <> 'copy' ORDER BY id DESC LIMIT 1",
    wpar,
  );
}

/** Those of a WPAR whose processes still stand still. */
export function waitingOf(engine: Engine, wpar: number): Checkpoint[] {
  return engine.all<Checkpoint>(
    "SELECT * FROM checkpoint WHERE wpar = ? AND kind <> 'copy' AND outcome = '' ORDER BY id",
    wpar,
  );
}

/** Those that a restart was bringing to a WPAR when it ended before its time. */
export function arrivingAt(engine: Engine, wpar: number): Checkpoint[] {
  return engine.all<Checkpoint>(
    "SELECT * FROM checkpoint WHERE arrival = ? AND outcome = '' ORDER BY id",
    wpar,
  );
}

export function updateCheckpoint(
  engine: Engine,
  id: number,
  change: Partial<Pick<Checkpoint, 'arrival' | 'outcome' | 'went'>>,
): void {
  const names = Object.keys(change);
  engine.run(
    `UPDATE checkpoint SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`,
    ...Object.values(change),
    id,
  );
}

export function deleteCheckpoint(engine: Engine, ticket: string): void {
  engine.run('DELETE FROM checkpoint WHERE ticket = ?', ticket);
}

/** A world that was asleep has no processes any more: what stood for some stands for nothing now. */
export function loseProcesses(engine: Engine): void {
  engine.run(
    "UPDATE checkpoint SET outcome = 'lost' WHERE outcome = '' AND kind <> 'copy' AND processes > 0",
  );
}
