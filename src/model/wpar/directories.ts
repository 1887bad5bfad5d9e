import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Engine } from '../../state/engine.ts';

/** What the conditions for a base directory are checked against. */
export interface DirectoryUser {
  readonly host: string;
  /** The WPAR that may keep its directory. */
  readonly wpar?: number;
  /** Ignore modes and content (`-F` overrides most errors). */
  readonly force: boolean;
  /** The file systems are there already (`-p`). */
  readonly preserved: boolean;
}

/** PATH_MAX of AIX. */
const longestPath = 1023;

function checkLength(path: string): void {
  if (path.length > longestPath) throw failure(messages.pathLong, { longest: longestPath });
}

/**
 * Without doubled slashes and without one at the end.
 * @throws Failure if no system has such a path
 */
export function cleanDirectory(path: string): string {
  checkLength(path);
  return path.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
}

/**
 * A base directory must be empty, of mode 755, no file system of /etc/filesystems, below a directory of mode 700
 * (mkwpar page, -d). What does not exist is made with these modes.
 * @throws Failure
 */
export function checkBaseDirectory(engine: Engine, directory: string, user: DirectoryUser): void {
  checkLength(directory);
  if (!directory.startsWith('/') || directory.split('/').some((part) => part === '..' || part === '.')) {
    throw failure(messages.directoryRelative, { directory });
  }
  const other = directoryHolder(engine, directory, user);
  if (other) throw failure(messages.directoryTaken, { directory, other });
  if (user.preserved) return;
  if (isRegistered(engine, user.host, directory) || isPreserved(engine, user.host, directory))
    throw failure(messages.directoryRegistered, { directory });
  if (user.force) return;
  checkModes(engine, directory, user.host);
}

/** @returns the WPAR whose base directory is this one, or above or below it */
export function directoryHolder(
  engine: Engine,
  directory: string,
  user: Pick<DirectoryUser, 'host' | 'wpar'>,
): string | undefined {
  const paths = [directory, ...parents(directory)];
  const exact = engine.get<{ name: string }>(
    `SELECT name FROM wpar WHERE host = ? AND directory IN (${paths.map(() => '?').join(', ')})
       AND id <> ? AND type <> 'A' LIMIT 1`,
    user.host,
    ...paths,
    user.wpar ?? 0,
  );
  if (exact) return exact.name;
  return engine.get<{ name: string }>(
    "SELECT name FROM wpar WHERE host = ? AND directory > ? AND directory < ? AND id <> ? AND type <> 'A' LIMIT 1",
    user.host,
    `${directory}/`,
    `${directory}0`, // "0" is the character after "/"
    user.wpar ?? 0,
  )?.name;
}

function checkModes(engine: Engine, directory: string, host: string): void {
  const existing = engine.get<{ mode: string; entries: number }>(
    'SELECT mode, entries FROM directory WHERE host = ? AND path = ?',
    host,
    directory,
  );
  if (existing && existing.entries > 0) throw failure(messages.directoryNotEmpty, { directory });
  if (existing && existing.mode !== '755')
    throw failure(messages.directoryMode, { directory, mode: existing.mode });
  const parent = parents(directory)[0] ?? '/';
  const mode = modeOf(engine, host, parent);
  if (mode !== undefined && mode !== '700') throw failure(messages.parentMode, { parent, mode });
}

// File systems of the global environment have the usual mode 755 unless the world says otherwise.
function modeOf(engine: Engine, host: string, path: string): string | undefined {
  const declared = engine.get<{ mode: string }>(
    'SELECT mode FROM directory WHERE host = ? AND path = ?',
    host,
    path,
  );
  if (declared) return declared.mode;
  return isRegistered(engine, host, path) ? '755' : undefined;
}

function isRegistered(engine: Engine, host: string, path: string): boolean {
  if (path === '/') return true;
  const found = engine.get('SELECT 1 FROM file_system WHERE host = ? AND mount_point = ?', host, path);
  return found !== undefined;
}

// Local file systems that `rmwpar -p` left have their stanzas in /etc/filesystems; remote ones have none.
function isPreserved(engine: Engine, host: string, directory: string): boolean {
  const left = engine.get(
    `SELECT 1 FROM preserved, json_each(specification)
     WHERE host = ? AND ? IN (base, base || json_extract(json_each.value, '$.directory'))
       AND json_extract(json_each.value, '$.size_kb') IS NOT NULL`,
    host,
    directory,
  );
  return left !== undefined;
}

/** `/a/b/c` has the parents `/a/b` and `/a`; `/` is everybody's and is left out. */
function parents(path: string): string[] {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.slice(0, -1).map((_, index) => `/${parts.slice(0, parts.length - 1 - index).join('/')}`);
}
