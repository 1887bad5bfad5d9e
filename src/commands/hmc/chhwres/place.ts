import type { InputPair } from '../../../cli/hmc/input.ts';
import type { Engine } from '../../../state/engine.ts';
import type { Partition } from '../../../state/frames/partitions.ts';
import type { ManagedHere } from '../../../state/frames/systems.ts';

/** Where a virtual adapter is changed. */
export interface Place {
  readonly engine: Engine;
  readonly system: ManagedHere;
  readonly partition: Partition;
}

/** What the attributes of `-a` say. */
export type Pairs = readonly InputPair[];

export function pairOf(pairs: Pairs, name: string): InputPair | undefined {
  return pairs.find((each) => each.name === name);
}
