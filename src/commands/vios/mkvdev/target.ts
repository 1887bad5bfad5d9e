/** `mkvdev -vdev` and `-fbo`: a virtual target device behind a server SCSI adapter. */
import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { failure } from '../../../messages/failure.ts';
import { viosCommandMessages as messages } from '../../../messages/vios-commands.ts';
import { Names } from '../../../model/devices/names.ts';
import { insertTarget } from '../../../model/devices/targets.ts';
import { devicesOf } from '../../../model/devices/tree.ts';
import { pagingOn } from '../../../model/frames/backing.ts';
import { slotLocation } from '../../../model/frames/locations.ts';
import { deviceNames, type ServerAdapter, serverAdaptersOf } from '../../../state/frames/server-adapters.ts';
import { disksOf, targetsOf } from '../../../state/frames/servers.ts';
import { systemHere, type ThisServer } from '../this-server.ts';
import { requireAdapter } from './adapters.ts';

interface Backing {
  readonly kind: 'disk' | 'lv' | 'optical';
  readonly name: string;
}

/** @returns the name of the new device. @throws Failure */
export function makeTarget(args: Arguments, context: Context, server: ThisServer): string {
  return context.lab.update((change) => {
    const { engine } = context;
    const backing: Backing = args.has('fbo')
      ? { kind: 'optical', name: '' }
      : requireBacking(context, server, namedBacking(args, context), args.has('f'));
    const adapter = namedAdapter(args, context, server);
    const taken = deviceNames(engine, server.id);
    const name = args.value('dev') ?? new Names(taken).next(backing.kind === 'optical' ? 'vtopt' : 'vtscsi');
    requireNewName(taken, name);
    insertTarget(change, server.id, { name, slot: adapter.slot, kind: backing.kind, backing: backing.name });
    change.note(context.host.name, name, `target device of ${adapter.device}`);
    return name;
  });
}

function requireNewName(taken: ReadonlySet<string>, device: string): void {
  if (!/^[A-Za-z]\w{0,14}$/.test(device)) throw failure(messages.invalidName, { device });
  if (taken.has(device)) throw failure(messages.nameTaken, { device });
}

function namedBacking(args: Arguments, { engine, host }: Context): string {
  const location = args.value('dplc');
  if (location === undefined) return args.value('vdev') ?? '';
  const disk = devicesOf(engine, host).find(({ physloc }) => physloc === location && location !== '');
  if (!disk) throw failure(messages.noDevice, { device: location });
  return disk.name;
}

function namedAdapter(args: Arguments, context: Context, server: ThisServer): ServerAdapter {
  const location = args.value('aplc');
  const { engine } = context;
  if (location === undefined) return requireAdapter(engine, server.id, 'scsi', args.value('vadapter') ?? '');
  const system = systemHere(context, server);
  const found = serverAdaptersOf(engine, server.id).find(
    ({ slot }) => slotLocation(system, server.lpar_id, slot) === location,
  );
  if (!found) throw failure(messages.noDevice, { device: location });
  return requireAdapter(engine, server.id, 'scsi', found.device);
}

/** Something that may be offered: a free disk or logical volume, with `-f` one that is in use, too. */
function requireBacking(context: Context, { id }: ThisServer, device: string, force: boolean): Backing {
  const { engine } = context;
  const disk = disksOf(engine, id).find(({ name }) => name === device);
  const volume = engine.get<{ name: string }>(
    'SELECT name FROM logical_volume WHERE host = ? AND name = ?',
    context.host.name,
    device,
  );
  if (!disk && !volume) {
    const there = deviceNames(engine, id).has(device);
    throw failure(there ? messages.notBacking : messages.noDevice, { device });
  }
  if (disk && disk.status !== 'Available') throw failure(messages.notAvailable, { device });
  if (pagingOn(engine, id).has(device)) throw failure(messages.inUseByPaging, { device });
  if (!force) {
    const group = disk?.volume_group;
    if (group) throw failure(messages.inVolumeGroup, { device, group });
    const target = targetsOf(engine, id).find(({ backing }) => backing === device);
    if (target) throw failure(messages.alreadyMapped, { device, target: target.name });
  }
  return { kind: disk ? 'disk' : 'lv', name: device };
}
