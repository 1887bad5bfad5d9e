import { failure } from '../../messages/failure.ts';
import { hmcMessages } from '../../messages/hmc.ts';
import { partitionMessages as messages } from '../../messages/partitions.ts';
import type { Change } from '../../state/change.ts';
import { deleteDlparRequest } from '../../state/dlpar-requests.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import type { ManagedSystem } from '../../state/frames/systems.ts';
import { applyUpdate, forget } from '../../state/transitions.ts';
import { durations } from './durations.ts';
import { scheduleStop, stopped } from './partition-states.ts';
import { requireFree, requirePower } from './require.ts';
import { isActivated } from './resources.ts';
import { isReachable } from './rmc.ts';
import { freeSuspendDevice } from './suspend.ts';

/** How a partition is stopped. */
export interface Shutdown {
  /** The operating system does it itself. */
  readonly byOs: boolean;
  readonly immediate: boolean;
  readonly restart: boolean;
}

/**
 * Stops a partition.
 * @returns how many lab seconds it takes
 * @throws Failure
 */
export function shutDown(
  change: Change,
  system: ManagedSystem,
  partition: Partition,
  { byOs, immediate, restart }: Shutdown,
): number {
  requirePower(system);
  requireFree(change.engine, partition);
  const { id, name, state } = partition;
  const off = !isActivated(state) && state !== 'Suspended';
  if (off) throw failure(messages.alreadyOff, { partition: name });
  const reachable = isReachable(partition) && partition.os_shutdown === 1;
  if (byOs && (state !== 'Running' || !reachable)) throw failure(messages.noShutdown, { partition: name });
  forget(change, id);
  if (state === 'Suspended') {
    if (restart) throw failure(hmcMessages.wrongState, undefined);
    // What stands on the storage device is given up.
    freeSuspendDevice(change, id);
    // Nor will anybody be told that it runs again.
    deleteDlparRequest(change, id);
    for (const each of stopped(partition)) applyUpdate(change.engine, each);
    return 0;
  }
  const usual = byOs ? durations.osShutdown : durations.shutdown;
  return scheduleStop(change, system, partition, {
    seconds: immediate ? durations.immediate : usual,
    restart,
  });
}
