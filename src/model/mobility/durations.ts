/**
 * How long the parts of a migration take, whole lab seconds but for those of the copy. Published: 1 Gb Ethernet carries
 * about 80 MB/s; VIO server 2.2.2 is up to three times as fast for one session (seed 5, page 47); memory that was never
 * touched is not sent; the partition stands still for less than 2 s (seed 5, page 2). The rest is ours.
 */
import type { CopySchedule } from '../../state/frames/migrations.ts';
import { atLeast } from '../release.ts';

export const seconds = {
  validate: 20,
  /** From the claim to the shell on the destination. */
  shell: 2,
  movers: 2,
  prepare: 1,
  /** For each virtual storage adapter. */
  adapter: 2,
  cleanup: 10,
} as const;

/** What a copy runs over. */
export interface Channel {
  /** Mb/s of the slower mover's link. */
  readonly linkMbps: number;
  /** Level of the older mover's VIO server, `2.2.3.3`. */
  readonly level: string;
  /** concurrency_lvl: 1 takes the most resources. */
  readonly concurrency: number;
  /** Migrations that share the pair of movers, this one too. */
  readonly sessions: number;
}

const byConcurrency: Readonly<Record<number, number>> = { 1: 1.5, 2: 1.25, 3: 1, 4: 0.9, 5: 0.6 };

/** MB/s. 80 of the 125 that 1 Gb has; what one session can do by the level of the VIO server. */
export function bandwidth({ linkMbps, level, concurrency, sessions }: Channel): number {
  const session = atLeast(level, '2.2.4.0') ? 900 : atLeast(level, '2.2.2.0') ? 300 : 100;
  const wire = (linkMbps / 8) * 0.64;
  return Math.min(wire, session * (byConcurrency[concurrency] ?? 1)) / Math.max(1, sessions);
}

export interface Pages {
  readonly touchedMb: number;
  readonly dirtyMbPerSecond: number;
  /** What can be dirty at most. */
  readonly workingSetMb: number;
}

const suspendBudget = 0.3;
const mostPasses = 16;

/**
 * Passes over the memory until what is left goes over within the suspension, or passes no longer help.
 * @returns the passes while the partition runs; the last one is sent while it stands still
 */
export function planCopy(
  begins: number,
  pages: Pages,
  speed: number,
): { copy: CopySchedule; suspend: number } {
  const passes: { mb: number; seconds: number }[] = [];
  let mb = pages.touchedMb;
  for (;;) {
    const time = mb / speed;
    passes.push({ mb, seconds: time });
    const dirty = Math.min(pages.dirtyMbPerSecond * time, pages.workingSetMb, mb);
    if (dirty <= suspendBudget * speed || dirty >= 0.9 * mb || passes.length === mostPasses) {
      mb = dirty;
      break;
    }
    mb = dirty;
  }
  const last = mb / speed;
  return {
    copy: { begins, bandwidth: speed, passes: [...passes, { mb, seconds: last }] },
    suspend: last + 0.5,
  };
}

/** Seconds of all passes, whole ones: the clock counts them. */
export function copySeconds({ passes }: CopySchedule): number {
  return Math.ceil(passes.reduce((sum, pass) => sum + pass.seconds, 0));
}
