/** The paragraphs of `lswpar -L`, `-G`, `-R`, `-S`: fixed layout, measured on the capture of chef/ohai's AIX fixture. */

const width = 65;

export function formatTitle(name: string, state: string): string {
  const line = '='.repeat(width);
  return `${line}\n${name} - ${state}\n${line}\n`;
}

/** `Label:` and its value at a fixed column; nothing after the colon of an empty one. */
export function formatPairs(
  heading: string,
  pairs: readonly (readonly [string, string])[],
  column: number,
): string {
  const lines = pairs.map(([label, value]) => `${`${label}:`.padEnd(column)}${value}`.trimEnd());
  return `${heading}\n${lines.join('\n')}\n\n`;
}

/** Widths of the columns but the last; a longer cell is cut to `width - 3` and `...`. */
export interface ParagraphTable {
  readonly heading: string;
  readonly titles: readonly string[];
  readonly widths: readonly number[];
}

export function formatParagraphTable(table: ParagraphTable, rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const limit = table.widths[column];
        return limit === undefined ? cell : cut(cell, limit).padEnd(limit);
      })
      .join(' ')
      .trimEnd();
  const lines = [table.heading, row(table.titles), '-'.repeat(width), ...rows.map(row)];
  return `${lines.join('\n')}\n\n`;
}

function cut(cell: string, limit: number): string {
  return cell.length > limit ? `${cell.slice(0, limit - 3)}...` : cell;
}

const listColumn = 14;
/** The only width that reproduces all twenty lines of the captured privilege list. */
const listWidth = 73;

/** A comma list wrapped greedily; the comma stays on the line it ends. */
export function wrapList(items: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  items.forEach((item, index) => {
    const word = index < items.length - 1 ? `${item},` : item;
    if (line !== '' && listColumn + line.length + word.length > listWidth) {
      lines.push(line);
      line = '';
    }
    line += word;
  });
  lines.push(line);
  return lines.join(`\n${' '.repeat(listColumn)}`);
}
