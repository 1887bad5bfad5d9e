import type { Engine } from '../../engine.ts';

/**
 * A listing of thousands of rows: the database writes its text. Rows as objects, with a function for each attribute,
 * take ten times as long.
 */
export interface Listing {
  /** SQL expressions by the names of the attributes; NULL: it does not apply to the row. */
  readonly columns: Readonly<Record<string, string>>;
  /** `FROM ... WHERE ...`; `?1` is the key of the system. */
  readonly rows: string;
  readonly order: string;
  /** SQL conditions by the names of the filters. */
  readonly filters: Readonly<Record<string, Filter>>;
}

/** @param values a subquery of the filter's values, in a column `value` */
type Filter = (values: string) => string;

/** A filter whose values are those of an expression. */
export function equals(expression: string): Filter {
  return (values) => `CAST(${expression} AS TEXT) IN ${values}`;
}

export const partitionFilters: Readonly<Record<string, Filter>> = {
  lpar_names: equals('partition.name'),
  lpar_ids: equals('partition.lpar_id'),
};

export interface Choice {
  /** Attributes in their order, each once; one that the listing does not have applies to no row. */
  readonly names: readonly string[];
  /** `pairs`: `name=value`, without those that do not apply; `fields`: values, `null` for these. */
  readonly form: 'fields' | 'pairs';
  /** Values by the names of filters, which the listing has. */
  readonly filters: ReadonlyMap<string, readonly string[]>;
}

/** @returns rows with line feeds between them, U+001F between the items of a row; undefined: there are no rows */
export function listingText(
  engine: Engine,
  { columns, rows, order, filters: known }: Listing,
  system: number,
  { names, form, filters }: Choice,
): string | undefined {
  const conditions = [...filters.keys()].map(
    (name) => ` AND ${known[name]?.(`(SELECT value FROM json_each(?2, '$.${name}'))`) ?? 'FALSE'}`,
  );
  const item = form === 'pairs' ? pair : field;
  // concat_ws leaves out what is NULL.
  const items = names.map((name) => item(name, columns[name] ?? 'NULL')).join(', ');
  const values = filters.size > 0 ? [JSON.stringify(Object.fromEntries(filters))] : [];
  return (
    engine.get<{ text: string | null }>(
      `SELECT group_concat(line, char(10)) AS text
       FROM (SELECT concat_ws(char(31), ${items}) AS line ${rows}${conditions.join('')} ORDER BY ${order})`,
      system,
      ...values,
    )?.text ?? undefined
  );
}

const field = (_: string, expression: string) => `coalesce(${expression}, 'null')`;
const pair = (name: string, expression: string) => `'${name}=' || (${expression})`;
