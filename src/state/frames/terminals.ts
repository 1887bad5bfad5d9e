import type { Change } from '../change.ts';
import type { Engine } from '../engine.ts';
import { insertRow } from '../insert.ts';
import type { Machine, Owner } from '../machine.ts';

/** An open virtual terminal; pid 0: a world says that one is open. */
export interface Terminal extends Owner {
  readonly partition: number;
  readonly console: string;
  readonly user: string;
}

/** The open terminal of a partition; one whose process is gone is not open. */
export function terminalOf(engine: Engine, machine: Machine, partition: number): Terminal | undefined {
  const found = engine.get<Terminal>('SELECT * FROM terminal WHERE partition = ?', partition);
  return found && (found.pid === 0 || machine.alive(found)) ? found : undefined;
}

/** Opens the terminal of a partition for this process. @returns false if another one is open */
export function openTerminal(
  change: Change,
  partition: number,
  holder: { console: string; user: string },
): boolean {
  if (change.engine.get('SELECT 1 FROM terminal WHERE partition = ?', partition)) return false;
  insertRow(change.engine, 'terminal', { partition, ...holder, ...change.lab.machine.self });
  return true;
}

/**
 * Closes the terminal of a partition, whoever has it open.
 * @param owner only that of this process
 * @returns whether one was open
 */
export function closeTerminal(change: Change, partition: number, owner?: Owner): boolean {
  const { changes } = change.engine.run(
    'DELETE FROM terminal WHERE partition = ?1 AND (?2 IS NULL OR (pid = ?2 AND birth = ?3))',
    partition,
    owner?.pid ?? null,
    owner?.birth ?? null,
  );
  return changes > 0;
}
