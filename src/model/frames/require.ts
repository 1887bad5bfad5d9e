/** What operations on partitions and systems ask first. */

import { failure } from '../../messages/failure.ts';
import { hmcMessages } from '../../messages/hmc.ts';
import { partitionMessages as messages } from '../../messages/partitions.ts';
import type { Engine } from '../../state/engine.ts';
import { migratingKeys, type Partition } from '../../state/frames/partitions.ts';
import type { ManagedHere, ManagedSystem } from '../../state/frames/systems.ts';
import { isPoweredOn } from './resources.ts';

/** @throws Failure if the hypervisor of the system does not run */
export function requirePower(system: ManagedSystem): void {
  if (!isPoweredOn(system)) throw failure(messages.systemOff, { system: system.name });
}

/** @throws Failure if the console has no connection to the system */
export function requireConnection(system: ManagedHere): void {
  if (system.connection !== 'Connected') throw failure(messages.notConnected, { system: system.name });
}

/** @throws Failure if the partition migrates: until then nothing about it may be changed */
export function requireFree(engine: Engine, { id, system }: Partition): void {
  if (migratingKeys(engine, system).has(id)) throw failure(hmcMessages.wrongState, undefined);
}

/** @throws Failure unless the partition is Not Activated and stays where it is */
export function requireOff(engine: Engine, partition: Partition): void {
  requireFree(engine, partition);
  if (partition.state !== 'Not Activated') throw failure(hmcMessages.wrongState, undefined);
}
