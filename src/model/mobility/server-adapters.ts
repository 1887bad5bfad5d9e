import type { Change } from '../../state/change.ts';
import type { Migration, PlannedAdapter } from '../../state/frames/migrations.ts';
import { insertRow } from '../../state/insert.ts';
import { nextDeviceName } from '../devices/names.ts';
import { insertTarget } from '../devices/targets.ts';

/**
 * Makes the server adapters of a migration on the destination, with their target devices and ports; nobody makes them by
 * hand (seed 5, page 42).
 */
export function makeServerAdapters(
  change: Change,
  migration: Migration,
  adapters: readonly PlannedAdapter[],
): void {
  for (const planned of adapters) makeServerAdapter(change, migration, planned);
}

function makeServerAdapter(change: Change, migration: Migration, planned: PlannedAdapter): void {
  const { engine } = change;
  const { kind, vios, viosSlot, slot } = planned;
  insertRow(engine, 'virtual_adapter', {
    partition: vios,
    slot: viosSlot,
    kind,
    side: 'server',
    remote_lpar: migration.dest_id,
    remote_slot: slot,
    device: nextDeviceName(engine, vios, kind === 'fc' ? 'vfchost' : 'vhost'),
    port: planned.port ?? null,
  });
  for (const { name, disk } of planned.targets ?? []) {
    insertTarget(change, vios, {
      name: keptName(change, vios, name) ?? nextDeviceName(engine, vios, 'vtscsi'),
      slot: viosSlot,
      kind: 'disk',
      backing: disk,
    });
  }
}

// A name that a person has given is kept where it is free; vtscsiN is numbered anew (documented).
function keptName(change: Change, vios: number, name: string | null): string | undefined {
  if (name === null) return undefined;
  const taken = change.engine.get('SELECT 1 FROM target_device WHERE partition = ? AND name = ?', vios, name);
  return taken ? undefined : name;
}

/**
 * Removes what the source's VIO servers have for a partition that has left: server adapters for its number, with their
 * target devices, and their entries in the servers' profiles. Those for any partition stay (seed 5, page 46).
 */
export function removeServerAdapters(change: Change, system: number, lparId: number): void {
  const { engine } = change;
  const servers = engine.all<{ id: number }>(
    `SELECT DISTINCT partition.id FROM partition JOIN virtual_adapter ON virtual_adapter.partition = partition.id
     WHERE system = ? AND side = 'server' AND kind IN ('scsi', 'fc') AND remote_lpar = ?`,
    system,
    lparId,
  );
  for (const { id } of servers) {
    engine.run(
      "DELETE FROM virtual_adapter WHERE partition = ? AND side = 'server' AND kind IN ('scsi', 'fc') AND remote_lpar = ?",
      id,
      lparId,
    );
    forgetInProfiles(change, id, lparId);
  }
}

function forgetInProfiles(change: Change, server: number, lparId: number): void {
  const profiles = change.engine.all<{ name: string; attributes: string }>(
    'SELECT name, attributes FROM profile WHERE partition = ?',
    server,
  );
  for (const { name, attributes } of profiles) {
    const changed = { ...(JSON.parse(attributes) as Record<string, unknown>) };
    for (const list of ['virtual_scsi_adapters', 'virtual_fc_adapters']) {
      const elements = changed[list];
      // slot/server/remote-lpar-id/...
      if (Array.isArray(elements))
        changed[list] = elements.filter((each) => String(each).split('/')[2] !== String(lparId));
    }
    const text = JSON.stringify(changed);
    if (text !== attributes)
      change.engine.run(
        'UPDATE profile SET attributes = ? WHERE partition = ? AND name = ?',
        text,
        server,
        name,
      );
  }
}
