import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import type { Attribute } from '../../../format/hmc-csv.ts';
import { chooseMovers, type Mover } from '../../../model/mobility/movers.ts';
import { printerOf } from '../listing.ts';
import { chosenFacts } from './chosen.ts';

/** A mover of the source, with those of the destination that it can talk to. */
interface Row {
  readonly source: Mover;
  readonly dests: readonly Mover[];
}

const attributes: readonly Attribute<Row>[] = [
  { name: 'source_msp_name', value: ({ source }) => source.server.name },
  { name: 'source_msp_id', value: ({ source }) => source.server.lpar_id },
  { name: 'dest_msp_names', value: ({ dests }) => dests.map(({ server }) => server.name) },
  { name: 'dest_msp_ids', value: ({ dests }) => dests.map(({ server }) => String(server.lpar_id)) },
  {
    name: 'ipaddr_mappings',
    value: ({ source, dests }) =>
      source.addresses.flatMap((from) =>
        dests.flatMap(({ server, addresses }) =>
          // The interface of the source is empty in the recalled sample.
          addresses.map((to) => `${from}//${server.lpar_id}/${server.name}/${to}`),
        ),
      ),
  },
];

/** A line for each mover of the source; a partition that does not run needs none. */
export function printMovers(args: Arguments, context: Context): number {
  const print = printerOf(args, attributes);
  const facts = chosenFacts(args, context);
  const pairs = facts?.type === 'active' ? chooseMovers(facts).possible : [];
  const sources = [...new Set(pairs.map(({ source }) => source))];
  return print(
    context,
    sources.map((source) => ({
      source,
      dests: pairs.filter((pair) => pair.source === source).map(({ dest }) => dest),
    })),
  );
}
