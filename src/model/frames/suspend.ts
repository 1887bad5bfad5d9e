/** A partition whose memory is put on a storage device of a VIO server, and taken back. */

import { connectionMessages } from '../../messages/connections.ts';
import { failure } from '../../messages/failure.ts';
import { hmcMessages } from '../../messages/hmc.ts';
import { partitionMessages as messages } from '../../messages/partitions.ts';
import type { Change } from '../../state/change.ts';
import { owePost } from '../../state/dlpar-requests.ts';
import type { Engine } from '../../state/engine.ts';
import { amountsOf } from '../../state/frames/amounts.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import type { ManagedSystem } from '../../state/frames/systems.ts';
import { applyUpdate, forget, schedule } from '../../state/transitions.ts';
import { suspendSeconds } from './durations.ts';
import { suspended, talks, usesAll } from './partition-states.ts';
import { requireFree, requirePower } from './require.ts';
import { isReachable } from './rmc.ts';
import { suspendStorage } from './suspend-storage.ts';

/** The device of a suspended partition is free again. */
export function freeSuspendDevice(change: Change, partition: number): void {
  change.engine.run("UPDATE paging_device SET user = NULL WHERE user = ? AND purpose = 'suspend'", partition);
}

interface Device {
  readonly vios: number;
  readonly device: string;
}

/** @returns the device that takes its memory. @throws Failure if it cannot be suspended now */
export function requireSuspendable(engine: Engine, system: ManagedSystem, partition: Partition): Device {
  const { id, name } = partition;
  requirePower(system);
  requireFree(engine, partition);
  if (partition.suspend_capable === 0) throw failure(messages.notSuspendCapable, { partition: name });
  if (partition.state !== 'Running') throw failure(hmcMessages.wrongState, undefined);
  if (partition.env !== 'os400' && !isReachable(partition))
    throw failure(connectionMessages.noConnection, { partition: name });
  const memory = amountsOf(engine, id).memory.curr;
  const size = suspendStorage(memory);
  const device = engine.get<Device>(
    `SELECT vios, device FROM paging_device
     WHERE system = ? AND purpose = 'suspend' AND user IS NULL AND size_mb >= ? ORDER BY size_mb, vios, device LIMIT 1`,
    system.id,
    size,
  );
  if (!device) throw failure(messages.noSuspendDevice, { partition: name, size });
  return device;
}

/** @returns how many lab seconds it takes. @throws Failure */
export function suspend(change: Change, system: ManagedSystem, partition: Partition): number {
  const { engine } = change;
  const { id } = partition;
  const device = requireSuspendable(engine, system, partition);
  engine.run(
    'UPDATE paging_device SET user = ? WHERE vios = ? AND device = ?',
    id,
    device.vios,
    device.device,
  );
  forget(change, id);
  applyUpdate(engine, { table: 'partition', key: id, set: { state: 'Suspending' } });
  // Those who were told to prepare hear of it when it runs again.
  owePost(change, id);
  const seconds = suspendSeconds(amountsOf(engine, id).memory.curr);
  const due = change.lab.now() + seconds;
  schedule(change, due, {
    system: system.id,
    partition: id,
    what: 'is suspended',
    updates: suspended(partition),
  });
  return seconds;
}

/** @returns how many lab seconds it takes, the RMC connection included. @throws Failure */
export function resume(change: Change, system: ManagedSystem, partition: Partition): number {
  const { engine } = change;
  const { id } = partition;
  requirePower(system);
  requireFree(engine, partition);
  if (partition.state !== 'Suspended') throw failure(hmcMessages.wrongState, undefined);
  freeSuspendDevice(change, id);
  forget(change, id);
  applyUpdate(engine, { table: 'partition', key: id, set: { state: 'Resuming' } });
  const seconds = suspendSeconds(amountsOf(engine, id).memory.curr);
  const connected = talks(partition) ? { rmc_state: 'active', rmc_connected: 1 } : {};
  schedule(change, change.lab.now() + seconds, {
    system: system.id,
    partition: id,
    what: 'is resumed',
    updates: [
      { table: 'partition', key: id, set: { state: 'Running', ...connected } },
      ...usesAll(engine, id),
    ],
  });
  return seconds;
}
