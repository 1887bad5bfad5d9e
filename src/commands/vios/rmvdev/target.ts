import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { failure } from '../../../messages/failure.ts';
import { viosCommandMessages as messages } from '../../../messages/vios-commands.ts';
import type { Change } from '../../../state/change.ts';
import { clientsOf, deviceNames, serverAdaptersOf } from '../../../state/frames/server-adapters.ts';
import { type TargetDevice, targetsOf } from '../../../state/frames/servers.ts';
import type { ThisServer } from '../this-server.ts';

/** Removes virtual target devices. @returns their names. @throws Failure */
export function removeTargets(args: Arguments, context: Context, server: ThisServer): string[] {
  return context.lab.update((change) => {
    const chosen = chosenTargets(args, context, server);
    for (const target of chosen) refuseMigrating(context, server, target);
    for (const { name } of chosen) {
      change.engine.run('DELETE FROM target_device WHERE partition = ? AND name = ?', server.id, name);
      change.note(context.host.name, name, 'deleted');
    }
    const volumes = args.has('rmlv') ? new Set(chosen.map(({ backing }) => backing)) : [];
    for (const volume of volumes) removeVolume(change, context.host.name, volume);
    return chosen.map(({ name }) => name);
  });
}

function chosenTargets(args: Arguments, { engine }: Context, { id }: ThisServer): TargetDevice[] {
  const device = args.value('vdev') ?? args.value('vtd') ?? '';
  const all = targetsOf(engine, id);
  const chosen = all.filter(({ name, backing }) => (args.has('vdev') ? backing : name) === device);
  if (chosen.length === 0 || device === '') {
    const there = deviceNames(engine, id).has(device);
    const other = args.has('vdev') ? messages.noBacking : messages.notTarget;
    throw failure(there ? other : messages.noDevice, { device });
  }
  if (chosen.length > 1 && !args.has('f'))
    throw failure(messages.severalTargets, { device, count: chosen.length });
  const other = args.has('rmlv') && chosen.find(({ kind }) => kind !== 'lv');
  if (other) throw failure(messages.notVolume, { device: other.name });
  return chosen;
}

// A migration removes what it has made and what it leaves behind; nobody else may meanwhile.
function refuseMigrating({ engine }: Context, server: ThisServer, target: TargetDevice): void {
  const adapter = serverAdaptersOf(engine, server.id, 'scsi').find(({ slot }) => slot === target.slot);
  if (!adapter) return;
  const client = clientsOf(engine, server, 'scsi')(adapter)?.lpar_id ?? adapter.remote_lpar;
  const migrating = engine.get(
    `SELECT 1 FROM migration WHERE (source = ?1 AND source_id = ?2) OR (dest = ?1 AND dest_id = ?2)`,
    server.system,
    client,
  );
  if (migrating) throw failure(messages.usedByMigration, { device: adapter.device });
}

function removeVolume(change: Change, host: string, name: string): void {
  const { engine } = change;
  engine.run(
    `UPDATE volume_group SET free = free + (SELECT partitions FROM logical_volume WHERE host = ?1 AND name = ?2)
     WHERE host = ?1 AND name = (SELECT volume_group FROM logical_volume WHERE host = ?1 AND name = ?2)`,
    host,
    name,
  );
  engine.run('DELETE FROM logical_volume WHERE host = ? AND name = ?', host, name);
  change.note(host, name, 'logical volume removed');
}
