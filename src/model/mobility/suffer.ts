/** What a fault does to a migration: the message, and whether everything is undone or somebody has to recover it. */
import type { Message, Values } from '../../messages/define.ts';
import { mobilityMessages as messages } from '../../messages/mobility.ts';
import type { Change } from '../../state/change.ts';
import type { Fault } from '../../state/faults.ts';
import { copied, type Migration, planOf } from '../../state/frames/migrations.ts';
import { loseConnection } from '../../state/frames/rmc.ts';
import { partitionByKey } from '../../state/frames/servers.ts';
import { nameOf, updateMigration } from './record.ts';
import { undoMigration } from './undo.ts';

/** A message with its values, as it is told at the end. */
export interface Told {
  readonly message: Message;
  readonly values: Readonly<Record<string, number | string>>;
  /** Lines below it, under `Details:`. */
  readonly details?: readonly string[];
}

export function told<Text extends string>(
  message: Message<Text>,
  values: Values<Text>,
  details: readonly string[] = [],
): Told {
  return { message, values: values ?? {}, ...(details.length === 0 ? {} : { details }) };
}

/** What strikes a migration: a rule's fault, or the loss of a server it needs. */
export type Blow = Pick<Fault, 'at' | 'detail' | 'kind' | 'object'>;

/** @returns what went wrong; undefined if the migration goes on (the second pair of movers takes over) */
export function suffer(change: Change, migration: Migration, fault: Blow): readonly Told[] | undefined {
  if (fault.kind === 'msp' && takeSecondPair(change, migration)) return undefined;
  const reason = consequence(change, migration, fault);
  if (fault.kind === 'rmc') loseStruck(change, migration, fault);
  if (migration.phase === 'resumed' || cannotUndo(migration, fault)) failMigration(change, migration);
  else undoMigration(change, migration, `${fault.kind} fault at ${fault.at}`);
  return reason;
}

/** It stays half done until somebody recovers it. */
function failMigration(change: Change, migration: Migration): void {
  const { transmitted, remaining } = copied(migration, change.lab.now());
  updateMigration(change, migration, { failed: 1, transmitted, remaining });
  change.engine.run('UPDATE log SET status = 1 WHERE id = ?', migration.log);
  change.note(migration.console, nameOf(change, migration), `Migration Failed in phase ${migration.phase}`);
}

// To undo, the console has to reach the VIO servers that have got something to remove.
function cannotUndo(migration: Migration, fault: Blow): boolean {
  const reaches = fault.kind === 'network' || fault.kind === 'rmc';
  const made = ['devices', 'copy', 'suspend'].includes(migration.phase);
  return (reaches && made) || (fault.kind === 'hypervisor' && migration.phase === 'suspend');
}

function takeSecondPair(change: Change, migration: Migration): boolean {
  const [, second] = planOf(migration).movers;
  if (!second || migration.source_msp === second.source) return false;
  updateMigration(change, migration, { source_msp: second.source, dest_msp: second.dest });
  change.note(
    migration.console,
    nameOf(change, migration),
    'the second pair of mover service partitions takes over',
  );
  return true;
}

function consequence(change: Change, migration: Migration, fault: Blow): Told[] {
  const stopped = told(messages.stopped, {});
  const detail = fault.detail;
  switch (fault.kind) {
    case 'rmc':
      return [told(messages.noConnection, { partition: struckName(change, migration, fault) })];
    case 'os':
      return fault.at === 'suspend'
        ? [stopped, told(messages.firmware, { code: detail || '0x0000000D' })]
        : [told(messages.notReady, {})];
    case 'hypervisor':
      return [stopped, told(messages.firmware, { code: detail || '0x00000001' })];
    case 'vios':
      return [
        told(messages.viosCommand, {
          partition: struckName(change, migration, fault),
          id: migration.source_id.toString(16),
          detail: detail || 'There are no FC adapters',
        }),
      ];
    case 'msp':
      return [stopped, told(messages.moverLost, {})];
    case 'storage':
      return [stopped, told(messages.storageLost, { detail: detail || 'a path to the storage was lost' })];
    case 'network':
      return [stopped, told(messages.networkLost, { partition: struckName(change, migration, fault) })];
  }
}

// The server that the rule names, else the one that does the work on the destination.
function struckName(change: Change, migration: Migration, fault: Blow): string {
  const server = migration.dest_msp ?? planOf(migration).adapters[0]?.vios;
  const usual = server === undefined ? undefined : partitionByKey(change.engine, server)?.name;
  const mobile = nameOf(change, migration);
  return fault.object !== null && fault.object !== mobile ? fault.object : (usual ?? mobile);
}

function loseStruck(change: Change, migration: Migration, fault: Blow): void {
  const rows = change.engine.all<{ id: number }>(
    'SELECT id FROM partition WHERE name = ? AND system IN (?, ?)',
    struckName(change, migration, fault),
    migration.source,
    migration.dest,
  );
  for (const { id } of rows) loseConnection(change, id);
}
