import type { Engine } from '../../engine.ts';
import { equals, partitionFilters } from './listing.ts';

const work = "coalesce(json_extract(attributes, '$.work_group_id'), 'none')";

const conditions = {
  ...partitionFilters,
  profile_names: equals('profile.name'),
  work_groups: equals(work),
} as const;

/** What stands before the record of a profile. */
type Head = readonly [name: string, partition: string, lparId: number, env: string, seq: number];

/**
 * Whole records of profiles, as `lssyscfg -r prof` prints them: most of each has been written with the profile. They are read in the
 * order in which they lie and put into that of the console here: reading them in its order takes three times as long.
 * @param filters values by the names of filters
 * @returns lines with line feeds after them; undefined: there are none
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
  const found = engine.get<{ heads: string | null; records: string | null }>(
    `SELECT group_concat(record, char(10)) AS records,
       group_concat(json_array(profile.name, partition.name, lpar_id, env, profile.seq)) AS heads
     FROM profile CROSS JOIN partition ON partition.id = profile.partition WHERE partition.system = ?1${where.join('')}`,
    system,
    ...values,
  );
  if (typeof found?.heads !== 'string' || typeof found.records !== 'string') return undefined;
  const records = found.records.split('\n');
  return (JSON.parse(`[${found.heads}]`) as Head[])
    .map((head, index) => ({ head, record: records[index] ?? '' }))
    .sort(({ head: one }, { head: other }) => other[2] - one[2] || one[4] - other[4])
    .map(({ head: [name, partition, lparId, env], record }) => {
      const names = `${pair('name', name)},${pair('lpar_name', partition)}`;
      return `${names},lpar_id=${lparId},lpar_env=${env},${record}\n`;
    })
    .join('');
}

// Names of profiles may have commas in them (documented characters of migrlpar -n).
function pair(name: string, value: string): string {
  return value.includes(',') ? `"${name}=${value}"` : `${name}=${value}`;
}
