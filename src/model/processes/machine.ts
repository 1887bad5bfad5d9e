import { createHash } from 'node:crypto';
import { machineId } from '../../format/errpt.ts';
import type { Engine } from '../../state/engine.ts';
import type { Host } from '../../state/hosts.ts';

/**
 * What `uname -m` and the error log say: by the system that the host's partition is on now; of a host outside every system
 * by its first disk, whose identifier AIX begins with it, else a number of ours.
 */
export function machineOf(engine: Engine, { name }: Pick<Host, 'name'>): string {
  const system = engine.get<{ machine: string }>(
    `SELECT type_model || '*' || serial AS machine FROM partition JOIN managed_system ON managed_system.id = system
     WHERE partition.host = ?`,
    name,
  );
  if (system) return machineId(system.machine);
  const disk = engine.get<{ pvid: string }>(
    "SELECT pvid FROM disk WHERE host = ? AND pvid LIKE '00______4c%' ORDER BY name LIMIT 1",
    name,
  );
  return disk ? `${disk.pvid.slice(0, 10).toUpperCase()}00` : `00F6${serialAlone(name).slice(-4)}4C00`;
}

/** Serial number of a machine that is in no managed system; ours. */
export function serialAlone(host: string): string {
  return `10${digest(host).slice(0, 5)}`;
}

/** Sixteen hexadecimal digits that are always the same for a text. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16).toUpperCase();
}
