import type { Host } from '../state/hosts.ts';
import type { Wpar } from '../state/wpars.ts';

/** Where one can be: a host, or a WPAR on it. */
export interface Place {
  readonly host: Host;
  readonly wpar?: Wpar;
}

/** What people call it. */
export function placeName({ host, wpar }: Place): string {
  return wpar?.name ?? host.name;
}
