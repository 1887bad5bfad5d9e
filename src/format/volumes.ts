/** Layouts of lsvg, lslv, lspv and lsps (recalled). */

/** A label with its value, and perhaps a second one beside it. */
export type Pair = readonly [label: string, value: string, label2?: string, value2?: string];

/** Two columns of facts. @param widths of the first label, its value, and the second label */
export function formatFacts(pairs: readonly Pair[], widths: readonly [number, number, number]): string {
  const [first, value, second] = widths;
  return lines(
    pairs.map(([label, text, label2, text2 = '']) => {
      const left = label.padEnd(first) + text.padEnd(value);
      if (label2 === undefined) return left;
      // A value that is too long keeps one blank.
      return `${left.endsWith(' ') ? left : `${left} `}${label2.padEnd(second)}${text2}`;
    }),
  );
}

/** Left columns of fixed widths with a blank between them, the last as it is. */
export function formatColumns(rows: readonly (readonly string[])[], widths: readonly number[]): string {
  return lines(rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' ')));
}

/** `109..22..74`: two digits at least. */
export function formatDistribution(counts: readonly number[]): string {
  return counts.map((count) => String(count).padStart(2, '0')).join('..');
}

/** `002:000:000`. */
export function formatCopies(counts: readonly number[]): string {
  return counts.map((count) => String(count).padStart(3, '0')).join(':');
}

/** `128 megabyte(s)`. */
export function megabytes(size: number): string {
  return `${size} megabyte(s)`;
}

/** `20 (2560 megabytes)`. */
export function partitions(count: number, partitionMb: number): string {
  return `${count} (${count * partitionMb} megabytes)`;
}

export interface PagingSpace {
  readonly name: string;
  readonly disk: string;
  readonly group: string;
  readonly megabytes: number;
  readonly usedPercent: number;
}

/** `lsps -a`. */
export function formatPagingSpaces(rows: readonly PagingSpace[]): string {
  const header = 'Page Space      Physical Volume   Volume Group    Size %Used Active  Auto  Type Chksum';
  return lines([
    header,
    ...rows.map(({ name, disk, group, megabytes: size, usedPercent }) => {
      const left = `${name.padEnd(15)} ${disk.padEnd(17)} ${group.padEnd(11)}`;
      return `${left}${`${size}MB`.padStart(9)}${String(usedPercent).padStart(6)}   yes   yes    lv     0`;
    }),
  ]);
}

/** `lsps -c`. */
export function formatPagingFields(rows: readonly PagingSpace[]): string {
  return lines([
    '#Psname:Pvname:Vgname:Size:Used:Active:Auto:Type:Chksum',
    ...rows.map(({ name, disk, group, megabytes: size, usedPercent }) =>
      [name, disk, group, `${size}MB`, usedPercent, 'y', 'y', 'lv', 0].join(':'),
    ),
  ]);
}

/** `lsps -s`. */
export function formatPagingSummary(total: number, usedPercent: number): string {
  return lines([
    'Total Paging Space   Percent Used',
    `${`${total}MB`.padStart(11)}${`${usedPercent}%`.padStart(17)}`,
  ]);
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}
