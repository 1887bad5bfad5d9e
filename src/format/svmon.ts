/** Layout of svmon -G (captured in programs that read it). All numbers are pages. */

export interface GlobalReport {
  readonly size: number;
  readonly inUse: number;
  readonly pinned: number;
  /** Working pages, which a program has made. */
  readonly virtual: number;
  /** 4 KB pages, and how many of them are used. */
  readonly pagingSpace: number;
  readonly pagingUsed: number;
  /** `Ded`, `Shrd`. */
  readonly mode: string;
  /** Pinned pages of programs and of the kernel's own work, and others. */
  readonly pinnedWork: number;
  readonly large: { readonly count: number; readonly megabytes: number };
}

const label = (text: string, first: number | string) => text + String(first).padStart(19 - text.length);
const cells = (values: readonly (number | string)[]) =>
  values.map((each) => String(each).padStart(12)).join('');
const line = (text: string, first: number | string, ...rest: (number | string)[]) =>
  `${label(text, first)}${cells(rest)}`;

export function globalReport(report: GlobalReport): string {
  const { size, inUse, pinned, virtual, large } = report;
  const largeFrames = large.count * large.megabytes * 256;
  const pool =
    large.count === 0
      ? []
      : [line(`L${String(large.megabytes).padStart(5)} MB`, large.count, 0, 0, large.count, 0)];
  const small = [
    inUse - largeFrames,
    report.pagingUsed,
    pinned - largeFrames,
    Math.max(0, virtual - largeFrames),
  ];
  return [
    `${line('', 'size', 'inuse', 'free', 'pin', 'virtual')}   mmode`,
    `${line('memory', size, inUse, size - inUse, pinned, virtual)}${report.mode.padStart(8)}`,
    line('pg space', report.pagingSpace, report.pagingUsed),
    '',
    line('', 'work', 'pers', 'clnt', 'other'),
    line('pin', report.pinnedWork, 0, 0, pinned - report.pinnedWork),
    line('in use', virtual, 0, inUse - virtual),
    '',
    line('PageSize', 'PoolSize', 'inuse', 'pgsp', 'pin', 'virtual'),
    line('s    4 KB', '-', ...small),
    line('m   64 KB', '-', 0, 0, 0, 0),
    ...pool,
  ]
    .map((each) => `${each}\n`)
    .join('');
}
