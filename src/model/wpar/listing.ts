import type { Engine } from '../../state/engine.ts';
import { type Operation, stillThere } from '../../state/settle.ts';
import type { StateLetter, TypeLetter, Wpar } from '../../state/wpars.ts';

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

/**
 * What a reader sees may be ahead of what is written: a WPAR whose operation lost its process is Broken, though nobody
 * has written that down yet.
 * @param dead operations without a process, found before the present view of the lab
 * @param extent how much of each row is needed
 */
export function listWpars(
  engine: Engine,
  host: string,
  filter: ListingFilter,
  dead: readonly Operation[],
  extent: 'all' | 'summary',
): Listing {
  const columns = extent === 'summary' ? summaryColumns : '*';
  const broken = new Set(
    (dead.length === 0 ? dead : stillThere(engine, dead)).map((operation) => operation.wpar),
  );
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
