import type { Context } from '../../../cli/context.ts';
import { slotTable } from '../../../format/devices.ts';
import { type Device, placeOf, slotOf } from '../../../model/devices/device.ts';
import { adapterRows } from '../../../model/devices/server-adapters.ts';
import { ioSlotsOf } from '../../../state/frames/systems.ts';

/** Physical slots, then virtual ones, with the adapters in them. `Unknown` (capture): nobody has configured it. */
export function printSlots(context: Context, devices: readonly Device[], only?: Device): number {
  const place = placeOf(context.engine, context.host);
  const { partition, engine } = place;
  if (!partition) return 0;
  const adapters = devices.filter((device) => device.class === 'adapter');
  const physical = ioSlotsOf(engine, partition.system)
    .filter(({ owner_id }) => owner_id === partition.lpar_id)
    .map(({ drc_name }) => ({
      slot: drc_name,
      what: 'Logical I/O Slot',
      devices: adapters.filter(({ physloc }) => physloc.startsWith(`${drc_name}-`)),
    }));
  // The second of the console's two adapters has no device.
  const filled = adapterRows(place).filter(({ kind, device }) => kind !== 'serial' || device !== null);
  const virtual = filled.map(({ slot }) => ({
    slot: slotOf(place, slot),
    what: 'Virtual I/O Slot',
    devices: adapters.filter((device) => device.slot === slot),
  }));
  const rows = [...physical, ...virtual]
    .filter(({ devices: inIt }) => !only || inIt.some(({ name }) => name === only.name))
    .map(
      ({ slot, what, devices: inIt }) =>
        [slot, what, inIt.map(({ name }) => name).join(' ') || 'Unknown'] as const,
    );
  context.stdout.write(slotTable(rows.map(([slot, what, names]) => [slot, what, names])));
  return 0;
}
