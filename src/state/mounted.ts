import type { Engine } from './engine.ts';
import { insertRow } from './insert.ts';

/** A mount that somebody made by hand. */
export interface HandMount {
  readonly host: string;
  /** Id of the WPAR in which it was made; null: the host itself. */
  readonly wpar: number | null;
  /** As seen where it was made. */
  readonly directory: string;
  /** NFS server. */
  readonly node: string;
  /** A device, or a directory, local or remote. */
  readonly device: string;
  readonly vfs: string;
  readonly options: string;
  /** Lab seconds. */
  readonly time: number;
}

/** In the order in which they were made. */
export function handMounts(engine: Engine, host: string, wpar: number | null): HandMount[] {
  return engine.all<HandMount>(
    'SELECT * FROM mounted WHERE host = ? AND wpar IS ? ORDER BY rowid',
    host,
    wpar,
  );
}

export function insertHandMount(engine: Engine, mount: HandMount): void {
  insertRow(engine, 'mounted', { ...mount });
}

export function deleteHandMount(
  engine: Engine,
  { host, wpar, directory }: Pick<HandMount, 'directory' | 'host' | 'wpar'>,
): void {
  engine.run('DELETE FROM mounted WHERE host = ? AND wpar IS ? AND directory = ?', host, wpar, directory);
}

/** Directories of a host, as it sees them, whose file systems are not mounted although they would be. */
export function unmountedOf(engine: Engine, host: string): ReadonlySet<string> {
  const rows = engine.all<{ directory: string }>('SELECT directory FROM unmounted WHERE host = ?', host);
  return new Set(rows.map(({ directory }) => directory));
}

export function setUnmounted(engine: Engine, host: string, directory: string, unmounted: boolean): void {
  if (unmounted) engine.run('INSERT OR IGNORE INTO unmounted VALUES (?, ?)', host, directory);
  else engine.run('DELETE FROM unmounted WHERE host = ? AND directory = ?', host, directory);
}

/** All below a directory is mounted again when it comes back: what a start mounts. */
export function forgetUnmounted(engine: Engine, host: string, base: string): void {
  const below = [...unmountedOf(engine, host)].filter((each) => each === base || each.startsWith(`${base}/`));
  for (const directory of below) setUnmounted(engine, host, directory, false);
}
