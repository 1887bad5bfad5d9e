/**
 * Values of devices' attributes. Some have a column of their own, which other commands read and write as well
 * (`vioslpm0` is the row of `mover`); the rest are rows of `device_attribute`, as are all that wait for the next start.
 */
import type { Engine } from './engine.ts';

/** Whose attribute it is. */
export interface DeviceKey {
  readonly host: string;
  /** Key of the partition that the host runs in. */
  readonly partition: number | undefined;
  readonly device: string;
}

export interface StoredAttribute {
  readonly attribute: string;
  /** In force; null: the default, or what a column has. */
  readonly value: string | null;
  /** After the next start; null: the same. */
  readonly pending: string | null;
}

export function storedAttributes(engine: Engine, host: string, device: string): StoredAttribute[] {
  return engine.all<StoredAttribute>(
    'SELECT attribute, value, pending FROM device_attribute WHERE host = ? AND device = ? ORDER BY attribute',
    host,
    device,
  );
}

/** A row that says nothing is no row. */
export function storeAttribute(engine: Engine, { host, device }: DeviceKey, row: StoredAttribute): void {
  const { attribute, value, pending } = row;
  if (value === null && pending === null) {
    const where = 'host = ? AND device = ? AND attribute = ?';
    engine.run(`DELETE FROM device_attribute WHERE ${where}`, host, device, attribute);
    return;
  }
  engine.run(
    `INSERT INTO device_attribute (host, device, attribute, value, pending) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (host, device, attribute) DO UPDATE SET value = excluded.value, pending = excluded.pending`,
    host,
    device,
    attribute,
    value,
    pending,
  );
}

interface Home {
  readonly table: 'interface' | 'mover' | 'sea' | 'vios_disk' | 'vios_ethernet';
  readonly column: string;
  readonly of?: 'slot' | 'slots';
}

const mover = (column: string): Home => ({ table: 'mover', column });
const sea = (column: string, of?: 'slot' | 'slots'): Home => ({ table: 'sea', column, ...(of && { of }) });

// By the device's name without its number, and the attribute.
const homes: Readonly<Record<string, Home>> = {
  'vioslpm.cfg_msp_lpm_ops': mover('operations'),
  'vioslpm.concurrency_lvl': mover('concurrency'),
  'vioslpm.lpm_msnap_succ': mover('mini_snap'),
  'vioslpm.max_lpm_vasi': mover('max_vasi'),
  'vioslpm.max_vasi_ops': mover('operations_per_vasi'),
  'vioslpm.tcp_port_high': mover('port_high'),
  'vioslpm.tcp_port_low': mover('port_low'),
  'vioslpm.auto_tunnel': mover('auto_tunnel'),
  'hdisk.reserve_policy': { table: 'vios_disk', column: 'reserve_policy' },
  'ent.real_adapter': sea('backing'),
  'ent.virt_adapters': sea('trunks', 'slots'),
  'ent.pvid_adapter': sea('default_slot', 'slot'),
  'ent.ctl_chan': sea('control_slot', 'slot'),
  'ent.pvid': sea('pvid'),
  'ent.ha_mode': sea('ha_mode'),
  'ent.adapter_names': { table: 'vios_ethernet', column: 'members' },
  'en.netaddr': { table: 'interface', column: 'address' },
  'en.netmask': { table: 'interface', column: 'netmask' },
  'en.netaddr6': { table: 'interface', column: 'address6' },
  'en.prefixlen': { table: 'interface', column: 'prefixlen' },
};

function homeOf(device: string, attribute: string): Home | undefined {
  const key = `${device.replace(/\d+$/, '')}.${attribute}`;
  return Object.hasOwn(homes, key) ? homes[key] : undefined;
}

/** What the column of an attribute has; undefined: it has none for this device. */
export function columnValue(engine: Engine, key: DeviceKey, attribute: string): string | undefined {
  const home = homeOf(key.device, attribute);
  if (!home) return undefined;
  const row = engine.get<{ value: number | string | null }>(
    `SELECT ${home.column} AS value FROM ${home.table} WHERE ${chosen(home)}`,
    ...chosenBy(home, key),
  );
  if (!row) return undefined;
  const value = String(row.value ?? '');
  if (!home.of || value === '') return value;
  return value
    .split(',')
    .map((slot) => deviceInSlot(engine, key.partition ?? 0, Number(slot)))
    .join(',');
}

/** Writes the column of an attribute. @returns whether it has one */
export function writeColumn(engine: Engine, key: DeviceKey, attribute: string, value: string): boolean {
  const home = homeOf(key.device, attribute);
  const { partition } = key;
  if (!home) return false;
  const slots = () => value.split(',').map((name) => slotOfDevice(engine, partition ?? 0, name));
  const stored = home.of && value !== '' ? slots().join(',') : value;
  const { changes } = engine.run(
    `UPDATE ${home.table} SET ${home.column} = ? WHERE ${chosen(home)}`,
    stored === '' ? null : stored,
    ...chosenBy(home, key),
  );
  return changes > 0;
}

/** What waited for the start of a host is in force. */
export function applyPending(engine: Engine, host: string): void {
  const partition = engine.get<{ id: number }>('SELECT id FROM partition WHERE host = ?', host)?.id;
  const rows = engine.all<StoredAttribute & { device: string }>(
    'SELECT device, attribute, value, pending FROM device_attribute WHERE host = ? AND pending IS NOT NULL',
    host,
  );
  for (const { device, attribute, pending } of rows) {
    const key = { host, partition, device };
    const written = writeColumn(engine, key, attribute, pending ?? '');
    storeAttribute(engine, key, { attribute, value: written ? null : pending, pending: null });
  }
}

function chosen({ table }: Home): string {
  if (table === 'interface') return 'host = ? AND name = ?';
  return table === 'mover' ? 'partition = ?' : 'partition = ? AND name = ?';
}

function chosenBy({ table }: Home, { host, partition, device }: DeviceKey): (number | string)[] {
  if (table === 'interface') return [host, device];
  return table === 'mover' ? [partition ?? 0] : [partition ?? 0, device];
}

function deviceInSlot(engine: Engine, partition: number, slot: number): string {
  const row = engine.get<{ device: string | null }>(
    'SELECT device FROM virtual_adapter WHERE partition = ? AND slot = ?',
    partition,
    slot,
  );
  return row?.device ?? '';
}

function slotOfDevice(engine: Engine, partition: number, device: string): number | '' {
  const row = engine.get<{ slot: number }>(
    'SELECT slot FROM virtual_adapter WHERE partition = ? AND device = ?',
    partition,
    device,
  );
  return row?.slot ?? '';
}
