import { connectionMessages } from '../../messages/connections.ts';
import { failure } from '../../messages/failure.ts';
import { hmcMessages } from '../../messages/hmc.ts';
import type { Engine } from '../../state/engine.ts';
import { migratingKeys, type Partition } from '../../state/frames/partitions.ts';
import { isReachable } from '../frames/rmc.ts';

/** What of a partition has to be able to change: `dlpar_mem_capable` and so on of lssyscfg. */
export type Capability = 'dlpar_io' | 'dlpar_mem' | 'dlpar_proc';

/** Who takes part in a change: nobody, for the partition is off; only the console's records; the operating system. */
export type Part = 'off' | 'records' | 'system';

/** @throws Failure unless the partition runs or is off, and stays where it is */
export function requireChangeable(engine: Engine, partition: Partition): void {
  const changeable = partition.state === 'Running' || partition.state === 'Not Activated';
  if (!changeable || migratingKeys(engine, partition.system).has(partition.id))
    throw failure(hmcMessages.wrongState, undefined);
}

/**
 * Who takes part. IBM i does so without RMC (recalled).
 * @param force without RMC the console changes its records
 * @throws Failure if the operating system must and cannot
 */
export function partOf(partition: Partition, capability: Capability, force: boolean): Part {
  if (partition.state !== 'Running') return 'off';
  if (partition.env === 'os400') return 'system';
  if (isReachable(partition) && partition[capability] === 1) return 'system';
  if (force) return 'records';
  throw failure(connectionMessages.noConnection, { partition: partition.name });
}
