import type { Engine } from '../state/engine.ts';
import { findHost, type Host } from '../state/hosts.ts';
import { findWpar, type Wpar } from '../state/wpars.ts';

/** Where one can be: a host, or a WPAR on it. */
export interface Place {
  readonly host: Host;
  readonly wpar?: Wpar;
}

/** What people call it. */
export function placeName({ host, wpar }: Place): string {
  return wpar?.name ?? host.name;
}

/** A place as the state has it now: who holds it may have begun before somebody laid its tree. */
export function present(engine: Engine, place: Place): Place {
  const host = findHost(engine, place.host.name) ?? place.host;
  const wpar = place.wpar && (findWpar(engine, host.name, place.wpar.name) ?? place.wpar);
  return wpar ? { host, wpar } : { host };
}
