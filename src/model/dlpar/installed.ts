import type { Host } from '../../state/hosts.ts';
import type { Lab } from '../../state/lab.ts';
import { usualTimeout } from './environment.ts';
import type { DlparResource } from './event.ts';
import type { InstalledScript } from './script-listener.ts';

interface Row {
  readonly folder: string;
  readonly name: string;
  readonly timeout: number;
  readonly override: number;
}

/**
 * The scripts of a host that have registered for a resource, those for every host first, by their names (no order is
 * documented).
 */
export function installedScripts({ engine }: Lab, host: Host, resource: DlparResource): InstalledScript[] {
  const root =
    engine.get<{ root: string }>('SELECT root FROM script_repository WHERE host = ?', host.name)?.root ??
    '/usr/lib/dr/scripts';
  return engine
    .all<Row>(
      `SELECT folder, name, timeout, override FROM dlpar_script
       WHERE host = ? AND folder IN ('all', ?) AND EXISTS (
         SELECT 1 FROM json_each(resources) WHERE json_extract(value, '$.name') = ?)
       ORDER BY folder <> 'all', name`,
      host.name,
      host.name,
      resource,
    )
    .map(({ folder, name, timeout, override }) => ({
      path: `${root}/${folder}/${name}`,
      seconds: override > 0 ? override * 60 : (timeout ?? usualTimeout),
    }));
}
