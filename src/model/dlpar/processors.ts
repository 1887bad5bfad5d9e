/**
 * The processors that the operating system of a host sees. Two numberings (seed 4, "Processor Bindings"): logical CPU IDs
 * go up to what the partition may have, offline ones among them; bind CPU IDs are those that are online, without holes. Processors
 * are added at the end and leave from there, so that the online ones are the first of both.
 */
import type { Engine } from '../../state/engine.ts';
import type { Host } from '../../state/hosts.ts';
import { threadsAt } from '../devices/base.ts';
import { placeOf } from '../devices/device.ts';
import type { Processor } from './event.ts';

interface Counts {
  /** Virtual or dedicated processors. */
  readonly online: number;
  readonly maximum: number;
  /** Hardware threads of each. */
  readonly threads: number;
}

function countsOf(engine: Engine, host: Host): Counts {
  const place = placeOf(engine, host);
  const threads = threadsAt(place);
  const row =
    place.partition &&
    engine.get<{ run: number; curr: number; most: number }>(
      `SELECT run_procs AS run, curr_procs AS curr, curr_max_procs AS most
       FROM partition_processor WHERE partition = ?`,
      place.partition.id,
    );
  // A machine without partitions: one processor, as its devices say.
  if (!row) return { online: 1, maximum: 1, threads };
  const online = row.run || row.curr;
  return { online, maximum: Math.max(row.most, online), threads };
}

// Connectors of processors: 0x1000 and their number, as the one in the published log.
const connector = (core: number) => `0x${(0x1000 + core).toString(16)}`;

function threadsOfCores({ threads }: Counts, from: number, to: number): Processor[] {
  return Array.from({ length: Math.max(0, to - from) * threads }, (_, index) => {
    const number = from * threads + index;
    return { logical: number, bind: number, connector: connector(from + Math.floor(index / threads)) };
  });
}

/** The online processors of a host: one for each hardware thread, in the order of their bind IDs. */
export function onlineProcessors(engine: Engine, host: Host): readonly Processor[] {
  const counts = countsOf(engine, host);
  return threadsOfCores(counts, 0, counts.online);
}

/** Logical CPU IDs are those below this number, the offline ones too. */
export function logicalCount(engine: Engine, host: Host): number {
  const { maximum, threads } = countsOf(engine, host);
  return maximum * threads;
}

/** Hardware threads of a processor of the host. */
export function hardwareThreads(engine: Engine, host: Host): number {
  return countsOf(engine, host).threads;
}

/**
 * What leaves when some virtual or dedicated processors are removed: the last bind IDs, all threads of each, the last one
 * first.
 */
export function leavingProcessors(engine: Engine, host: Host, processors: number): readonly Processor[] {
  const counts = countsOf(engine, host);
  return threadsOfCores(counts, Math.max(0, counts.online - processors), counts.online).reverse();
}

/** What comes when some are added: the next bind IDs, the first one first. */
export function comingProcessors(engine: Engine, host: Host, processors: number): readonly Processor[] {
  const counts = countsOf(engine, host);
  return threadsOfCores(counts, counts.online, counts.online + processors);
}
