import type { Change } from '../../state/change.ts';
import { insertRow } from '../../state/insert.ts';
import type { WorldPartition } from '../../state/worlds/partitions.ts';
import type { WorldSystem } from '../../state/worlds/systems.ts';
import { Impossible } from './place.ts';
import { hundredths } from './systems.ts';

/** Whether a partition holds its resources, and uses them. */
export interface Shape {
  readonly system: WorldSystem;
  readonly configured: boolean;
  readonly active: boolean;
}

export interface MemoryPlan {
  readonly min: number;
  readonly desired: number;
  readonly max: number;
  readonly shared: boolean;
  readonly expansion: number;
  readonly hugePages: number;
  readonly bsrArrays: number;
  readonly hptRatio: string;
}

/** What a world says of a partition's memory: one number is the desired amount, a quarter and the double are ours. */
export function memoryPlan(world: WorldPartition, system: WorldSystem): MemoryPlan {
  const { memory } = world;
  const region = system.memory.region_mb;
  if (typeof memory === 'number') {
    const min = Math.max(region, Math.ceil(memory / 4 / region) * region);
    const plain = { shared: false, expansion: 0, hugePages: 0, bsrArrays: 0, hptRatio: '1:64' };
    return { min: Math.min(min, memory), desired: memory, max: memory * 2, ...plain };
  }
  return {
    ...memory,
    expansion: hundredths(memory.expansion ?? 0),
    hugePages: memory.huge_pages,
    bsrArrays: memory.bsr_arrays,
    hptRatio: memory.hpt_ratio,
  };
}

export function buildMemory(change: Change, partition: number, world: WorldPartition, shape: Shape): void {
  const plan = memoryPlan(world, shape.system);
  const region = shape.system.memory.region_mb;
  const odd = [plan.min, plan.desired, plan.max].find((amount) => amount % region !== 0);
  if (odd !== undefined)
    throw new Impossible(`${odd} MB of memory is no multiple of the memory region size, ${region} MB`);
  if (plan.min > plan.desired || plan.desired > plan.max)
    throw new Impossible('memory: the minimum, desired and maximum amount must be in this order');
  const held = (amount: number) => (shape.configured ? amount : 0);
  const used = (amount: number) => (shape.active ? amount : 0);
  insertRow(change.engine, 'partition_memory', {
    partition,
    mode: plan.shared ? 'shared' : 'ded',
    curr_min: held(plan.min),
    curr: held(plan.desired),
    curr_max: held(plan.max),
    pend_min: held(plan.min),
    pend: held(plan.desired),
    pend_max: held(plan.max),
    run_min: used(plan.min),
    run: used(plan.desired),
    curr_huge: held(plan.hugePages),
    curr_max_huge: held(plan.hugePages),
    pend_huge: held(plan.hugePages),
    pend_max_huge: held(plan.hugePages),
    run_huge: used(plan.hugePages),
    curr_expansion: held(plan.expansion),
    pend_expansion: held(plan.expansion),
    hpt_ratio: plan.hptRatio,
    bsr_arrays: held(plan.bsrArrays),
  });
}

export interface ProcessorPlan {
  readonly mode: 'ded' | 'shared';
  readonly minUnits: number;
  readonly units: number;
  readonly maxUnits: number;
  readonly minProcs: number;
  readonly procs: number;
  readonly maxProcs: number;
  readonly sharing: string;
  readonly weight: number;
  readonly pool: string | undefined;
}

/** What a world says of a partition's processors; the limits it leaves out are ours. */
export function processorPlan({ processors }: WorldPartition): ProcessorPlan {
  if ('dedicated' in processors) {
    const { dedicated, min = 1, max = dedicated * 2, sharing } = processors;
    const units = { minUnits: 0, units: 0, maxUnits: 0 };
    return {
      mode: 'ded',
      ...units,
      minProcs: min,
      procs: dedicated,
      maxProcs: max,
      sharing,
      weight: 0,
      pool: undefined,
    };
  }
  const { units, procs, capped, pool } = processors;
  return {
    mode: 'shared',
    minUnits: hundredths(processors.min_units ?? Math.min(0.1, units)),
    units: hundredths(units),
    maxUnits: hundredths(processors.max_units ?? Math.max(units * 2, 1)),
    minProcs: processors.min_procs ?? 1,
    procs,
    maxProcs: processors.max_procs ?? procs * 2,
    sharing: capped ? 'cap' : 'uncap',
    weight: capped ? 0 : processors.weight,
    pool,
  };
}

export function buildProcessor(
  change: Change,
  partition: number,
  world: WorldPartition,
  shape: Shape & { readonly systemId: number },
): void {
  const plan = processorPlan(world);
  const pool =
    plan.pool === undefined
      ? 0
      : change.engine.get<{ number: number }>(
          'SELECT number FROM processor_pool WHERE system = ? AND name = ?',
          shape.systemId,
          plan.pool,
        )?.number;
  if (pool === undefined) throw new Impossible(`the system has no processor pool called ${plan.pool}`);
  const values = (prefix: 'curr' | 'pend') => ({
    [`${prefix}_mode`]: plan.mode,
    [`${prefix}_pool`]: pool,
    [`${prefix}_min_units`]: shape.configured ? plan.minUnits : 0,
    [`${prefix}_units`]: shape.configured ? plan.units : 0,
    [`${prefix}_max_units`]: shape.configured ? plan.maxUnits : 0,
    [`${prefix}_min_procs`]: shape.configured ? plan.minProcs : 0,
    [`${prefix}_procs`]: shape.configured ? plan.procs : 0,
    [`${prefix}_max_procs`]: shape.configured ? plan.maxProcs : 0,
    [`${prefix}_sharing`]: plan.sharing,
    [`${prefix}_weight`]: plan.weight,
  });
  insertRow(change.engine, 'partition_processor', {
    partition,
    ...values('curr'),
    ...values('pend'),
    run_units: shape.active ? plan.units : 0,
    run_procs: shape.active ? plan.procs : 0,
    run_weight: shape.active ? plan.weight : 0,
  });
}
