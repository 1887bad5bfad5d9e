import type { Engine } from './engine.ts';
import { insertRow } from './insert.ts';

/** A file system of a host itself: a stanza of its /etc/filesystems. A WPAR's are its mounts. */
export interface FileSystem {
  readonly host: string;
  readonly seq: number;
  readonly mount_point: string;
  /** `/dev/hd4`, or `/proc`. */
  readonly device: string;
  readonly vfs: string;
  readonly size_kb: number | null;
  /** What is free before anybody changed a file of the host's tree. */
  readonly free_kb: number | null;
  readonly inodes_used: number | null;
  /** As df shows it with that many; null: follows from the free space. */
  readonly inodes_percent: number | null;
  /** A device, INLINE; `''`: the usual one. */
  readonly log: string;
  readonly mount_group: string;
  readonly options: string;
  /** 1: mounted when the host starts. */
  readonly auto: 0 | 1;
  readonly account: 0 | 1;
  /** JSON: what else stands in its stanza. */
  readonly attributes: string;
}

/** In the order of /etc/filesystems. */
export function fileSystemsOf(engine: Engine, host: string): FileSystem[] {
  return engine.all<FileSystem>('SELECT * FROM file_system WHERE host = ? ORDER BY seq', host);
}

/** Adds one at the end. */
export function insertFileSystem(engine: Engine, row: Omit<FileSystem, 'seq'>): void {
  const last = engine.get<{ seq: number | null }>(
    'SELECT max(seq) AS seq FROM file_system WHERE host = ?',
    row.host,
  );
  insertRow(engine, 'file_system', { ...row, seq: (last?.seq ?? -1) + 1 });
}

/** Replaces one, also under another mount point. */
export function replaceFileSystem(engine: Engine, old: FileSystem, row: FileSystem): void {
  deleteFileSystem(engine, old);
  insertRow(engine, 'file_system', { ...row });
}

export function deleteFileSystem(
  engine: Engine,
  { host, mount_point }: Pick<FileSystem, 'host' | 'mount_point'>,
): void {
  engine.run('DELETE FROM file_system WHERE host = ? AND mount_point = ?', host, mount_point);
}
