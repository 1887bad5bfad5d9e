import { treePath } from '../model/host-tree.ts';
import type { Place } from '../model/place.ts';
import { bindsOf, rootOf, type Spot } from '../model/tree/binds.ts';
import { layHost } from '../model/tree/lay.ts';
import { findHost, resolveName } from '../state/hosts.ts';
import type { Lab } from '../state/lab.ts';
import type { HeldFolder } from './enter.ts';

/** A directory at hand in the namespaces of a place. */
export interface Export extends Spot {
  /** Nobody in the place may ever write there: its root finds the way to what is at hand (`/proc/1/root`). */
  readonly readOnly: boolean;
}

/**
 * Directories of other trees that a place may see: what it mounts, and what NFS servers export to it. They are at hand in
 * its namespaces from the beginning, for nothing of the machine can be fetched later.
 */
export function exportsOf(lab: Lab, place: Place): Export[] {
  const { engine } = lab;
  const root = rootOf(engine, place);
  const mounted = bindsOf(engine, place)
    .map(({ source, readOnly }) => ({ ...source, readOnly }))
    .filter((source) => !isBelow(source, root));
  // Not what is there for its host: the files of other WPARs are among that.
  const name = place.wpar ? place.wpar.hostname : place.host.name;
  const known = new Set([name, ...resolveName(engine, name)]);
  const exported = engine
    .all<{ server: string; path: string; clients: string }>('SELECT server, path, clients FROM nfs_export')
    .filter(({ clients }) => clients === '' || clients.split(',').some((client) => known.has(client)))
    .flatMap(({ server, path }) => {
      const host = findHost(engine, server);
      return host ? [{ host, path, readOnly: false }] : [];
    });
  return distinct([...mounted, ...exported]);
}

export function isBelow(spot: Spot, root: Spot): boolean {
  if (spot.host.name !== root.host.name) return false;
  return root.path === '/' || spot.path === root.path || spot.path.startsWith(`${root.path}/`);
}

function distinct(spots: readonly Export[]): Export[] {
  const found = new Map<string, Export>();
  for (const spot of spots) {
    const name = `${spot.host.name}:${spot.path}`;
    found.set(name, { ...spot, readOnly: spot.readOnly && found.get(name)?.readOnly !== false });
  }
  return [...found.values()];
}

/** Lays the trees of the hosts that have the directories. */
export function layExports(lab: Lab, spots: readonly Export[]): HeldFolder[] {
  return spots.map(({ host, path, readOnly }) => {
    layHost(lab, findHost(lab.engine, host.name) ?? host);
    return { tree: treePath(lab, host, '/').replace(/\/$/, ''), base: path, readOnly };
  });
}
