import { networkLayout } from '../../../format/vios/lsmap.ts';
import { failure } from '../../../messages/failure.ts';
import { viosCommandMessages as messages } from '../../../messages/vios-commands.ts';
import { atLeast } from '../../../model/release.ts';
import { serverAdaptersOf } from '../../../state/frames/server-adapters.ts';
import { ethernetsOf, sharedEthernetsOf } from '../../../state/frames/servers.ts';
import { type Asked, type Listed, requested } from './listed.ts';

/** Virtual Ethernet adapters with the shared Ethernet adapters that bridge them. */
export function listNetwork(asked: Asked): Listed {
  const { context, server, level, place } = asked;
  const { engine } = context;
  const seas = sharedEthernetsOf(engine, server.id);
  const places = new Map(ethernetsOf(engine, server.id).map(({ name, location }) => [name, location]));
  // A listing of VIOS 1 has no Status.
  const status = (value: string) => (atLeast(level, '2.1') ? value : undefined);
  const mappings = serverAdaptersOf(engine, server.id, 'eth').map(({ device, slot }) => {
    const sea = seas.find(({ trunks }) => trunks.split(',').includes(String(slot)));
    return {
      adapter: { svea: device, physloc: `${place(slot)}-T1` },
      offered: sea
        ? [
            {
              sea: sea.name,
              backing: sea.backing,
              status: status(sea.status),
              bdphysloc: places.get(sea.backing) ?? '',
            },
          ]
        : [],
    };
  });
  return {
    layout: networkLayout,
    mappings: requested(asked, mappings, 'svea', (device) =>
      failure(messages.notEthernetAdapter, { device }),
    ),
  };
}
