import { backupMessages as messages } from '../../messages/backup.ts';
import { failure } from '../../messages/failure.ts';
import { progress } from '../../messages/progress.ts';
import type { Change } from '../../state/change.ts';
import { hostDetails } from '../../state/hosts.ts';
import { deleteWpar } from '../../state/wpar-writes.ts';
import { findWpar, type Wpar } from '../../state/wpars.ts';
import type { Work } from '../work.ts';
import { defineWpar, type Populated, sayRootSync } from '../wpar/create.ts';
import { removeStorage } from '../wpar/removal.ts';
import type { Plan } from '../wpar/settings.ts';
import { workAside } from './aside.ts';
import { savedMounts } from './mounts.ts';
import type { CheckedBackup } from './read.ts';
import { shown } from './save.ts';

/** `-S`: what is done for the software of a restored WPAR, and whether it stays if that is in vain. */
export type Synchronisation = 'A' | 'F' | 'a' | 'f' | 'n';

/** How the AIX of a backup and that of the host go together: the first two numbers of their levels. */
export function compareVersions(backup: string, host: string): 'higher' | 'lower' | 'same' {
  const [a, b] = [backup, host].map((level) => {
    const [version = 0, release = 0] = level.split('.').map(Number);
    return version * 1000 + release;
  }) as [number, number];
  if (a === b) return 'same';
  return a < b ? 'lower' : 'higher';
}

/**
 * The files of a new WPAR, from a backup.
 * @param synchronisation `-S`
 * @param compared how the backup's AIX and the host's go together
 */
export function populatedFrom(
  work: Work,
  backup: CheckedBackup,
  verb: string,
  synchronisation: Synchronisation,
  compared: ReturnType<typeof compareVersions>,
): Populated {
  const { outOfStep } = hostDetails(work.host);
  return {
    verb,
    synchronised: synchronisation !== 'n' && compared === 'same' && !outOfStep,
    fill: (wpar) => restoreFiles(work, wpar, backup),
    synchronise: () => {
      if (synchronisation === 'n') return;
      if (compared === 'same') sayRootSync(work, outOfStep);
      else sayMismatch(work, compared);
    },
  };
}

function sayMismatch(work: Work, compared: 'higher' | 'lower'): void {
  if (compared === 'lower') {
    work.say(progress.syncing, {});
    work.say(messages.higherVersion, {});
  } else work.say(progress.syncFailed, {});
  work.say(progress.syncFailure, {});
}

async function restoreFiles(work: Work, wpar: Wpar, backup: CheckedBackup): Promise<void> {
  const all = savedMounts(work.lab.engine, wpar, { nfs: true, namefs: true });
  const inBackup = new Set(backup.data.fileSystems.map(({ directory }) => directory));
  // What an NFS server has stays, unless the backup brings it.
  const mounts = all.mounts.filter(({ shared, directory }) => shared !== true || inBackup.has(directory));
  const left = all.mounts.filter((mount) => !mounts.includes(mount)).map(({ directory }) => directory);
  const request = { work: 'restore', sum: backup.sum, mounts, without: [...all.without, ...left] } as const;
  const place = { host: work.host, wpar };
  await workAside(work, place, request, { input: backup.descriptor, path: backup.path }, (report) => {
    if (report.type === 'file') work.say(progress.restored, { path: shown(report.name) });
  });
}

/** Ends a transaction that was only tried. */
class Rehearsal extends Error {}

/**
 * Finds out whether a WPAR could be made in the place of one that is still there.
 * @throws Failure if not; nothing is changed either way
 */
export function rehearse(work: Work, name: string, plan: (change: Change) => Plan): void {
  try {
    work.lab.update((change) => {
      const old = findWpar(change.engine, work.host.name, name);
      if (old) {
        removeStorage(change, old);
        deleteWpar(change.engine, old.id);
      }
      defineWpar(change, plan(change), { identify: false });
      throw new Rehearsal();
    });
  } catch (error) {
    if (!(error instanceof Rehearsal)) throw error;
  }
}

/** @throws Failure unless a WPAR of the backup may be made here */
export function checkVersion(
  backup: string,
  work: Work,
  options: {
    readonly versioned: boolean;
    readonly force: boolean;
    readonly synchronisation: Synchronisation;
  },
): ReturnType<typeof compareVersions> {
  if (options.versioned) return 'same';
  const compared = compareVersions(backup, work.host.release);
  const kept = options.force || ['A', 'F', 'n'].includes(options.synchronisation);
  if (compared !== 'same' && !kept)
    throw failure(messages.wparLevel, { level: backup, release: work.host.release });
  return compared;
}
