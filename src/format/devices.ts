/** Layouts of the device commands. */

/** Columns as wide as their longest entry, one blank between them, the last one as it is. */
export function fittedColumns(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row.map((cell, column) => (column < row.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell)).join(' '),
  );
}

/** With a header, an empty line follows it (`lsattr -H`, `lsdev -dev x -attr`). */
export function fittedTable(
  rows: readonly (readonly string[])[],
  header: readonly string[] | undefined,
): string {
  if (!header) return text(fittedColumns(rows));
  const [first = '', ...rest] = fittedColumns([header, ...rows]);
  return text([first, '', ...rest]);
}

const widths: Readonly<Record<string, number>> = { name: 17, status: 12 };

/** Tables of a VIO server's lsdev: name and status have fixed widths, a longer name keeps one blank. */
export function serverTable(fields: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [fields, ...rows];
  return text(
    all.map((row) =>
      row
        .map((cell, column) => {
          if (column === row.length - 1) return cell;
          const longest = Math.max(...all.map((each) => each[column]?.length ?? 0));
          return cell.padEnd(Math.max(widths[fields[column] ?? ''] ?? 0, longest + 1));
        })
        .join(''),
    ),
  );
}

/** `lsdev -slots`: two blanks between columns. */
export function slotTable(rows: readonly (readonly [string, string, string])[]): string {
  const all = [['# Slot', 'Description', 'Device(s)'] as const, ...rows];
  const width = (column: 0 | 1) => Math.max(...all.map((row) => row[column].length)) + 2;
  return text(all.map(([slot, what, devices]) => slot.padEnd(width(0)) + what.padEnd(width(1)) + devices));
}

/** Puts values into a format of names and whatever stands between them; undefined: a name is not known. */
export function fillFormat(
  format: string,
  value: (name: string) => string | undefined,
): { readonly text: string } | { readonly unknown: string } {
  let unknown: string | undefined;
  const filled = format.replace(/\w+/g, (name) => {
    const found = value(name);
    if (found === undefined) unknown ??= name;
    return found ?? '';
  });
  return unknown === undefined ? { text: filled } : { unknown };
}

export function text(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
