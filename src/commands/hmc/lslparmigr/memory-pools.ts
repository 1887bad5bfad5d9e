import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import type { Attribute } from '../../../format/hmc-csv.ts';
import { amountsToMove } from '../../../model/mobility/amounts.ts';
import { type FreeDevice, freeDevices } from '../../../model/mobility/paging.ts';
import { type MemoryPool, memoryPoolOf } from '../../../state/frames/systems.ts';
import { printerOf } from '../listing.ts';
import { chosenFacts } from './chosen.ts';

interface Row {
  readonly pool: MemoryPool;
  readonly devices: readonly FreeDevice[];
}

const each = (value: (device: FreeDevice) => string) => (row: Row) => [...new Set(row.devices.map(value))];

// The real names were not found: these are ours, after those of migrlpar (primary_paging_vios_name).
const attributes: readonly Attribute<Row>[] = [
  { name: 'pool_mem', value: ({ pool }) => pool.memory },
  { name: 'possible_primary_paging_vios_names', value: each(({ name }) => name) },
  { name: 'possible_primary_paging_vios_ids', value: each(({ lpar_id }) => String(lpar_id)) },
  { name: 'suggested_primary_paging_vios_name', value: ({ devices }) => devices[0]?.name },
  { name: 'suggested_primary_paging_vios_id', value: ({ devices }) => devices[0]?.lpar_id },
];

/** The shared memory pool of the destination, with the VIO servers whose paging devices are large enough. */
export function printMemoryPools(args: Arguments, context: Context): number {
  const print = printerOf(args, attributes);
  const facts = chosenFacts(args, context);
  const memory = facts && amountsToMove(facts).memory;
  const pool = facts && memoryPoolOf(facts.engine, facts.dest.id);
  if (!facts || !pool || memory?.mode !== 'shared' || pool.memory < memory.curr_max)
    return print(context, []);
  const devices = freeDevices(facts, 'memory', memory.curr_max);
  return print(context, devices.length === 0 ? [] : [{ pool, devices }]);
}
