import { failure } from '../../messages/failure.ts';
import { hmcMessages as messages } from '../../messages/hmc.ts';

/** Values of each filter: filters are ANDed, the values of one are ORed. */
export type Filters = ReadonlyMap<string, readonly string[]>;

/**
 * Reads `lpar_ids=2,"profile_names=a,b"`: CSV of `name=value` items; one with several values stands in quotes. Without
 * them the words after the comma belong to the filter before (recalled: consoles accept --filter lpar_names=a,b).
 * @param known names that the resource has
 * @throws Failure
 */
export function parseFilter(text: string | undefined, known: readonly string[]): Filters {
  const filters = new Map<string, string[]>();
  let last: string[] | undefined;
  for (const item of text === undefined ? [] : splitItems(text)) {
    const end = item.indexOf('=');
    if (end < 0) {
      if (!last) throw failure(messages.filterFormat, {});
      last.push(item);
      continue;
    }
    const name = item.slice(0, end).trim();
    if (!known.includes(name)) throw failure(messages.invalidFilter, { filter: name });
    if (filters.has(name)) throw failure(messages.filterFormat, {});
    last = item.slice(end + 1).split(',');
    filters.set(name, last);
  }
  if ([...filters.values()].some((values) => values.includes(''))) throw failure(messages.filterFormat, {});
  return filters;
}

function splitItems(text: string): string[] {
  const items: string[] = [];
  const piece = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/gy;
  let end = 0;
  for (const match of text.matchAll(piece)) {
    if (match.index > end || (match[0] === '' && items.length > 0 && text.at(-1) !== ',')) break;
    items.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
    end = match.index + match[0].length;
    if (match[3] === '') break;
  }
  if (end !== text.length) throw failure(messages.filterFormat, {});
  return items;
}
