import type { Engine } from '../../state/engine.ts';
import type { Host } from '../../state/hosts.ts';

/** `AIX l488pp008 1 7 00F604884C00`: system, node, release, version, machine. */
export function unameText(engine: Engine, host: Host): string {
  const [version = '7', release = '1'] = host.release.split('.');
  // AIX makes the id of a physical volume from the number of the machine.
  const disk = engine.get<{ pvid: string }>(
    "SELECT pvid FROM disk WHERE host = ? AND pvid LIKE '00______4c%' ORDER BY name LIMIT 1",
    host.name,
  );
  const machine = disk ? `${disk.pvid.slice(0, 10).toUpperCase()}00` : '00F600004C00';
  return `AIX ${host.name} ${release} ${version} ${machine}`;
}
