import { inPieces, type Pieces } from './table.ts';

/**
 * `lswpar -c` and `-d`: a header of field names after one `#` (three parsers strip exactly one), a record a line.
 * A delimiter inside a value is escaped as SMIT escapes a colon, `#!:`, with `-c` only (provisional: no source).
 * Without rows there is no header either.
 */
export function* formatDelimited(
  fields: readonly string[],
  rows: Iterable<readonly string[]>,
  options: { readonly delimiter: string; readonly header: boolean },
): Pieces {
  const { delimiter } = options;
  const escaped = (value: string) => (delimiter === ':' ? value.replaceAll(':', '#!:') : value);
  let begun = !options.header;
  for (const piece of inPieces(rows, (row) => `${row.map(escaped).join(delimiter)}\n`)) {
    if (!begun) yield `#${fields.join(delimiter)}\n`;
    begun = true;
    yield piece;
  }
}
