/** The table of mount: captures of AIX; a longer value pushes the rest of its row. */

export interface MountLine {
  readonly node: string;
  readonly source: string;
  readonly directory: string;
  readonly vfs: string;
  /** Lab seconds. */
  readonly time: number;
  readonly options: string;
}

const header = `  node       mounted        mounted over    vfs       date        options
-------- ---------------  ---------------  ------ ------------ ---------------
`;

export function formatMounts(rows: readonly MountLine[]): string {
  return header + rows.map((row) => `${line(row).trimEnd()}\n`).join('');
}

function line({ node, source, directory, vfs, time, options }: MountLine): string {
  const cells = [node.padEnd(8), source.padEnd(16), directory.padEnd(16), vfs.padEnd(6), date(time)];
  return [...cells, options].join(' ');
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function date(seconds: number): string {
  const when = new Date(seconds * 1000);
  const day = String(when.getUTCDate()).padStart(2, '0');
  return `${months[when.getUTCMonth()]} ${day} ${when.toISOString().slice(11, 16)}`;
}
