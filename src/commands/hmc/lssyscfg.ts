import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { parseFilter } from '../../cli/hmc/filter.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { hmcMessages as messages } from '../../messages/hmc.ts';
import { partitionListing } from '../../state/frames/listings/partitions.ts';
import { profileRecords } from '../../state/frames/listings/profiles.ts';
import { hostPortsOf } from '../../state/frames/logical-ports.ts';
import { pagingServersOf } from '../../state/frames/paging.ts';
import { profilesOf } from '../../state/frames/profiles.ts';
import { listOptions, listSpec, printerOf, textPrinterOf } from './listing.ts';
import { everyPartitionAttribute, partitionAttributes } from './lssyscfg/partitions.ts';
import { profileAttributes } from './lssyscfg/profiles.ts';
import { systemAttributes, systemRows } from './lssyscfg/systems.ts';
import { partitionFilter, partitionFilters, requirePartitions, requireSystem } from './objects.ts';

const noFrames = "parlab's worlds have no managed frames (racks with a controller of their own).";

const spec: CommandSpec = {
  ...listSpec,
  name: 'lssyscfg',
  purpose: 'lists the configuration of partitions, partition profiles and managed systems',
  synopsis: [
    'lssyscfg -r {lpar | prof | sys | sysprof | cage | frame} [-m managed-system | -e managed-frame] [--osrefresh] [--lastvalidcfg] [--filter "filter-data"] [-F [attribute-names] [--header]] [--help]',
  ],
  options: [
    {
      flag: 'r',
      text: 'What to list: partitions, their profiles, systems, system profiles, cages or frames.',
      evidence: 'document',
      argument: {
        kind: 'value',
        name: 'resource-type',
        values: { lpar: '', prof: '', sys: '', sysprof: '', frame: '', cage: noFrames },
      },
    },
    valued(
      'm',
      'managed-system',
      'The system, by its name or as tttt-mmm*sssssss; needed but for sys and frame.',
      'document',
    ),
    valued('e', 'managed-frame', 'The frame whose cages are listed.', 'document', { refused: noFrames }),
    flag(
      '-osrefresh',
      'Asks the operating systems of partitions anew first; what parlab shows is never old.',
      'document',
    ),
    flag('-lastvalidcfg', 'Lists the last valid configuration of partitions.', 'document', {
      refused: 'a configuration of parlab is never invalid, so that no last valid one is kept.',
    }),
    valued(
      '-filter',
      'filter-data',
      'lpar_names, lpar_ids, work_groups; of profiles also profile_names.',
      'document',
    ),
    ...listOptions,
  ],
  required: [['r']],
  exclusive: [['m', 'e']],
  needs: { '-header': ['F'] },
};

function run(args: Arguments, context: Context): number {
  const resource = args.value('r');
  if (args.has('-osrefresh') && resource !== 'lpar')
    throw failure(messages.invalidParameter, { parameter: '--osrefresh' });
  if (args.has('-filter') && resource !== 'lpar' && resource !== 'prof')
    throw failure(messages.invalidParameter, { parameter: '--filter' });
  if (resource === 'sys') return listSystems(args, context);
  if (resource === 'lpar') return listPartitions(args, context);
  if (resource === 'prof') return listProfiles(args, context);
  // Worlds have no frames (captured: no results) and no system profiles.
  if (resource === 'sysprof') systemOf(args, context);
  return printerOf(args, emptyAttributes)(context, []);
}

const emptyAttributes = ['name', 'type_model', 'serial_num', 'state', 'lpar_names', 'profile_names'].map(
  (name) => ({
    name,
    value: () => undefined,
  }),
);

function systemOf(args: Arguments, context: Context) {
  const named = args.value('m');
  if (named === undefined) throw failure(messages.missingParameter, { parameter: '-m' });
  return requireSystem(context.engine, context.host.name, named);
}

function listSystems(args: Arguments, context: Context): number {
  const print = printerOf(args, systemAttributes);
  const only = args.has('m') ? systemOf(args, context).id : undefined;
  const rows = systemRows(context.engine, context.host.name, context.lab.now());
  return print(
    context,
    rows.filter(({ system }) => only === undefined || system.id === only),
  );
}

function listPartitions(args: Arguments, context: Context): number {
  const print = textPrinterOf(args, partitionListing, everyPartitionAttribute);
  const filters = parseFilter(args.value('-filter'), [...partitionFilters, 'work_groups']);
  const system = systemOf(args, context);
  requirePartitions(context.engine, system.id, filters);
  return print(context, { system: system.id, filters }, partitionAttributes(system, context.host.release));
}

function listProfiles(args: Arguments, context: Context): number {
  const print = printerOf(args, profileAttributes);
  const filters = parseFilter(args.value('-filter'), [...partitionFilters, 'profile_names', 'work_groups']);
  const system = systemOf(args, context);
  const chosen = partitionFilter(context.engine, system.id, filters);
  if (!args.has('F')) {
    const text = profileRecords(context.engine, system.id, filters);
    if (text === undefined) context.report(messages.noResults, {});
    else context.stdout.write(text);
    return 0;
  }
  const names = filters.get('profile_names');
  const groups = filters.get('work_groups');
  const rows = profilesOf(context.engine, system.id).filter(
    ({ lpar_id, name, attributes }) =>
      chosen(lpar_id) &&
      (names?.includes(name) ?? true) &&
      (groups?.includes(String(attributes.work_group_id ?? 'none')) ?? true),
  );
  const all = hostPortsOf(context.engine, system.id);
  const portsOf = (id: number) => all.filter(({ lpar_id }) => lpar_id === id).map(({ port }) => port);
  const servers = new Map(pagingServersOf(context.engine, system.id).map((each) => [each.lpar_id, each]));
  return print(
    context,
    rows.map((row) => ({ ...row, ports: portsOf(row.lpar_id), paging: servers.get(row.lpar_id) })),
  );
}

export const command: Command = { spec, run };
