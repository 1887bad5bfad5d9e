import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import type { Attribute, AttributeValue } from '../../../format/hmc-csv.ts';
import { noteAbandoned } from '../../../model/mobility/abandoned.ts';
import type { Engine } from '../../../state/engine.ts';
import { copied, type Migration, migrationsOf, needsRecovery } from '../../../state/frames/migrations.ts';
import { type Partition, type PartitionKey, partitionKeysOf } from '../../../state/frames/partitions.ts';
import { partitionByKey } from '../../../state/frames/servers.ts';
import { systemByKey } from '../../../state/frames/systems.ts';
import { printerOf } from '../listing.ts';
import { partitionFilter, requireSystem } from '../objects.ts';
import { filtersOf } from './chosen.ts';

/** A partition with its migration, of which its system is the source or the destination. */
interface Row {
  readonly partition: PartitionKey;
  readonly moving: Moving | undefined;
}

interface Moving {
  readonly migration: Migration;
  readonly state: string;
  readonly isSource: boolean;
  readonly otherSystem: string;
  /** The other console, of two. */
  readonly manager: string | undefined;
  /** Of the partition there. */
  readonly otherId: number;
  readonly sourceMover: Partition | undefined;
  readonly destMover: Partition | undefined;
  readonly bytes: { readonly transmitted: number; readonly remaining: number } | undefined;
}

// What the console shows before a number is assigned (recalled).
const unassigned = 65_535;

const other =
  (source: boolean, value: (moving: Moving) => AttributeValue) =>
  ({ moving }: Row) =>
    moving && moving.isSource !== source ? value(moving) : undefined;

const ofMoving =
  (value: (moving: Moving) => AttributeValue) =>
  ({ moving }: Row) =>
    moving && value(moving);

const attributes: readonly Attribute<Row>[] = [
  { name: 'name', value: ({ partition }) => partition.name },
  { name: 'lpar_id', value: ({ partition }) => partition.lpar_id },
  { name: 'migration_state', value: ({ moving }) => moving?.state ?? 'Not Migrating' },
  { name: 'migration_type', value: ofMoving(({ migration }) => migration.type) },
  { name: 'source_sys_name', value: other(true, ({ otherSystem }) => otherSystem) },
  { name: 'dest_sys_name', value: other(false, ({ otherSystem }) => otherSystem) },
  { name: 'source_lpar_id', value: other(true, ({ otherId }) => otherId) },
  { name: 'dest_lpar_id', value: other(false, ({ otherId }) => otherId) },
  { name: 'source_msp_name', value: ofMoving(({ sourceMover }) => sourceMover?.name) },
  { name: 'source_msp_id', value: ofMoving(({ sourceMover }) => sourceMover?.lpar_id) },
  { name: 'dest_msp_name', value: ofMoving(({ destMover }) => destMover?.name) },
  { name: 'dest_msp_id', value: ofMoving(({ destMover }) => destMover?.lpar_id) },
  { name: 'bytes_transmitted', value: ofMoving(({ bytes }) => bytes?.transmitted) },
  { name: 'bytes_remaining', value: ofMoving(({ bytes }) => bytes?.remaining) },
  { name: 'remote_manager', value: ofMoving(({ manager }) => manager) },
  { name: 'remote_user', value: ofMoving(({ migration }) => migration.remote_user ?? undefined) },
];

/** Partitions of a system with their migrations; of VIO servers, too, which never migrate (recalled order). */
export function printPartitions(args: Arguments, context: Context): number {
  const print = printerOf(args, attributes);
  const filters = filtersOf(args);
  noteAbandoned(context.lab);
  const { engine, host } = context;
  const system = requireSystem(engine, host.name, args.value('m') ?? '');
  const chosen = partitionFilter(engine, system.id, filters);
  const migrations = migrationsOf(engine, system.id);
  const rows = partitionKeysOf(engine, system.id)
    .filter(({ lpar_id }) => chosen(lpar_id))
    .map((partition): Row => {
      const found = migrations.find(
        (migration) => migration.partition === partition.id || migration.shell === partition.id,
      );
      return { partition, moving: found && movingOf(context, system.id, found) };
    });
  return print(context, rows);
}

function movingOf({ engine, host, lab }: Context, system: number, migration: Migration): Moving {
  const isSource = migration.source === system;
  const failed = needsRecovery(lab, migration);
  const starting = migration.phase === 'starting' || migration.phase === 'shell';
  // Movers and bytes come with the copy, and with a migration that has one (recalled samples).
  const copies = migration.type === 'active' && !starting;
  const mover = (key: number | null) => (copies && key !== null ? partitionByKey(engine, key) : undefined);
  return {
    migration,
    state: failed ? 'Migration Failed' : starting ? 'Migration Starting' : 'Migration In Progress',
    isSource,
    // To the console of the destination the remote one is where the migration was started.
    manager:
      migration.remote_console === host.name ? migration.console : (migration.remote_console ?? undefined),
    otherSystem: systemName(engine, isSource ? migration.dest : migration.source),
    otherId: isSource ? (migration.dest_id ?? unassigned) : migration.source_id,
    sourceMover: mover(migration.source_msp),
    destMover: mover(migration.dest_msp),
    bytes: copies ? copied(migration, lab.now()) : undefined,
  };
}

function systemName(engine: Engine, system: number): string {
  return systemByKey(engine, system)?.name ?? '';
}
