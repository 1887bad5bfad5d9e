import { connectionMessages } from '../../messages/connections.ts';
import { failure } from '../../messages/failure.ts';
import { partitionMessages as messages } from '../../messages/partitions.ts';
import type { Change } from '../../state/change.ts';
import { rememberPhysicalPorts } from '../../state/frames/logical-ports.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import type { ManagedSystem } from '../../state/frames/systems.ts';
import { renameInProfiles } from './names-in-profiles.ts';
import { requireOff, requirePower } from './require.ts';
import { isReachable } from './rmc.ts';

interface ServerSide {
  readonly id: number;
  readonly slot: number;
  readonly server: number;
  readonly name: string;
  readonly rmc_state: Partition['rmc_state'];
  readonly rmc_connected: Partition['rmc_connected'];
}

/**
 * Removes a partition with all of its profiles.
 * @param options.servers also the server adapters that wait for it alone, with their mappings
 * @param options.disks also the virtual disks behind them: logical volumes and files of VIO servers
 * @throws Failure
 */
export function removePartition(
  change: Change,
  system: ManagedSystem,
  partition: Partition,
  options: { readonly servers: boolean; readonly disks: boolean },
): void {
  const { engine } = change;
  requirePower(system);
  requireOff(engine, partition);
  if (engine.get('SELECT 1 FROM paging_device WHERE vios = ? AND user IS NOT NULL', partition.id))
    throw failure(messages.servesSuspended, { partition: partition.name });
  const sides = engine.all<ServerSide>(
    `SELECT virtual_adapter.id, slot, partition.id AS server, name, rmc_state, rmc_connected
     FROM virtual_adapter JOIN partition ON partition.id = virtual_adapter.partition
     WHERE system = ? AND remote_lpar = ? AND side = 'server' AND kind IN ('scsi', 'fc') AND env = 'vioserver'
     ORDER BY partition.lpar_id, slot`,
    system.id,
    partition.lpar_id,
  );
  if (options.servers || options.disks) {
    const silent = sides.find((side) => !isReachable(side));
    if (silent) throw failure(connectionMessages.noConnection, { partition: silent.name });
  }
  for (const { id, slot, server } of sides) {
    if (options.disks)
      engine.run(
        "DELETE FROM target_device WHERE partition = ? AND slot = ? AND kind IN ('lv', 'file')",
        server,
        slot,
      );
    if (options.servers) engine.run('DELETE FROM virtual_adapter WHERE id = ?', id);
  }
  rememberPhysicalPorts(change, system.id);
  engine.run('DELETE FROM partition WHERE id = ?', partition.id);
  renameInProfiles(change, system.id, partition.lpar_id, '');
}
