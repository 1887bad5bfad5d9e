import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type Filters, parseFilter } from '../../cli/hmc/filter.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { hmcMessages as messages } from '../../messages/hmc.ts';
import { listOptions, listSpec, printerOf, textPrinterOf } from './listing.ts';
import type { AnyListed, Listed, TextListed } from './lshwres/listed.ts';
import * as memory from './lshwres/memory.ts';
import { memoryPool, pagingDevices } from './lshwres/memory-pool.ts';
import * as physical from './lshwres/physical-io.ts';
import * as processors from './lshwres/processors.ts';
import { reservedStorageDevices, reservedStoragePool } from './lshwres/reserved-storage.ts';
import * as sriov from './lshwres/sriov.ts';
import * as virtual from './lshwres/virtual-io.ts';
import { partitionFilter, partitionFilters, requirePartitions, requireSystem } from './objects.ts';
import { systemOption } from './one-partition.ts';

const notModelled = "what parlab's frames have of them is not modelled.";

const spec: CommandSpec = {
  ...listSpec,
  name: 'lshwres',
  purpose: 'lists the hardware resources of a managed system',
  synopsis: [
    'lshwres -r io --rsubtype {unit | bus | slot | iopool | taggedio | slotchildren} -m managed-system [--level {pool | sys}] [-R] [--filter "filter-data"] [-F [attribute-names] [--header]] [--help]',
    'lshwres -r virtualio --rsubtype {eth | fc | hsl | virtualopti | scsi | serial | slot | vasi | vnetwork | vnic | vnicbkdev | vswitch} -m managed-system [--level {lpar | slot | sys}] [-R] [--filter "filter-data"] [-F [attribute-names] [--header]] [--help]',
    'lshwres -r mem -m managed-system --level {lpar | sys} [-R] [--maxmem quantity [--hptratio ratio]] [--stat] [--filter "filter-data"] [-F [attribute-names] [--header]] [--help]',
    'lshwres -r proc -m managed-system --level {lpar | pool | sys} [-R] [--maxprocs quantity] [--filter "filter-data"] [-F [attribute-names] [--header]] [--help]',
    'lshwres -r {mempool | rspool} -m managed-system [--rsubtype {pgdev | rsdev}] [-F [attribute-names] [--header]] [--help]',
    'lshwres -r procpool -m managed-system [--filter "filter-data"] [-F [attribute-names] [--header]] [--help]',
    'lshwres -r sriov --rsubtype {adapter | logport | physport} -m managed-system [--level {eth | ethc | roce}] [--filter "filter-data"] [-F [attribute-names] [--header]] [--help]',
  ],
  options: [
    {
      flag: 'r',
      text: 'What to list: physical or virtual I/O, memory, processors or pools.',
      evidence: 'document',
      argument: {
        kind: 'value',
        name: 'resource-type',
        values: {
          io: '',
          virtualio: '',
          mem: '',
          mempool: '',
          proc: '',
          procpool: '',
          rspool: '',
          sriov: '',
        },
      },
    },
    {
      flag: '-rsubtype',
      text: 'Which of them.',
      evidence: 'document',
      argument: {
        kind: 'value',
        name: 'subtype',
        values: {
          unit: '',
          bus: '',
          slot: '',
          eth: '',
          fc: '',
          scsi: '',
          serial: '',
          vasi: '',
          vswitch: '',
          pgdev: '',
          iopool: notModelled,
          taggedio: notModelled,
          slotchildren: notModelled,
          hsl: notModelled,
          virtualopti: notModelled,
          vnetwork: 'what the list of virtual networks looks like is not known.',
          vnic: '',
          vnicbkdev: '',
          rsdev: '',
          adapter: '',
          logport: '',
          physport: '',
        },
      },
    },
    systemOption,
    {
      flag: '-level',
      text: 'Of the system, of partitions, of the pool or of slots.',
      evidence: 'document',
      argument: {
        kind: 'value',
        name: 'level',
        values: {
          lpar: '',
          sys: '',
          pool: '',
          slot: '',
          eth: '',
          ethc: '',
          roce: '',
        },
      },
    },
    flag('R', 'Lists only what could not be restored; in parlab there is never any.', 'document'),
    valued('-maxmem', 'quantity', 'Asks what a maximum of memory would cost.', 'document', {
      refused: 'what the firmware needs for a partition is not modelled.',
    }),
    valued('-hptratio', 'ratio', 'For --maxmem.', 'document', {
      refused: 'what the firmware needs for a partition is not modelled.',
    }),
    valued('-maxprocs', 'quantity', 'Asks what a maximum of processors would cost.', 'document', {
      refused: 'what the firmware needs for a partition is not modelled.',
    }),
    flag('-stat', 'Lists statistics of shared memory.', 'document', {
      refused: 'what they look like is not known.',
    }),
    valued(
      '-filter',
      'filter-data',
      'lpar_names, lpar_ids; slots, vlans, vswitches; units, buses, pools; pool_ids, pool_names; adapter_ids.',
      'document',
    ),
    ...listOptions,
  ],
  required: [['r'], ['m']],
  needs: { '-header': ['F'] },
};

