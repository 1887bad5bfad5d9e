import { hmcMessages } from '../../messages/hmc.ts';
import { mobilityMessages as messages } from '../../messages/mobility.ts';
import type { Change } from '../../state/change.ts';
import { strike } from '../../state/faults.ts';
import { type Migration, needsRecovery, planOf } from '../../state/frames/migrations.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { partitionByKey } from '../../state/frames/servers.ts';
import { isReachable } from '../frames/rmc.ts';
import { finishMigration } from './finish.ts';
import { nameOf } from './record.ts';
import { type Told, told } from './suffer.ts';
import { undoMigration } from './undo.ts';

/** The migration of a partition that a system has, as its source or its destination. */
export function migrationNamed(
  change: Pick<Change, 'engine'>,
  system: number,
  partition: Partition,
): Migration | undefined {
  return change.engine.get<Migration>(
    'SELECT * FROM migration WHERE (partition = ?1 OR shell = ?1) AND ?2 IN (source, dest)',
    partition.id,
    system,
  );
}

/**
 * Brings a migration to an end: back to the source, or forward if the partition is on the destination already.
 * @param force goes on although a VIO server does not answer
 * @returns what is in the way; a return, for a rule that has struck is counted with it
 */
export function recoverMigration(change: Change, migration: Migration, force: boolean): Told | undefined {
  if (!needsRecovery(change.lab, migration)) return told(hmcMessages.wrongState, {});
  const servers = serversOf(change, migration);
  const silent = servers.find((server) => !isReachable(server));
  if (silent && !force) return told(messages.noConnection, { partition: silent.name });
  const objects = [nameOf(change, migration), ...servers.map(({ name }) => name)];
  const fault = strike(change, { operation: 'migrate', objects, at: 'recover' });
  if (fault && !force) return told(messages.noConnection, { partition: fault.object ?? objects[1] ?? '' });
  if (migration.phase === 'resumed') finishMigration(change, migration);
  else undoMigration(change, migration, 'recovered');
  return undefined;
}

/** Those that have something to remove. */
function serversOf(change: Change, migration: Migration): Partition[] {
  const { adapters } = planOf(migration);
  const keys =
    migration.phase === 'resumed'
      ? adapters.map(({ sourceVios }) => sourceVios)
      : ['devices', 'copy', 'suspend'].includes(migration.phase)
        ? adapters.map(({ vios }) => vios)
        : [];
  return [...new Set(keys)].flatMap((key) => partitionByKey(change.engine, key) ?? []);
}

/**
 * Stops a migration that has not reached the destination: everything is undone, and whoever drives it sees that it is gone.
 * @returns what is in the way
 */
export function stopMigration(change: Change, migration: Migration): Told | undefined {
  if (migration.phase === 'resumed' || needsRecovery(change.lab, migration))
    return told(hmcMessages.wrongState, {});
  const objects = [nameOf(change, migration)];
  const fault = strike(change, { operation: 'migrate', objects, at: 'stop' });
  if (fault) return told(messages.noConnection, { partition: fault.object ?? objects[0] ?? '' });
  undoMigration(change, migration, 'stopped');
  return undefined;
}
