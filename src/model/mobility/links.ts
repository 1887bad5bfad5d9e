import type { Engine } from '../../state/engine.ts';
import { ethernetsOf, sharedEthernetsOf } from '../../state/frames/servers.ts';

/**
 * Mb/s of the link over which a VIO server moves partitions: the fastest that is up behind its shared Ethernet adapters, or
 * of all if it has none; undefined: no link is up.
 */
export function moverLink(engine: Engine, server: number): number | undefined {
  const up = ethernetsOf(engine, server).filter(({ link }) => link === 1);
  const backing = new Set(
    sharedEthernetsOf(engine, server)
      .filter(({ status }) => status === 'Available')
      .map(({ backing }) => backing),
  );
  const shared = up.filter(({ name }) => backing.has(name));
  const speeds = (shared.length > 0 ? shared : up).map(({ mbps }) => mbps);
  return speeds.length === 0 ? undefined : Math.max(...speeds);
}
