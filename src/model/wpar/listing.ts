import type { Engine } from '../../state/engine.ts';
import { type Operation, stillThere } from '../../state/settle.ts';
import type { StateLetter, TypeLetter, Wpar } from '../../state/wpars.ts';

export interface ListingFilter {
  readonly names: readonly string[];
  readonly state: StateLetter | undefined;
  readonly type: TypeLetter | undefined;
  /** WPARs that are Broken, though nobody has written that down yet. */
  readonly broken: ReadonlySet<number>;
}

/**
 * What a reader sees may be ahead of what is written: a WPAR whose operation lost its process is Broken.
 * @param dead operations without a process, found before the present view of the lab
 * @param held WPARs whose keeper has died
 */
export function brokenNow(engine: Engine, dead: readonly Operation[], held: readonly number[]): Set<number> {
  const there = dead.length === 0 ? dead : stillThere(engine, dead);
  return new Set([...held, ...there.map((operation) => operation.wpar)]);
}

export interface Listing<Row> {
  /** By name; the state is what a reader sees. */
  readonly rows: Iterable<Row>;
  readonly unknown: readonly string[];
}

/** Whole WPARs, for views of what hangs on them. */
export function listWpars(engine: Engine, host: string, filter: ListingFilter): Listing<Wpar> {
  const { broken } = filter;
  const { condition, values } = conditionOf(filter);
  const rows = engine.all<Wpar>(
    `SELECT * FROM wpar WHERE host = ? ${condition} ORDER BY name`,
    host,
    ...values,
  );
  const seen = rows.map((wpar): Wpar => (broken.has(wpar.id) ? { ...wpar, state: 'B' } : wpar));
  return { rows: seen, unknown: unknownNames(engine, host, filter.names) };
}

const yesNo = (column: string): string => `CASE ${column} WHEN 1 THEN 'yes' ELSE 'no' END`;

/** What a WPAR's own row says in each general field of lswpar. */
const expressions: Readonly<Record<string, string>> = {
  name: 'name',
  type: 'type',
  rootvgwpar: yesNo('rootvg'),
  hostname: 'hostname',
  routing: yesNo('routing'),
  vipwpar: 'vip',
  directory: 'directory',
  owner: 'owner',
  script: 'script',
  auto: yesNo('auto'),
  privateusr: yesNo('private_usr'),
  checkpointable: yesNo('checkpointable'),
  application: 'application',
  ostype: 'CAST(ostype AS TEXT)',
  xwparipc: yesNo('ipc'),
  architecture: 'architecture',
  uuid: 'uuid',
};

/**
 * General fields of many WPARs as rows of text. The database makes the text: a listing of 10,000 must not cost 10,000
 * objects of thirty properties.
 */
export function listFields(
  engine: Engine,
  host: string,
  filter: ListingFilter,
  fields: readonly string[],
): Listing<readonly string[]> {
  const { broken } = filter;
  const state =
    broken.size === 0 ? 'state' : `CASE WHEN id IN (${[...broken].join(', ')}) THEN 'B' ELSE state END`;
  const columns = fields.map((field) => (field === 'state' ? state : (expressions[field] ?? "''")));
  const { condition, values } = conditionOf(filter);
  const rows = engine.textRows(
    columns,
    `FROM wpar WHERE host = ? ${condition} ORDER BY name`,
    host,
    ...values,
  );
  return { rows, unknown: unknownNames(engine, host, filter.names) };
}

function conditionOf(filter: ListingFilter): { condition: string; values: string[] } {
  const parts: string[] = [];
  const values: string[] = [];
  if (filter.names.length > 0) {
    parts.push(`name IN (${filter.names.map(() => '?').join(', ')})`);
    values.push(...filter.names);
  }
  if (filter.type !== undefined) {
    parts.push('type = ?');
    values.push(filter.type);
  }
  if (filter.state !== undefined) {
    const ids = [...filter.broken].join(', ');
    parts.push(filter.state === 'B' ? `(state = ? OR id IN (${ids}))` : `(state = ? AND id NOT IN (${ids}))`);
    values.push(filter.state);
  }
  return { condition: parts.map((part) => `AND ${part}`).join(' '), values };
}

function unknownNames(engine: Engine, host: string, names: readonly string[]): string[] {
  const known = (name: string) =>
    engine.get('SELECT 1 FROM wpar WHERE host = ? AND name = ?', host, name) !== undefined;
  return names.filter((name) => !known(name));
}
