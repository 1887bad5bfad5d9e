/** Layouts of lsfs (recalled). */

export interface FileSystemLine {
  readonly device: string;
  readonly node: string;
  readonly mountPoint: string;
  readonly vfs: string;
  /** 512-byte blocks; undefined: not known. */
  readonly size: number | undefined;
  readonly options: string;
  readonly group: string;
  readonly auto: boolean;
  readonly account: boolean;
  /** Only with -q, and of jfs2: blocks of the volume and of the file system. */
  readonly queried?: { readonly volume: number; readonly log: boolean } | undefined;
}

const yesNo = (given: boolean) => (given ? 'yes' : 'no');
const orDashes = (text: string) => (text === '' ? '--' : text);
const widths = [15, 10, 22, 5, 7, 10, 4];

function row(cells: readonly string[]): string {
  return cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' ');
}

const titles = ['Name', 'Nodename', 'Mount Pt', 'VFS', 'Size', 'Options', 'Auto', 'Accounting'];

/** `-l`, and without any flag. */
export function formatFileSystems(rows: readonly FileSystemLine[]): string {
  const lines = rows.flatMap((each) => {
    const { device, node, mountPoint, vfs, size, options, auto, account, queried } = each;
    const cells = [
      ...[device, orDashes(node), mountPoint, vfs, size === undefined ? '--' : String(size)],
      ...[orDashes(options), yesNo(auto), `${yesNo(account)} `],
    ];
    return queried ? [row(cells), details(each, queried)] : [row(cells)];
  });
  return [row(titles), ...lines].map((line) => `${line}\n`).join('');
}

function details({ size = 0 }: FileSystemLine, queried: { volume: number; log: boolean }): string {
  const facts = [
    `lv size: ${queried.volume}`,
    `fs size: ${size}`,
    'block size: 4096',
    'sparse files: yes',
    `inline log: ${yesNo(queried.log)}`,
    `inline log size: ${queried.log ? Math.max(1, Math.round(size / 2 / 1024 / 256)) : 0}`,
    'EAformat: v1',
    'Quota: no',
    'DMAPI: no',
    'VIX: yes',
    'EFS: no',
    'ISNAPSHOT: no',
    'MAXEXT: 0',
    'MountGuard: no',
  ];
  return `  (${facts.join(', ')})`;
}

/** `-c`. */
export function formatFileSystemFields(rows: readonly FileSystemLine[]): string {
  const lines = rows.map(({ mountPoint, device, vfs, node, group, size, options, auto, account }) =>
    [mountPoint, device, vfs, node, group, size ?? '', options, yesNo(auto), yesNo(account)].join(':'),
  );
  return ['#MountPoint:Device:Vfs:Nodename:Type:Size:Options:AutoMount:Acct', ...lines]
    .map((line) => `${line}\n`)
    .join('');
}
