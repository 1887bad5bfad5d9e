import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { parseFilter } from '../../cli/hmc/filter.ts';
import { type CommandSpec, valued } from '../../cli/spec.ts';
import { type Attribute, formatTime, type Named } from '../../format/hmc-csv.ts';
import { failure } from '../../messages/failure.ts';
import { hmcMessages as messages } from '../../messages/hmc.ts';
import { referenceCodeListing } from '../../state/frames/listings/partitions.ts';
import { listOptions, listSpec, printerOf, textPrinterOf } from './listing.ts';
import { partitionFilters, requirePartitions, requireSystem } from './objects.ts';
import { systemOption } from './one-partition.ts';

const spec: CommandSpec = {
  ...listSpec,
  name: 'lsrefcode',
  purpose: 'lists reference codes of a managed system or of its partitions',
  synopsis: [
    'lsrefcode -r {sys | lpar} -m managed-system [-s {p | s}] [-n number] [--filter "filter-data"] [-F [attribute-names] [--header]] [--help]',
  ],
  options: [
    {
      flag: 'r',
      text: 'Whose codes.',
      evidence: 'document',
      argument: { kind: 'value', name: 'resource-type', values: { sys: '', lpar: '' } },
    },
    systemOption,
    {
      flag: 's',
      text: 'The primary (p) or secondary (s) service processor; of systems only.',
      evidence: 'document',
      argument: { kind: 'value', name: 'service-processor', values: { p: '', s: '' } },
    },
    valued('n', 'number', 'How many, newest first; default 1. parlab keeps the current one.', 'document'),
    valued('-filter', 'filter-data', 'lpar_names, lpar_ids; of partitions only.', 'document'),
    ...listOptions,
  ],
  required: [['r'], ['m']],
  needs: { '-header': ['F'] },
};

interface Code {
  readonly time: number;
}

// The words after the code are there, and empty: what they mean no world says.
const words: readonly Attribute<Code>[] = [2, 3, 4, 5, 6, 7, 8, 9].map((number) => ({
  name: `word${number}`,
  value: () => '',
}));

const systemAttributes: readonly Attribute<Code>[] = [
  { name: 'refcode_num', value: () => 0 },
  { name: 'time_stamp', value: ({ time }) => formatTime(time) },
  { name: 'refcode', value: () => '' },
  ...words,
  { name: 'fru_call_out_loc_codes', value: () => '' },
];

const partitionAttributes: readonly Named[] = Object.keys(referenceCodeListing.columns).map((name) => ({
  name,
}));

function run(args: Arguments, context: Context): number {
  const ofPartitions = args.value('r') === 'lpar';
  refuseOthers(args, ofPartitions);
  return ofPartitions ? listPartitions(args, context) : listSystem(args, context);
}

function listSystem(args: Arguments, context: Context): number {
  const print = printerOf(args, systemAttributes);
  const { engine, host, lab } = context;
  requireSystem(engine, host.name, args.value('m') ?? '');
  const time = Number(lab.meta('clock.start') ?? lab.now());
  // A system of parlab has one service processor.
  return print(context, args.value('s') === 's' ? [] : [{ time }]);
}

function listPartitions(args: Arguments, context: Context): number {
  const print = textPrinterOf(args, referenceCodeListing, partitionAttributes);
  const filters = parseFilter(args.value('-filter'), partitionFilters);
  const { engine, host } = context;
  const system = requireSystem(engine, host.name, args.value('m') ?? '').id;
  requirePartitions(engine, system, filters);
  return print(context, { system, filters });
}

function refuseOthers(args: Arguments, ofPartitions: boolean): void {
  const foreign = ofPartitions ? 's' : '-filter';
  if (args.has(foreign)) throw failure(messages.invalidParameter, { parameter: `-${foreign}` });
  const number = args.value('n');
  if (number !== undefined && !/^[1-9]\d{0,3}$/.test(number))
    throw failure(messages.invalidValue, { parameter: '-n', value: number });
}

export const command: Command = { spec, run };
