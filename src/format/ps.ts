/** Layouts of ps. Full: seed 3, listing 6. Long: published listings. The others and the widths of -o: recalled. */
import type { ProcessRow } from '../model/processes/rows.ts';

/** What a layout needs to know beside the rows. */
export interface Surroundings {
  /** Lab seconds. */
  readonly now: number;
  /** What stands for a user in the place of the row. */
  user(row: ProcessRow): string;
  group(row: ProcessRow): string;
  /** The bind CPU ID that its thread is bound to; undefined: none. */
  bound(row: ProcessRow): number | undefined;
}

/** A column of a listing. */
export interface Column {
  readonly title: string;
  readonly width: number;
  /** The last column of text is not padded. */
  readonly left?: true;
  readonly value: (row: ProcessRow, around: Surroundings) => string;
  /** What stands in the line of a thread (-m), if not a dash. */
  readonly ofThread?: (row: ProcessRow, around: Surroundings) => string;
}

/** Seconds after which ps says the day in place of the time. */
const day = 86_400;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function startTime({ started }: ProcessRow, { now }: Surroundings): string {
  const date = new Date(started * 1000);
  if (now - started < day) return date.toISOString().slice(11, 19);
  return `${months[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2, '0')}`;
}

function minutes({ seconds }: ProcessRow): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** `[dd-]hh:mm:ss`. @param short leave out hours that are none */
function clock(seconds: number, short: boolean): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const days = Math.floor(whole / day);
  const hours = Math.floor((whole % day) / 3600);
  const rest = `${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`;
  if (days > 0) return `${days}-${two(hours)}:${rest}`;
  return short && hours === 0 ? rest : `${two(hours)}:${rest}`;
}

const full = ({ command, bare }: ProcessRow) => (bare ? command : `${command} `);
const program = ({ program: name }: ProcessRow) => `${name} `;

// What a program takes of the memory is not measured: figures of the size that such programs have.
function kilobytes({ program: name }: ProcessRow): number {
  return 500 + [...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 1500, 7);
}

const flags = ({ parent, leader, terminal }: ProcessRow) =>
  parent <= 1 || leader || terminal === '-' ? '240001' : '200001';

const pid: Column = { title: 'PID', width: 8, value: (row) => String(row.pid) };
const ppid: Column = { title: 'PPID', width: 8, value: (row) => String(row.parent) };
const user: Column = { title: 'UID', width: 8, value: (row, around) => around.user(row) };
const id: Column = { title: 'UID', width: 8, value: (row) => String(row.user) };
const processor: Column = { title: 'C', width: 3, value: () => '0' };
const begun: Column = { title: 'STIME', width: 8, value: startTime };
const terminal: Column = { title: 'TTY', width: 6, value: (row) => row.terminal };
const time: Column = { title: 'TIME', width: 5, value: minutes };
const command: Column = { title: 'CMD', width: 0, left: true, value: full };
const name: Column = { title: 'CMD', width: 0, left: true, value: program };
const wpar: Column = { title: 'WPAR', width: 8, value: (row) => row.wpar };

const state: Column = { title: 'S', width: 1, value: (row) => row.state };
const flag: Column = { title: 'F', width: 8, value: flags };
const priority: Column = { title: 'PRI', width: 3, value: () => '60' };
const nice: Column = { title: 'NI', width: 2, value: () => '20' };
const address: Column = { title: 'ADDR', width: 4, value: ({ order }) => (order * 97).toString(16) };
const size: Column = { title: 'SZ', width: 5, value: (row) => String(kilobytes(row)) };
const waits: Column = { title: 'WCHAN', width: 8, value: () => '' };
const share = (title: string): Column => ({ title, width: 4, value: () => '0.0' });
const stat: Column = { title: 'STAT', width: 4, left: true, value: (row) => row.state };

const longColumns = [
  flag,
  state,
  id,
  pid,
  ppid,
  processor,
  priority,
  nice,
  address,
  size,
  waits,
  terminal,
  time,
];
const fullColumns = [user, pid, ppid, processor, begun, terminal, time];

/** The columns of the flags: `-f`, `-l`, both, or none. */
export function usualColumns(options: {
  readonly full: boolean;
  readonly long: boolean;
  readonly wpar: boolean;
}): readonly Column[] {
  const first = options.wpar ? [wpar] : [];
  const last = options.full ? command : name;
  if (options.long) {
    const columns = options.full
      ? [flag, state, user, pid, ppid, processor, priority, nice, address, size, waits, begun, terminal, time]
      : longColumns;
    return [...first, ...columns, last];
  }
  return options.full ? [...first, ...fullColumns, last] : [...first, pid, terminal, time, last];
}

