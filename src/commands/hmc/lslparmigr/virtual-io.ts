import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import type { Attribute } from '../../../format/hmc-csv.ts';
import type { Facts } from '../../../model/mobility/facts.ts';
import { Claims } from '../../../model/mobility/mapping/claims.ts';
import { type Mapping, mapAdapters } from '../../../model/mobility/mapping.ts';
import type { Partition } from '../../../state/frames/partitions.ts';
import { printerOf } from '../listing.ts';
import { chosenFacts } from './chosen.ts';

interface Row {
  readonly facts: Facts;
  readonly mapping: Mapping;
}

type Kind = 'fc' | 'scsi';

// client-slot/vios-name/vios-id: with the name of the attribute less its first word, what migrlpar -i takes.
const item = (slot: number, vios: Partition | undefined) => `${slot}/${vios?.name}/${vios?.lpar_id}`;

const possible =
  (kind: Kind) =>
  ({ mapping }: Row) =>
    orNone(
      mapping.adapters
        .filter(({ source }) => source.kind === kind)
        .flatMap(({ source, candidates }) => candidates.map((vios) => item(source.slot, vios))),
    );

const suggested =
  (kind: Kind) =>
  ({ mapping, facts }: Row) =>
    orNone(
      mapping.suggested
        .filter((each) => each.kind === kind)
        .map(({ slot, vios }) =>
          item(
            slot,
            facts.destServers.find(({ id }) => id === vios),
          ),
        ),
    );

function orNone(items: readonly string[]): readonly string[] | undefined {
  return items.length === 0 ? undefined : items;
}

const attributes: readonly Attribute<Row>[] = [
  { name: 'possible_virtual_scsi_mappings', value: possible('scsi') },
  { name: 'suggested_virtual_scsi_mappings', value: suggested('scsi') },
  { name: 'possible_virtual_fc_mappings', value: possible('fc') },
  { name: 'suggested_virtual_fc_mappings', value: suggested('fc') },
  // "Run the lslparmigr command to show a list of available slot IDs" (seed 5, page 50); its real name was not found.
  { name: 'available_vios_slots', shown: 'named', value: ({ facts }) => orNone(freeSlots(facts)) },
];

/** Who could host the storage adapters of the partition on the destination. */
export function printVirtualIo(args: Arguments, context: Context): number {
  const print = printerOf(args, attributes);
  const facts = chosenFacts(args, context);
  if (!facts) return print(context, []);
  const mapping = mapAdapters(facts);
  const nothing = mapping.adapters.every(({ candidates }) => candidates.length === 0);
  return print(context, nothing ? [] : [{ facts, mapping }]);
}

/** `vios-name/vios-id/first-last` of each run of free slots. */
function freeSlots(facts: Facts): string[] {
  const claims = new Claims(facts);
  return facts.destServers.flatMap((server) => {
    const runs: string[] = [];
    let first: number | undefined;
    for (let slot = 2; slot <= server.max_slots; slot++) {
      if (claims.isFree(server, slot)) {
        first ??= slot;
        continue;
      }
      if (first !== undefined)
        runs.push(`${server.name}/${server.lpar_id}/${first === slot - 1 ? first : `${first}-${slot - 1}`}`);
      first = undefined;
    }
    return runs;
  });
}
