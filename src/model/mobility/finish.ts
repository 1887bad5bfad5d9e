import type { Change } from '../../state/change.ts';
import { logError } from '../../state/frames/error-log.ts';
import { type Migration, planOf } from '../../state/frames/migrations.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { partitionByKey } from '../../state/frames/servers.ts';
import { systemByKey } from '../../state/frames/systems.ts';
import { convertProfile } from './profiles.ts';
import { endMigration } from './record.ts';
import { removeServerAdapters } from './server-adapters.ts';

/** Removes what the source still has of a partition that is on the destination, and makes it an ordinary one there. */
export function finishMigration(change: Change, migration: Migration): void {
  const mobile = partitionByKey(change.engine, migration.partition);
  if (!mobile || migration.phase !== 'resumed')
    throw new Error('the partition is not on the destination yet');
  removeServerAdapters(change, migration.source, migration.source_id);
  if (migration.shell !== null) change.engine.run('DELETE FROM partition WHERE id = ?', migration.shell);
  convertProfile(change, mobile, planOf(migration).profile);
  if (migration.type === 'active') countMovers(change, migration, mobile);
  const system = systemByKey(change.engine, migration.dest);
  endMigration(change, migration, {
    status: 0,
    what: `migrated to ${system?.name ?? ''}, partition ID ${mobile.lpar_id}`,
  });
}

// The movers log it (identifier, label and text are documented, the rest is ours); vasistat counts what went through them.
function countMovers(change: Change, migration: Migration, mobile: Partition): void {
  for (const [mover, column] of [
    [migration.source_msp, 'sent_bytes'],
    [migration.dest_msp, 'received_bytes'],
  ] as const) {
    if (mover === null) continue;
    change.engine.run(
      `UPDATE mover SET ${column} = ${column} + ? WHERE partition = ?`,
      migration.transmitted,
      mover,
    );
    logError(change, mover, {
      identifier: '3EB09F5A',
      label: 'MVR_MIG_COMPLETED',
      type: 'I',
      class: 'S',
      resource: 'Migration',
      description: 'Migration completed successfully',
      detail: mobile.name,
    });
  }
}
