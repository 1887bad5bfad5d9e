import type { Engine } from '../../state/engine.ts';
import { devicesOf as devicesOfWpar } from '../../state/wpars.ts';
import type { Device } from '../devices/device.ts';
import { devicesOf } from '../devices/tree.ts';
import type { Place } from '../place.ts';

/** A device as somebody sees it, and what it is on the host. */
export interface SeenDevice {
  readonly device: Device;
  readonly onHost: Device;
}

/**
 * The devices of a place. A WPAR has those that were exported to it, under the names that it was given for them, and the
 * protocol devices of adapters; nothing of the machine around them.
 */
export function devicesSeen(engine: Engine, { host, wpar }: Place): SeenDevice[] {
  const all = devicesOf(engine, host);
  if (!wpar) return all.map((device) => ({ device, onHost: device }));
  const names = new Map(
    devicesOfWpar(engine, wpar.id).map(({ name, virtual }) => [name, virtual === '' ? name : virtual]),
  );
  for (const { name, parent, class: of } of all)
    if (of === 'driver' && names.has(parent)) names.set(name, name);
  return all.flatMap((onHost) => {
    const name = names.get(onHost.name);
    if (name === undefined) return [];
    return [{ device: { ...onHost, name, parent: names.get(onHost.parent) ?? '' }, onHost }];
  });
}
