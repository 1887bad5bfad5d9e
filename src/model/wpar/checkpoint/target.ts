import { Failure, failure } from '../../../messages/failure.ts';
import { wparMessages as messages } from '../../../messages/wpar.ts';
import type { Engine } from '../../../state/engine.ts';
import { type Host, interfacesOf, listHosts } from '../../../state/hosts.ts';
import type { Lab } from '../../../state/lab.ts';
import { findWpar, networksOf, type Wpar } from '../../../state/wpars.ts';
import { planArrival } from './arrival.ts';
import { hasMcr, requireExports, requireLevel, requireMcr, requireRemoteFiles } from './conditions.ts';

/**
 * Whether a host could take a WPAR, as far as that can be said before anything is made there.
 * @throws Failure for the first condition that does not hold
 */
export function requireTarget(lab: Lab, wpar: Wpar, origin: Host, target: Host): void {
  const { engine } = lab;
  const { name } = wpar;
  if (target.platform !== 'aix' || target.name === origin.name)
    throw failure(messages.relocationTarget, { host: target.name, name });
  requireMcr(target);
  requireLevel(target, name, origin.release);
  requireRemoteFiles(engine, wpar);
  requireExports(engine, wpar, target.name);
  if (findWpar(engine, target.name, name)) throw failure(messages.nameTaken, { name });
  for (const { address, network } of networksOf(engine, wpar.id))
    if (!isOn(engine, target, network)) throw failure(messages.otherNetwork, { host: target.name, address });
  planArrival(lab, target, wpar);
}

function isOn(engine: Engine, host: Host, network: string): boolean {
  return interfacesOf(engine, host.name).some((each) => each.network === network);
}

/** A host that could take a WPAR. */
export interface Candidate {
  readonly host: string;
  readonly level: string;
  /** Active WPARs it has. */
  readonly active: number;
}

/**
 * Hosts that could take a WPAR, the best first: those with the fewest active WPARs (seed 2: WPAR Manager suggests a best
 * system; by what it chooses is not said).
 */
export function candidatesFor(lab: Lab, wpar: Wpar, origin: Host): Candidate[] {
  const { engine } = lab;
  const able = listHosts(engine).filter((host) => {
    if (host.platform !== 'aix' || !hasMcr(host)) return false;
    try {
      requireTarget(lab, wpar, origin, host);
      return true;
    } catch (error) {
      if (error instanceof Failure) return false;
      throw error;
    }
  });
  const candidates = able.map(({ name, release }) => ({
    host: name,
    level: release,
    active: activeOn(engine, name),
  }));
  return candidates.sort((a, b) => a.active - b.active || (a.host < b.host ? -1 : 1));
}

function activeOn(engine: Engine, host: string): number {
  const row = engine.get<{ n: number }>(
    "SELECT count(*) AS n FROM wpar WHERE host = ? AND state = 'A'",
    host,
  );
  return row?.n ?? 0;
}
