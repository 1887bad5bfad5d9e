import { type Attribute, formatUnits } from '../../../format/hmc-csv.ts';
import { isGeneration } from '../../../model/frames/generations.ts';
import { type Available, availableUnits } from '../../../model/frames/resources.ts';
import type { Engine } from '../../../state/engine.ts';
import { type NamedProcessor, type PartitionProcessor, processorsOf } from '../../../state/frames/amounts.ts';
import { type ManagedHere, type ProcessorPool, processorPoolsOf } from '../../../state/frames/systems.ts';
import { type AnyListed, listed, passes } from './listed.ts';

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

type Row = NamedProcessor;
type When = 'curr' | 'pend';

// Units, pool and weight are those of shared processors (captures of both modes).
function ofShared(
  when: When,
  name: string,
  column: keyof PartitionProcessor,
  units: boolean,
): Attribute<Row> {
  return {
    name,
    value: (row) => {
      if (row[`${when}_mode`] === 'ded') return undefined;
      return units ? formatUnits(Number(row[column])) : row[column];
    },
  };
}

function configuration(when: When, pools: boolean): Attribute<Row>[] {
  const named: Attribute<Row> = {
    name: `${when}_shared_proc_pool_name`,
    value: (row) => (row[`${when}_mode`] === 'ded' ? undefined : (row[`${when}_pool_name`] ?? undefined)),
  };
  return [
    ofShared(when, `${when}_shared_proc_pool_id`, `${when}_pool`, false),
    ...(pools ? [named] : []),
    { name: `${when}_proc_mode`, value: (row) => row[`${when}_mode`] },
    ofShared(when, `${when}_min_proc_units`, `${when}_min_units`, true),
    ofShared(when, `${when}_proc_units`, `${when}_units`, true),
    ofShared(when, `${when}_max_proc_units`, `${when}_max_units`, true),
    { name: `${when}_min_procs`, value: (row) => row[`${when}_min_procs`] },
    { name: `${when}_procs`, value: (row) => row[`${when}_procs`] },
    { name: `${when}_max_procs`, value: (row) => row[`${when}_max_procs`] },
    { name: `${when}_sharing_mode`, value: (row) => row[`${when}_sharing`] },
    ofShared(when, `${when}_uncap_weight`, `${when}_weight`, false),
  ];
}

function partitionAttributes(pools: boolean): readonly Attribute<Row>[] {
  return [
    { name: 'lpar_name', value: (row) => row.name },
    { name: 'lpar_id', value: (row) => row.lpar_id },
    ...configuration('curr', pools),
    ...configuration('pend', pools),
    ofShared('curr', 'run_proc_units', 'run_units', true),
    { name: 'run_procs', value: (row) => row.run_procs },
    ofShared('curr', 'run_uncap_weight', 'run_weight', false),
  ];
}

export const partitionProcessors: AnyListed = listed<Row>({
  attributes: partitionAttributes(true),
  shown: (system) => partitionAttributes(isGeneration(system.generation, 'POWER6')),
  ofPartitions: (row) => row.lpar_id,
  rows: (engine, system) => processorsOf(engine, system.id),
});

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
      configurable: system.configurable_units - dedicated(engine, system),
      available: availableUnits(engine, system),
    },
  ],
});

function dedicated(engine: Engine, system: ManagedHere): number {
  return processorsOf(engine, system.id)
    .filter((row) => row.curr_mode === 'ded')
    .reduce((total, row) => total + row.curr_procs * 100, 0);
}

interface PoolRow {
  readonly pool: ProcessorPool;
  readonly partitions: readonly { readonly name: string; readonly lpar_id: number }[];
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
    const rows = processorsOf(engine, system.id).filter((row) => row.curr_mode === 'shared');
    return processorPoolsOf(engine, system.id).map((pool) => ({
      pool,
      partitions: rows.filter((row) => row.curr_pool === pool.number).reverse(),
    }));
  },
});
