/** What the operating system of a partition has, and what it holds fast: the one place that asks it. */
import type { Change } from '../../state/change.ts';
import type { Engine } from '../../state/engine.ts';
import { amountsOf } from '../../state/frames/amounts.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { systemByKey } from '../../state/frames/systems.ts';
import { findHost, type Host } from '../../state/hosts.ts';
import { threadsOf } from '../devices/base.ts';
import { processesOn } from '../processes/overview.ts';
import type { ProcessRow } from '../processes/rows.ts';
import type { Work } from '../work.ts';
import type { Processor } from './event.ts';
import { holdsProcessor, rebind } from './holding.ts';
import { holdsMemory } from './memory.ts';
import { comingProcessors, leavingProcessors } from './processors.ts';

function hostOf(engine: Engine, { host }: Partition): Host | undefined {
  return host === null ? undefined : findHost(engine, host);
}

/** Processors that a partition is to lose or to get: all threads of each. */
export function concerned(
  engine: Engine,
  partition: Partition,
  action: 'acquire' | 'release',
  count: number,
): readonly Processor[] {
  const host = hostOf(engine, partition);
  if (host) return (action === 'acquire' ? comingProcessors : leavingProcessors)(engine, host, count);
  // Of an operating system that is not in the lab only the amounts are known.
  const { run_procs: online } = amountsOf(engine, partition.id).processor;
  const threads = threadsOf(systemByKey(engine, partition.system)?.generation);
  const first = action === 'acquire' ? online : online - count;
  const all = Array.from({ length: count * threads }, (_, index) => {
    const number = first * threads + index;
    const core = first + Math.floor(index / threads);
    return { logical: number, bind: number, connector: `0x${(0x1000 + core).toString(16)}` };
  });
  return action === 'acquire' ? all : all.reverse();
}

/** What was seen of a partition when somebody looked: only AIX hosts of the lab hold anything. */
export class Sight {
  readonly #work: Work;
  readonly #partition: Partition;
  readonly #host: Host | undefined;
  #processes: readonly ProcessRow[] = [];

  constructor(work: Work, partition: Partition) {
    this.#work = work;
    this.#partition = partition;
    const host = hostOf(work.lab.engine, partition);
    this.#host = host?.platform === 'aix' ? host : undefined;
  }

  /** Looks at what runs there now: scripts may just have ended it. */
  async look(): Promise<void> {
    const { lab, inside, signal, say } = this.#work;
    if (this.#host) this.#processes = await processesOn({ lab, inside, signal, say, host: this.#host });
  }

  /** Why processors cannot leave; empty: they can. */
  holdsProcessors(leaving: readonly Processor[]): readonly string[] {
    return this.#host ? holdsProcessor(this.#work.lab, this.#host, leaving, this.#processes) : [];
  }

  /** Why one more block of memory cannot leave. @param block MB */
  holdsBlock(block: number): string | undefined {
    if (!this.#host) return undefined;
    const { engine } = this.#work.lab;
    const blocks = Math.floor(amountsOf(engine, this.#partition.id).memory.run / block);
    return holdsMemory(engine, this.#host, block, blocks, this.#processes);
  }

  /** To be called when the processors have changed. */
  processorsChanged(change: Change): void {
    if (this.#host) rebind(change, this.#host, this.#processes);
  }
}
