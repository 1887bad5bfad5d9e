/** Layouts of lssavewpar, copied from its sibling lsmksysb (recalled). */

/** What `-l` tells of a backup. */
export interface BackupInformation {
  readonly volumeGroup: string;
  readonly date: string;
  readonly uname: string;
  readonly oslevel: string;
  readonly maintenance: string;
  readonly backupMb: number;
  readonly shrinkMb: number;
  readonly volumes: readonly VolumeRow[];
}

export interface VolumeRow {
  readonly group: string;
  readonly name: string;
  readonly type: string;
  readonly partitions: number;
  readonly state: string;
  readonly mountPoint: string;
}

export function formatInformation(about: BackupInformation, colons: boolean): string {
  const facts: [string, string][] = [
    ['VOLUME GROUP', about.volumeGroup],
    ['BACKUP DATE/TIME', about.date],
    ['UNAME INFO', about.uname],
    ['BACKUP OSLEVEL', about.oslevel],
    ['MAINTENANCE LEVEL', about.maintenance],
    ['BACKUP SIZE (MB)', String(about.backupMb)],
    ['SHRINK SIZE (MB)', String(about.shrinkMb)],
    ['VG DATA ONLY', 'no'],
  ];
  const head = facts.map(([label, value]) =>
    colons ? `${label}:${value}\n` : `${`${label}:`.padEnd(24)}${value}\n`,
  );
  const groups = [...new Set(about.volumes.map(({ group }) => group))];
  const lists = groups.map((group) => volumeList(group, about.volumes, colons));
  return [...head, ...lists].join('');
}

const volumeColumns = ['LV NAME', 'TYPE', 'LPs', 'PPs', 'PVs', 'LV STATE', 'MOUNT POINT'];
const volumeWidths = [20, 11, 6, 6, 5, 14, 0];

function volumeList(group: string, volumes: readonly VolumeRow[], colons: boolean): string {
  const rows = volumes
    .filter((each) => each.group === group)
    .map(({ name, type, partitions, state, mountPoint }) => [
      name,
      type,
      String(partitions),
      String(partitions),
      '1',
      state,
      mountPoint,
    ]);
  if (colons) return rows.map((row) => `${[group, ...row].join(':')}\n`).join('');
  return `\n${group}:\n${table([volumeColumns, ...rows], volumeWidths)}`;
}

function table(rows: readonly (readonly string[])[], widths: readonly number[]): string {
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, index) => cell.padEnd(widths[index] ?? 0))
          .join('')
          .trimEnd()}\n`,
    )
    .join('');
}

/** `-L`: filesets as lslpp -L shows them. */
export function formatFilesets(
  filesets: readonly { readonly name: string; readonly level: string }[],
  colons: boolean,
): string {
  if (colons) return filesets.map(({ name, level }) => `${name}:${level}:C:F\n`).join('');
  const rows = filesets.map(({ name, level }) => `  ${name.padEnd(26)} ${level.padStart(8)}    C     F\n`);
  return `  Fileset                      Level  State  Type  Description (Uninstaller)\n  ${'-'.repeat(76)}\n${rows.join('')}`;
}

/** `-M` and `-N`: sizes in 512-byte blocks. */
export function formatFileSystems(
  rows: readonly {
    readonly directory: string;
    readonly device: string;
    readonly blocks: number;
    readonly free: number;
  }[],
  colons: boolean,
): string {
  const cells = rows.map(({ directory, device, blocks, free }) => [
    directory,
    device,
    String(blocks),
    String(free),
  ]);
  if (colons) return cells.map((row) => `${row.join(':')}\n`).join('');
  return table([['FS Name', 'Device', 'Blocks', 'Blocks_Free'], ...cells], [24, 36, 12, 0]);
}
