import type { Engine } from '../../../state/engine.ts';
import { amountsOf } from '../../../state/frames/amounts.ts';
import type { Partition } from '../../../state/frames/partitions.ts';
import { systemByKey } from '../../../state/frames/systems.ts';
import type { Host } from '../../../state/hosts.ts';
import { threadsAt } from '../../devices/base.ts';
import { placeOf } from '../../devices/device.ts';
import type { DlparAction, DlparEvent, Processor, Progress, ScriptResource } from '../event.ts';

/** What a partition has, so that the events of a trial are those that it could meet. */
export interface TrialAmounts {
  /** MB. */
  readonly memory: number;
  /** A logical memory block, MB. */
  readonly block: number;
  readonly processors: number;
  /** Hardware threads of a processor: each is a logical processor. */
  readonly threads: number;
  /** Entitled capacity, hundredths of a processor. */
  readonly capacity: number;
  readonly weight: number;
}

/** Of a host whose partition no console of the lab knows (ours). */
const usual: TrialAmounts = {
  memory: 4096,
  block: 256,
  processors: 2,
  threads: 4,
  capacity: 200,
  weight: 128,
};

export function trialAmounts(engine: Engine, host: Host): TrialAmounts {
  const partition = engine.get<Partition>('SELECT * FROM partition WHERE host = ?', host.name);
  const system = partition && systemByKey(engine, partition.system);
  if (!partition || !system) return usual;
  const { memory, processor } = amountsOf(engine, partition.id);
  return {
    memory: memory.run,
    block: system.lmb_mb,
    processors: processor.run_procs,
    threads: threadsAt(placeOf(engine, host)),
    capacity: processor.curr_mode === 'shared' ? processor.run_units : processor.run_procs * 100,
    weight: processor.run_weight,
  };
}

/** How much memory an event is about: a logical memory block, four of them, or more than half of all. */
export type Size = 'block' | 'blocks' | 'most';

/** How much more or less capacity (hundredths of a processor) and weight an event is about (ours). */
const step = 10;

export function trialEvent(
  resource: ScriptResource,
  action: DlparAction,
  amounts: TrialAmounts,
  size: Size,
): DlparEvent {
  if (resource === 'pmig') return { resource, action: 'migrate' };
  if (resource === 'phib') return { resource, action: 'hibernate' };
  const way = action === 'release' ? 'release' : 'acquire';
  const { block, capacity, weight } = amounts;
  switch (resource) {
    case 'cpu':
      return { resource, action: way, processors: processorsOf(way, amounts) };
    case 'mem':
      return { resource, action: way, megabytes: megabytesOf(size, amounts), block };
    case 'capacity':
      return { resource, action: way, capacity, delta: step };
    default:
      return { resource, action: way, capacity, weight, delta: step };
  }
}

// Added after the last one, and removed from there: bind IDs have no holes (seed 4, "Processor Bindings").
function processorsOf(way: 'acquire' | 'release', { processors, threads }: TrialAmounts): Processor[] {
  const first = (way === 'acquire' ? processors : Math.max(0, processors - 1)) * threads;
  const connector = `0x${(0x1000 + first / threads).toString(16)}`;
  const numbers = Array.from({ length: threads }, (_, thread) => first + thread);
  if (way === 'release') numbers.reverse();
  return numbers.map((number) => ({ logical: number, bind: number, connector }));
}

function megabytesOf(size: Size, { memory, block }: TrialAmounts): number {
  if (size === 'block') return block;
  if (size === 'blocks') return 4 * block;
  return (Math.floor(memory / 2 / block) + 1) * block;
}

/** Frames of 4 KB in a MB. */
const framesInMegabyte = 256;

/** The amounts as scripts are told them when so many MB of the event have moved. */
export function trialProgress(event: DlparEvent, { memory }: TrialAmounts, completed: number): Progress {
  const moved = event.resource === 'mem' ? completed : 0;
  const now = event.action === 'release' ? memory - moved : memory + moved;
  const total = Math.max(0, now) * framesInMegabyte;
  return { completed: moved, frames: { free: total, pinnable: total, total } };
}
