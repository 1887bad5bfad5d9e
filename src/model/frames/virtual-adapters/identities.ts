/** What a new virtual adapter gets that nobody chose: its MAC address, its WWPNs, its name in a VIO server. */
import type { Change } from '../../../state/change.ts';
import type { Engine } from '../../../state/engine.ts';
import type { AdapterKind } from '../../../state/frames/adapters.ts';
import { deviceNames } from '../../../state/frames/server-adapters.ts';
import { Names } from '../../devices/names.ts';

/** The last digits are partition and slot (captured: 26E6B0002007 is partition 2, slot 7). */
export function usualMac(engine: Engine, system: number, lparId: number, slot: number): string {
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(3, '0');
  const found = engine.get<{ mac_prefix: string }>(
    'SELECT mac_prefix FROM managed_system WHERE id = ?',
    system,
  );
  return `${found?.mac_prefix ?? ''}${hex(lparId)}${hex(slot)}`;
}

/** Takes the next pair of WWPNs of a system. */
export function nextWwpns(change: Change, system: number): string[] {
  const row = change.engine.get<{ wwpn_prefix: string; first: number }>(
    'UPDATE managed_system SET next_wwpn = next_wwpn + 2 WHERE id = ? RETURNING wwpn_prefix, next_wwpn - 2 AS first',
    system,
  );
  const { wwpn_prefix = '', first = 0 } = row ?? {};
  return [first, first + 1].map((number) => `${wwpn_prefix}${number.toString(16).padStart(4, '0')}`);
}

/** What a VIO server calls its virtual adapters, before the number. */
const devicePrefixes: Readonly<Record<AdapterKind, string>> = {
  eth: 'ent',
  scsi: 'vhost',
  fc: 'vfchost',
  serial: 'vsa',
  vasi: 'vasi',
};

interface Unnamed {
  readonly id: number;
  readonly kind: AdapterKind;
}

/**
 * Names the virtual adapters of a VIO server that have no name yet, each with the lowest free number: what a dynamic
 * operation, cfgdev and a start of the server do. Of the serial ones only that in slot 0 is a device: its console.
 * @returns the new names
 */
export function nameDevices(change: Change, partition: number): string[] {
  const { engine } = change;
  const rows = engine.all<Unnamed>(
    `SELECT id, kind FROM virtual_adapter
     WHERE partition = ? AND device IS NULL AND (kind <> 'serial' OR slot = 0) ORDER BY slot`,
    partition,
  );
  const names = new Names(rows.length === 0 ? [] : deviceNames(engine, partition));
  return rows.map(({ id, kind }) => {
    const name = names.next(devicePrefixes[kind]);
    engine.run('UPDATE virtual_adapter SET device = ? WHERE id = ?', name, id);
    return name;
  });
}
