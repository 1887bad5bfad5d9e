import { failure } from '../../messages/failure.ts';
import { partitionMessages as messages } from '../../messages/partitions.ts';
import type { Change } from '../../state/change.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { capabilitiesOf, type ManagedSystem } from '../../state/frames/systems.ts';
import { insertRow } from '../../state/insert.ts';
import { isActivated } from './resources.ts';
import { nameDevices } from './virtual-adapters/identities.ts';

/** HMCs put the VASI adapter of a mover above the slots that people number (recalled). */
const vasiSlot = 32_769;

/**
 * Makes a VIO server a mover service partition, or ends that: the console makes its VASI adapter (seed 5, pages 9 and
 * 23), which is a device at once in a server that runs, and at its next start in another.
 * @throws Failure
 */
export function setMover(change: Change, system: ManagedSystem, partition: Partition, on: 0 | 1): void {
  const { engine } = change;
  if (on === 1 && capabilitiesOf(system).active_lpar_mobility_capable !== 1)
    throw failure(messages.noMovers, { system: system.name });
  engine.run('UPDATE partition SET msp = ? WHERE id = ?', on, partition.id);
  const slot = [partition.id, vasiSlot];
  if (on === 0) {
    engine.run("DELETE FROM virtual_adapter WHERE partition = ? AND slot = ? AND kind = 'vasi'", ...slot);
    return;
  }
  if (engine.get('SELECT 1 FROM virtual_adapter WHERE partition = ? AND slot = ?', ...slot)) return;
  insertRow(engine, 'virtual_adapter', { partition: partition.id, slot: vasiSlot, kind: 'vasi' });
  if (isActivated(partition.state)) nameDevices(change, partition.id);
}
