import type { Host } from '../../state/hosts.ts';
import type { Wpar, WparDetails } from '../../state/wpars.ts';

/** Level of a native WPAR where it is not its host's: made on an older one, or restored from a backup of another version. */
export function ownLevel(wpar: Wpar): string | undefined {
  return wpar.ostype === 0 ? (JSON.parse(wpar.details) as WparDetails).level : undefined;
}

/** Whether a WPAR is of an older version than its host: then it cannot run there before it is migrated. */
export function isOlder(host: Host, wpar: Wpar): boolean {
  const own = ownLevel(wpar);
  return own !== undefined && Number(own.split('.')[0]) < Number(host.release.split('.')[0]);
}

/** Whether a WPAR is of another version or release than its host: it cannot start there. */
export function isOtherVersion(host: Host, wpar: Wpar): boolean {
  const own = ownLevel(wpar);
  const release = (level: string) => level.split('.').slice(0, 2).join('.');
  return own !== undefined && release(own) !== release(host.release);
}
