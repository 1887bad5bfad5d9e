import type { Engine } from '../../state/engine.ts';
import { findHost, type Host, interfacesOf, resolveName } from '../../state/hosts.ts';

/** The HMC that a host name or an address means. */
export function consoleAt(engine: Engine, named: string): Host | undefined {
  const own = findHost(engine, named);
  if (own?.platform === 'hmc') return own;
  for (const address of [named, ...resolveName(engine, named)]) {
    const found = engine.get<Host>(
      `SELECT host.* FROM interface JOIN host ON host.name = interface.host
       WHERE platform = 'hmc' AND (address = ?1 OR lower(address6) = lower(?1)) ORDER BY host.name LIMIT 1`,
      address,
    );
    if (found) return found;
  }
  return undefined;
}

/** The address by which partitions know a console: that of its first interface; `''` where it has none. */
export function addressOf(engine: Engine, console: string): string {
  return interfacesOf(engine, console).find(({ address }) => address !== null)?.address ?? '';
}
