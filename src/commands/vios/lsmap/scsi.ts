import { oldScsiLayout, scsiLayout } from '../../../format/vios/lsmap.ts';
import { failure } from '../../../messages/failure.ts';
import { viosCommandMessages as messages } from '../../../messages/vios-commands.ts';
import { targetAddress } from '../../../model/devices/device.ts';
import { devicesOf } from '../../../model/devices/tree.ts';
import { isActivated } from '../../../model/frames/resources.ts';
import { atLeast } from '../../../model/release.ts';
import { clientsOf, serverAdaptersOf } from '../../../state/frames/server-adapters.ts';
import { type TargetDevice, targetsOf } from '../../../state/frames/servers.ts';
import { type Asked, type Listed, requested } from './listed.ts';

/** Backing devices by the words of `-type`; the lab's servers have the first four. */
export const backingTypes = ['disk', 'lv', 'file', 'optical', 'tape', 'usb_disk', 'cl_disk'] as const;

/** Virtual SCSI. `-type` leaves out targets of other kinds, and adapters that have none of these. */
export function listScsi(asked: Asked): Listed {
  const { args, context, server, level, place } = asked;
  const { engine } = context;
  const modern = atLeast(level, '2.1');
  const clientOf = clientsOf(engine, server, 'scsi');
  const targets = new Map<number, TargetDevice[]>();
  for (const target of targetsOf(engine, server.id)) {
    targets.set(target.slot, [...(targets.get(target.slot) ?? []), target]);
  }
  const places = new Map(devicesOf(engine, context.host).map(({ name, physloc }) => [name, physloc]));
  const types = args.has('type') ? args.values('type') : undefined;
  const wanted = args.value('cpid');

  const rows = serverAdaptersOf(engine, server.id, 'scsi')
    .filter(({ side }) => side === 'server')
    .map((adapter) => {
      const client = clientOf(adapter);
      // 0: nobody is connected (capture).
      const clientId = client && isActivated(client.state) ? client.lpar_id : 0;
      const offered = (targets.get(adapter.slot) ?? []).filter(({ kind }) => types?.includes(kind) ?? true);
      const mapping = {
        adapter: {
          svsa: adapter.device,
          physloc: place(adapter.slot),
          clientid: args.has('dec') ? String(clientId) : `0x${clientId.toString(16).padStart(8, '0')}`,
        },
        offered: offered.map((target) => {
          const location = places.get(target.backing) ?? '';
          return {
            vtd: target.name,
            status: target.status,
            lun: `0x${targetAddress(target.lun_number)}`,
            backing: target.backing,
            bdphysloc: location,
            mirrored: mirroredOf(target, location, modern),
          };
        }),
      };
      return { clientId: String(clientId), mapping };
    });
  const all = requested(
    asked,
    rows.map(({ mapping }) => mapping),
    'svsa',
    (device) => failure(messages.notScsiAdapter, { device }),
  );
  return {
    layout: modern ? scsiLayout : oldScsiLayout,
    mappings: rows
      .filter(({ mapping }) => all.includes(mapping))
      .filter(({ clientId }) => wanted === undefined || clientId === String(Number(wanted)))
      .map(({ mapping }) => mapping)
      .filter(({ offered }) => types === undefined || offered.length > 0),
  };
}

// VIOS 1 says it only of disks whose place it knows (published listings); what is no disk cannot be mirrored.
function mirroredOf(target: TargetDevice, location: string, modern: boolean): string | undefined {
  const mirrored = target.mirrored === 1 ? 'true' : 'false';
  if (!modern) return target.kind === 'disk' && location !== '' ? mirrored : undefined;
  return target.kind === 'disk' ? mirrored : 'N/A';
}
