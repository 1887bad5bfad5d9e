/** What a VIO server finds when it looks for devices: adapters that were added, disks that it can see now. */
import type { Change } from '../../state/change.ts';
import { deviceNames } from '../../state/frames/server-adapters.ts';
import { insertRow } from '../../state/insert.ts';
import { Names } from '../devices/names.ts';
import { nameDevices } from './virtual-adapters/identities.ts';

/** Configures all of them. @returns names of what is new, or Available again */
export function configureDevices(change: Change, partition: number): string[] {
  return [
    ...nameDevices(change, partition),
    ...configureDisks(change, partition, new Names(deviceNames(change.engine, partition))),
    ...restoreDefined(change, partition),
  ];
}

// A new disk reserves as AIX does by default, and has no identifier yet: what seed 5 warns of.
function configureDisks(change: Change, partition: number, names: Names): string[] {
  const rows = change.engine.all<{ id: number; size_mb: number }>(
    `SELECT id, size_mb FROM lun WHERE id IN (SELECT visible_lun.lun FROM visible_lun
         JOIN vios_port ON wwpn = initiator WHERE vios_port.partition = ?1 AND vios_port.status = 'Available')
       AND id NOT IN (SELECT lun FROM vios_disk WHERE partition = ?1 AND lun IS NOT NULL) ORDER BY id`,
    partition,
  );
  return rows.map(({ id, size_mb }) => {
    const name = names.next('hdisk');
    insertRow(change.engine, 'vios_disk', {
      partition,
      name,
      lun: id,
      size_mb,
      reserve_policy: 'single_path',
    });
    return name;
  });
}

function restoreDefined(change: Change, partition: number): string[] {
  return ['vios_port', 'vios_disk', 'sea', 'target_device'].flatMap((table) =>
    change.engine
      .all<{ name: string }>(
        `UPDATE ${table} SET status = 'Available' WHERE partition = ? AND status = 'Defined' RETURNING name`,
        partition,
      )
      .map(({ name }) => name),
  );
}
