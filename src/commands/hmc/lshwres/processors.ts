import { formatUnits, type Named } from '../../../format/hmc-csv.ts';
import { isGeneration } from '../../../model/frames/generations.ts';
import { type Available, availableUnits, dedicatedUnits } from '../../../model/frames/resources.ts';
import { type PoolMember, poolMembersOf } from '../../../state/frames/amounts.ts';
import { processorListing } from '../../../state/frames/listings/amounts.ts';
import { type ManagedHere, type ProcessorPool, processorPoolsOf } from '../../../state/frames/systems.ts';
import { type AnyListed, listed, passes, type TextListed } from './listed.ts';

interface SystemUnits {
  readonly system: ManagedHere;
  readonly available: Available;
}

const wholeProcessors = ({ system }: SystemUnits) => Math.floor(system.configurable_units / 100);

// Captured: 64 virtual processors at most, whoever asks.
const virtualLimit = ['aixlinux', 'vios', 'os400'].map((env) => ({
  name: `max_curr_virtual_procs_per_${env}_lpar`,
  value: () => 64,
}));
const processorLimit = ['aixlinux', 'vios', 'os400'].map((env) => ({
  name: `max_curr_procs_per_${env}_lpar`,
  value: wholeProcessors,
}));

export const systemProcessors: AnyListed = listed<SystemUnits>({
  attributes: [
    { name: 'configurable_sys_proc_units', value: ({ system }) => formatUnits(system.configurable_units) },
    { name: 'curr_avail_sys_proc_units', value: ({ available }) => formatUnits(available.curr) },
    { name: 'pend_avail_sys_proc_units', value: ({ available }) => formatUnits(available.pend) },
    { name: 'installed_sys_proc_units', value: ({ system }) => formatUnits(system.installed_units) },
    // Captured without a point.
    { name: 'deconfig_sys_proc_units', value: () => 0 },
    { name: 'min_proc_units_per_virtual_proc', value: ({ system }) => formatUnits(system.min_units_per_vp) },
    { name: 'max_virtual_procs_per_lpar', value: () => 64 },
    { name: 'max_procs_per_lpar', value: wholeProcessors },
    ...virtualLimit,
    ...processorLimit,
    {
      name: 'max_shared_proc_pools',
      value: ({ system }) => (isGeneration(system.generation, 'POWER6') ? 64 : 1),
    },
  ],
  rows: (engine, system) => [{ system, available: availableUnits(engine, system) }],
});

const partitionAttributes: readonly Named[] = Object.keys(processorListing.columns).map((name) => ({ name }));

// Captured lines: POWER5 without the names of pools.
export const partitionProcessors: TextListed = {
  listing: processorListing,
  attributes: partitionAttributes,
  shown: (system) =>
    isGeneration(system.generation, 'POWER6')
      ? partitionAttributes
      : partitionAttributes.filter(({ name }) => !name.endsWith('_pool_name')),
};

interface DefaultPool {
  readonly configurable: number;
  readonly available: Available;
}

/** Processors that are not dedicated to a partition (recalled attributes, which monitoring programs read). */
export const defaultPool: AnyListed = listed<DefaultPool>({
  attributes: [
    { name: 'configurable_pool_proc_units', value: ({ configurable }) => formatUnits(configurable) },
    { name: 'curr_avail_pool_proc_units', value: ({ available }) => formatUnits(available.curr) },
    { name: 'pend_avail_pool_proc_units', value: ({ available }) => formatUnits(available.pend) },
  ],
  rows: (engine, system) => [
    {
      configurable: system.configurable_units - dedicatedUnits(engine, system),
      available: availableUnits(engine, system),
    },
  ],
});

interface PoolRow {
  readonly pool: ProcessorPool;
  readonly partitions: readonly PoolMember[];
}

const limited = (value: (pool: ProcessorPool) => number | null) => (row: PoolRow) =>
  row.pool.max_units === null ? undefined : formatUnits(value(row.pool) ?? 0);

/** Shared processor pools; the attributes are those that monitoring programs read. */
export const processorPools: AnyListed = listed<PoolRow>({
  attributes: [
    { name: 'name', value: ({ pool }) => pool.name },
    { name: 'shared_proc_pool_id', value: ({ pool }) => pool.number },
    { name: 'max_pool_proc_units', value: limited((pool) => pool.max_units) },
    { name: 'curr_reserved_pool_proc_units', value: limited((pool) => pool.reserved_units) },
    { name: 'pend_reserved_pool_proc_units', value: limited((pool) => pool.pend_reserved_units) },
    {
      name: 'lpar_ids',
      value: ({ partitions }) =>
        partitions.length === 0 ? 'none' : partitions.map(({ lpar_id }) => String(lpar_id)),
    },
    {
      name: 'lpar_names',
      value: ({ partitions }) => (partitions.length === 0 ? undefined : partitions.map(({ name }) => name)),
    },
  ],
  filters: ['pool_ids', 'pool_names'],
  passes: ({ pool }, filters) =>
    passes(filters, 'pool_ids', pool.number) && passes(filters, 'pool_names', pool.name),
  rows: (engine, system) => {
    const members = poolMembersOf(engine, system.id);
    return processorPoolsOf(engine, system.id).map((pool) => ({
      pool,
      partitions: members.filter((member) => member.pool === pool.number),
    }));
  },
});
