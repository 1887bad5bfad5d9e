import type { Change } from '../../state/change.ts';
import { insertRow } from '../../state/insert.ts';

interface Target {
  readonly name: string;
  readonly slot: number;
  readonly kind: string;
  readonly backing: string;
  readonly status?: string;
}

/** Offers a device through a server SCSI adapter. */
export function insertTarget(change: Change, partition: number, target: Target): void {
  const last = change.engine.get<{ last: number | null }>(
    'SELECT max(lun_number) AS last FROM target_device WHERE partition = ? AND slot = ?',
    partition,
    target.slot,
  );
  insertRow(change.engine, 'target_device', { partition, ...target, lun_number: (last?.last ?? 0) + 1 });
}
