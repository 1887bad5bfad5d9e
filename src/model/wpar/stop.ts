import { failure } from '../../messages/failure.ts';
import { progress } from '../../messages/progress.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Change } from '../../state/change.ts';
import { deleteWpar } from '../../state/wpar-writes.ts';
import { mountsOf, type StateLetter, type Wpar, type WparDetails } from '../../state/wpars.ts';
import { forgetMountsOfWpar } from '../storage/forget.ts';
import type { Work } from '../work.ts';
import { discardWaiting, giveBackArrivals } from './checkpoint/originals.ts';
import { haltLimits, seconds } from './durations.ts';
import { lock, markStale, refuseBusy, release, requireWpar } from './lock.ts';
import { tellsStatus } from './outcome.ts';
import { globalPath } from './paths.ts';
import { isRunning, stateWords } from './states.ts';

export interface StopOptions {
  readonly how: 'force' | 'hard' | 'normal';
  /** Seconds to wait for the halt, or null: without end (`-N`); undefined: the default of `how`. */
  readonly limit: number | null | undefined;
  readonly verbose: boolean;
  /** The operation as others see it; default stopwpar. */
  readonly verb?: string;
}

/**
 * Ends the processes, unloads the resource class, removes the addresses and unmounts (stopwpar page). An application
 * WPAR is gone afterwards.
 * @throws Failure; 0960-254 when there is nothing to stop
 */
export async function stopWpar(work: Work, name: string, options: StopOptions): Promise<void> {
  const wpar = work.lab.update((change) => claim(change, work, name, options));
  await endCheckpoints(work, wpar);
  work.say(progress.stopping, { name });
  const withProcesses = wpar.state !== 'L' && wpar.state !== 'N';
  if (withProcesses && wpar.type !== 'A') {
    const subsystem = `cor_${name}`;
    work.say(progress.stoppingSubsystem, { subsystem });
    work.say(progress.subsystemStopping, { subsystem });
  }
  if (withProcesses) await halt(work, wpar, options);
  await unmount(work, wpar, options.verbose);
  refuseInterrupted(work, wpar);
  finish(work, wpar);
  // Its NFS file systems are seen in the global environment no longer.
  await work.inside.remount({ host: work.host });
  if (tellsStatus(work, options.verbose)) work.say(progress.success, {});
}

function claim(change: Change, work: Work, name: string, options: StopOptions): Wpar {
  const wpar = requireWpar(change.engine, work.host.name, name);
  refuseBusy(change, wpar);
  if (wpar.state === 'B' || wpar.state === 'E') {
    if (options.how !== 'force') throw failure(messages.broken, { name });
  } else if (!isRunning(wpar.state)) {
    throw failure(messages.notActive, { name });
  } else if (wpar.state === 'P' && options.how !== 'force') {
    throw failure(messages.pausedStop, { name, state: stateWords[wpar.state] });
  }
  lock(change, wpar, options.verb ?? 'stopwpar');
  return wpar;
}

// What stands still for a checkpoint ends with it; what a dead restart has brought here is its original's.
async function endCheckpoints(work: Work, wpar: Wpar): Promise<void> {
  if (wpar.state === 'P' || wpar.state === 'B') await giveBackArrivals(work, wpar);
  if (wpar.state === 'P') await discardWaiting(work, wpar, 'killed');
}

async function halt(work: Work, wpar: Wpar, options: StopOptions): Promise<void> {
  const limit =
    options.limit === undefined ? haltLimits[options.how === 'hard' ? 'hard' : 'normal'] : options.limit;
  // With -N there is no limit to speak of (inferred).
  if (limit !== null) work.say(messages.waitingForHalt, { seconds: limit });
  work.say(progress.shuttingDown, {});
  const details = JSON.parse(wpar.details) as WparDetails;
  const needed = haltSeconds(options.how, details);
  if (limit !== null && needed > limit) {
    await work.lab.pass(limit, work.signal);
    refuseInterrupted(work, wpar);
    throw leave(work, wpar, wpar.state, failure(messages.haltTimeout, { name: wpar.name, seconds: limit }));
  }
  await work.lab.pass(needed, work.signal);
  refuseInterrupted(work, wpar);
  if (details.unkillable !== true) return await work.inside.end({ host: work.host, wpar });
  // stopwpar page: if a process cannot be stopped even with -F, the WPAR stays Broken.
  throw options.how === 'force'
    ? leave(work, wpar, 'B', failure(messages.unkillable, { name: wpar.name }))
    : leave(work, wpar, wpar.state, failure(messages.tryForce, { name: wpar.name }));
}

function haltSeconds(how: StopOptions['how'], details: WparDetails): number {
  const orderly = details.haltSeconds ?? seconds.halt;
  if (how === 'normal') return orderly;
  return Math.min(orderly, how === 'hard' ? seconds.hardHalt : seconds.forcedHalt);
}

async function unmount(work: Work, wpar: Wpar, verbose: boolean): Promise<void> {
  work.say(progress.unmounting, {});
  if (verbose) {
    for (const mount of mountsOf(work.lab.engine, wpar.id).reverse()) {
      work.say(progress.unmountingOne, { path: globalPath(wpar, mount.directory) });
    }
  }
  await work.lab.pass(seconds.unmount, work.signal);
}

function finish(work: Work, wpar: Wpar): void {
  work.lab.update((change) => {
    const current = requireWpar(change.engine, wpar.host, wpar.name);
    release(change, current, 'D', { columns: { init_pid: null, started: null } });
    forgetMountsOfWpar(change, current);
    if (wpar.type === 'A') {
      deleteWpar(change.engine, current.id);
      change.note(wpar.host, wpar.name, 'removed: an application workload partition ends with its stop');
    }
    markStale(change, work.host, wpar.name);
  });
}

function leave(work: Work, wpar: Wpar, state: StateLetter, reason: Error): Error {
  work.lab.update((change) => {
    const current = requireWpar(change.engine, wpar.host, wpar.name);
    release(change, current, state, {
      status: 1,
      why: `stop failed, left in the state it has now: ${state}`,
    });
  });
  return reason;
}

// A stop that is cut short leaves a WPAR that neither runs nor is stopped (reference wpar-run 10.2).
function refuseInterrupted(work: Work, wpar: Wpar): void {
  if (!work.signal.aborted) return;
  const signal = String(work.signal.reason ?? 'SIGTERM');
  throw leave(work, wpar, 'B', failure(messages.signalled, { signal }));
}
