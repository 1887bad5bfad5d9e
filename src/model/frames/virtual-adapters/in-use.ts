import type { Engine } from '../../../state/engine.ts';
import type { VirtualAdapter } from '../../../state/frames/adapters.ts';
import type { Partition } from '../../../state/frames/partitions.ts';
import { lunsVisibleTo, sharedEthernetsOf, targetsOf } from '../../../state/frames/servers.ts';

/**
 * Whether the operating system of a partition would not let go of an adapter. A VIO server holds what it serves: target
 * devices, a mapped port, a shared Ethernet adapter. A client holds the only way to a disk, and the adapter by which it is
 * reached (ours: the first one).
 */
export function isInUse(engine: Engine, partition: Partition, adapter: VirtualAdapter): boolean {
  return partition.env === 'vioserver'
    ? servesSomebody(engine, partition, adapter)
    : isNeeded(engine, partition, adapter);
}

function servesSomebody(engine: Engine, { id }: Partition, { kind, slot, port }: VirtualAdapter): boolean {
  if (kind === 'scsi') return targetsOf(engine, id).some((target) => target.slot === slot);
  if (kind === 'fc') return port !== null;
  if (kind !== 'eth') return false;
  return sharedEthernetsOf(engine, id).some(
    (sea) => sea.control_slot === slot || sea.trunks.split(',').includes(String(slot)),
  );
}

function isNeeded(engine: Engine, partition: Partition, adapter: VirtualAdapter): boolean {
  if (adapter.kind === 'eth') {
    const first = engine.get<{ slot: number }>(
      "SELECT min(slot) AS slot FROM virtual_adapter WHERE partition = ? AND kind = 'eth'",
      partition.id,
    );
    return partition.rmc_ipaddr !== '' && first?.slot === adapter.slot;
  }
  if (adapter.kind !== 'scsi' && adapter.kind !== 'fc') return false;
  const slots = engine.all<{ id: number; slot: number }>(
    "SELECT id, slot FROM virtual_adapter WHERE partition = ? AND kind = ? AND side = 'client'",
    partition.id,
    adapter.kind,
  );
  const disks = (each: { id: number; slot: number }) =>
    adapter.kind === 'scsi' ? offered(engine, partition, each.slot) : logged(engine, each.id);
  const others = new Set(slots.filter((each) => each.slot !== adapter.slot).flatMap(disks));
  return disks(adapter).some((disk) => !others.has(disk));
}

// Two servers offer one disk if it is one LUN; whatever else they have is theirs alone. A CD is never in use.
function offered(engine: Engine, client: Partition, slot: number): string[] {
  return engine
    .all<{ disk: string }>(
      `SELECT coalesce('LUN ' || vios_disk.lun, server.id || ' ' || backing) AS disk
       FROM virtual_adapter AS own JOIN partition AS server ON server.system = ?1 AND server.lpar_id = own.remote_lpar
         JOIN virtual_adapter AS theirs ON theirs.partition = server.id AND theirs.slot = own.remote_slot
           AND theirs.kind = 'scsi' AND coalesce(theirs.remote_lpar, ?3) = ?3 AND coalesce(theirs.remote_slot, own.slot) = own.slot
         JOIN target_device ON target_device.partition = server.id AND target_device.slot = theirs.slot
         LEFT JOIN vios_disk ON vios_disk.partition = server.id AND vios_disk.name = backing
       WHERE own.partition = ?2 AND own.slot = ?4 AND target_device.kind <> 'optical'`,
      client.system,
      client.id,
      client.lpar_id,
      slot,
    )
    .map(({ disk }) => disk);
}

function logged(engine: Engine, adapter: number): string[] {
  const wwpn = engine.get<{ wwpn: string }>(
    'SELECT wwpn FROM adapter_wwpn WHERE adapter = ? AND place = 0',
    adapter,
  );
  return wwpn ? lunsVisibleTo(engine, wwpn.wwpn).map(String) : [];
}
