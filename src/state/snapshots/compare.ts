import type { Engine, SqlValue } from '../engine.ts';
import { type Comparison, comparisons } from './compared.ts';

/** One fact in which two worlds differ. */
export interface Difference {
  /** A host or a managed system; `''` for what belongs to none. */
  readonly host: string;
  /** A WPAR, or `''` for what belongs to the host. */
  readonly wpar: string;
  /** A partition of a managed system. */
  readonly partition?: string;
  /** `mount /home`; `''` for the WPAR, the partition or the host itself. */
  readonly part: string;
  readonly change: 'added' | 'changed' | 'removed';
  /** Of a change: which column, from what, to what. */
  readonly field?: string;
  readonly from?: SqlValue;
  readonly to?: SqlValue;
}

type Row = Record<string, SqlValue>;

/**
 * What makes two worlds differ, by host and name: first what is gone or new, then what changed.
 * @param all also compare what a thing made again has anew (process ids, UUIDs, times, next numbers)
 */
export function compareWorlds(before: Engine, after: Engine, all: boolean): Difference[] {
  const found = comparisons.flatMap((comparison) => compare(comparison, before, after, all));
  const whole = new Set(found.filter(isWhole).map(owner));
  // Of a host, a WPAR or a partition that came or went, its parts go without saying.
  const goesWithoutSaying = (each: Difference) =>
    (!isWhole(each) && whole.has(owner(each))) ||
    (!(isWhole(each) && isOfHost(each)) && whole.has(ownerOf(each.host, '', '')));
  return found
    .filter((each) => !goesWithoutSaying(each))
    .sort((a, b) => Number(!isOfHost(a)) - Number(!isOfHost(b)) || compareText(sortKey(a), sortKey(b)));
}

const isWhole = (each: Difference) => each.part === '' && each.change !== 'changed';
const isOfHost = (each: Difference) => each.wpar === '' && each.partition === undefined;
const ownerOf = (host: string, wpar: string, partition: string) => `${host}\0${wpar}\0${partition}`;
const owner = (each: Difference) => ownerOf(each.host, each.wpar, each.partition ?? '');
const sortKey = (each: Difference) => `${owner(each)}\0${each.part}\0${each.field ?? ''}`;
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function compare(comparison: Comparison, before: Engine, after: Engine, all: boolean): Difference[] {
  const old = rowsByKey(comparison, before);
  const now = rowsByKey(comparison, after);
  const differences: Difference[] = [];
  for (const [key, row] of old) {
    const same = now.get(key);
    if (same) differences.push(...changes(comparison, row, same, all));
    else differences.push({ ...nameOf(comparison, row), change: 'removed' });
  }
  for (const [key, row] of now) {
    if (!old.has(key)) differences.push({ ...nameOf(comparison, row), change: 'added' });
  }
  return differences;
}

function rowsByKey(comparison: Comparison, engine: Engine): Map<string, Row> {
  const columns = ['host', 'wpar', 'lpar', ...comparison.key];
  return new Map(
    engine.all<Row>(comparison.sql).map((row) => [columns.map((name) => String(row[name])).join('\0'), row]),
  );
}

function nameOf(
  { part, key }: Comparison,
  row: Row,
): Pick<Difference, 'host' | 'part' | 'partition' | 'wpar'> {
  const words = [part, ...key.map((name) => String(row[name]))].filter((word) => word !== '');
  return {
    host: String(row.host),
    wpar: typeof row.wpar === 'string' ? row.wpar : '',
    ...(typeof row.lpar === 'string' ? { partition: row.lpar } : {}),
    part: words.join(' '),
  };
}

function changes(comparison: Comparison, before: Row, after: Row, all: boolean): Difference[] {
  const skipped = new Set([
    ...['host', 'wpar', 'lpar', 'name', ...comparison.key, ...(comparison.ignored ?? [])],
    ...(all ? [] : (comparison.identity ?? [])),
  ]);
  const old = flat(before);
  const now = flat(after);
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return fields
    .filter((field) => !skipped.has(field) && old[field] !== now[field])
    .map((field) => ({
      ...nameOf(comparison, before),
      change: 'changed',
      field,
      from: old[field] ?? null,
      to: now[field] ?? null,
    }));
}

const jsonColumns = ['attributes', 'capabilities', 'details', 'remote', 'settings'];

// What is kept as JSON is compared fact by fact.
function flat(row: Row): Row {
  const columns = { ...row };
  for (const name of jsonColumns) {
    const text = row[name];
    if (typeof text !== 'string') continue;
    delete columns[name];
    for (const [key, value] of Object.entries(JSON.parse(text) as Record<string, unknown>)) {
      columns[key] = typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
    }
  }
  return columns;
}
