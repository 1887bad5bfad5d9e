import type { Engine } from '../../engine.ts';
import { equals, partitionFilters } from './listing.ts';
import { downwards } from './partitions.ts';

const work = "coalesce(json_extract(attributes, '$.work_group_id'), 'none')";

const conditions = {
  ...partitionFilters,
  profile_names: equals('profile.name'),
  work_groups: equals(work),
} as const;

// Names of profiles may have commas in them (documented characters of migrlpar -n).
const pair = (name: string, expression: string) =>
  `CASE WHEN instr(${expression}, ',') > 0 THEN '"${name}=' || ${expression} || '"' ELSE '${name}=' || ${expression} END`;

/**
 * Whole records of profiles, as `lssyscfg -r prof` prints them: most of each has been written with the profile.
 * @param filters values by the names of filters
 * @returns lines with line feeds between them; undefined: there are none
 */
export function profileRecords(
  engine: Engine,
  system: number,
  filters: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const chosen = Object.entries(conditions).filter(([name]) => filters.has(name));
  const where = chosen.map(
    ([name, condition]) => ` AND ${condition(`(SELECT value FROM json_each(?2, '$.${name}'))`)}`,
  );
  const values = filters.size > 0 ? [JSON.stringify(Object.fromEntries(filters))] : [];
  return (
    engine.get<{ text: string | null }>(
      `SELECT group_concat(line, char(10)) AS text FROM (
         SELECT ${pair('name', 'profile.name')} || ',' || ${pair('lpar_name', 'partition.name')} || ',lpar_id=' || lpar_id
           || ',lpar_env=' || env || ',' || record AS line
         FROM profile JOIN partition ON partition.id = profile.partition
         WHERE partition.system = ?1${where.join('')} ORDER BY ${downwards}, profile.seq)`,
      system,
      ...values,
    )?.text ?? undefined
  );
}
