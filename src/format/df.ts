/** Layouts of df: seed 3, listings 7 to 9, and captures of `df -Pk`; the other forms are recalled. */

/** A line of df; sizes in KB. */
export interface Filling {
  readonly name: string;
  readonly directory: string;
  /** undefined: nothing to measure. */
  readonly usage:
    | {
        readonly size: number;
        readonly used: number;
        readonly free: number;
        readonly inodes: number;
        readonly freeInodes: number;
        readonly inodesPercent: number;
      }
    | undefined;
}

/** `''`: the usual columns. */
export type DfForm = '' | 'I' | 'M' | 'P' | 'v';

export type DfUnit = '512' | 'g' | 'k' | 'm';

interface Unit {
  readonly title: string;
  readonly text: (kb: number) => string;
}

const units: Readonly<Record<DfUnit, Unit>> = {
  '512': { title: '512-blocks', text: (kb) => String(kb * 2) },
  k: { title: '1024-blocks', text: String },
  m: { title: 'MB blocks', text: (kb) => (kb / 1024).toFixed(2) },
  g: { title: 'GB blocks', text: (kb) => (kb / 1024 / 1024).toFixed(2) },
};

interface Column {
  readonly title: string;
  readonly width: number;
  /** It stands left in its column. */
  readonly left?: boolean;
  readonly cell: (row: Filling) => string;
}

type Usage = NonNullable<Filling['usage']>;

// A dash stands where the last digit would be: one place before the percent sign.
function number(title: string, width: number, cell: (usage: Usage) => string): Column {
  return { title, width, cell: ({ usage }) => (usage ? cell(usage) : '-') };
}

function percent(title: string, width: number, cell: (usage: Usage) => number): Column {
  return { title, width, cell: ({ usage }) => (usage ? `${cell(usage)}%` : '- ') };
}

function usedPercent({ used, size }: Usage): number {
  return size === 0 ? 0 : Math.ceil((100 * used) / size);
}

function columnsOf(form: DfForm, unit: Unit): Column[] {
  const name: Column = { title: 'Filesystem', width: 13, left: true, cell: (row) => row.name };
  const where: Column = { title: 'Mounted on', width: 0, left: true, cell: (row) => row.directory };
  const size = number(unit.title, unit.title.length, (usage) => unit.text(usage.size));
  const used = number('Used', 9, (usage) => unit.text(usage.used));
  const free = number('Free', 9, (usage) => unit.text(usage.free));
  const share = percent('%Used', 5, usedPercent);
  const inodes = number('Iused', 8, (usage) => String(usage.inodes));
  const inodeShare = percent('%Iused', 6, (usage) => usage.inodesPercent);
  switch (form) {
    case 'P': {
      const available = { ...free, title: 'Available' };
      return [name, size, used, available, { ...share, title: 'Capacity', width: 8 }, where];
    }
    case 'I':
      return [name, size, used, free, share, where];
    case 'M':
      return [name, { ...where, width: 16 }, size, free, share, inodes, inodeShare];
    case 'v': {
      const freeInodes = number('Ifree', 8, (usage) => String(usage.freeInodes));
      return [name, size, used, free, share, inodes, freeInodes, inodeShare, where];
    }
    default:
      return [name, size, free, share, inodes, inodeShare, where];
  }
}

/** A long name pushes the rest of its row. */
export function formatDf(rows: readonly Filling[], form: DfForm, unit: DfUnit): string {
  const columns = columnsOf(form, units[unit]);
  const line = (cell: (column: Column) => string) =>
    columns
      .map((column) =>
        column.left ? cell(column).padEnd(column.width) : cell(column).padStart(column.width),
      )
      .join(' ')
      .trimEnd();
  return [line(({ title }) => title), ...rows.map((row) => line(({ cell }) => cell(row)))]
    .map((each) => `${each}\n`)
    .join('');
}
