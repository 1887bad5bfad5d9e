import type { Engine } from '../../../state/engine.ts';
import { findHost, type Host } from '../../../state/hosts.ts';

/** The HMC of an address, of a name that the name service knows, or of its own name. */
export function findConsole(engine: Engine, address: string): Host | undefined {
  const found = engine.get<{ host: string }>(
    `SELECT host FROM interface JOIN host ON host.name = interface.host WHERE platform = 'hmc' AND
       (address = ?1 OR address IN (SELECT address FROM host_name WHERE name = ?1))`,
    address,
  );
  const host = findHost(engine, found?.host ?? address);
  return host?.platform === 'hmc' ? host : undefined;
}