/** `resource subtype level`, a dash where there is none. */
const lists: Readonly<Record<string, AnyListed | TextListed>> = {
  'mem - sys': memory.systemMemory,
  'mem - lpar': memory.partitionMemory,
  'mempool - -': memoryPool,
  'mempool pgdev -': pagingDevices,
  'proc - sys': processors.systemProcessors,
  'proc - lpar': processors.partitionProcessors,
  'proc - pool': processors.defaultPool,
  'procpool - -': processors.processorPools,
  'virtualio eth lpar': virtual.ethernet,
  'virtualio fc lpar': virtual.fibreChannel,
  'virtualio fc sys': virtual.fibreChannelSystem,
  'virtualio scsi lpar': virtual.scsi,
  'virtualio scsi -': virtual.scsi,
  'virtualio serial lpar': virtual.serial,
  'virtualio vasi lpar': virtual.vasi,
  'virtualio slot lpar': virtual.partitionSlots,
  'virtualio slot slot': virtual.slots,
  'virtualio vnic lpar': sriov.virtualNics,
  'virtualio vnicbkdev -': sriov.virtualNicDevices,
  'virtualio vswitch -': virtual.virtualSwitches,
  'rspool - -': reservedStoragePool,
  'rspool rsdev -': reservedStorageDevices,
  'sriov adapter -': sriov.sriovAdapters,
  'sriov logport eth': sriov.sriovLogicalPorts,
  'sriov logport ethc': sriov.noPorts('logical'),
  'sriov logport roce': sriov.noPorts('logical'),
  'sriov physport eth': sriov.noPorts('physical'),
  'sriov physport ethc': sriov.noPorts('physical'),
  // As captured: Ethernet ports of an adapter that is capable of RoCE.
  'sriov physport roce': sriov.sriovPhysicalPorts,
  'io slot -': physical.ioSlots,
  'io unit -': physical.ioUnits,
  'io bus -': physical.ioBuses,
};

function run(args: Arguments, context: Context): number {
  const list = findList(args);
  return 'use' in list ? list.use((rows) => print(rows, args, context)) : printText(list, args, context);
}

// Which of the three words is missing or wrong, in their order.
function findList(args: Arguments): AnyListed | TextListed {
  const words = [args.value('r'), args.value('-rsubtype'), args.value('-level')].map((word) => word ?? '-');
  const found = lists[words.join(' ')];
  if (found) return found;
  const like = (count: number) =>
    Object.keys(lists).filter(
      (key) => key.split(' ').slice(0, count).join(' ') === words.slice(0, count).join(' '),
    );
  const [parameter, value, known] =
    like(2).length === 0
      ? (['--rsubtype', words[1], like(1)] as const)
      : (['--level', words[2], like(2)] as const);
  if (value === '-') throw failure(messages.missingParameter, { parameter });
  const place = parameter === '--rsubtype' ? 1 : 2;
  const takesNone = known.every((key) => key.split(' ')[place] === '-');
  if (takesNone) throw failure(messages.invalidParameter, { parameter });
  throw failure(messages.invalidValue, { parameter, value: value ?? '' });
}

function print<Row>(list: Listed<Row>, args: Arguments, context: Context): number {
  const printer = printerOf(args, list.attributes);
  const filters = readFilters(args, [
    ...(list.ofPartitions ? partitionFilters : []),
    ...(list.filters ?? []),
  ]);
  const { engine } = context;
  const system = requireSystem(engine, context.host.name, args.value('m') ?? '');
  list.check?.(system);
  const chosen = partitionFilter(engine, system.id, filters);
  const passes = (row: Row) =>
    (list.ofPartitions ? chosen(list.ofPartitions(row)) : true) && (list.passes?.(row, filters) ?? true);
  // Nothing of parlab's is ever waiting to be restored.
  const rows = args.has('R') ? [] : list.rows(engine, system).filter(passes);
  return printer(context, rows, list.shown?.(system) ?? list.attributes);
}

function printText(list: TextListed, args: Arguments, context: Context): number {
  const printer = textPrinterOf(args, list.listing, list.attributes);
  const filters = readFilters(args, Object.keys(list.listing.filters));
  const system = requireSystem(context.engine, context.host.name, args.value('m') ?? '');
  list.check?.(system);
  requirePartitions(context.engine, system.id, filters);
  if (!args.has('R')) return printer(context, { system: system.id, filters }, list.shown?.(system));
  context.report(messages.noResults, {});
  return 0;
}

function readFilters(args: Arguments, known: readonly string[]): Filters {
  if (args.has('-filter') && known.length === 0)
    throw failure(messages.invalidParameter, { parameter: '--filter' });
  return parseFilter(args.value('-filter'), known);
}

export const command: Command = { spec, run };