/** The columns of the Berkeley letters. @param numeric numbers for users @param short programs without arguments */
export function berkeleyColumns(
  style: 'l' | 'u' | '',
  { numeric, short }: { readonly numeric: boolean; readonly short: boolean },
): readonly Column[] {
  const last: Column = { title: 'COMMAND', width: 0, left: true, value: short ? program : full };
  if (style === 'l') return [...longColumns, { ...last, title: 'CMD' }];
  if (style === '') return [pid, terminal, stat, time, last];
  const owner: Column = {
    title: 'USER',
    width: 8,
    left: true,
    value: (row, around) => (numeric ? String(row.user) : around.user(row)),
  };
  return [
    owner,
    pid,
    share('%CPU'),
    share('%MEM'),
    { title: 'SZ', width: 4, value: (row) => String(kilobytes(row)) },
    { title: 'RSS', width: 4, value: (row) => String(kilobytes(row) + 20) },
    terminal,
    stat,
    begun,
    time,
    last,
  ];
}

// A process has one thread here; its number follows from that of the process, as an odd number (recalled).
const threadNumber = ({ order }: ProcessRow) => String(order * 2 + 1);
const bound = (row: ProcessRow, around: Surroundings) => String(around.bound(row) ?? '-');

const threadColumns = {
  // A process whose threads are all bound to one processor shows it, too (ps page).
  bnd: { title: 'BND', width: 3, value: bound, ofThread: bound },
  tid: { title: 'TID', width: 8, value: () => '-', ofThread: threadNumber },
  scount: { title: 'SC', width: 2, value: () => '1', ofThread: () => '1' },
  thcount: { title: 'THCNT', width: 5, value: () => '1' },
  cp: { title: 'CP', width: 3, value: () => '0', ofThread: () => '0' },
  st: { title: 'ST', width: 2, left: true, value: (row) => row.state, ofThread: () => 'S' },
  pri: { ...priority, ofThread: () => '60' },
  wchan: { title: 'WCHAN', width: 8, value: () => '*', ofThread: () => '-' },
  flag: { ...flag, ofThread: () => '400' },
  last: { title: 'COMMAND', width: 0, left: true, value: full },
} as const satisfies Record<string, Column>;

/** What the field THREAD stands for (published listings). */
export const threadListing: readonly Column[] = [
  { ...user, title: 'USER' },
  pid,
  ppid,
  threadColumns.tid,
  threadColumns.st,
  threadColumns.cp,
  threadColumns.pri,
  threadColumns.scount,
  threadColumns.wchan,
  threadColumns.flag,
  { ...terminal, title: 'TT' },
  threadColumns.bnd,
  threadColumns.last,
];

/** The fields of -o and -F that parlab has. */
export const fields: Readonly<Record<string, Column>> = {
  args: threadColumns.last,
  bnd: threadColumns.bnd,
  comm: { title: 'COMMAND', width: 0, left: true, value: ({ program: each }) => each },
  cpu: { title: 'CP', width: 3, value: () => '0' },
  etime: { title: 'ELAPSED', width: 11, value: ({ started }, { now }) => clock(now - started, true) },
  flag: { ...flag },
  group: { title: 'GROUP', width: 8, value: (row, around) => around.group(row) },
  nice,
  pcpu: { title: '%CPU', width: 5, value: () => '0.0' },
  pid,
  pmem: { title: '%MEM', width: 5, value: () => '0.0' },
  ppid,
  pri: priority,
  rgroup: { title: 'RGROUP', width: 8, value: (row, around) => around.group(row) },
  rssize: { title: 'RSS', width: 5, value: (row) => String(kilobytes(row) + 20) },
  ruser: { title: 'RUSER', width: 8, value: (row, around) => around.user(row) },
  st: { title: 'S', width: 1, value: (row) => row.state },
  scount: threadColumns.scount,
  start: { title: 'STARTED', width: 8, value: startTime },
  thcount: threadColumns.thcount,
  tid: threadColumns.tid,
  time: { title: 'TIME', width: 11, value: ({ seconds }) => clock(seconds, false) },
  tty: { title: 'TT', width: 6, value: (row) => row.terminal },
  uid: id,
  uname: { title: 'UNAME', width: 8, value: (row, around) => around.user(row) },
  user: { ...user, title: 'USER' },
  vsz: { title: 'VSZ', width: 5, value: (row) => String(kilobytes(row)) },
  wpar: { ...wpar },
};

/** Lines of a listing; without titles if all are empty. @param threads a line for the thread of each process, too (-m) */
export function psLines(
  columns: readonly Column[],
  rows: readonly ProcessRow[],
  around: Surroundings,
  threads = false,
): string {
  const last = columns.length - 1;
  const line = (texts: readonly string[]) =>
    columns
      .map((column, index) => {
        const text = texts[index] ?? '';
        if (column.left !== true) return text.padStart(column.width);
        return index === last ? text : text.padEnd(column.width);
      })
      .join(' ');
  const titled = columns.some(({ title }) => title !== '');
  const head = titled ? [line(columns.map(({ title }) => title))] : [];
  const body = rows.flatMap((row) => [
    line(columns.map(({ value }) => value(row, around))),
    ...(threads ? [line(columns.map(({ ofThread }) => ofThread?.(row, around) ?? '-'))] : []),
  ]);
  return [...head, ...body].map((each) => `${each}\n`).join('');
}
