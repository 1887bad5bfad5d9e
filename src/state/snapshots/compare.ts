import type { Engine, SqlValue } from '../engine.ts';

/** One fact in which two worlds differ. */
export interface Difference {
  readonly host: string;
  /** A WPAR, or `''` for what belongs to the host. */
  readonly wpar: string;
  /** `mount /home`; `''` for the WPAR or the host itself. */
  readonly part: string;
  readonly change: 'added' | 'changed' | 'removed';
  /** Of a change: which column, from what, to what. */
  readonly field?: string;
  readonly from?: SqlValue;
  readonly to?: SqlValue;
}

interface Comparison {
  /** Names `host`, `wpar` (`''` for none) and the columns. */
  readonly sql: string;
  readonly part: string;
  readonly key: readonly string[];
  /** Columns that say nothing to people. */
  readonly ignored?: readonly string[];
  /** Columns that a thing made again has anew: compared only when asked for. */
  readonly identity?: readonly string[];
}

const ofHost = (table: string, host = 'host') => `SELECT *, ${host} AS host, '' AS wpar FROM ${table}`;
const ofWpar = (table: string) =>
  `SELECT part.*, wpar.host AS host, wpar.name AS wpar FROM ${table} AS part JOIN wpar ON wpar.id = part.wpar`;

// The volumes of a WPAR are compared as its mounts.
const othersVolumes =
  "logical_volume WHERE '/dev/' || name NOT IN (SELECT device FROM wpar_mount WHERE size_kb IS NOT NULL)";

const comparisons: readonly Comparison[] = [
  { sql: ofHost('host', 'name'), part: '', key: [], ignored: ['laid'], identity: ['next_lv', 'next_wpar'] },
  { sql: ofHost('interface'), part: 'interface', key: ['name'] },
  { sql: ofHost('volume_group'), part: 'volume group', key: ['name'] },
  { sql: ofHost('disk'), part: 'disk', key: ['name'] },
  { sql: ofHost(othersVolumes), part: 'logical volume', key: ['name'] },
  { sql: ofHost('file_system'), part: 'file system', key: ['mount_point'], ignored: ['seq'] },
  { sql: ofHost('directory'), part: 'directory', key: ['path'] },
  { sql: ofHost('nfs_export', 'server'), part: 'export', key: ['path'], ignored: ['server'] },
  { sql: ofHost('host_file'), part: 'file', key: ['path'] },
  { sql: ofHost('preserved'), part: 'preserved file systems of', key: ['name'] },
  { sql: ofHost('host_name', "''"), part: 'name service', key: ['name', 'address'] },
  {
    sql: 'SELECT *, name AS wpar FROM wpar',
    part: '',
    key: [],
    ignored: ['id'],
    identity: ['configured_id', 'init_pid', 'started', 'uuid'],
  },
  { sql: ofWpar('wpar_network'), part: 'network', key: ['address'], ignored: ['seq'] },
  { sql: ofWpar('wpar_route'), part: 'route', key: ['destination', 'gateway'], ignored: ['seq'] },
  { sql: ofWpar('wpar_mount'), part: 'mount', key: ['directory'] },
  { sql: ofWpar('wpar_device'), part: 'device', key: ['name'], ignored: ['seq'] },
  { sql: ofWpar('wpar_kext'), part: 'kernel extension', key: ['kext'] },
  { sql: ofWpar('wpar_resource'), part: 'resource', key: ['attribute'] },
];

type Row = Record<string, SqlValue>;

/**
 * What makes two worlds differ, by host and name: first what is gone or new, then what changed.
 * @param all also compare what a thing made again has anew (process ids, UUIDs, times, next numbers)
 */
export function compareWorlds(before: Engine, after: Engine, all: boolean): Difference[] {
  const found = comparisons.flatMap((comparison) => compare(comparison, before, after, all));
  const whole = new Set(
    found
      .filter((each) => each.part === '' && each.change !== 'changed')
      .map((each) => place(each.host, each.wpar)),
  );
  // Of a WPAR or a host that came or went, its parts go without saying.
  return found
    .filter((each) => {
      if (each.part === '' && each.change !== 'changed')
        return each.wpar === '' || !whole.has(place(each.host, ''));
      return !whole.has(place(each.host, each.wpar)) && !whole.has(place(each.host, ''));
    })
    .sort((a, b) => order(a) - order(b) || compareText(sortKey(a), sortKey(b)));
}

const place = (host: string, wpar: string) => `${host}\0${wpar}`;
const order = (each: Difference) => (each.wpar === '' ? 0 : 1);
const sortKey = (each: Difference) => `${each.host}\0${each.wpar}\0${each.part}\0${each.field ?? ''}`;
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
  const columns = ['host', 'wpar', ...comparison.key];
  return new Map(
    engine.all<Row>(comparison.sql).map((row) => [columns.map((name) => String(row[name])).join('\0'), row]),
  );
}

function nameOf({ part, key }: Comparison, row: Row): Pick<Difference, 'host' | 'part' | 'wpar'> {
  const words = [part, ...key.map((name) => String(row[name]))].filter((word) => word !== '');
  return {
    host: String(row.host),
    wpar: typeof row.wpar === 'string' ? row.wpar : '',
    part: words.join(' '),
  };
}

function changes(comparison: Comparison, before: Row, after: Row, all: boolean): Difference[] {
  const skipped = new Set([
    ...['host', 'wpar', 'name', ...comparison.key, ...(comparison.ignored ?? [])],
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

// What is kept as JSON is compared fact by fact.
function flat(row: Row): Row {
  const { details, ...columns } = row;
  if (typeof details !== 'string') return row;
  for (const [key, value] of Object.entries(JSON.parse(details) as Record<string, unknown>)) {
    columns[key] = typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
  }
  return columns;
}
