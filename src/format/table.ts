/**
 * The tables of lswpar: columns as wide as their longest cell or title, two blanks between them, one ruler of dashes as
 * long as the table. Rows are padded to the full width of the last column, the header is not (seed 3, listing 2: `no`
 * is followed by nine blanks, to the length of `RootVG WPAR`).
 */
export function formatTable(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  options: { readonly header: boolean },
): string {
  const widths = widthsOf(titles, rows);
  const header = options.header ? `${formatRow(titles, widths).trimEnd()}\n${rulerOf(widths)}\n` : '';
  let body = '';
  for (const row of rows) body += `${formatRow(row, widths)}\n`;
  return header + body;
}

function widthsOf(titles: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const widths = titles.map((title) => title.length);
  for (const row of rows) {
    for (let column = 0; column < widths.length; column++) {
      const length = row[column]?.length ?? 0;
      if (length > (widths[column] ?? 0)) widths[column] = length;
    }
  }
  return widths;
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
