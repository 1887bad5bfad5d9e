import { failure } from '../../messages/failure.ts';
import { progress } from '../../messages/progress.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Change } from '../../state/change.ts';
import { deleteWpar } from '../../state/wpar-writes.ts';
import { mountsOf, type Wpar, type WparDetails } from '../../state/wpars.ts';
import type { Work } from '../work.ts';
import { discardWaiting, giveBackArrivals } from './checkpoint/originals.ts';
import { seconds } from './durations.ts';
import { lock, markStale, refuseBusy, release, requireWpar } from './lock.ts';
import { globalPath } from './paths.ts';
import { preserveStorage, refusePreservedTwice, removeStorage } from './removal.ts';
import { isRunning, stateWords } from './states.ts';

export interface RemoveOptions {
  /** `-p` */
  readonly preserve: boolean;
  /** `-F`: a WPAR that could not be stopped is removed all the same. */
  readonly force: boolean;
}

/**
 * Removes file systems in the reverse of their mount order, then the definition (rmwpar page; lines captured).
 * @throws Failure if the WPAR runs, or is not fit for `-p`
 */
export async function removeWpar(work: Work, name: string, options: RemoveOptions): Promise<void> {
  const { lab } = work;
  const wpar = lab.update((change) => {
    const wpar = checkRemoval(change, work, name, { ...options, stops: false });
    lock(change, wpar, 'rmwpar');
    return wpar;
  });
  await giveBackArrivals(work, wpar);
  await discardWaiting(work, wpar, 'removed');
  for (const mount of mountsOf(lab.engine, wpar.id).reverse()) {
    if (options.preserve) break;
    work.say(progress.removingFileSystem, { path: globalPath(wpar, mount.directory) });
    if (mount.size_kb !== null && wpar.rootvg === 0) {
      work.say(progress.removedVolume, { volume: mount.device.replace(/^\/dev\//, '') });
    }
    await lab.pass(seconds.removeFileSystem, work.signal);
    if (work.signal.aborted) break;
  }
  lab.update((change) => {
    const current = requireWpar(change.engine, wpar.host, name);
    if (work.signal.aborted) {
      release(change, current, 'B', { status: 1, why: 'removal interrupted' });
      return;
    }
    if (options.preserve) preserveStorage(change, current);
    else removeStorage(change, current);
    release(change, current, 'D', {
      why: options.preserve ? 'removed; its file systems are preserved' : 'removed',
    });
    deleteWpar(change.engine, current.id);
    markStale(change, work.host, name);
  });
  if (work.signal.aborted)
    throw failure(messages.signalled, { signal: String(work.signal.reason ?? 'SIGTERM') });
}

/**
 * What can be said about a removal before anything is done.
 * @param options `stops`: it will be stopped first
 * @throws Failure
 */
export function checkRemoval(
  change: Change,
  work: Work,
  name: string,
  options: RemoveOptions & { readonly stops: boolean },
): Wpar {
  const wpar = requireWpar(change.engine, work.host.name, name);
  refuseBusy(change, wpar);
  if (options.preserve) {
    refuseUnpreservable(wpar);
    refusePreservedTwice(change.engine, wpar);
  }
  if (options.force) return wpar;
  if (isRunning(wpar.state) && !options.stops)
    throw failure(messages.activeRemoval, { name, state: stateWords[wpar.state] });
  // Its file systems are in use: without -F the removal ends at the first step that fails (rmwpar page).
  const { unkillable } = JSON.parse(wpar.details) as WparDetails;
  if (wpar.state === 'B' && unkillable === true) throw failure(messages.tryForce, { name });
  return wpar;
}

function refuseUnpreservable(wpar: Wpar): void {
  if (wpar.type === 'A') throw failure(messages.notApplication, { name: wpar.name, what: 'the -p flag' });
  if (wpar.rootvg === 1) throw failure(messages.preserveRootvg, { name: wpar.name });
}
