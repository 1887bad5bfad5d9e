import { arrivingAt, type Checkpoint, updateCheckpoint, waitingOf } from '../../../state/checkpoints.ts';
import type { Engine } from '../../../state/engine.ts';
import { findHost } from '../../../state/hosts.ts';
import type { Wpar } from '../../../state/wpars.ts';
import type { Place } from '../../place.ts';
import type { Work } from '../../work.ts';

/** A WPAR by its row, wherever it is; undefined: it is gone. */
export function placeOf(engine: Engine, id: number | null): Required<Place> | undefined {
  if (id === null) return undefined;
  const wpar = engine.get<Wpar>('SELECT * FROM wpar WHERE id = ?', id);
  const host = wpar && findHost(engine, wpar.host);
  return wpar && host ? { host, wpar } : undefined;
}

/**
 * A restart that died may have brought processes to its WPAR already: they go back under their ticket, so that another
 * restart, or resumewpar on the original, finds them. Not before the lock of the arrival side is one's own, or nobody's.
 */
export async function takeBack(work: Work, checkpoint: Checkpoint): Promise<void> {
  const arrival = placeOf(work.lab.engine, checkpoint.arrival);
  if (arrival) await work.inside.park(arrival, checkpoint.ticket);
  work.lab.update((change) => updateCheckpoint(change.engine, checkpoint.id, { arrival: null }));
}

/** Before a WPAR is ended by force: what a dead restart left in it belongs to the original. */
export async function giveBackArrivals(work: Work, wpar: Wpar): Promise<void> {
  for (const checkpoint of arrivingAt(work.lab.engine, wpar.id)) await takeBack(work, checkpoint);
}

/** Ends what is parked for checkpoints of a WPAR, and says what became of them. */
export async function discardWaiting(work: Work, wpar: Wpar, outcome: 'killed' | 'removed'): Promise<void> {
  const waiting = waitingOf(work.lab.engine, wpar.id);
  if (waiting.length === 0) return;
  for (const { ticket } of waiting) await work.inside.discard(ticket);
  work.lab.update((change) => {
    for (const { id } of waiting) updateCheckpoint(change.engine, id, { outcome });
  });
}
