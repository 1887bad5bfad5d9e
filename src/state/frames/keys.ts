/** Keys of HMCs: whom a console may log in to without a password, and whose keys it accepts. */
import type { Change } from '../change.ts';
import type { Engine } from '../engine.ts';

/** Whether a console may log in to another one as a user. */
export function isTrusted(engine: Engine, console: string, remote: string, user: string): boolean {
  return (
    engine.get(
      'SELECT 1 FROM trusted_console WHERE console = ? AND remote = ? AND user = ?',
      console,
      remote,
      user,
    ) !== undefined
  );
}

export function trust(change: Change, console: string, remote: string, user: string): void {
  change.engine.run(
    'INSERT OR IGNORE INTO trusted_console (console, remote, user) VALUES (?, ?, ?)',
    console,
    remote,
    user,
  );
}

/** A console with a new key is known to nobody. */
export function forgetTrust(change: Change, console: string): void {
  change.engine.run('DELETE FROM trusted_console WHERE console = ?', console);
}

export function authorize(change: Change, console: string, user: string, key: string): void {
  change.engine.run(
    'INSERT OR IGNORE INTO authorized_key (console, user, key) VALUES (?, ?, ?)',
    console,
    user,
    key,
  );
}

/**
 * Takes a key away: the whole key, or all whose comment is `text` (`root@nim1`).
 * @returns how many there were
 */
export function withdraw(change: Change, console: string, user: string, text: string): number {
  const keys = change.engine
    .all<{ key: string }>('SELECT key FROM authorized_key WHERE console = ? AND user = ?', console, user)
    .map(({ key }) => key)
    .filter((key) => key === text || key.split(' ').slice(2).join(' ') === text);
  for (const key of keys) {
    change.engine.run(
      'DELETE FROM authorized_key WHERE console = ? AND user = ? AND key = ?',
      console,
      user,
      key,
    );
  }
  return keys.length;
}
