import type { Engine } from '../engine.ts';
import type { Machine, Owner } from '../machine.ts';

export type MigrationType = 'active' | 'inactive' | 'suspended';

/**
 * How far a migration is. Up to `suspend` the partition is on the source and everything can be undone; from `resumed` on
 * it is on the destination and what the source still has of it is removed.
 */
export type MigrationPhase =
  | 'starting'
  | 'shell'
  | 'movers'
  | 'prepare'
  | 'devices'
  | 'copy'
  | 'suspend'
  | 'resumed';

/** A migration in progress, or one that has failed and waits for its recovery. */
export interface Migration extends Owner {
  /** Key of the mobile partition's row. */
  readonly partition: number;
  readonly type: MigrationType;
  readonly phase: MigrationPhase;
  readonly failed: 0 | 1;
  readonly source: number;
  readonly dest: number;
  readonly source_id: number;
  /** null: not assigned yet. */
  readonly dest_id: number | null;
  readonly shell: number | null;
  readonly source_msp: number | null;
  readonly dest_msp: number | null;
  readonly console: string;
  readonly remote_console: string | null;
  readonly remote_user: string | null;
  /** JSON, see {@link MigrationPlan}. */
  readonly plan: string;
  /** JSON, see {@link CopySchedule}; null before the copy begins. */
  readonly copy: string | null;
  /** Bytes, once the copy is over or was cut off. */
  readonly transmitted: number;
  readonly remaining: number;
  /** Lab seconds. */
  readonly started: number;
  readonly log: number;
}

/** What becomes of one client adapter. */
export interface PlannedAdapter {
  /** Slot of the client, the same on both systems. */
  readonly slot: number;
  readonly kind: 'fc' | 'scsi';
  /** Key and slot of the server that has it on the source. */
  readonly sourceVios: number;
  readonly sourceSlot: number;
  /** Key and slot of the server that gets it on the destination. */
  readonly vios: number;
  readonly viosSlot: number;
  /** fc: the port that it is mapped to there. */
  readonly port?: string;
  /** scsi: what the server offers: disks by their names there; a user's own device name is kept. */
  readonly targets?: readonly { readonly name: string | null; readonly disk: string }[];
}

/** What validation has found out and the phases carry out. */
export interface MigrationPlan {
  readonly destId: number;
  readonly adapters: readonly PlannedAdapter[];
  /** Number of the shared processor pool on the destination. */
  readonly pool: number;
  /** Name of the profile on the destination; undefined: the current one's. */
  readonly profile?: string;
  /** The UUID is in use there and must be a new one (--uuid 2). */
  readonly newUuid: boolean;
  /** Movers: keys of the partitions, the first pair first; none of an inactive migration. */
  readonly movers: readonly { readonly source: number; readonly dest: number }[];
  /** `concurr_migration_perf_level` of this migration alone. */
  readonly level?: number;
  /** Slots of the mobile's Ethernet adapters with the numbers of their switches on the destination. */
  readonly switches: readonly { readonly slot: number; readonly switch: number }[];
  /** Keys of paging devices that it gets there. */
  readonly paging?: readonly { readonly vios: number; readonly device: string }[];
}

/** How the memory is copied: passes from the first byte on. Seconds may be fractions. */
export interface CopySchedule {
  /** Lab seconds at which the first pass begins. */
  readonly begins: number;
  /** MB per second. */
  readonly bandwidth: number;
  readonly passes: readonly { readonly mb: number; readonly seconds: number }[];
}

/** Migrations that have something to do with a system, as source or destination. */
export function migrationsOf(engine: Engine, system: number): Migration[] {
  return engine.all<Migration>(
    'SELECT * FROM migration WHERE ?1 IN (source, dest) ORDER BY started, partition',
    system,
  );
}

export function migrationOf(engine: Engine, partition: number): Migration | undefined {
  return engine.get<Migration>('SELECT * FROM migration WHERE partition = ?', partition);
}

/** Of the partition on either side: itself, or what is made for it on the destination. */
export function migrationWith(engine: Engine, partition: number): Migration | undefined {
  return engine.get<Migration>('SELECT * FROM migration WHERE partition = ?1 OR shell = ?1', partition);
}

export function allMigrations(engine: Engine): Migration[] {
  return engine.all<Migration>('SELECT * FROM migration ORDER BY started, partition');
}

/** The process that drives one of them is gone. Asked often: only who drives them is read, not their plans. */
export function isSomeAbandoned(engine: Engine, machine: Machine): boolean {
  const drivers = engine.all<Owner>('SELECT DISTINCT pid, birth FROM migration WHERE failed = 0');
  return drivers.some((each) => !machine.alive(each));
}

/** Number in the log of each of them, by the key of its partition. */
export function migrationRecords(engine: Engine): ReadonlyMap<number, number> {
  const rows = engine.all<Pick<Migration, 'log' | 'partition'>>('SELECT partition, log FROM migration');
  return new Map(rows.map(({ partition, log }) => [partition, log]));
}

export function planOf(migration: Migration): MigrationPlan {
  return JSON.parse(migration.plan) as MigrationPlan;
}

/**
 * It waits for `migrlpar -o r`: it has failed, or the process that drove it is gone. A process may finish and go between the
 * reading of its row and the look for it, so only a row that is still there after its process has gone counts.
 */
export function needsRecovery(
  { engine, machine }: { readonly engine: Engine; readonly machine: Machine },
  migration: Migration,
): boolean {
  if (migration.failed === 1) return true;
  return !machine.alive(migration) && migrationOf(engine, migration.partition)?.log === migration.log;
}

/** Bytes that have gone over and that are left, at a moment of the lab clock; what is left may grow between samples. */
export function copied(migration: Migration, now: number): { transmitted: number; remaining: number } {
  if (migration.copy === null || migration.failed === 1 || migration.phase !== 'copy')
    return { transmitted: migration.transmitted, remaining: migration.remaining };
  const { begins, passes } = JSON.parse(migration.copy) as CopySchedule;
  let left = Math.max(0, now - begins);
  let sent = 0;
  for (const [index, pass] of passes.entries()) {
    if (left < pass.seconds) {
      const now = pass.seconds === 0 ? pass.mb : (pass.mb * left) / pass.seconds;
      const dirty = passes[index + 1]?.mb ?? 0;
      // What this pass has sent may be written to meanwhile and has to be sent again.
      const again = pass.mb === 0 ? 0 : (dirty * now) / pass.mb;
      return { transmitted: bytes(sent + now), remaining: bytes(pass.mb - now + again) };
    }
    left -= pass.seconds;
    sent += pass.mb;
  }
  return { transmitted: bytes(sent), remaining: 0 };
}

const bytes = (mb: number) => Math.round(mb * 1_048_576);
