import type { Engine } from '../../state/engine.ts';
import { disksOf, targetsOf } from '../../state/frames/servers.ts';

/** Disks of a VIO server that may stand behind a virtual target device, and whether one does already. */
export function mappableDisks(engine: Engine, server: number): ReadonlyMap<string, 'free' | 'used'> {
  const used = new Set(targetsOf(engine, server).map(({ backing }) => backing));
  const paging = pagingOn(engine, server);
  return new Map(
    disksOf(engine, server)
      .filter(
        ({ name, status, volume_group }) =>
          status === 'Available' && volume_group === null && !paging.has(name),
      )
      .map(({ name }) => [name, used.has(name) ? 'used' : 'free']),
  );
}

/** Devices that shared memory or suspended partitions use. */
export function pagingOn(engine: Engine, server: number): ReadonlySet<string> {
  const rows = engine.all<{ device: string }>('SELECT device FROM paging_device WHERE vios = ?', server);
  return new Set(rows.map(({ device }) => device));
}
