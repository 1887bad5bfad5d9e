import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import type { Attribute } from '../../../format/hmc-csv.ts';
import { availableUnits } from '../../../model/frames/resources.ts';
import { amountsToMove } from '../../../model/mobility/amounts.ts';
import type { Facts } from '../../../model/mobility/facts.ts';
import { roomInPool } from '../../../model/mobility/pools.ts';
import { type ProcessorPool, processorPoolsOf } from '../../../state/frames/systems.ts';
import { printerOf } from '../listing.ts';
import { chosenFacts } from './chosen.ts';

const attributes: readonly Attribute<readonly ProcessorPool[]>[] = [
  { name: 'shared_proc_pool_ids', value: (pools) => pools.map(({ number }) => String(number)) },
  { name: 'shared_proc_pool_names', value: (pools) => pools.map(({ name }) => name) },
];

/** Pools of the destination that can hold the partition, the default one last as in the recalled sample. */
export function printProcessorPools(args: Arguments, context: Context): number {
  const print = printerOf(args, attributes);
  const facts = chosenFacts(args, context);
  const pools = facts ? poolsFor(facts) : [];
  return print(context, pools.length === 0 ? [] : [pools]);
}

function poolsFor(facts: Facts): ProcessorPool[] {
  const { engine, dest } = facts;
  const { processor } = amountsToMove(facts);
  const units = processor.curr_units;
  if (processor.curr_mode !== 'shared' || availableUnits(engine, dest).curr < units) return [];
  return processorPoolsOf(engine, dest.id)
    .filter((pool) => (roomInPool(engine, dest.id, pool) ?? units) >= units)
    .toReversed();
}
