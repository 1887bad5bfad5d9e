/**
 * The records of HMC list commands: `name=value` pairs joined by commas, quoted as CSV, with list elements that contain
 * commas in doubled quotes inside the quoted pair (captures); `-F` prints values alone.
 */

/** An attribute of a listing whose text the database writes. */
export interface Named {
  readonly name: string;
  /** `fields`: only with -F. `named`: only if -F names it. Default: always. */
  readonly shown?: 'fields' | 'named';
}

/** What an attribute has in a row: a value, a list, or nothing because it does not apply to that row (undefined). */
export type AttributeValue = string | number | readonly string[] | undefined;

export interface Attribute<Row> extends Named {
  readonly value: (row: Row) => AttributeValue;
}

/** One line of the default form: attributes that do not apply are left out. */
export function formatRecord<Row>(attributes: readonly Attribute<Row>[], row: Row): string {
  // One growing text, and a search in the value only: a thousand profiles have 43,000 pairs.
  let line = '';
  for (const { name, value, shown } of attributes) {
    if (shown !== undefined) continue;
    const found = value(row);
    if (found === undefined) continue;
    if (line !== '') line += ',';
    const text = innerText(found);
    line += needsQuotes(text, ',') ? quoted(`${name}=${text}`, ',') : `${name}=${text}`;
  }
  return line;
}

/** One line of `-F`: an attribute that does not apply is `null` (capture: ipl_source of an AIX partition). */
export function formatFields<Row>(
  attributes: readonly Attribute<Row>[],
  row: Row,
  delimiter: string,
): string {
  return attributes
    .map(({ value }) => {
      const found = value(row);
      return found === undefined ? 'null' : quoted(innerText(found), delimiter);
    })
    .join(delimiter);
}

/**
 * Lines of a listing whose text the database has written: line feeds between rows, U+001F between the items of a row. Most
 * need no quotes; then it is cut and joined as a whole, which takes half the time of replacing in it.
 * @param places which item stands where, if not all once in their order
 */
export function formatLines(text: string, delimiter: string, places?: readonly number[]): string {
  const plain = !text.includes(delimiter) && !text.includes('"');
  if (plain && !places) return `${text.split('\u001f').join(delimiter)}\n`;
  const line = (row: string) => {
    const items = row.split('\u001f');
    const placed = places ? places.map((place) => items[place] ?? '') : items;
    return placed.map((item) => quoted(item, delimiter)).join(delimiter);
  };
  return `${text.split('\n').map(line).join('\n')}\n`;
}

// Elements that contain a comma are quoted in the list before the whole is.
function innerText(value: string | number | readonly string[]): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return value.map((element) => quoted(element, ',')).join(',');
}

function quoted(text: string, delimiter: string): string {
  return needsQuotes(text, delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
}

// A line feed inside a value (lshmc -V) is quoted, too.
function needsQuotes(text: string, delimiter: string): boolean {
  return text.includes(delimiter) || text.includes('"') || text.includes('\n');
}

/** What `-F` names, and what stands between the names: that is what stands between the values (capture). */
export interface FieldList {
  readonly names: readonly string[];
  readonly delimiter: string;
}

/** Reads `name,lpar_id` or `name:state` or `type_model*serial_num`; `''` (plain -F): no names, commas. */
export function parseFields(text: string): FieldList {
  const delimiter = /[^A-Za-z0-9_]/.exec(text)?.[0] ?? ',';
  return { names: text === '' ? [] : text.split(delimiter), delimiter };
}

/** Processors in hundredths, as the console prints them: `0.3`, `2.0`, `0.05`. */
export function formatUnits(hundredths: number): string {
  const text = (hundredths / 100).toFixed(2);
  return text.endsWith('0') ? text.slice(0, -1) : text;
}

/** `10/14/2017 19:45:21` */
export function formatTime(seconds: number): string {
  const [date = '', time = ''] = new Date(seconds * 1000).toISOString().split('T');
  const [year, month, day] = date.split('-');
  return `${month}/${day}/${year} ${time.slice(0, 8)}`;
}
