import { machineId } from '../../format/errpt.ts';
import type { Engine } from '../../state/engine.ts';
import type { Host } from '../../state/hosts.ts';

/** What `uname -m` says: by the system of the host's partition, else by its first disk, whose identifier begins with it. */
export function machineOf(engine: Engine, { name }: Pick<Host, 'name'>): string {
  const system = engine.get<{ machine: string }>(
    `SELECT type_model || '*' || serial AS machine FROM partition JOIN managed_system ON managed_system.id = system
     WHERE partition.host = ?`,
    name,
  );
  if (system) return machineId(system.machine);
  const disk = engine.get<{ pvid: string }>(
    'SELECT pvid FROM disk WHERE host = ? AND pvid IS NOT NULL ORDER BY name LIMIT 1',
    name,
  );
  const [prefix] = /^[0-9a-f]{10}/i.exec(disk?.pvid ?? '') ?? ['00f6048800'];
  return `${prefix.toUpperCase()}00`;
}
