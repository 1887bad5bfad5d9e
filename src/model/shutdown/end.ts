import { Failure, failure } from '../../messages/failure.ts';
import { shutdownMessages as messages } from '../../messages/shutdown.ts';
import { wparMessages } from '../../messages/wpar.ts';
import type { Change } from '../../state/change.ts';
import { partitionOfHost } from '../../state/frames/servers.ts';
import { systemByKey } from '../../state/frames/systems.ts';
import { forget } from '../../state/transitions.ts';
import { operationOn, type Wpar } from '../../state/wpars.ts';
import { awaitPace } from '../frames/await-pace.ts';
import { durations } from '../frames/durations.ts';
import { scheduleStop } from '../frames/partition-states.ts';
import { requireFree } from '../frames/require.ts';
import { readHostFile } from '../host-tree.ts';
import type { Place } from '../place.ts';
import { logShutdown } from '../processes/error-log.ts';
import type { Work } from '../work.ts';
import { exportRulesOf } from '../wpar/configuration.ts';
import { refuseBusy } from '../wpar/lock.ts';
import { startWpar } from '../wpar/start.ts';
import { isRunning } from '../wpar/states.ts';
import { stopWpar } from '../wpar/stop.ts';
import { wparsUp } from './host-down.ts';

/** How a place ends. */
export interface End {
  readonly restart: boolean;
  /** Without the time that daemons take for themselves. */
  readonly fast: boolean;
  /** Write it in the error log. */
  readonly logged: boolean;
  /** The command, as others see it while it works. */
  readonly verb: string;
}

/** @throws Failure if the place cannot be shut down: nothing has been said yet then */
export function checkEnd(work: Work, { host, wpar }: Place): void {
  const { engine } = work.lab;
  if (wpar) {
    work.lab.update((change) => refuseBusy(change, wpar));
    if (!isRunning(wpar.state)) throw failure(wparMessages.notActive, { name: wpar.name });
    return;
  }
  const partition = partitionOfHost(engine, host.name);
  if (!partition) throw failure(messages.noPartition, { host: host.name });
  requireFree(engine, partition);
  for (const { id, name } of wparsUp(engine, host.name)) {
    const operation = operationOn(engine, id);
    if (operation) throw failure(messages.wparBusy, { name, verb: operation.verb, pid: operation.pid });
  }
}

/**
 * Ends a place: a WPAR is Defined afterwards, or Active again; of a host, the WPARs end and its partition is powered off.
 * What is real in it ends last, for whoever asked may be part of it.
 * @throws Failure
 */
export async function endPlace(work: Work, place: Place, end: End): Promise<void> {
  if (place.wpar) await endWpar(work, place, place.wpar, end);
  else await endHost(work, place, end);
}

async function endWpar(
  work: Work,
  place: Place,
  wpar: Wpar,
  { restart, fast, logged, verb }: End,
): Promise<void> {
  // The lines of stopwpar and startwpar are for those outside.
  // What is real ends when all is done: this may be said from within it.
  const inside = { ...work.inside, end: async () => {} };
  const quiet: Work = { ...work, inside, say: () => {} };
  try {
    await stopWpar(quiet, wpar.name, { how: fast ? 'hard' : 'normal', limit: null, verbose: false, verb });
  } catch (error) {
    const stuck = error instanceof Failure && /unkillable|tryForce/.test(error.catalogued.id);
    throw stuck ? failure(messages.wparStuck, { name: wpar.name }) : error;
  }
  if (logged) work.lab.update((change) => logShutdown(change, place));
  if (restart) {
    const read = (path: string) => readHostFile(work.lab, work.host, path);
    await startWpar(quiet, wpar.name, {
      verbose: false,
      automatic: false,
      extent: 'full',
      exportRules: (each) => exportRulesOf(each.devices, work.host.laid === 1, read),
    });
  }
  await work.inside.end(place);
}

async function endHost(work: Work, place: Place, { restart, fast, logged }: End): Promise<void> {
  const { host } = place;
  checkEnd(work, place);
  const up = wparsUp(work.lab.engine, host.name);
  // An application is gone with its row.
  for (const wpar of up) if (wpar.type === 'A') await work.inside.end({ host, wpar });
  const seconds = work.lab.update((change) => {
    checkEnd(work, place);
    if (logged) logShutdown(change, place);
    return powerOff(change, host.name, { restart, fast });
  });
  await awaitPace(work, seconds);
  for (const wpar of up) await work.inside.end({ host, wpar });
  await work.inside.end(place);
}

function powerOff(change: Change, host: string, { restart, fast }: Pick<End, 'fast' | 'restart'>): number {
  const partition = partitionOfHost(change.engine, host);
  const system = partition && systemByKey(change.engine, partition.system);
  if (!partition || !system) throw failure(messages.noPartition, { host });
  forget(change, partition.id);
  const seconds = fast ? durations.immediate : durations.osShutdown;
  change.note(host, partition.name, restart ? 'is rebooted from inside' : 'is shut down from inside');
  return scheduleStop(change, system, partition, { seconds, restart });
}
