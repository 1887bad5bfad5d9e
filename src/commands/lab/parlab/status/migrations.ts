import { isoTime } from '../../../../state/clock.ts';
import { type Migration, needsRecovery } from '../../../../state/frames/migrations.ts';
import type { Lab } from '../../../../state/lab.ts';

/** A migration as `parlab status` tells of it. */
export interface MigrationNow {
  readonly partition: string;
  readonly from: string;
  readonly to: string;
  /** How far it is; `failed`: it waits for migrlpar -o r. */
  readonly phase: string;
  readonly pid: number;
  readonly since: string;
}

export function migrationsNow(lab: Lab): MigrationNow[] {
  return lab.engine
    .all<Migration & { name: string; from_name: string; to_name: string }>(
      `SELECT migration.*, partition.name, origin.name AS from_name, goal.name AS to_name FROM migration
         JOIN partition ON partition.id = migration.partition
         JOIN managed_system AS origin ON origin.id = source JOIN managed_system AS goal ON goal.id = dest
       ORDER BY started, partition.name`,
    )
    .map((row) => ({
      partition: row.name,
      from: row.from_name,
      to: row.to_name,
      phase: needsRecovery(lab, row) ? 'failed' : row.phase,
      pid: row.pid,
      since: isoTime(row.started),
    }));
}

export function describeMigration({ partition, from, to, phase, pid, since }: MigrationNow): string {
  if (phase === 'failed') return `${partition} from ${from} to ${to} failed and needs migrlpar -o r`;
  return `${partition} from ${from} to ${to}, ${phase} (process ${pid}, since ${since})`;
}
