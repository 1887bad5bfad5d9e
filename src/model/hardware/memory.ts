/** Memory of a partition that grows or shrinks, in whole logical memory blocks. */
import { failure } from '../../messages/failure.ts';
import { hardwareMessages as messages } from '../../messages/hardware.ts';
import type { Engine } from '../../state/engine.ts';
import { amountsOf } from '../../state/frames/amounts.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import type { ManagedSystem } from '../../state/frames/systems.ts';
import { Sight } from '../dlpar/system.ts';
import { availableMemory } from '../frames/resources.ts';
import type { Work } from '../work.ts';
import type { Portion } from './carry.ts';
import { syncAmounts } from './sync.ts';

const hugePageMb = 16_384;

/** A partition and its managed system. */
export interface Owner {
  readonly system: ManagedSystem;
  readonly partition: Partition;
}

/** @param megabytes of the command line. @throws Failure unless they are whole blocks */
export function requireBlocks({ lmb_mb: region }: ManagedSystem, megabytes: number): void {
  if (megabytes % region !== 0) throw failure(messages.region, { value: megabytes, region });
}

/**
 * What the console checks: minimum, maximum, room in the managed system. A shared memory partition takes nothing from the
 * system: its memory is backed by the pool.
 * @param megabytes more than now; negative: less
 * @param running what the partition uses changes, too
 * @param room there will be room in the system
 * @throws Failure
 */
export function checkMemory(
  engine: Engine,
  { system, partition }: Owner,
  megabytes: number,
  running: boolean,
  room = false,
): void {
  const { memory } = amountsOf(engine, partition.id);
  const { name } = partition;
  const amounts: readonly (readonly [number, number, number])[] = [
    [memory.curr, memory.curr_min, memory.curr_max],
    [memory.pend, memory.pend_min, memory.pend_max],
    // After --force without RMC a partition uses something else than the console's records say.
    ...(running ? [[memory.run, memory.run_min, memory.curr_max] as const] : []),
  ];
  for (const [now, minimum, maximum] of amounts) {
    const value = now + megabytes;
    if (megabytes > 0 && value > maximum)
      throw failure(messages.memoryMaximum, { partition: name, value, limit: maximum });
    if (megabytes < 0 && value < minimum)
      throw failure(messages.memoryMinimum, { partition: name, value, limit: minimum });
  }
  const rest = memory.curr + megabytes;
  if (megabytes < 0 && rest < memory.curr_huge * hugePageMb)
    throw failure(messages.memoryHuge, { partition: name, value: rest, pages: memory.curr_huge });
  if (megabytes <= 0 || room || memory.mode === 'shared') return;
  const { curr, pend } = availableMemory(engine, system);
  const available = Math.max(0, Math.min(curr, pend));
  if (available < megabytes) throw failure(messages.noMemory, { available, wanted: megabytes });
}

/** @param megabytes whole blocks, positive */
export function memoryPortion(
  work: Work,
  owner: Owner,
  action: 'acquire' | 'release',
  megabytes: number,
): Portion {
  const { system, partition } = owner;
  const block = system.lmb_mb;
  const sight = new Sight(work, partition);
  return {
    partition,
    event: { resource: 'mem', action, megabytes, block },
    requested: String(megabytes),
    steps: megabytes / block,
    ...(action === 'release' ? { look: async () => await sight.look() } : {}),
    obstacle: () => (action === 'release' ? sight.holdsBlock(block) : undefined),
    book: (change, steps, running) => {
      const difference = steps * block * (action === 'acquire' ? 1 : -1);
      checkMemory(change.engine, owner, difference, running);
      change.engine.run(
        'UPDATE partition_memory SET curr = curr + ?1, pend = pend + ?1, run = run + ?2 WHERE partition = ?3',
        difference,
        running ? difference : 0,
        partition.id,
      );
      syncAmounts(change, partition, 'memory');
      const done = action === 'acquire' ? 'added' : 'removed';
      change.note(work.host.name, partition.name, `${Math.abs(difference)} MB of memory ${done}`);
    },
  };
}
