import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { type Filters, parseFilter } from '../../../cli/hmc/filter.ts';
import { failure } from '../../../messages/failure.ts';
import { lslparmigrMessages } from '../../../messages/mobility/lists.ts';
import { mobilityMessages } from '../../../messages/mobility.ts';
import { collectFacts, type Facts } from '../../../model/mobility/facts.ts';
import { plainRequest } from '../../../model/mobility/request.ts';
import type { Partition } from '../../../state/frames/partitions.ts';
import { remoteOf } from '../migrlpar/remote.ts';
import { partitionFilter, partitionFilters, requireSystem } from '../objects.ts';

/** What `--filter` says. @throws Failure, also if partitions are chosen by names and by numbers (recalled) */
export function filtersOf(args: Arguments): Filters {
  const filters = parseFilter(args.value('-filter'), partitionFilters);
  if (partitionFilters.every((name) => filters.has(name))) throw failure(lslparmigrMessages.oneFilter, {});
  return filters;
}

/**
 * What a migration of the one partition that the filter selects would be about; undefined: of a VIO server, which never
 * migrates.
 * @throws Failure
 */
export function chosenFacts(args: Arguments, context: Context): Facts | undefined {
  const { engine, host, lab } = context;
  const filters = filtersOf(args);
  const source = requireSystem(engine, host.name, args.value('m') ?? '');
  const remote = remoteOf(args, context);
  const dest = requireSystem(engine, (remote?.console ?? host).name, args.value('t') ?? '');
  if (source.id === dest.id) throw failure(mobilityMessages.sameSystem, { system: source.name });
  const chosen = partitionFilter(engine, source.id, filters);
  const mobiles = engine
    .all<Partition>('SELECT * FROM partition WHERE system = ?', source.id)
    .filter(({ lpar_id }) => chosen(lpar_id));
  const [mobile] = mobiles;
  if (!mobile || mobiles.length > 1) throw failure(lslparmigrMessages.onePartition, {});
  if (mobile.env === 'vioserver') return undefined;
  return collectFacts(lab, { mobile, source, dest, console: host, remote }, plainRequest);
}
