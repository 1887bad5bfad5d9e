/** What the VASI of a mover has carried: finished migrations are counted in its row, running ones follow from the clock. */
import type { Engine } from '../../state/engine.ts';
import { allMigrations, copied } from '../../state/frames/migrations.ts';
import { moverOf } from '../../state/frames/servers.ts';

export interface Stream {
  /** The number of the mobile partition on the source. */
  readonly id: number;
  readonly sent: number;
  readonly received: number;
}

/** Bytes; times are lab seconds. */
export interface VasiCounters {
  readonly since: number;
  readonly sent: number;
  readonly received: number;
  readonly streams: readonly Stream[];
}

/** @param began when the counters began to count if nobody has reset them */
export function vasiCounters(engine: Engine, partition: number, now: number, began: number): VasiCounters {
  const mover = moverOf(engine, partition);
  const streams = allMigrations(engine)
    .filter(({ source_msp, dest_msp }) => source_msp === partition || dest_msp === partition)
    .map((migration): Stream => {
      const { transmitted } = copied(migration, now);
      return {
        id: migration.source_id,
        sent: migration.source_msp === partition ? transmitted : 0,
        received: migration.dest_msp === partition ? transmitted : 0,
      };
    });
  const sum = (of: (stream: Stream) => number) => streams.reduce((total, stream) => total + of(stream), 0);
  return {
    since: mover?.counted_since ?? began,
    sent: (mover?.sent_bytes ?? 0) + sum(({ sent }) => sent),
    received: (mover?.received_bytes ?? 0) + sum(({ received }) => received),
    streams,
  };
}
