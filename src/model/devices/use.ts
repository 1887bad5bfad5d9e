import type { Device, Place } from './device.ts';
import { devicesOf } from './tree.ts';

/** Something has the device open: a target device, a volume group, paging; the disks behind an adapter. */
export function isInUse(place: Place, device: Device): boolean {
  const { engine, host, partition } = place;
  const any = (sql: string, ...values: (number | string)[]) => engine.get(sql, ...values) !== undefined;
  const { name } = device;
  if (device.class === 'disk') {
    if (partition && host.platform === 'vios') {
      const of = partition.id;
      return (
        any(
          "SELECT 1 FROM target_device WHERE partition = ? AND backing = ? AND status = 'Available'",
          of,
          name,
        ) ||
        any(
          'SELECT 1 FROM vios_disk WHERE partition = ? AND name = ? AND volume_group IS NOT NULL',
          of,
          name,
        ) ||
        any('SELECT 1 FROM paging_device WHERE vios = ? AND device = ?', of, name)
      );
    }
    return any(
      'SELECT 1 FROM disk WHERE host = ? AND name = ? AND volume_group IS NOT NULL',
      host.name,
      name,
    );
  }
  if (device.kind === 'fcs' && partition) {
    const mapped = 'SELECT 1 FROM virtual_adapter WHERE partition = ? AND port = ?';
    if (any(mapped, partition.id, name)) return true;
  }
  return devicesOf(engine, host).some(
    (child) => child.parent === name && (child.class === 'disk' || isInUse(place, child)),
  );
}
