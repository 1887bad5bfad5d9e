import type { Change } from '../../../state/change.ts';
import { waitingOf } from '../../../state/checkpoints.ts';
import { deleteWpar } from '../../../state/wpar-writes.ts';
import type { Wpar } from '../../../state/wpars.ts';
import type { Work } from '../../work.ts';
import { seconds } from '../durations.ts';
import { type Held, lock, markStale, refuseBusy, release, requireState, requireWpar } from '../lock.ts';
import { requireMcr } from './conditions.ts';
import { discardWaiting, takeBack } from './originals.ts';
import { refuseArriving } from './resume.ts';

export interface KillOptions {
  readonly tell: (step: string) => void;
  /** Its processes run on another host already, and what it has here is being given up: it is Moving meanwhile. */
  readonly moving?: boolean;
}

/**
 * Ends a Paused WPAR, which is Defined afterwards (killwpar). Of a Defined one, what a checkpoint with -k has parked is
 * ended: nothing can be restarted then.
 * @throws Failure
 */
export async function killWpar(work: Work, name: string, options: KillOptions): Promise<void> {
  const { lab, inside, host } = work;
  requireMcr(host);
  const wpar = lab.update((change) => claim(change, work, name, options));
  options.tell('killing all processes');
  for (const checkpoint of waitingOf(lab.engine, wpar.id))
    if (checkpoint.arrival !== null) await takeBack(work, checkpoint);
  if (wpar.state === 'P') {
    await inside.end({ host, wpar });
    // Nothing is gained by an end that is cut short: an interrupt only saves the waiting.
    await lab.pass(seconds.forcedHalt + seconds.unmount, work.signal);
  }
  await discardWaiting(work, wpar, 'killed');
  lab.update((change) => finish(change, work, wpar));
  await inside.remount({ host });
}

function claim(change: Change, work: Work, name: string, { moving = false }: KillOptions): Wpar {
  const wpar = requireWpar(change.engine, work.host.name, name);
  refuseBusy(change, wpar);
  const parked = wpar.state === 'D' && waitingOf(change.engine, wpar.id).length > 0;
  if (!parked) requireState(wpar, ['P']);
  refuseArriving(change, wpar);
  const held: Held = moving ? { during: 'M', dead: 'P' } : { during: 'T', dead: 'B' };
  lock(change, wpar, moving ? 'relocate' : 'killwpar', held);
  return wpar;
}

function finish(change: Change, work: Work, wpar: Wpar): void {
  const current = requireWpar(change.engine, wpar.host, wpar.name);
  change.engine.run('DELETE FROM mounted WHERE wpar = ?', current.id);
  release(change, current, 'D', {
    columns: { init_pid: null, started: null },
    ...(wpar.state === 'D' ? { why: 'the processes of its checkpoint are killed' } : {}),
  });
  if (wpar.type === 'A') {
    deleteWpar(change.engine, current.id);
    change.note(wpar.host, wpar.name, 'removed: an application workload partition ends with its processes');
  }
  markStale(change, work.host, wpar.name);
}
