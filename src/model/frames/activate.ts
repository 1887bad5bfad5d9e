import { failure } from '../../messages/failure.ts';
import { hmcMessages } from '../../messages/hmc.ts';
import { partitionMessages as messages } from '../../messages/partitions.ts';
import type { Change } from '../../state/change.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import type { Profile } from '../../state/frames/profiles.ts';
import { partitionByKey } from '../../state/frames/servers.ts';
import type { ManagedSystem } from '../../state/frames/systems.ts';
import { applyUpdate, forget } from '../../state/transitions.ts';
import { configureDevices } from './configure.ts';
import { configure } from './give-resources.ts';
import { scheduleStart } from './partition-states.ts';
import { checkFcServers } from './profile-adapters.ts';
import { requireFree, requirePower } from './require.ts';
import { isActivated } from './resources.ts';

/** How a partition is started. */
export interface Activation {
  /** undefined: with the present configuration, if there is one. */
  readonly profile: Profile | undefined;
  readonly bootMode: string | undefined;
  readonly keylock: string | undefined;
  readonly iplSource: string | undefined;
}

/**
 * Starts a partition: it takes what a profile says, or keeps what it holds.
 * @param current the profile it had last, for one that has lost its resources
 * @returns how many lab seconds it takes
 * @throws Failure
 */
export function activate(
  change: Change,
  system: ManagedSystem,
  partition: Partition,
  current: Profile | undefined,
  { profile, bootMode, keylock, iplSource }: Activation,
): number {
  const { engine } = change;
  requirePower(system);
  requireFree(engine, partition);
  if (isActivated(partition.state)) throw failure(messages.alreadyOn, { partition: partition.name });
  if (partition.state !== 'Not Activated') throw failure(hmcMessages.wrongState, undefined);
  const chosen = profile ?? (partition.resource_config === 1 ? undefined : current);
  if (!chosen && partition.resource_config === 0)
    throw failure(messages.neverActivated, { partition: partition.name });
  if (chosen) configure(change, system, partition, chosen);
  checkFcServers(engine, partition);
  // A server that starts configures what it finds, as cfgdev does.
  if (partition.env === 'vioserver') configureDevices(change, partition.id);
  applyUpdate(engine, {
    table: 'partition',
    key: partition.id,
    set: {
      ...(keylock === undefined ? {} : { keylock }),
      ...(iplSource === undefined ? {} : { ipl_source: iplSource }),
    },
  });
  forget(change, partition.id);
  const now = partitionByKey(engine, partition.id) ?? partition;
  return scheduleStart(change, system, now, change.lab.now(), bootMode);
}
