/** Lines of text that belong together, in pieces to be written one after the other: a long table is never one string. */
export type Pieces = Generator<string, void>;

const rowsInPiece = 400;

/**
 * The tables of lswpar: columns as wide as their longest cell or title, two blanks between them, one ruler of dashes as
 * long as the table. Rows are padded to the full width of the last column, the header is not (seed 3, listing 2: `no`
 * is followed by nine blanks, to the length of `RootVG WPAR`). Without rows there is no table.
 * @param rows gone through twice
 */
export function* formatTable(
  titles: readonly string[],
  rows: Iterable<readonly string[]>,
  options: { readonly header: boolean },
): Pieces {
  const widths = widthsOf(titles, rows);
  if (widths === undefined) return;
  if (options.header) yield `${formatRow(titles, widths).trimEnd()}\n${rulerOf(widths)}\n`;
  yield* inPieces(rows, (row) => `${formatRow(row, widths)}\n`);
}

/** Writes a row at a time, but hands over many at once. */
export function* inPieces(
  rows: Iterable<readonly string[]>,
  format: (row: readonly string[]) => string,
): Pieces {
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(format(row));
    if (lines.length < rowsInPiece) continue;
    yield lines.join('');
    lines = [];
  }
  if (lines.length > 0) yield lines.join('');
}

/** @returns undefined if there are no rows */
function widthsOf(titles: readonly string[], rows: Iterable<readonly string[]>): number[] | undefined {
  const widths = titles.map((title) => title.length);
  let empty = true;
  for (const row of rows) {
    empty = false;
    for (let column = 0; column < widths.length; column++) {
      const length = row[column]?.length ?? 0;
      if (length > (widths[column] ?? 0)) widths[column] = length;
    }
  }
  return empty ? undefined : widths;
}

function rulerOf(widths: readonly number[]): string {
  return '-'.repeat(widths.reduce((sum, width) => sum + width, 0) + 2 * (widths.length - 1));
}

function formatRow(cells: readonly string[], widths: readonly number[]): string {
  let text = '';
  for (let column = 0; column < widths.length; column++) {
    if (column > 0) text += '  ';
    text += (cells[column] ?? '').padEnd(widths[column] ?? 0);
  }
  return text;
}
