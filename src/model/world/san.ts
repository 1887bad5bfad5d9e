import type { Change } from '../../state/change.ts';
import type { Engine } from '../../state/engine.ts';
import { insertRow } from '../../state/insert.ts';
import { seeded } from '../../state/random.ts';
import type { WorldSan } from '../../state/worlds/systems.ts';
import { numbered, numbers } from './numbered.ts';
import { Impossible } from './place.ts';

/** Storage ports and LUNs; who sees them comes when all ports stand ({@link buildMasks}). */
export function buildStorage(change: Change, san: WorldSan): void {
  for (const { name, ports } of san.storage) {
    for (const wwpn of ports) insertRow(change.engine, 'storage_port', { wwpn, storage: name });
  }
  let made = 0;
  for (const lun of san.luns) {
    if (!san.storage.some(({ name }) => name === lun.storage))
      throw new Impossible(`there is no storage system called ${lun.storage}`);
    for (const number of numbers(lun.count)) {
      insertRow(change.engine, 'lun', {
        name: numbered(lun.name, number),
        storage: lun.storage,
        size_mb: lun.size_mb,
        unique_id: lun.unique_id ?? uniqueId(change, made),
      });
      made++;
    }
  }
}

/** Masks a LUN to those who see it, and zones them to all ports of its storage. */
export function buildMasks(change: Change, lun: WorldSan['luns'][number]): void {
  for (const number of numbers(lun.count)) {
    const one = { name: numbered(lun.name, number), storage: lun.storage };
    for (const who of lun.visible_to) mask(change, one, numbered(who, number), true);
    for (const who of lun.unzoned) mask(change, one, numbered(who, number), false);
  }
}

function mask(
  { engine }: Change,
  lun: { readonly name: string; readonly storage: string },
  who: string,
  zoned: boolean,
): void {
  const initiators = initiatorsOf(engine, who);
  if (initiators.length === 0) throw new Impossible(`${who} has no Fibre Channel port`);
  for (const initiator of initiators) {
    engine.run('INSERT OR IGNORE INTO lun_mask SELECT id, ? FROM lun WHERE name = ?', initiator, lun.name);
    if (!zoned) continue;
    engine.run(
      'INSERT OR IGNORE INTO zone SELECT ?, wwpn FROM storage_port WHERE storage = ?',
      initiator,
      lun.storage,
    );
  }
}

function initiatorsOf(engine: Engine, who: string): string[] {
  if (/^[0-9a-f]{16}$/.test(who)) return [who];
  const [partition = '', device, place] = who.split('/');
  return engine
    .all<{ wwpn: string }>(
      `SELECT wwpn FROM vios_port JOIN partition ON partition.id = vios_port.partition
       WHERE partition.name = ?1 AND (?2 IS NULL OR vios_port.name = ?2)
       UNION ALL
       SELECT wwpn FROM adapter_wwpn JOIN virtual_adapter ON virtual_adapter.id = adapter_wwpn.adapter
         JOIN partition ON partition.id = virtual_adapter.partition
       WHERE partition.name = ?1 AND (?2 IS NULL OR CAST(slot AS TEXT) = ?2) AND (?3 IS NULL OR CAST(place AS TEXT) = ?3)`,
      partition,
      device ?? null,
      place ?? null,
    )
    .map(({ wwpn }) => wwpn);
}

// As AIX shows one of an IBM storage system: length, vendor id, serial, product (form of a captured unique_id).
function uniqueId(change: Change, index: number): string {
  const seed = Number(change.lab.meta('seed') ?? 1);
  const serial = [0, 1]
    .map((lane) =>
      seeded(seed, index, 40 + lane)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
  return `3E213600507630${serial.slice(0, 10).toUpperCase()}${String(index).padStart(8, '0')}04214503IBMfcp`;
}
