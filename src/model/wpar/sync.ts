import { failure } from '../../messages/failure.ts';
import { progress } from '../../messages/progress.ts';
import { migrationMessages } from '../../messages/system.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import { hostDetails } from '../../state/hosts.ts';
import { updateWpar } from '../../state/wpar-writes.ts';
import type { Wpar } from '../../state/wpars.ts';
import type { Work } from '../work.ts';
import { seconds } from './durations.ts';
import { isOlder, isOtherVersion } from './level.ts';
import { refuseBusy, requireState, requireWpar } from './lock.ts';

export interface SyncOptions {
  readonly detached: boolean;
  /** `-c`: device data of a versioned WPAR. */
  readonly deviceData: boolean;
  readonly preview: boolean;
  readonly installp: boolean;
  readonly rpm: boolean;
}

/** What of the software is brought in step. */
export type SyncParts = Pick<SyncOptions, 'installp' | 'preview' | 'rpm'>;

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
  return await synchronize(work, wpar, options);
}

/** The same from inside the WPAR, whose /usr may be its own. @throws Failure for a versioned one */
export async function syncRoot(work: Work, wpar: Wpar, options: SyncParts): Promise<boolean> {
  if (wpar.ostype !== 0) throw failure(messages.versioned, { name: wpar.name });
  return await synchronize(work, wpar, options);
}

async function synchronize(work: Work, wpar: Wpar, options: SyncParts): Promise<boolean> {
  if (isOlder(work.host, wpar)) {
    work.say(progress.syncing, {});
    work.say(migrationMessages.higher, {});
    work.say(migrationMessages.logOut, {});
    work.say(progress.syncFailure, {});
    return false;
  }
  const outOfStep = hostDetails(work.host).outOfStep || isOtherVersion(work.host, wpar);
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
