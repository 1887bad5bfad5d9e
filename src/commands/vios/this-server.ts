/** What every command of a VIO server begins with. */

import type { Context } from '../../cli/context.ts';
import type { Message, Values } from '../../messages/define.ts';
import { deviceMessages } from '../../messages/devices.ts';
import { type Failure, failure } from '../../messages/failure.ts';
import { viosMessages } from '../../messages/vios.ts';
import { viosCommandMessages as messages } from '../../messages/vios-commands.ts';
import { statedLevel } from '../../model/frames/server-level.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { partitionOfHost } from '../../state/frames/servers.ts';
import { type ManagedSystem, systemByKey } from '../../state/frames/systems.ts';

export interface ThisServer extends Partition {
  readonly license_accepted: 0 | 1;
}

/** The partition of the host. @throws Failure if it is in none, or its licence waits to be accepted */
export function requireServer(context: Context): ThisServer {
  const server = serverHere(context);
  if (server.license_accepted === 0) throw failure(messages.licenseFirst, {});
  return server;
}

/** The same for `license`, which is there to accept it. @throws Failure */
export function serverHere({ engine, host }: Context): ThisServer {
  const found = partitionOfHost(engine, host.name) as ThisServer | undefined;
  if (!found) throw failure(viosMessages.noPartition, { host: host.name });
  return found;
}

export function systemHere({ engine }: Context, server: Partition): ManagedSystem {
  const found = systemByKey(engine, server.system);
  if (!found) throw new Error(`no system of partition ${server.id}`);
  return found;
}

/** `2.2.3.3`: what the partition runs, else what the host says. */
export function levelHere({ host }: Context, server: Partition): string {
  return statedLevel(server.os_version) ?? host.release;
}

/** A message of an AIX command below: the preamble goes before it. */
export function failureOfAix<Text extends string>(
  context: Context,
  message: Message<Text>,
  values: Values<Text>,
): Failure {
  context.report(deviceMessages.preamble, {});
  return failure(message, values);
}
