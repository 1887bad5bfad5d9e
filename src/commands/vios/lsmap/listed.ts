/** What the kinds of mappings share: which adapters are asked for, and the places of slots. */
import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import type { Layout, Mapping } from '../../../format/vios/lsmap.ts';
import { type Failure, failure } from '../../../messages/failure.ts';
import { viosCommandMessages as messages } from '../../../messages/vios-commands.ts';
import { slotLocation } from '../../../model/frames/locations.ts';
import { deviceNames } from '../../../state/frames/server-adapters.ts';
import { levelHere, requireServer, systemHere, type ThisServer } from '../this-server.ts';

/** What a kind of mapping needs to be listed. */
export interface Asked {
  readonly args: Arguments;
  readonly context: Context;
  readonly server: ThisServer;
  /** `2.2.3.3` */
  readonly level: string;
  /** Place of a slot of this server. */
  place(slot: number, lparId?: number): string;
}

export interface Listed {
  readonly layout: Layout;
  readonly mappings: readonly Mapping[];
}

/** @throws Failure */
export function asked(args: Arguments, context: Context): Asked {
  const server = requireServer(context);
  const system = systemHere(context, server);
  return {
    args,
    context,
    server,
    level: levelHere(context, server),
    place: (slot, lparId = server.lpar_id) => slotLocation(system, lparId, slot),
  };
}

/**
 * All mappings, or the one of the adapter that `-vadapter` or `-plc` names.
 * @param wrong what to say of a device of another kind
 * @throws Failure
 */
export function requested(
  { args, context, server }: Asked,
  mappings: readonly Mapping[],
  name: string,
  wrong: (device: string) => Failure,
): readonly Mapping[] {
  const device = args.value('vadapter') ?? args.value('vtd');
  const location = args.value('plc');
  if (device === undefined && location === undefined) return mappings;
  const found = mappings.find(({ adapter }) =>
    device === undefined ? adapter.physloc === location : adapter[name] === device,
  );
  if (found) return [found];
  const there = device !== undefined && deviceNames(context.engine, server.id).has(device);
  if (there) throw wrong(device);
  throw failure(messages.noDevice, { device: device ?? location ?? '' });
}
