import { npivLayout } from '../../../format/vios/lsmap.ts';
import { failure } from '../../../messages/failure.ts';
import { viosCommandMessages as messages } from '../../../messages/vios-commands.ts';
import { clientNames } from '../../../model/devices/client-names.ts';
import { fcLoginsOf } from '../../../model/frames/fc-login.ts';
import { atLeast } from '../../../model/release.ts';
import { type Asked, type Listed, requested } from './listed.ts';

/** Virtual Fibre Channel. What the client is called is known while it is logged in. */
export function listNpiv(asked: Asked): Listed {
  const { args, context, server, level, place } = asked;
  // Published listings of VIOS 2.1 have -T1 behind the client's slot, later ones do not.
  const end = atLeast(level, '2.2') ? '' : '-T1';
  const mappings = fcLoginsOf(context.engine, server).map(({ adapter, port, client, ...login }) => ({
    adapter: {
      name: adapter.device,
      physloc: place(adapter.slot),
      clntid: String(client?.lpar_id ?? adapter.remote_lpar ?? 0),
      clntname: client?.name ?? '',
      clntos: client ? operatingSystem(client.os_version) : '',
    },
    offered: [
      {
        status: login.status,
        fc: port?.name ?? '',
        fcphysloc: port?.location ?? '',
        ports: String(login.ports),
        flags: login.flags,
        flagnames: login.flagNames,
        vfcclient: client ? clientNames(context.engine, client.partition, client.host).get(client.slot) : '',
        vfcclientdrc: client ? `${place(client.slot, client.lpar_id)}${end}` : '',
      },
    ],
  }));
  const wanted = args.value('cpid');
  return {
    layout: npivLayout,
    mappings: requested(asked, mappings, 'name', (device) =>
      failure(messages.notFcAdapter, { device }),
    ).filter(({ adapter }) => wanted === undefined || adapter.clntid === String(Number(wanted))),
  };
}

/** AIX, Linux, IBM i. */
function operatingSystem(version: string): string {
  return version.startsWith('IBM i') ? 'IBM i' : (version.split(/[ /]/, 1)[0] ?? '');
}
