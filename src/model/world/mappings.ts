import type { Change } from '../../state/change.ts';
import { nextDeviceName } from '../devices/names.ts';
import { insertTarget } from '../devices/targets.ts';
import type { Standing } from './adapters.ts';
import { numbered } from './numbered.ts';
import { Impossible } from './place.ts';

/** Maps what the world says at the client: disks behind its SCSI adapters, ports behind its Fibre Channel ones. */
export function buildMappings(change: Change, client: Standing): void {
  for (const adapter of client.world.scsi) {
    for (const disk of adapter.disks) {
      const { server, slot } = serverSide(change, client, adapter.slot);
      const backing = diskCalled(change, server, numbered(disk, client.number));
      if (backing === undefined)
        throw new Impossible(
          `the VIO server of slot ${adapter.slot} has no disk called ${numbered(disk, client.number)}`,
        );
      insertTarget(change, server, {
        name: nextDeviceName(change.engine, server, 'vtscsi'),
        slot,
        kind: 'disk',
        backing,
      });
    }
  }
  for (const adapter of client.world.fc) {
    if (adapter.port === undefined) continue;
    const { server, slot } = adapter.server
      ? { server: client.id, slot: adapter.slot }
      : serverSide(change, client, adapter.slot);
    const exists = change.engine.get(
      'SELECT 1 FROM vios_port WHERE partition = ? AND name = ?',
      server,
      adapter.port,
    );
    if (!exists)
      throw new Impossible(`the VIO server of slot ${adapter.slot} has no port called ${adapter.port}`);
    change.engine.run(
      'UPDATE virtual_adapter SET port = ? WHERE partition = ? AND slot = ?',
      adapter.port,
      server,
      slot,
    );
  }
}

// By its name there, or by the LUN that it is.
function diskCalled(change: Change, server: number, name: string): string | undefined {
  return change.engine.get<{ name: string }>(
    `SELECT vios_disk.name FROM vios_disk LEFT JOIN lun ON lun.id = vios_disk.lun
     WHERE partition = ?1 AND (vios_disk.name = ?2 OR lun.name = ?2)`,
    server,
    name,
  )?.name;
}

function serverSide(change: Change, client: Standing, slot: number): { server: number; slot: number } {
  const found = change.engine.get<{ server: number; slot: number }>(
    `SELECT partner.id AS server, remote_slot AS slot FROM virtual_adapter
       JOIN partition AS partner ON partner.system = ? AND partner.lpar_id = remote_lpar
     WHERE virtual_adapter.partition = ? AND slot = ?`,
    client.system,
    client.id,
    slot,
  );
  if (!found) throw new Impossible(`the adapter in slot ${slot} has no partner`);
  return found;
}
