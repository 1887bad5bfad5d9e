import { readinessMessages as texts } from '../../../messages/mobility/readiness.ts';
import { type Check, everyType, type Found, found } from '../check.ts';
import type { Facts } from '../facts.ts';

const group = 'readiness';

/** What must not be on the destination already. */
export const uniquenessChecks: readonly Check[] = [
  {
    id: 'P13',
    group,
    types: everyType,
    severity: 'E',
    reads: 'names of the partitions on the destination',
    message: texts.name,
    find: ({ engine, mobile, dest }) =>
      engine.get('SELECT 1 FROM partition WHERE system = ? AND name = ?', dest.id, mobile.name)
        ? [found(texts.name, { system: dest.name, partition: mobile.name })]
        : [],
  },
  {
    id: 'P14',
    group,
    types: everyType,
    severity: 'E',
    reads: 'MAC addresses of the virtual Ethernet adapters on the destination',
    message: texts.mac,
    find: macsFound,
  },
  {
    id: 'P15',
    group,
    types: everyType,
    severity: 'E',
    reads: 'UUIDs of the partitions on the destination',
    override: { flag: '--uuid', given: ({ uuid }) => uuid === 2 },
    message: texts.uuid,
    find: ({ engine, mobile: { uuid }, dest }) => {
      const other = engine.get<{ name: string }>(
        'SELECT name FROM partition WHERE system = ? AND uuid = ? COLLATE NOCASE',
        dest.id,
        uuid,
      );
      return other ? [found(texts.uuid, { uuid, system: dest.name, partition: other.name })] : [];
    },
  },
];

function macsFound({ engine, adapters, dest }: Facts): Found[] {
  const own = adapters.filter(({ kind }) => kind === 'eth');
  if (own.length === 0) return [];
  const others = engine.all<{ mac: string; name: string }>(
    `SELECT mac, partition.name FROM json_each(?) AS own CROSS JOIN virtual_adapter ON mac = own.value
       JOIN partition ON partition.id = virtual_adapter.partition
     WHERE system = ? ORDER BY lpar_id`,
    JSON.stringify(own.map(({ mac }) => mac)),
    dest.id,
  );
  return others.flatMap(({ mac, name }) =>
    own
      .filter((each) => each.mac === mac)
      .map(({ slot }) => found(texts.mac, { mac, slot, system: dest.name, partition: name })),
  );
}
