import type { Engine } from './engine.ts';
import type { Change } from './lab.ts';
import type { Machine, Owner } from './machine.ts';

/** An administrative operation in progress on a WPAR; the row is the WPAR's administrative lock. */
export interface Operation extends Owner {
  readonly wpar: number;
  readonly verb: string;
  readonly log: number;
  readonly before: string;
  /** Lab seconds. */
  readonly started: number;
}

/** Operations whose process is gone: what they left is Broken (reference: "an administrative operation failed"). */
export function deadOperations(engine: Engine, machine: Machine): Operation[] {
  return engine.all<Operation>('SELECT * FROM operation').filter((operation) => !machine.alive(operation));
}

/** Writes down what readers already see: the WPAR of a dead operation is Broken, its lock is gone. */
export function settleDeadOwners(change: Change): void {
  for (const operation of deadOperations(change.engine, change.lab.machine)) {
    const wpar = change.engine.get<{ host: string; name: string }>(
      'SELECT host, name FROM wpar WHERE id = ?',
      operation.wpar,
    );
    change.engine.run("UPDATE wpar SET state = 'B' WHERE id = ?", operation.wpar);
    change.engine.run('DELETE FROM operation WHERE wpar = ?', operation.wpar);
    change.engine.run('UPDATE log SET status = -1 WHERE id = ?', operation.log);
    if (wpar) {
      const what = `Broken: ${operation.verb} (process ${operation.pid}) ended before it was done`;
      change.note(wpar.host, wpar.name, what, operation.log);
    }
  }
}
