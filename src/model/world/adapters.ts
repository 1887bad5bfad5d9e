import type { Change } from '../../state/change.ts';
import { insertRow, type Row } from '../../state/insert.ts';
import type { WorldPartition } from '../../state/worlds/partitions.ts';
import { usualMac } from '../frames/virtual-adapters/identities.ts';
import { Impossible } from './place.ts';

/** A partition that stands already in the lab, while its adapters are made. */
export interface Standing {
  readonly id: number;
  readonly lparId: number;
  readonly name: string;
  readonly system: number;
  readonly world: WorldPartition;
  /** Which of those that its entry in the world stands for, from 1 on. */
  readonly number: number;
}

/** Adapters that are there whoever the partner is: Ethernet, serial, VASI, and those of servers that the world names. */
export function buildOwnAdapters(change: Change, partition: Standing): void {
  const { world } = partition;
  for (const slot of [0, 1]) insertAdapter(change, partition, slot, 'serial', terminal);
  if (world.msp) insertAdapter(change, partition, vasiSlot, 'vasi', {});
  for (const each of world.eth) {
    insertAdapter(change, partition, each.slot, 'eth', {
      required: each.required ? 1 : 0,
      switch: switchNumber(change, partition, each.switch),
      vlan: each.vlan,
      vlans: each.vlans.join(','),
      device: each.device ?? null,
      ieee: (each.ieee ?? each.vlans.length > 0) ? 1 : 0,
      trunk_priority: each.trunk ?? null,
      mac: each.mac ?? usualMac(change.engine, partition.system, partition.lparId, each.slot),
      allowed_macs: each.allowed_macs,
      qos: each.qos,
    });
  }
  for (const each of world.serial) {
    insertAdapter(change, partition, each.slot, 'serial', {
      ...sided(change, partition, each),
      supports_hmc: 0,
    });
  }
  for (const kind of ['scsi', 'fc'] as const) {
    for (const each of world[kind]) {
      if (each.server) insertAdapter(change, partition, each.slot, kind, sided(change, partition, each));
    }
  }
}

const terminal = { required: 1, side: 'server', supports_hmc: 1 } as const;

// Above what people number: HMCs put the VASI of a mover into high slots (recalled).
const vasiSlot = 32_769;

export function insertAdapter(
  change: Change,
  partition: Standing,
  slot: number,
  kind: string,
  columns: Row,
): number {
  return insertRow(change.engine, 'virtual_adapter', { partition: partition.id, slot, kind, ...columns });
}

interface Partnered {
  readonly server: boolean;
  readonly required: boolean;
  readonly partner?: string | undefined;
  readonly partner_slot?: number | undefined;
  readonly device?: string | undefined;
}

export function sided(change: Change, partition: Standing, each: Partnered): Row {
  return {
    required: each.required ? 1 : 0,
    side: each.server ? 'server' : 'client',
    remote_lpar: partnerOf(change, partition, each.partner)?.lpar_id ?? null,
    remote_slot: each.partner_slot ?? null,
    device: each.device ?? null,
  };
}

export function partnerOf(change: Change, partition: Standing, name: string | undefined) {
  if (name === undefined) return undefined;
  const found = change.engine.get<{ id: number; lpar_id: number }>(
    'SELECT id, lpar_id FROM partition WHERE system = ? AND name = ?',
    partition.system,
    name,
  );
  if (!found) throw new Impossible(`the system has no partition called ${name}`);
  return found;
}

function switchNumber(change: Change, partition: Standing, name: string): number {
  const found = change.engine.get<{ number: number }>(
    'SELECT number FROM virtual_switch WHERE system = ? AND name = ?',
    partition.system,
    name,
  );
  if (!found) throw new Impossible(`the system has no virtual switch called ${name}`);
  return found.number;
}
