/** What a VIO server finds when it looks for devices: adapters that were added, disks that it can see now. */
import type { Change } from '../../state/change.ts';
import { deviceNames } from '../../state/frames/server-adapters.ts';
import { insertRow } from '../../state/insert.ts';

const prefixes: Readonly<Record<string, string>> = {
  eth: 'ent',
  scsi: 'vhost',
  fc: 'vfchost',
  serial: 'vsa',
  vasi: 'vasi',
};

/** Configures all of them. @returns names of what is new, or Available again */
export function configureDevices(change: Change, partition: number): string[] {
  const taken = new Set(deviceNames(change.engine, partition));
  return [
    ...configureAdapters(change, partition, taken),
    ...configureDisks(change, partition, taken),
    ...restoreDefined(change, partition),
  ];
}

function take(taken: Set<string>, prefix: string): string {
  let number = 0;
  while (taken.has(`${prefix}${number}`)) number++;
  taken.add(`${prefix}${number}`);
  return `${prefix}${number}`;
}

// The console of slot 0 is vsa0; the service connection in slot 1 is no device (as when the partition was made).
function configureAdapters(change: Change, partition: number, taken: Set<string>): string[] {
  const rows = change.engine.all<{ id: number; kind: string }>(
    `SELECT id, kind FROM virtual_adapter WHERE partition = ? AND device IS NULL AND (kind <> 'serial' OR slot = 0)
     ORDER BY slot`,
    partition,
  );
  return rows.map(({ id, kind }) => {
    const name = take(taken, prefixes[kind] ?? kind);
    change.engine.run('UPDATE virtual_adapter SET device = ? WHERE id = ?', name, id);
    return name;
  });
}

// A new disk reserves as AIX does by default, and has no identifier yet: what seed 5 warns of.
function configureDisks(change: Change, partition: number, taken: Set<string>): string[] {
  const rows = change.engine.all<{ id: number; size_mb: number }>(
    `SELECT id, size_mb FROM lun WHERE id IN (SELECT visible_lun.lun FROM visible_lun
         JOIN vios_port ON wwpn = initiator WHERE vios_port.partition = ?1 AND vios_port.status = 'Available')
       AND id NOT IN (SELECT lun FROM vios_disk WHERE partition = ?1 AND lun IS NOT NULL) ORDER BY id`,
    partition,
  );
  return rows.map(({ id, size_mb }) => {
    const name = take(taken, 'hdisk');
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
