import type { Engine } from '../engine.ts';
import type { Machine, Owner } from '../machine.ts';

/** An open virtual terminal; pid 0: a world says that one is open. */
export interface Terminal extends Owner {
  readonly partition: number;
  readonly console: string;
  readonly user: string;
  /** Lab seconds. */
  readonly opened: number;
}

/** The open terminal of a partition; one whose process is gone is not open. */
export function terminalOf(engine: Engine, machine: Machine, partition: number): Terminal | undefined {
  const found = engine.get<Terminal>('SELECT * FROM terminal WHERE partition = ?', partition);
  return found && (found.pid === 0 || machine.alive(found)) ? found : undefined;
}
