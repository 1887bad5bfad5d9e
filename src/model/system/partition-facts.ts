/** What the operating system of a host is told of its partition (lparstat -i). Numbers are those of the console's tables. */
import { amountsOf, type PartitionProcessor } from '../../state/frames/amounts.ts';
import { threadsAt } from '../devices/base.ts';
import type { Place } from '../devices/device.ts';
import { dedicatedUnits } from '../frames/resources.ts';
import { atLeast } from '../release.ts';

/** A title and its value. */
export type Fact = readonly [title: string, value: number | string];

const none = '-';
const units = (hundredths: number) => (hundredths / 100).toFixed(2);
const megabytes = (amount: number) => `${amount} MB`;

/** @param name of the place that asks */
export function partitionFacts(place: Place, name: string): Fact[] {
  const { partition } = place;
  const processors = partition ? processorFacts(place, partition.id) : standAloneProcessors(threadsAt(place));
  const memory = partition ? memoryFacts(place, partition.id) : standAloneMemory;
  return [
    ['Node Name', name],
    ['Partition Name', partition?.name ?? none],
    ['Partition Number', partition?.lpar_id ?? none],
    ...processors.first,
    ['Partition Group-ID', partition ? 32_768 + partition.lpar_id : none],
    ...processors.online,
    ...memory.online,
    ...processors.capacity,
    ...memory.pool,
    ...processors.desiredProcessors,
    ...memory.desired,
    ...processors.desired,
    ...memory.expansion,
    ['Power Saving Mode', 'Disabled'],
    ...(atLeast(place.host.release, '7.1.3') ? ([['Sub Processor Mode', none]] as const) : []),
  ];
}

interface ProcessorFacts {
  readonly first: readonly Fact[];
  readonly online: readonly Fact[];
  readonly capacity: readonly Fact[];
  readonly desiredProcessors: readonly Fact[];
  readonly desired: readonly Fact[];
}

const typeOf = (mode: string, threads: number) =>
  `${mode === 'ded' ? 'Dedicated' : 'Shared'}-SMT${threads > 2 ? `-${threads}` : ''}`;

function modeOf({ curr_mode, curr_sharing }: PartitionProcessor): string {
  if (curr_mode === 'ded') return /_(active|always)$/.test(curr_sharing) ? 'Donating' : 'Capped';
  return curr_sharing === 'cap' ? 'Capped' : 'Uncapped';
}

function processorFacts(place: Place, partition: number): ProcessorFacts {
  const row = amountsOf(place.engine, partition).processor;
  const shared = row.curr_mode === 'shared';
  const online = row.run_procs || row.curr_procs;
  const capacity = (sharedUnits: number, procs: number) => units(shared ? sharedUnits : procs * 100);
  const entitled = row.run_units || row.curr_units;
  const weight = row.curr_sharing === 'cap' ? 0 : row.run_weight || row.curr_weight;
  return {
    first: [
      ['Type', typeOf(row.curr_mode, threadsAt(place))],
      ['Mode', modeOf(row)],
      ['Entitled Capacity', capacity(entitled, online)],
    ],
    online: [
      ['Shared Pool ID', shared ? row.curr_pool : none],
      ['Online Virtual CPUs', online],
      ['Maximum Virtual CPUs', row.curr_max_procs],
      ['Minimum Virtual CPUs', row.curr_min_procs],
    ],
    capacity: [
      ['Variable Capacity Weight', shared ? weight : none],
      ['Minimum Capacity', capacity(row.curr_min_units, row.curr_min_procs)],
      ['Maximum Capacity', capacity(row.curr_max_units, row.curr_max_procs)],
      ['Capacity Increment', shared ? '0.01' : '1.00'],
      ...systemFacts(place, row),
      ['Unallocated Capacity', shared ? '0.00' : none],
      ['Physical CPU Percentage', `${shared ? (entitled / Math.max(1, online)).toFixed(2) : '100.00'}%`],
      ['Unallocated Weight', shared ? 0 : none],
    ],
    desiredProcessors: [['Desired Virtual CPUs', row.curr_procs]],
    desired: [
      ['Desired Variable Capacity Weight', shared ? row.curr_weight : none],
      ['Desired Capacity', capacity(row.curr_units, row.curr_procs)],
    ],
  };
}

