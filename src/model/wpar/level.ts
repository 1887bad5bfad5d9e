import type { Host } from '../../state/hosts.ts';
import type { Wpar, WparDetails } from '../../state/wpars.ts';

/** Level of a native WPAR that was made on an older host and not migrated since; undefined: its host's. */
export function ownLevel(wpar: Wpar): string | undefined {
  return wpar.ostype === 0 ? (JSON.parse(wpar.details) as WparDetails).level : undefined;
}

/** Whether a WPAR is of an older version than its host: then it cannot run there before it is migrated. */
export function isOlder(host: Host, wpar: Wpar): boolean {
  const own = ownLevel(wpar);
  return own !== undefined && Number(own.split('.')[0]) < Number(host.release.split('.')[0]);
}
