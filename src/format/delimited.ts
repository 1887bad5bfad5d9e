/**
 * `lswpar -c` and `-d`: a header of field names after one `#` (three parsers strip exactly one), a record a line.
 * A delimiter inside a value is escaped as SMIT escapes a colon, `#!:`, with `-c` only (provisional: no source).
 */
export function formatDelimited(
  fields: readonly string[],
  rows: readonly (readonly string[])[],
  options: { readonly delimiter: string; readonly header: boolean },
): string {
  const { delimiter } = options;
  const escaped = (value: string) => (delimiter === ':' ? value.replaceAll(':', '#!:') : value);
  let text = options.header ? `#${fields.join(delimiter)}\n` : '';
  for (const row of rows) text += `${row.map(escaped).join(delimiter)}\n`;
  return text;
}

/** Reads one line of `-c` output back. */
export function splitColons(line: string): string[] {
  return line
    .replaceAll('#!:', '\u0000')
    .split(':')
    .map((value) => value.replaceAll('\u0000', ':'));
}
