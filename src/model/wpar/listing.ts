import type { Engine } from '../../state/engine.ts';
import { type Operation, stillThere } from '../../state/settle.ts';
import type { StateLetter, TypeLetter, Wpar } from '../../state/wpars.ts';

export interface ListingFilter {
  readonly names: readonly string[];
  readonly state: StateLetter | undefined;
  readonly type: TypeLetter | undefined;
  /** States that WPARs have without anybody having written them down yet: see {@link settledNow}. */
  readonly settled: ReadonlyMap<number, StateLetter>;
}

/**
 * What a reader sees may be ahead of what is written: a WPAR whose operation lost its process is Broken, or Paused.
 * @param dead operations without a process, found before the present view of the lab
 * @param held WPARs whose keeper has died
 */
export function settledNow(
  engine: Engine,
  dead: readonly Operation[],
  held: readonly number[],
): Map<number, StateLetter> {
  const there = dead.length === 0 ? dead : stillThere(engine, dead);
  return new Map([
    ...there.map((operation): [number, StateLetter] => [operation.wpar, operation.dead]),
    ...held.map((wpar): [number, StateLetter] => [wpar, 'B']),
  ]);
}

export interface Listing<Row> {
  /** By name; the state is what a reader sees. */
  readonly rows: Iterable<Row>;
  readonly unknown: readonly string[];
}

/** Whole WPARs, for views of what hangs on them. */
export function listWpars(engine: Engine, host: string, filter: ListingFilter): Listing<Wpar> {
  const { settled } = filter;
  const { condition, values } = conditionOf(filter);
  const rows = engine.all<Wpar>(
    `SELECT * FROM wpar WHERE host = ? ${condition} ORDER BY name`,
    host,
    ...values,
  );
  const seen = rows.map((wpar): Wpar => ({ ...wpar, state: settled.get(wpar.id) ?? wpar.state }));
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
  const state = stateExpression(filter);
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

function stateExpression({ settled }: ListingFilter): string {
  if (settled.size === 0) return 'state';
  const cases = [...settled].map(([id, state]) => `WHEN ${id} THEN '${state}'`);
  return `CASE id ${cases.join(' ')} ELSE state END`;
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
    parts.push(`${stateExpression(filter)} = ?`);
    values.push(filter.state);
  }
  return { condition: parts.map((part) => `AND ${part}`).join(' '), values };
}

function unknownNames(engine: Engine, host: string, names: readonly string[]): string[] {
  const known = (name: string) =>
    engine.get('SELECT 1 FROM wpar WHERE host = ? AND name = ?', host, name) !== undefined;
  return names.filter((name) => !known(name));
}
