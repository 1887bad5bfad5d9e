import { Failure, failure } from '../../../messages/failure.ts';
import { wparMessages as messages } from '../../../messages/wpar.ts';
import type { Change } from '../../../state/change.ts';
import { type Checkpoint, updateCheckpoint } from '../../../state/checkpoints.ts';
import type { Wpar } from '../../../state/wpars.ts';
import type { Folder } from '../../folder.ts';
import type { Place } from '../../place.ts';
import { layWpar } from '../../tree/lay.ts';
import type { Work } from '../../work.ts';
import { seconds, stateSeconds } from '../durations.ts';
import { lock, markStale, refuseBusy, release, requireState, requireWpar } from '../lock.ts';
import { arrivingPid, checkStart, type StartOptions } from '../start.ts';
import {
  requireCheckpointable,
  requireExports,
  requireLevel,
  requireMcr,
  requirePausedOrigin,
  requireRemoteFiles,
  requireSamePlaces,
  requireWaiting,
} from './conditions.ts';
import { readState, type StateRead } from './files.ts';
import { placeOf } from './originals.ts';

export interface RestartOptions {
  readonly folder: Folder;
  readonly exportRules: StartOptions['exportRules'];
  readonly tell: (step: string) => void;
}

interface Claimed {
  readonly wpar: Wpar;
  readonly checkpoint: Checkpoint;
  /** The original, if its processes still stand still in it. */
  readonly origin: Required<Place> | undefined;
  /** Where a restart that died may have brought the processes. */
  readonly strayed: Required<Place> | undefined;
}

/**
 * Brings a Defined WPAR to life with the processes of a checkpoint, on the host of the original or on another one
 * (restartwpar).
 * @throws Failure; the WPAR is Defined as before then, and the original as it was
 */
export async function restartWpar(work: Work, name: string, options: RestartOptions): Promise<void> {
  const { lab } = work;
  requireMcr(work.host);
  const state = readState(options.folder);
  const claimed = lab.update((change) => claim(change, work, name, state, options));
  try {
    await prepare(work, state, options.tell);
    await fetchProcesses(work, claimed, options);
  } catch (error) {
    await undo(work, claimed, error);
    throw error;
  }
  await goOn(work, claimed, state, options.tell);
}

function claim(
  change: Change,
  work: Work,
  name: string,
  state: StateRead,
  { folder, exportRules }: RestartOptions,
): Claimed {
  const { engine } = change;
  const checkpoint = requireWaiting(engine, folder.path, name, state);
  const wpar = requireWpar(engine, work.host.name, name);
  refuseBusy(change, wpar);
  requireState(wpar, ['D']);
  requireCheckpointable(engine, wpar);
  requireLevel(work.host, name, state.ticket.level);
  if (checkpoint.host !== work.host.name) {
    requireRemoteFiles(engine, wpar);
    requireExports(engine, wpar, work.host.name);
  }
  requireSamePlaces(engine, wpar, state.partition);
  const strayed = placeOf(engine, checkpoint.arrival);
  if (strayed) refuseBusy(change, strayed.wpar);
  const origin = checkpoint.kind === 'paused' ? placeOf(engine, checkpoint.wpar) : undefined;
  if (origin) {
    refuseBusy(change, origin.wpar);
    requirePausedOrigin(origin.wpar);
  }
  checkStart(change, work, wpar, { automatic: false, exportRules });
  lock(change, wpar, 'restartwpar');
  updateCheckpoint(engine, checkpoint.id, { arrival: wpar.id });
  return { wpar, checkpoint, origin, strayed };
}

async function prepare(work: Work, state: StateRead, tell: (step: string) => void): Promise<void> {
  const { lab, signal } = work;
  tell('mounting file systems');
  await lab.pass(seconds.mount, signal);
  tell('loading the workload partition');
  await lab.pass(seconds.load, signal);
  tell('reading the state');
  await lab.pass(stateSeconds(state.memoryKb), signal);
  if (signal.aborted) throw failure(messages.signalled, { signal: String(signal.reason ?? 'SIGTERM') });
}

async function fetchProcesses(work: Work, claimed: Claimed, { folder, tell }: RestartOptions): Promise<void> {
  const { inside, lab, host } = work;
  const { checkpoint, origin, strayed, wpar } = claimed;
  tell(`recreating ${checkpoint.processes} processes`);
  if (strayed) await inside.park(strayed, checkpoint.ticket);
  if (origin) {
    await inside.endLogins(origin);
    await inside.park(origin, checkpoint.ticket);
  }
  const found = await inside.claim(checkpoint.ticket, { host, wpar });
  if (!found && checkpoint.processes > 0) {
    lab.update((change) => updateCheckpoint(change.engine, checkpoint.id, { outcome: 'lost' }));
    throw failure(messages.stateGone, { path: folder.path });
  }
}

async function undo(work: Work, { checkpoint, origin, wpar }: Claimed, error: unknown): Promise<void> {
  const { inside, lab, host } = work;
  try {
    await inside.park({ host, wpar }, checkpoint.ticket);
    if (origin) await inside.claim(checkpoint.ticket, origin);
  } finally {
    lab.update((change) => {
      updateCheckpoint(change.engine, checkpoint.id, { arrival: null });
      const why = error instanceof Failure ? 'restart failed, Defined again' : 'restart ended by an error';
      release(change, requireWpar(change.engine, host.name, wpar.name), 'D', { status: 1, why });
    });
  }
}

// From here on there is no way back: the processes are this WPAR's. Who dies now leaves it Paused, ready to be resumed.
async function goOn(
  work: Work,
  { checkpoint, wpar }: Claimed,
  { partition }: StateRead,
  tell: (step: string) => void,
): Promise<void> {
  const { inside, lab, host } = work;
  if (partition.treeLaid) layWpar(lab, host, wpar);
  lab.update((change) => {
    updateCheckpoint(change.engine, checkpoint.id, { outcome: 'restarted', went: host.name });
    change.engine.run("UPDATE operation SET dead = 'P' WHERE wpar = ?", wpar.id);
    for (const mount of partition.mounted) {
      change.engine.run(
        `INSERT OR IGNORE INTO mounted (host, wpar, directory, node, device, vfs, options, time)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        host.name,
        wpar.id,
        mount.directory,
        mount.node,
        mount.device,
        mount.vfs,
        mount.options,
        mount.time,
      );
    }
  });
  const place = { host, wpar };
  await inside.remount({ host });
  await inside.remount(place);
  tell('resuming all processes');
  await inside.thaw(place);
  lab.update((change) => {
    const current = requireWpar(change.engine, host.name, wpar.name);
    const started = partition.started ?? lab.now();
    const columns = { init_pid: arrivingPid(change, work, current, partition.initPid), started };
    release(change, current, 'A', { columns });
    markStale(change, host, wpar.name);
  });
}
