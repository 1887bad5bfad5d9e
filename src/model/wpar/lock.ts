import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Change } from '../../state/change.ts';
import type { Engine } from '../../state/engine.ts';
import type { Host } from '../../state/hosts.ts';
import type { Operation } from '../../state/settle.ts';
import { updateWpar } from '../../state/wpar-writes.ts';
import { findWpar, operationOn, type StateLetter, type Wpar } from '../../state/wpars.ts';
import { stateWords } from './states.ts';

/**
 * @throws Failure 0960-419 for an unknown name, with the prefix of the calling command (capture: lswpar)
 */
export function requireWpar(engine: Engine, host: string, name: string): Wpar {
  const wpar = findWpar(engine, host, name);
  if (!wpar) throw failure(messages.notFound, { name });
  return wpar;
}

/** @throws Failure while another administrative command works on the WPAR: it does not queue */
export function refuseBusy(change: Change, wpar: Wpar): void {
  const operation = operationOn(change.engine, wpar.id);
  if (operation) throw failure(messages.busy, { name: wpar.name, verb: operation.verb, pid: operation.pid });
}

/** @throws Failure unless the WPAR is in one of the states */
export function requireState(wpar: Wpar, states: readonly StateLetter[]): void {
  if (states.includes(wpar.state)) return;
  if (wpar.state === 'B') throw failure(messages.broken, { name: wpar.name });
  throw failure(messages.wrongState, {
    name: wpar.name,
    state: stateWords[wpar.state],
    wanted: states.map((state) => stateWords[state]).join(' or '),
  });
}

/** What a WPAR is while its lock is held, and what if this process dies meanwhile. */
export interface Held {
  readonly during: StateLetter;
  readonly dead: Operation['dead'];
}

/** Takes the administrative lock: the WPAR is Transitional until {@link release}, Broken if this process dies first. */
export function lock(
  change: Change,
  wpar: Wpar,
  verb: string,
  { during, dead }: Held = { during: 'T', dead: 'B' },
): void {
  refuseBusy(change, wpar);
  const { pid, birth } = change.lab.machine.self;
  const log = change.log();
  change.engine.run(
    'INSERT INTO operation (wpar, verb, log, pid, birth, before, started, dead) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    wpar.id,
    verb,
    log,
    pid,
    birth,
    wpar.state,
    change.lab.now(),
    dead,
  );
  change.engine.run('UPDATE log SET status = NULL WHERE id = ?', log);
  updateWpar(change.engine, wpar.id, { state: during });
}

/** Gives the lock back and says in the log what became of the WPAR. */
export function release(
  change: Change,
  wpar: Wpar,
  state: StateLetter,
  outcome: { readonly columns?: Partial<Wpar>; readonly why?: string; readonly status?: number } = {},
): void {
  const operation = operationOn(change.engine, wpar.id);
  change.engine.run('DELETE FROM operation WHERE wpar = ?', wpar.id);
  change.engine.run('UPDATE log SET status = ? WHERE id = ?', outcome.status ?? 0, change.log());
  updateWpar(change.engine, wpar.id, { ...outcome.columns, state });
  const before = operation ? stateWords[operation.before as StateLetter] : stateWords[wpar.state];
  const after = stateWords[state];
  change.note(wpar.host, wpar.name, outcome.why ?? (before === after ? after : `${before} -> ${after}`));
}

/** The files of a laid tree that describe this WPAR have to be written again. */
export function markStale(change: Change, host: Host, name: string): void {
  if (host.laid === 1) change.engine.run('INSERT OR IGNORE INTO stale VALUES (?, ?)', host.name, name);
}
