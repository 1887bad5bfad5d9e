import { failure } from '../../../messages/failure.ts';
import { wparMessages as messages } from '../../../messages/wpar.ts';
import type { Change } from '../../../state/change.ts';
import { type Checkpoint, lastCheckpoint, updateCheckpoint, waitingOf } from '../../../state/checkpoints.ts';
import type { Wpar } from '../../../state/wpars.ts';
import type { Work } from '../../work.ts';
import { lock, refuseBusy, release, requireState, requireWpar } from '../lock.ts';
import { requireMcr } from './conditions.ts';
import { placeOf, takeBack } from './originals.ts';

/**
 * Lets a Paused WPAR go on (resumewpar). What a checkpoint or a restart that died has parked, or brought to another host,
 * comes back first.
 * @throws Failure unless it is Paused, or if its processes run elsewhere
 */
export async function resumeWpar(work: Work, name: string, tell: (step: string) => void): Promise<void> {
  const { lab, inside, host } = work;
  requireMcr(host);
  const wpar = lab.update((change) => claim(change, work, name));
  const waiting = waitingOf(lab.engine, wpar.id);
  tell('resuming all processes');
  for (const checkpoint of waiting) await bringHome(work, wpar, checkpoint);
  await inside.thaw({ host, wpar });
  lab.update((change) => {
    for (const { id } of waiting) updateCheckpoint(change.engine, id, { outcome: 'resumed' });
    release(change, requireWpar(change.engine, host.name, name), 'A');
  });
}

async function bringHome(work: Work, wpar: Wpar, checkpoint: Checkpoint): Promise<void> {
  if (checkpoint.arrival !== null) await takeBack(work, checkpoint);
  await work.inside.claim(checkpoint.ticket, { host: work.host, wpar });
}

function claim(change: Change, work: Work, name: string): Wpar {
  const wpar = requireWpar(change.engine, work.host.name, name);
  refuseBusy(change, wpar);
  requireState(wpar, ['P']);
  const last = lastCheckpoint(change.engine, wpar.id);
  if (last?.outcome === 'restarted') throw failure(messages.movedAway, { name, host: last.went ?? '' });
  refuseArriving(change, wpar);
  lock(change, wpar, 'resumewpar', { during: 'P', dead: 'P' });
  return wpar;
}

/** @throws Failure while a restart is bringing the processes of a WPAR to another host */
export function refuseArriving(change: Change, wpar: Wpar): void {
  for (const { arrival } of waitingOf(change.engine, wpar.id)) {
    const place = placeOf(change.engine, arrival);
    if (place) refuseBusy(change, place.wpar);
  }
}
