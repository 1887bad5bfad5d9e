/** What the operating system of a partition has, and what it holds fast: the one place that asks it. */
import type { Change } from '../../state/change.ts';
import type { Engine } from '../../state/engine.ts';
import { amountsOf } from '../../state/frames/amounts.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { systemByKey } from '../../state/frames/systems.ts';
import { threadsOf } from '../devices/base.ts';
import type { Work } from '../work.ts';
import type { Processor } from './event.ts';

/** Processors that a partition is to lose or to get: all threads of each. */
export function concerned(
  engine: Engine,
  partition: Partition,
  action: 'acquire' | 'release',
  count: number,
): readonly Processor[] {
  const { run_procs: online } = amountsOf(engine, partition.id).processor;
  const threads = threadsOf(systemByKey(engine, partition.system)?.generation);
  const first = action === 'acquire' ? online : online - count;
  const all = Array.from({ length: count * threads }, (_, index) => {
    const number = first * threads + index;
    return {
      logical: number,
      bind: number,
      connector: `0x${(0x1000 + first + Math.floor(index / threads)).toString(16)}`,
    };
  });
  return action === 'acquire' ? all : all.reverse();
}

/** What was seen of a partition when somebody looked. */
export class Sight {
  readonly #work: Work;
  readonly #partition: Partition;

  constructor(work: Work, partition: Partition) {
    this.#work = work;
    this.#partition = partition;
  }

  /** Looks at what runs there now. */
  async look(): Promise<void> {}

  /** Why processors cannot leave; empty: they can. */
  holdsProcessors(_leaving: readonly Processor[]): readonly string[] {
    return [];
  }

  /** Why one more block of memory cannot leave. @param block MB */
  holdsBlock(_block: number): string | undefined {
    return undefined;
  }

  /** To be called when the processors have changed. */
  processorsChanged(_change: Change): void {
    void this.#work;
    void this.#partition;
  }
}
