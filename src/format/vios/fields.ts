/** Lines of values that `-fmt` asks for, and tables of fixed columns: what lists of a VIO server have in common. */

/** Values by the names of their fields; one that is missing has no line of its own. */
export type Values = Readonly<Record<string, string | undefined>>;

/** What takes the place of an empty value: a blank with `-fmt`, nothing with `-fmt2` (manual). */
export function formatDelimited(
  values: readonly (string | undefined)[],
  delimiter: string,
  empty = ' ',
): string {
  return `${values.map((value) => value || empty).join(delimiter)}\n`;
}

export interface Column {
  readonly field: string;
  readonly title: string;
  readonly width: number;
  /** Numbers are right-aligned, and so is their title. */
  readonly right?: boolean;
  /** Dashes under the title, where there is a ruler; default: as many as the column is wide. */
  readonly dashes?: number;
}

/** A row of a table: a blank between columns, nothing after the last value. */
export function formatRow(columns: readonly Column[], values: Values): string {
  return line(columns, ({ field }) => values[field] ?? '');
}

export function formatTitles(columns: readonly Column[]): string {
  return line(columns, ({ title }) => title);
}

export function formatRuler(columns: readonly Column[]): string {
  return line(columns, ({ dashes, width }) => '-'.repeat(dashes ?? width));
}

function line(columns: readonly Column[], cell: (column: Column) => string): string {
  const cells = columns.map((column) =>
    column.right ? cell(column).padStart(column.width) : cell(column).padEnd(column.width),
  );
  return `${cells.join(' ').trimEnd()}\n`;
}
