import type { Change } from './change.ts';
import type { Engine } from './engine.ts';
import type { Owner } from './machine.ts';

/** The phase of a request that the programs of a partition are told of now. */
export interface ProgramPhase extends Owner {
  readonly partition: number;
  /** Tells it from every other phase of the lab. */
  readonly generation: number;
  readonly phase: 'check' | 'post' | 'pre' | 'undo';
  /** JSON: the event. */
  readonly event: string;
  readonly force: number;
  /** JSON: amounts of memory when the request began. */
  readonly frames: string;
}

/** A program that is sent the signal in that phase. */
export interface ToldProgram {
  /** Key of its WPAR; 0: the global environment. */
  readonly wpar: number;
  readonly pid: number;
  /** Clock ticks: tells it from a later one with its number. */
  readonly born: number;
  readonly user: number;
  readonly name: string;
  /** Null: none yet. */
  readonly answer: ProgramAnswer | null;
}

/** DR_RECONFIG_DONE or DR_EVENT_FAIL. */
export type ProgramAnswer = 'done' | 'fail';

/** The phase that programs of a host are told of, whoever tells it. */
export function programPhaseOn(engine: Engine, host: string): ProgramPhase | undefined {
  return engine.get<ProgramPhase>(
    'SELECT * FROM program_phase WHERE partition = (SELECT id FROM partition WHERE host = ?)',
    host,
  );
}

/** Begins a phase; what one whose process has died has left goes. */
export function insertProgramPhase(
  change: Change,
  row: Omit<ProgramPhase, 'birth' | 'generation' | 'pid'>,
): void {
  const { engine, lab } = change;
  const { pid, birth } = lab.machine.self;
  endProgramPhase(change, row.partition);
  engine.run(
    `INSERT INTO program_phase (partition, pid, birth, generation, phase, event, force, frames)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    row.partition,
    pid,
    birth,
    change.next('generation') + 1,
    row.phase,
    row.event,
    row.force,
    row.frames,
  );
}

/** Ends it: nobody can answer any more. */
export function endProgramPhase({ engine }: Change, partition: number): void {
  engine.run('DELETE FROM program_phase WHERE partition = ?', partition);
}

export function insertToldProgram({ engine }: Change, partition: number, told: ToldProgram): void {
  engine.run(
    'INSERT INTO program_told (partition, wpar, pid, born, user, name, answer) VALUES (?, ?, ?, ?, ?, ?, ?)',
    partition,
    told.wpar,
    told.pid,
    told.born,
    told.user,
    told.name,
    told.answer,
  );
}

export function toldPrograms(engine: Engine, partition: number): ToldProgram[] {
  return engine.all<ToldProgram>(
    'SELECT * FROM program_told WHERE partition = ? ORDER BY wpar, pid',
    partition,
  );
}

/** How many have not answered yet. */
export function silentPrograms(engine: Engine, partition: number): number {
  const sql = 'SELECT count(*) AS count FROM program_told WHERE partition = ? AND answer IS NULL';
  return engine.get<{ count: number }>(sql, partition)?.count ?? 0;
}

/** Notes an answer; a refusal stays one. */
export function answerProgram(
  { engine }: Change,
  partition: number,
  { wpar, pid }: Pick<ToldProgram, 'pid' | 'wpar'>,
  answer: ProgramAnswer,
): void {
  engine.run(
    `UPDATE program_told SET answer = ? WHERE partition = ? AND wpar = ? AND pid = ? AND answer IS NOT 'fail'`,
    answer,
    partition,
    wpar,
    pid,
  );
}

/** It has not been sent the signal after all. */
export function deleteToldProgram(
  { engine }: Change,
  partition: number,
  { wpar, pid }: Pick<ToldProgram, 'pid' | 'wpar'>,
): void {
  engine.run('DELETE FROM program_told WHERE partition = ? AND wpar = ? AND pid = ?', partition, wpar, pid);
}
