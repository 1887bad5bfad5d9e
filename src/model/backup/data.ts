import { readStanzas } from '../../format/image-data.ts';
import type { Engine } from '../../state/engine.ts';
import { type Host, hostDetails } from '../../state/hosts.ts';
import { mountsOf, type Wpar } from '../../state/wpars.ts';
import { formatStanzas, type Stanzas } from './image-data.ts';
import type { SavedMounts } from './mounts.ts';

/** What backup.data says: how the backup was made. */
export interface BackupData {
  readonly wpar: string;
  readonly host: string;
  readonly uname: string;
  readonly oslevel: string;
  /** Lab seconds. */
  readonly time: number;
  /** 512-byte blocks of a write. */
  readonly blocks: number;
  readonly fileSystems: readonly SavedFileSystem[];
  readonly filesets: readonly { readonly name: string; readonly level: string }[];
}

/** A file system whose files are in a backup. */
export interface SavedFileSystem {
  readonly directory: string;
  readonly vfs: string;
  readonly device: string;
  readonly node: string;
  /** 512-byte blocks; 0 where nobody knows. */
  readonly size: number;
  readonly used: number;
}

/** What a WPAR's backup is to say. */
export function backupData(
  engine: Engine,
  host: Host,
  wpar: Wpar,
  saved: SavedMounts,
  facts: Pick<BackupData, 'blocks' | 'oslevel' | 'time' | 'uname'> & {
    readonly used: Readonly<Record<string, number>>;
  },
): BackupData {
  const known = new Map(mountsOf(engine, wpar.id).map((mount) => [mount.directory, mount]));
  const { software, rootParts } = hostDetails(host);
  const parts = new Map(rootParts.map(({ name, level }) => [name, level]));
  for (const name of software) parts.set(name, parts.get(name) || host.release);
  return {
    wpar: wpar.name,
    host: host.name,
    ...facts,
    fileSystems: saved.mounts.map(({ directory }) => {
      const mount = known.get(directory);
      return {
        directory,
        vfs: mount?.vfs ?? 'nfs',
        device: mount?.device ?? '',
        node: mount?.node ?? '',
        size: (mount?.size_kb ?? 0) * 2,
        used: Math.ceil((facts.used[directory] ?? 0) / 512),
      };
    }),
    filesets: [...parts].map(([name, level]) => ({ name, level: level || host.release })),
  };
}

export function formatBackupData(data: BackupData): string {
  const stanzas: Stanzas = [
    [
      'backup_data',
      [
        ['WPAR_NAME', data.wpar],
        ['HOST', data.host],
        ['UNAME_INFO', data.uname],
        ['OSLEVEL', data.oslevel],
        ['TIME', data.time],
        ['BLOCKS', data.blocks],
      ],
    ],
    ...data.fileSystems.map(({ directory, vfs, device, node, size, used }): Stanzas[number] => [
      'fs_saved',
      [
        ['FS_NAME', directory],
        ['FS_VFS', vfs],
        ['FS_LV', device],
        ['FS_NODE', node],
        ['FS_SIZE', size],
        ['FS_USED', used],
      ],
    ]),
    ...data.filesets.map(({ name, level }): Stanzas[number] => [
      'lpp_data',
      [
        ['LPP_NAME', name],
        ['LEVEL', level],
      ],
    ]),
  ];
  return formatStanzas(stanzas);
}

/** @throws Error for what is no stanza file */
export function parseBackupData(text: string): BackupData {
  const stanzas = readStanzas(text, (line, why) => new Error(`line ${line}: ${why}`));
  const values = stanzas.find(({ name }) => name === 'backup_data')?.values ?? new Map<string, string>();
  const number = (map: ReadonlyMap<string, string>, key: string) => {
    const value = map.get(key) ?? '';
    return /^\d{1,15}$/.test(value) ? Number(value) : 0;
  };
  return {
    wpar: values.get('WPAR_NAME') ?? '',
    host: values.get('HOST') ?? '',
    uname: values.get('UNAME_INFO') ?? '',
    oslevel: values.get('OSLEVEL') ?? '',
    time: Math.min(number(values, 'TIME'), 1e11),
    blocks: number(values, 'BLOCKS'),
    fileSystems: stanzas
      .filter(({ name }) => name === 'fs_saved')
      .map(({ values: each }) => ({
        directory: each.get('FS_NAME') ?? '',
        vfs: each.get('FS_VFS') ?? '',
        device: each.get('FS_LV') ?? '',
        node: each.get('FS_NODE') ?? '',
        size: number(each, 'FS_SIZE'),
        used: number(each, 'FS_USED'),
      })),
    filesets: stanzas
      .filter(({ name }) => name === 'lpp_data')
      .map(({ values: each }) => ({ name: each.get('LPP_NAME') ?? '', level: each.get('LEVEL') ?? '' })),
  };
}
