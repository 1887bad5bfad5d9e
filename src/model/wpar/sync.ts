import { failure } from '../../messages/failure.ts';
import { progress } from '../../messages/progress.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import { hostDetails } from '../../state/hosts.ts';
import { updateWpar } from '../../state/wpar-writes.ts';
import type { Wpar, WparDetails } from '../../state/wpars.ts';
import type { Work } from '../work.ts';
import { seconds } from './durations.ts';
import { refuseBusy, requireState, requireWpar } from './lock.ts';

export interface SyncOptions {
  readonly detached: boolean;
  /** `-c`: device data of a versioned WPAR. */
  readonly deviceData: boolean;
  readonly preview: boolean;
  readonly installp: boolean;
  readonly rpm: boolean;
}

/**
 * Brings the root part of a WPAR in step with the global environment. It cannot be while the global environment's own
 * root parts are out of step (the world of seed 3, listing 1).
 * @returns whether it is in step now
 * @throws Failure for a WPAR of the wrong kind or in the wrong state
 */
export async function syncWpar(work: Work, name: string, options: SyncOptions): Promise<boolean> {
  const wpar = work.lab.update((change) => {
    const wpar = requireWpar(change.engine, work.host.name, name);
    checkKind(wpar, options);
    refuseBusy(change, wpar);
    requireState(wpar, ['A', 'D']);
    return wpar;
  });
  const outOfStep = hostDetails(work.host).outOfStep || isOfOtherVersion(wpar);
  if (options.preview) {
    const what = outOfStep || wpar.synchronised === 1 ? 'left as it is' : 'synchronized';
    work.say(progress.preview, { name: wpar.name, what });
    return true;
  }
  await work.lab.pass(seconds.synchronise, work.signal);
  if (work.signal.aborted) {
    throw failure(messages.signalled, { signal: String(work.signal.reason ?? 'SIGTERM') });
  }
  if (outOfStep && options.installp) {
    work.say(progress.syncFailed, {});
    work.say(progress.syncFailure, {});
    return false;
  }
  // RPM packages or device data alone do not bring the root part in step.
  const whole = options.installp;
  work.lab.update((change) => {
    const current = requireWpar(change.engine, wpar.host, wpar.name);
    refuseBusy(change, current);
    if (whole) updateWpar(change.engine, current.id, { synchronised: 1 });
    change.note(wpar.host, wpar.name, whole ? 'synchronized' : 'synchronized in part');
  });
  work.say(progress.syncing, {});
  if (options.installp) work.say(progress.installpSynced, {});
  if (options.rpm) work.say(progress.rpmSynced, {});
  if (options.installp && options.rpm) work.say(progress.rootSynced, {});
  work.say(progress.syncSuccess, {});
  return true;
}

// A backup of another version was restored (restwpar -C): migwpar's work.
function isOfOtherVersion(wpar: Wpar): boolean {
  return (JSON.parse(wpar.details) as WparDetails).level !== undefined;
}

function checkKind(wpar: Wpar, options: SyncOptions): void {
  const { name } = wpar;
  if (wpar.type === 'A') throw failure(messages.notApplication, { name, what: 'software synchronization' });
  if (options.deviceData) {
    if (wpar.ostype === 0) throw failure(messages.notVersioned, { name });
    return;
  }
  if (wpar.ostype !== 0) throw failure(messages.versioned, { name });
  if (options.detached && wpar.private_usr === 0) throw failure(messages.onlyDetached, { name });
  if (!options.detached && wpar.private_usr === 1) throw failure(messages.onlyShared, { name });
}
