import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { failure } from '../../../messages/failure.ts';
import { hmcMessages } from '../../../messages/hmc.ts';
import { mobilityMessages as messages } from '../../../messages/mobility.ts';
import { migrationNamed, stopMigration } from '../../../model/mobility/recover.ts';
import type { Told } from '../../../model/mobility/suffer.ts';
import type { Partition } from '../../../state/frames/partitions.ts';
import { requireSystem } from '../objects.ts';
import { namedPartitions } from './partitions.ts';
import { printTold } from './print.ts';

/** `-o s`: on the console of the source (documented). Everything is undone; who drives the migration sees it end. */
export function stop(args: Arguments, context: Context): number {
  const system = requireSystem(context.engine, context.host.name, args.value('m') ?? '');
  const partitions = args.has('-all')
    ? migratingFrom(context, system.id)
    : namedPartitions(args, context, system.id);
  if (partitions.length === 0) throw failure(messages.nothingMigrates, { system: system.name });
  const several = partitions.length > 1;
  const failed = partitions.filter((partition) => {
    const trouble = context.lab.update((change): Told | undefined => {
      const migration = migrationNamed(change, system.id, partition);
      if (!migration || migration.source !== system.id)
        return { message: hmcMessages.wrongState, values: {} };
      return stopMigration(change, migration);
    });
    if (trouble) printTold(context, [trouble], several ? partition.name : undefined);
    return trouble !== undefined;
  });
  return failed.length === 0 ? 0 : 1;
}

function migratingFrom(context: Context, system: number): Partition[] {
  return context.engine.all<Partition>(
    `SELECT partition.* FROM migration JOIN partition ON partition.id = migration.partition
     WHERE source = ? AND phase <> 'resumed' AND failed = 0 ORDER BY migration.started, partition.id`,
    system,
  );
}
