import type { Engine } from '../../state/engine.ts';
import type { Machine } from '../../state/machine.ts';
import { brokenIds, type StateLetter, type TypeLetter, type Wpar } from '../../state/wpars.ts';

export interface ListingFilter {
  readonly names: readonly string[];
  readonly state: StateLetter | undefined;
  readonly type: TypeLetter | undefined;
}

export interface Listing {
  /** By name; the state is what a reader sees. */
  readonly wpars: readonly Wpar[];
  readonly unknown: readonly string[];
}

/** Columns of `lswpar` without flags: all that a listing of thousands should carry. */
const summaryColumns = 'id, name, state, type, hostname, directory, rootvg';

/** @param extent how much of each row is needed */
export function listWpars(
  engine: Engine,
  machine: Machine,
  host: string,
  filter: ListingFilter,
  extent: 'all' | 'summary',
): Listing {
  const columns = extent === 'summary' ? summaryColumns : '*';
  const broken = brokenIds(engine, machine);
  const seen = (wpar: Wpar): Wpar => (broken.has(wpar.id) ? { ...wpar, state: 'B' } : wpar);
  const wanted = (wpar: Wpar) =>
    (filter.state === undefined || wpar.state === filter.state) &&
    (filter.type === undefined || wpar.type === filter.type);
  if (filter.names.length === 0) {
    const rows = engine.all<Wpar>(`SELECT ${columns} FROM wpar WHERE host = ? ORDER BY name`, host);
    return { wpars: rows.map(seen).filter(wanted), unknown: [] };
  }
  const unknown: string[] = [];
  const found = new Map<string, Wpar>();
  for (const name of filter.names) {
    const row = engine.get<Wpar>(`SELECT ${columns} FROM wpar WHERE host = ? AND name = ?`, host, name);
    if (row) found.set(name, seen(row));
    else unknown.push(name);
  }
  const wpars = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { wpars: wpars.filter(wanted), unknown };
}