// Of a dedicated partition captures have no pool.
function systemFacts({ engine, system }: Place, row: PartitionProcessor): Fact[] {
  if (!system) return [];
  const { installed_units, configurable_units } = system;
  const shared = row.curr_mode === 'shared';
  const free = Math.max(0, configurable_units - dedicatedUnits(engine, system));
  const pool = engine.get<{ most: number | null; entitled: number }>(
    `SELECT max_units AS most, (SELECT total(curr_units) FROM partition_processor JOIN partition
       ON partition.id = partition_processor.partition WHERE system = ?1 AND curr_mode = 'shared' AND curr_pool = ?2) AS entitled
     FROM processor_pool WHERE system = ?1 AND number = ?2`,
    system.id,
    row.curr_pool,
  );
  const most = Math.min(pool?.most ?? free, free);
  return [
    ['Maximum Physical CPUs in system', Math.floor(installed_units / 100)],
    ['Active Physical CPUs in system', Math.floor(configurable_units / 100)],
    ['Active CPUs in Pool', shared ? Math.ceil(most / 100) : none],
    ['Shared Physical CPUs in system', Math.floor(free / 100)],
    ['Maximum Capacity of Pool', shared ? most : 0],
    ['Entitled Capacity of Pool', shared ? (pool?.entitled ?? 0) : 0],
  ];
}

/** What a machine without partitions says of itself: ours. */
function standAloneProcessors(threads: number): ProcessorFacts {
  return {
    first: [
      ['Type', typeOf('ded', threads)],
      ['Mode', 'Capped'],
      ['Entitled Capacity', '1.00'],
    ],
    online: [
      ['Shared Pool ID', none],
      ['Online Virtual CPUs', 1],
      ['Maximum Virtual CPUs', 1],
      ['Minimum Virtual CPUs', 1],
    ],
    capacity: [
      ['Variable Capacity Weight', none],
      ['Minimum Capacity', '1.00'],
      ['Maximum Capacity', '1.00'],
      ['Capacity Increment', '1.00'],
      ['Maximum Physical CPUs in system', 1],
      ['Active Physical CPUs in system', 1],
      ['Active CPUs in Pool', none],
      ['Shared Physical CPUs in system', 0],
      ['Maximum Capacity of Pool', 0],
      ['Entitled Capacity of Pool', 0],
      ['Unallocated Capacity', none],
      ['Physical CPU Percentage', '100.00%'],
      ['Unallocated Weight', none],
    ],
    desiredProcessors: [['Desired Virtual CPUs', 1]],
    desired: [
      ['Desired Variable Capacity Weight', none],
      ['Desired Capacity', '1.00'],
    ],
  };
}

interface MemoryFacts {
  readonly online: readonly Fact[];
  readonly pool: readonly Fact[];
  readonly desired: readonly Fact[];
  readonly expansion: readonly Fact[];
}

function amountFacts(online: number, maximum: number, minimum: number): Fact[] {
  return [
    ['Online Memory', megabytes(online)],
    ['Maximum Memory', megabytes(maximum)],
    ['Minimum Memory', megabytes(minimum)],
  ];
}

function poolFacts(mode: string, pool: number | undefined): Fact[] {
  const shared = pool !== undefined;
  return [
    ['Memory Mode', mode],
    ['Total I/O Memory Entitlement', none],
    ['Variable Memory Capacity Weight', none],
    ['Memory Pool ID', shared ? 0 : none],
    ['Physical Memory in the Pool', shared ? `${(pool / 1024).toFixed(3)} GB` : none],
    ['Hypervisor Page Size', shared ? '4K' : none],
    ['Unallocated Variable Memory Capacity Weight', none],
    ['Unallocated I/O Memory entitlement', none],
    ['Memory Group ID of LPAR', none],
  ];
}

function expansionFacts(factor: number, expanded: number): Fact[] {
  return [
    ['Target Memory Expansion Factor', factor > 0 ? units(factor) : none],
    ['Target Memory Expansion Size', factor > 0 ? megabytes(expanded) : none],
  ];
}

function memoryFacts({ engine, system }: Place, partition: number): MemoryFacts {
  const row = amountsOf(engine, partition).memory;
  const online = row.run || row.curr;
  const pool =
    row.mode === 'shared'
      ? (engine.get<{ memory: number }>('SELECT memory FROM memory_pool WHERE system = ?', system?.id ?? 0)
          ?.memory ?? 0)
      : undefined;
  const expansion = row.curr_expansion;
  const mode = `${pool === undefined ? 'Dedicated' : 'Shared'}${expansion > 0 ? '-Expanded' : ''}`;
  // Whole blocks, as in the captured partition.
  const block = system?.lmb_mb ?? 1;
  const expanded = Math.floor((online * expansion) / 100 / block) * block;
  return {
    online: amountFacts(online, row.curr_max, row.curr_min),
    pool: poolFacts(mode, pool),
    desired: [['Desired Memory', megabytes(row.curr)]],
    expansion: expansionFacts(expansion, expanded),
  };
}

const standAloneMemory: MemoryFacts = {
  online: amountFacts(4096, 4096, 4096),
  pool: poolFacts('Dedicated', undefined),
  desired: [['Desired Memory', megabytes(4096)]],
  expansion: expansionFacts(0, 0),
};
