import type { Engine } from '../../state/engine.ts';
import { interfacesOf } from '../../state/hosts.ts';
import { Names } from './names.ts';

const prefixes = { eth: 'ent', fc: 'fcs', scsi: 'vscsi', serial: 'vsa', vasi: 'vasi' } as const;

/**
 * What the operating system of a client calls its virtual adapters: the lowest free number in the order of the slots,
 * after the devices that its host declares. The terminal in slot 1 is no device.
 * @param partition key; undefined: the host is in no partition of the lab
 * @param host name; null: the partition has no host in the lab
 * @returns names by slots
 */
export function clientNames(
  engine: Engine,
  partition: number | undefined,
  host: string | null,
): ReadonlyMap<number, string> {
  const rows = engine.all<{ slot: number; kind: keyof typeof prefixes; device: string | null }>(
    "SELECT slot, kind, device FROM virtual_adapter WHERE partition = ? AND (kind <> 'serial' OR slot <> 1) ORDER BY slot",
    partition ?? 0,
  );
  const declared = engine.all<{ name: string }>(
    "SELECT name FROM disk WHERE host = ? AND kind <> 'disk'",
    host,
  );
  const ethernets = partition === undefined && host !== null ? interfacesOf(engine, host) : [];
  const names = new Names([
    ...declared.map(({ name }) => name),
    ...rows.flatMap(({ device }) => device ?? []),
    ...ethernets.map(({ name }) => name.replace(/^en/, 'ent')),
  ]);
  return new Map(rows.map(({ slot, kind, device }) => [slot, device ?? names.next(prefixes[kind])]));
}
