/** How a partition shares processors: its mode, its weight and its shared processor pool. */

import { formatUnits } from '../../format/hmc-csv.ts';
import { failure } from '../../messages/failure.ts';
import { hardwareMessages as messages } from '../../messages/hardware.ts';
import type { Engine } from '../../state/engine.ts';
import { amountsOf, type PartitionProcessor } from '../../state/frames/amounts.ts';
import { processorPoolsOf } from '../../state/frames/systems.ts';
import { roomInPool } from '../frames/resources.ts';
import { wholeNumber } from '../frames/values.ts';
import type { Work } from '../work.ts';
import type { Portion } from './carry.ts';
import type { Owner } from './memory.ts';
import { syncAmounts } from './sync.ts';

export const sharingAttributes: readonly string[] = [
  'sharing_mode',
  'uncap_weight',
  'shared_proc_pool_id',
  'shared_proc_pool_name',
];

/** What somebody wants; what is not named stays. */
export type SharingWishes = Readonly<Partial<Record<string, string>>>;

export interface Sharing {
  readonly mode: string;
  readonly weight: number;
  readonly pool: number;
}

const modes: Readonly<Record<'ded' | 'shared', readonly string[]>> = {
  ded: ['keep_idle_procs', 'share_idle_procs', 'share_idle_procs_active', 'share_idle_procs_always'],
  shared: ['cap', 'uncap'],
};

/** Weight of a partition that becomes uncapped and names none (recalled from the console's panel). */
const usualWeight = 128;

/** @throws Failure */
export function sharingOf(engine: Engine, owner: Owner, wishes: SharingWishes): Sharing {
  const { processor } = amountsOf(engine, owner.partition.id);
  const mode = wishes.sharing_mode ?? processor.curr_sharing;
  if (!modes[processor.curr_mode].includes(mode))
    throw failure(messages.sharing, {
      mode: processor.curr_mode === 'ded' ? 'dedicated' : 'shared',
      value: mode,
    });
  const others = Object.keys(wishes).some((name) => name !== 'sharing_mode');
  if (processor.curr_mode === 'ded' && others)
    throw failure(messages.dedicated, { partition: owner.partition.name });
  return {
    mode,
    weight: weightOf(owner, processor, mode, wishes),
    pool: poolOf(engine, owner, processor, wishes),
  };
}

function weightOf(
  { partition }: Owner,
  processor: PartitionProcessor,
  mode: string,
  { uncap_weight: value }: SharingWishes,
): number {
  if (value !== undefined) {
    const weight = wholeNumber({ name: 'uncap_weight', value }, 0, 255);
    if (mode === 'cap' && weight !== 0) throw failure(messages.capped, { partition: partition.name });
    return weight;
  }
  if (mode === 'cap') return 0;
  return mode === 'uncap' && processor.curr_sharing === 'cap' ? usualWeight : processor.curr_weight;
}

function poolOf(
  engine: Engine,
  { system, partition }: Owner,
  processor: PartitionProcessor,
  { shared_proc_pool_id: id, shared_proc_pool_name: name }: SharingWishes,
): number {
  if (id === undefined && name === undefined) return processor.curr_pool;
  const pools = processorPoolsOf(engine, system.id);
  const byId = id === undefined ? undefined : pools.find(({ number }) => String(number) === id);
  const byName = name === undefined ? undefined : pools.find((each) => each.name === name);
  if (id !== undefined && !byId) throw failure(messages.poolUnknown, { pool: id });
  if (name !== undefined && !byName) throw failure(messages.poolUnknown, { pool: name });
  if (byId && byName && byId !== byName) throw failure(messages.poolsDiffer, {});
  const pool = byId ?? byName;
  if (!pool) return processor.curr_pool;
  const room = roomInPool(engine, system, pool.number, partition.id);
  if (room < processor.curr_units)
    throw failure(messages.poolUnits, {
      ...{ pool: pool.name, partition: partition.name },
      ...{ available: formatUnits(room), wanted: formatUnits(processor.curr_units) },
    });
  return pool.number;
}

/** A change of the weight is an event of the operating system; mode and pool are the hypervisor's alone. */
export function sharingPortion(work: Work, owner: Owner, wishes: SharingWishes): Portion {
  const { partition } = owner;
  const { engine } = work.lab;
  const { processor } = amountsOf(engine, partition.id);
  const difference = sharingOf(engine, owner, wishes).weight - processor.curr_weight;
  return {
    partition,
    event: {
      ...{ resource: 'var_weight', action: difference > 0 ? 'acquire' : 'release' },
      ...{ capacity: processor.run_units, weight: processor.run_weight, delta: Math.abs(difference) },
    },
    requested: String(Math.abs(difference)),
    steps: 1,
    book: (change, _, running) => {
      const { mode, weight, pool } = sharingOf(change.engine, owner, wishes);
      change.engine.run(
        `UPDATE partition_processor SET curr_sharing = ?1, pend_sharing = ?1, curr_weight = ?2, pend_weight = ?2,
           curr_pool = ?3, pend_pool = ?3, run_weight = CASE WHEN ?4 THEN ?2 ELSE run_weight END WHERE partition = ?5`,
        ...[mode, weight, pool, running ? 1 : 0, partition.id],
      );
      syncAmounts(change, partition, 'processors');
      change.note(work.host.name, partition.name, `sharing mode ${mode}, weight ${weight}, pool ${pool}`);
    },
  };
}

/** Whether the wishes change the weight. */
export function changesWeight(engine: Engine, owner: Owner, wishes: SharingWishes): boolean {
  const { curr_weight } = amountsOf(engine, owner.partition.id).processor;
  return sharingOf(engine, owner, wishes).weight !== curr_weight;
}
