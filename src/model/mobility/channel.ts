import type { Engine } from '../../state/engine.ts';
import type { PartitionMemory } from '../../state/frames/amounts.ts';
import type { Migration, MigrationPlan } from '../../state/frames/migrations.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { ethernetsOf, moverOf, partitionByKey, sharedEthernetsOf } from '../../state/frames/servers.ts';
import { atLeast } from '../release.ts';
import { bandwidth, type Pages } from './durations.ts';

/** Mb/s of the adapter that a mover's address is on: that of its shared Ethernet adapter, else its fastest one. */
export function linkOf(engine: Engine, mover: number): number {
  const ports = ethernetsOf(engine, mover).filter(({ link }) => link === 1);
  const backing = sharedEthernetsOf(engine, mover).map((sea) => sea.backing);
  const shared = ports.filter(({ name }) => backing.includes(name));
  const usable = shared.length > 0 ? shared : ports;
  return usable.length === 0 ? 1000 : Math.max(...usable.map(({ mbps }) => mbps));
}

/** `2.2.3.3` of `VIOS 2.2.3.3`. */
export function serverLevel({ os_version }: Pick<Partition, 'os_version'>): string {
  return /^VIOS ([\d.]+)/.exec(os_version)?.[1] ?? '2.2.3.3';
}

/** MB/s at which a migration copies memory over its pair of movers, with all that go over one of them now. */
export function speedOf(engine: Engine, migration: Migration, plan: MigrationPlan): number {
  const pair = [migration.source_msp, migration.dest_msp].filter((key) => key !== null);
  const servers = pair.flatMap((key) => partitionByKey(engine, key) ?? []);
  const levels = servers.map(serverLevel).sort((a, b) => (atLeast(a, b) ? 1 : -1));
  const source = migration.source_msp === null ? undefined : moverOf(engine, migration.source_msp);
  const sessions = engine.get<{ count: number }>(
    'SELECT count(*) AS count FROM migration WHERE failed = 0 AND (source_msp = ? OR dest_msp = ?)',
    migration.source_msp,
    migration.dest_msp,
  );
  return bandwidth({
    linkMbps: Math.min(...pair.map((key) => linkOf(engine, key)), 100_000),
    level: levels[0] ?? '2.2.3.3',
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
