import type { Engine } from '../../state/engine.ts';
import { idleStates, poweredOnStates } from '../../state/frames/listings/words.ts';
import type { ManagedSystem } from '../../state/frames/systems.ts';

/** What a system has left, MB and hundredths of a processor; `curr` now, `pend` after pending changes. */
export interface Available {
  readonly curr: number;
  readonly pend: number;
}

/** Configurable memory less firmware, the shared memory pool and partitions with dedicated memory. */
export function availableMemory(engine: Engine, system: ManagedSystem): Available {
  const used = engine.get<{ curr: number; pend: number }>(
    `SELECT total(curr) AS curr, total(pend) AS pend
     FROM partition_memory JOIN partition ON partition.id = partition_memory.partition
     WHERE system = ? AND mode = 'ded'`,
    system.id,
  );
  const pool = engine.get<{ memory: number; pend_memory: number }>(
    'SELECT memory + firmware_memory AS memory, pend_memory + firmware_memory AS pend_memory FROM memory_pool WHERE system = ?',
    system.id,
  );
  const rest = system.configurable_memory - system.firmware_memory;
  return {
    curr: rest - (used?.curr ?? 0) - (pool?.memory ?? 0),
    pend: rest - (used?.pend ?? 0) - (pool?.pend_memory ?? 0),
  };
}

/** Configurable units less those of shared partitions, whole processors of dedicated ones and what pools reserve. */
export function availableUnits(engine: Engine, system: ManagedSystem): Available {
  const used = engine.get<{ curr: number; pend: number }>(
    `SELECT total(CASE curr_mode WHEN 'ded' THEN curr_procs * 100 ELSE curr_units END) AS curr,
       total(CASE pend_mode WHEN 'ded' THEN pend_procs * 100 ELSE pend_units END) AS pend
     FROM partition_processor JOIN partition ON partition.id = partition_processor.partition WHERE system = ?`,
    system.id,
  );
  const reserved = engine.get<{ curr: number; pend: number }>(
    `SELECT total(reserved_units) AS curr, total(pend_reserved_units) AS pend FROM processor_pool WHERE system = ?`,
    system.id,
  );
  return {
    curr: system.configurable_units - (used?.curr ?? 0) - (reserved?.curr ?? 0),
    pend: system.configurable_units - (used?.pend ?? 0) - (reserved?.pend ?? 0),
  };
}

/** Units of processors that are dedicated to partitions. */
export function dedicatedUnits(engine: Engine, system: ManagedSystem): number {
  const used = engine.get<{ units: number }>(
    `SELECT total(curr_procs) * 100 AS units FROM partition_processor JOIN partition ON partition.id = partition
     WHERE system = ? AND curr_mode = 'ded'`,
    system.id,
  );
  return used?.units ?? 0;
}

/** Units that a partition can have of a shared processor pool; very many, where the pool has no limit. */
export function roomInPool(engine: Engine, system: ManagedSystem, pool: number, partition: number): number {
  const found = engine.get<{ room: number | null }>(
    `SELECT max_units - (SELECT total(curr_units) FROM partition_processor JOIN partition ON partition.id = partition
       WHERE system = ?1 AND curr_pool = ?2 AND curr_mode = 'shared' AND partition <> ?3) AS room
     FROM processor_pool WHERE system = ?1 AND number = ?2`,
    system.id,
    pool,
    partition,
  );
  return Math.max(0, found?.room ?? Number.MAX_SAFE_INTEGER);
}

/** A partition whose processors and devices are at work. */
export function isActivated(state: string): boolean {
  return !idleStates.includes(state);
}

/** The console can ask the hypervisor of a system only in these states. */
export function isPoweredOn(system: Pick<ManagedSystem, 'state'>): boolean {
  return poweredOnStates.includes(system.state);
}

/** The first free virtual slot from 2 upward, not the highest plus one (capture: vios1 uses 2, 6, 7 and has 3 next). */
export function nextSlot(used: readonly number[]): number {
  const taken = new Set(used);
  let slot = 2;
  while (taken.has(slot)) slot++;
  return slot;
}
