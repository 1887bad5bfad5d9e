import type { Change } from './change.ts';
import type { Engine } from './engine.ts';
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

/**
 * Operations whose process is gone: what they left is Broken (reference: "an administrative operation failed"). A
 * process may finish and go between the reading of its row and the look for it, so only a row that is still there
 * after its process has gone counts. Not for use in a {@link Lab.view}, which would not see that the row has gone.
 */
export function deadOperations(engine: Engine, machine: Machine): Operation[] {
  const gone = engine.all<Operation>(operations).filter((operation) => !machine.alive(operation));
  return gone.length === 0 ? gone : stillThere(engine, gone);
}

const operations = 'SELECT * FROM operation';

/** Those that nobody has finished or settled. */
export function stillThere(engine: Engine, some: readonly Operation[]): Operation[] {
  const present = engine.all<Operation>(operations);
  return some.filter((one) => present.some((each) => each.wpar === one.wpar && each.log === one.log));
}

/** Writes down what readers already see: the WPAR of a dead operation is Broken, its lock is gone. */
export function settleDeadOwners(change: Change): void {
  breakOperations(change, deadOperations(change.engine, change.lab.machine));
}

/** Ends operations that nobody will finish. */
export function breakOperations(change: Change, operations: readonly Operation[]): void {
  for (const operation of operations) {
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
