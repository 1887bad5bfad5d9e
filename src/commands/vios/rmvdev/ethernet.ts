import type { Context } from '../../../cli/context.ts';
import { failure } from '../../../messages/failure.ts';
import { viosCommandMessages as messages } from '../../../messages/vios-commands.ts';
import { deviceNames } from '../../../state/frames/server-adapters.ts';
import { ethernetsOf, sharedEthernetsOf } from '../../../state/frames/servers.ts';
import type { ThisServer } from '../this-server.ts';

function isThere({ engine }: Context, { id }: ThisServer, device: string): boolean {
  return deviceNames(engine, id).has(device);
}

function remove(
  context: Context,
  server: ThisServer,
  table: 'sea' | 'vios_ethernet',
  device: string,
): string[] {
  context.lab.update((change) => {
    change.engine.run(`DELETE FROM ${table} WHERE partition = ? AND name = ?`, server.id, device);
    change.engine.run(
      'DELETE FROM device_attribute WHERE host = ? AND device = ?',
      context.host.name,
      device,
    );
    change.note(context.host.name, device, 'deleted');
  });
  return [device];
}

/** Removes a shared Ethernet adapter. @throws Failure while its interface has an address */
export function removeShared(context: Context, server: ThisServer, device: string): string[] {
  return context.lab.update(() => {
    const found = sharedEthernetsOf(context.engine, server.id).find(({ name }) => name === device);
    if (!found)
      throw failure(isThere(context, server, device) ? messages.notSharedEthernet : messages.noDevice, {
        device,
      });
    if (found.address !== null) throw failure(messages.hasAddress, { device, address: found.address });
    return remove(context, server, 'sea', device);
  });
}

/** Removes a link aggregation. @throws Failure while a shared Ethernet adapter is above it */
export function removeAggregation(context: Context, server: ThisServer, device: string): string[] {
  return context.lab.update(() => {
    const { engine } = context;
    const found = ethernetsOf(engine, server.id).find(
      ({ name, kind }) => name === device && kind === 'aggregation',
    );
    if (!found)
      throw failure(isThere(context, server, device) ? messages.notAggregation : messages.noDevice, {
        device,
      });
    const user = sharedEthernetsOf(engine, server.id).find(({ backing }) => backing === device)?.name;
    if (user !== undefined) throw failure(messages.ethernetInUse, { device, user });
    return remove(context, server, 'vios_ethernet', device);
  });
}
