import type { Engine } from '../../state/engine.ts';
import type { PartitionMemory } from '../../state/frames/amounts.ts';
import type { Migration, MigrationPlan } from '../../state/frames/migrations.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { moverOf, partitionByKey } from '../../state/frames/servers.ts';
import { viosLevel } from '../frames/server-level.ts';
import { atLeast } from '../release.ts';
import { bandwidth, type Pages } from './durations.ts';
import { moverLink } from './links.ts';

// Where the name of the operating system does not tell its level: that of seed 5, page 6.
const usualLevel = '2.2.3.3';

/** MB/s at which a migration copies memory over its pair of movers, with all that go over one of them now. */
export function speedOf(engine: Engine, migration: Migration, plan: MigrationPlan): number {
  const pair = [migration.source_msp, migration.dest_msp].filter((key) => key !== null);
  const servers = pair.flatMap((key) => partitionByKey(engine, key) ?? []);
  const levels = servers.map((each) => viosLevel(each)).sort((a, b) => (atLeast(a, b) ? 1 : -1));
  const source = migration.source_msp === null ? undefined : moverOf(engine, migration.source_msp);
  const sessions = engine.get<{ count: number }>(
    'SELECT count(*) AS count FROM migration WHERE failed = 0 AND (source_msp = ? OR dest_msp = ?)',
    migration.source_msp,
    migration.dest_msp,
  );
  return bandwidth({
    linkMbps: Math.min(...pair.map((key) => moverLink(engine, key) ?? 1000), 100_000),
    level: levels[0] ?? usualLevel,
    concurrency: plan.level ?? source?.concurrency ?? 3,
    sessions: sessions?.count ?? 1,
  });
}

/** What a partition's memory is like: nine tenths of it touched, a tenth of it the working set, unless the world says. */
export function pagesOf(mobile: Partition, memory: PartitionMemory): Pages {
  const touchedMb = Math.min(memory.curr, mobile.touched_mb ?? Math.round(memory.curr * 0.9));
  return {
    touchedMb,
    dirtyMbPerSecond: mobile.dirty_mb_s,
    workingSetMb: Math.max(1, Math.round(touchedMb / 10)),
  };
}
