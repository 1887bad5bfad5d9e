import type { Change } from '../../state/change.ts';
import { type Migration, planOf } from '../../state/frames/migrations.ts';
import { endMigration, nameOf } from './record.ts';

/** Undoes everything that a migration has done so far; the partition was on the source all the time. */
export function undoMigration(change: Change, migration: Migration, why: string): void {
  if (migration.phase === 'resumed') throw new Error('the partition is on the destination already');
  const { engine } = change;
  if (migration.phase === 'devices' || migration.phase === 'copy' || migration.phase === 'suspend') {
    for (const { vios, viosSlot } of planOf(migration).adapters)
      engine.run(
        "DELETE FROM virtual_adapter WHERE partition = ? AND slot = ? AND side = 'server' AND remote_lpar = ?",
        vios,
        viosSlot,
        migration.dest_id,
      );
  }
  // Its memory, processors and reservations of paging devices go with it.
  if (migration.shell !== null) engine.run('DELETE FROM partition WHERE id = ?', migration.shell);
  endMigration(change, migration, {
    status: 1,
    what: `${nameOf(change, migration)} stays where it was: ${why}`,
  });
}
