import type { Engine } from '../../state/engine.ts';
import type { Progress } from './event.ts';

/** Frames of 4 KB in a MB. */
const perMegabyte = 256;

/** What a partition has of memory now, in frames. */
export function readAmounts(engine: Engine, partition: number): Progress['frames'] {
  const row = engine.get<{ run: number }>('SELECT run FROM partition_memory WHERE partition = ?', partition);
  const total = (row?.run ?? 0) * perMegabyte;
  return { free: total, pinnable: total, total };
}
