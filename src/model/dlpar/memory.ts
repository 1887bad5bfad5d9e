/** Memory of a host in frames, and why blocks of it cannot leave (seed 4, "Managing an Application's DLPAR Dependencies"). */
import type { Engine } from '../../state/engine.ts';
import { partitionOfHost } from '../../state/frames/servers.ts';
import { memoryUse, pinnedPrograms, pinnedSegments } from '../../state/host-resources.ts';
import type { Host } from '../../state/hosts.ts';
import { runMemory } from '../devices/base.ts';
import { placeOf } from '../devices/device.ts';
import type { ProcessRow } from '../processes/rows.ts';
import type { Progress } from './event.ts';

/** Frames of 4 KB in a MB. */
export const framesPerMegabyte = 256;
/** MB that a kernel has pinned where the world says nothing; ours. */
const usualKernel = 512;
/** Per cent of the memory that may be pinned: vmo's maxpin% as delivered (recalled). */
const pinnablePercent = 80;
/** Of a partition's memory, what is in use where the world says nothing. */
const usualUse = 0.9;

/** Who runs: what pins memory does so while it runs. */
export type Running = readonly Pick<ProcessRow, 'program' | 'wpar'>[];

/** MB. */
export interface MemoryUsage {
  readonly total: number;
  readonly inUse: number;
  /** All that is pinned, large pages among it. */
  readonly pinned: number;
  readonly pinnedByKernel: number;
  /** By programs (plock) and shared memory segments. */
  readonly pinnedByPrograms: number;
  readonly largePages: number;
  readonly largePageSize: number;
}

/** @param total MB that the partition has; default what it has now */
export function memoryUsage(
  engine: Engine,
  host: Host,
  running: Running,
  total = runMemory(placeOf(engine, host)),
): MemoryUsage {
  const use = memoryUse(engine, host.name);
  const there = new Set(running.map(({ program }) => program));
  const plocks = pinnedPrograms(engine, host.name).filter(({ program }) => there.has(program));
  const held = [...plocks, ...pinnedSegments(engine, host.name)].reduce((sum, { mb }) => sum + mb, 0);
  const pinnedByKernel = use.pinned_mb ?? Math.min(usualKernel, total / 4);
  const large = use.large_pages * use.large_page_mb;
  const pinned = Math.min(total, pinnedByKernel + held + large);
  const touched = partitionOfHost(engine, host.name)?.touched_mb ?? Math.floor(total * usualUse);
  return {
    ...{ total, pinned, pinnedByKernel, pinnedByPrograms: held },
    inUse: Math.min(total, Math.max(touched, pinned)),
    largePages: use.large_pages,
    largePageSize: use.large_page_mb,
  };
}

/** Frames of 4 KB: all, the free ones, and how many can still be pinned. */
export function framesOf(engine: Engine, host: Host, running: Running): Progress['frames'] {
  const { total, inUse, pinned } = memoryUsage(engine, host, running);
  return {
    free: Math.floor((total - inUse) * framesPerMegabyte),
    pinnable: Math.floor(Math.max(0, pinnable(total) - pinned) * framesPerMegabyte),
    total: total * framesPerMegabyte,
  };
}

const pinnable = (total: number) => (total * pinnablePercent) / 100;

/**
 * Why the next block of memory cannot leave. What is pinned in it needs pinnable memory elsewhere, and a block with large pages
 * stays: so a removal of several blocks may end in the middle.
 * @param block MB of a logical memory block
 * @param blocks how many the partition has before this one leaves
 * @returns undefined if it can
 */
export function holdsMemory(
  engine: Engine,
  host: Host,
  block: number,
  blocks: number,
  running: Running,
): string | undefined {
  const total = block * blocks;
  const { pinned, largePages, largePageSize } = memoryUsage(engine, host, running, total);
  const withLargePages = Math.ceil((largePages * largePageSize) / block);
  if (largePages > 0 && blocks - 1 < withLargePages)
    return `all ${blocks} logical memory blocks that are left contain large pages (${largePages} of ${largePageSize} MB)`;
  const rest = pinnable(total - block);
  if (pinned > rest)
    return `not enough pinnable memory: ${Math.ceil(pinned)} MB are pinned, ${Math.floor(rest)} MB could be without the block`;
  return undefined;
}
