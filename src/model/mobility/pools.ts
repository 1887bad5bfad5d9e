import type { Engine } from '../../state/engine.ts';
import type { ProcessorPool } from '../../state/frames/systems.ts';

/**
 * Hundredths of a processor that partitions may still be entitled to in a pool: its maximum less what it reserves and what
 * its partitions have. undefined: the default pool has no limit of its own.
 */
export function roomInPool(engine: Engine, system: number, pool: ProcessorPool): number | undefined {
  if (pool.max_units === null) return undefined;
  const used = engine.get<{ units: number }>(
    `SELECT total(curr_units) AS units FROM partition_processor JOIN partition ON partition.id = partition
     WHERE system = ? AND curr_mode = 'shared' AND curr_pool = ?`,
    system,
    pool.number,
  );
  return pool.max_units - pool.reserved_units - (used?.units ?? 0);
}
