/** Attributes of virtual SCSI, Fibre Channel and serial adapters: they have a side and a partner. */
import { elementsOf, plainValue, refuseUnknown, requiredValue } from '../../../cli/hmc/input.ts';
import { dlparMessages as messages } from '../../../messages/dlpar.ts';
import { failure } from '../../../messages/failure.ts';
import { hmcMessages } from '../../../messages/hmc.ts';
import { inputMessages } from '../../../messages/input.ts';
import { badValue, wholeNumber } from '../../../model/frames/values.ts';
import { adapterIn } from '../../../state/frames/adapters.ts';
import type { Partition } from '../../../state/frames/partitions.ts';
import { capabilitiesOf } from '../../../state/frames/systems.ts';
import type { Row } from '../../../state/insert.ts';
import { partitionNamed, partitionNumbered } from '../one-partition.ts';
import { type Pairs, type Place, pairOf } from './place.ts';

export type PartneredKind = 'fc' | 'scsi' | 'serial';

const common = ['adapter_type', 'remote_lpar_id', 'remote_lpar_name', 'remote_slot_num'] as const;
const more: Readonly<Record<PartneredKind, readonly string[]>> = {
  fc: ['wwpns'],
  scsi: [],
  serial: ['supports_hmc'],
};

/** Columns of a new adapter; of a Fibre Channel client that somebody chose WWPNs for, these. */
export interface Partnered {
  readonly row: Row;
  readonly wwpns?: readonly string[];
}

/** @throws Failure */
export function newPartnered(kind: PartneredKind, pairs: Pairs, place: Place, slot: number): Partnered {
  if (kind === 'fc' && capabilitiesOf(place.system).virtual_fc_capable !== 1)
    throw failure(hmcMessages.noVirtualFc, {});
  refuseUnknown(pairs, [...common, ...more[kind]]);
  const side = requiredValue(pairs, 'adapter_type');
  if (side !== 'client' && side !== 'server') throw badValue({ name: 'adapter_type', value: side });
  checkSide(kind, side, place.partition);
  // Any client may connect to a server adapter for SCSI or serial; of Fibre Channel the partner must be named.
  const anybody = side === 'server' && kind !== 'fc';
  const partner = partnerOf(pairs, place, anybody);
  const remote_slot = remoteSlotOf(pairs, anybody);
  if (partner) checkPartner(kind, side, partner, remote_slot, place, slot);
  const wwpns = wwpnsOf(pairs, side, place);
  const row: Row = {
    side,
    remote_lpar: partner?.lpar_id ?? null,
    remote_slot,
    ...(kind === 'serial' ? { supports_hmc: supportsHmc(pairs) } : {}),
  };
  return wwpns ? { row, wwpns } : { row };
}

function checkSide(kind: PartneredKind, side: string, partition: Partition): void {
  if (kind === 'serial') return;
  const { env, name } = partition;
  // IBM i serves virtual SCSI, too.
  const serves = env === 'vioserver' || (env === 'os400' && kind === 'scsi');
  if (side === 'server' && !serves) throw failure(messages.serversOnly, { partition: name, type: kind });
  if (side === 'client' && env === 'vioserver')
    throw failure(messages.clientsOnly, { partition: name, type: kind });
}

function partnerOf(
  pairs: Pairs,
  { engine, system, partition }: Place,
  anybody: boolean,
): Partition | undefined {
  const id = plainValue(pairs, 'remote_lpar_id');
  const name = plainValue(pairs, 'remote_lpar_name');
  const nobody = (value: string | undefined) => value === undefined || value === '' || value === 'any';
  if (nobody(id) && nobody(name)) {
    if (!anybody) throw failure(inputMessages.missing, { attribute: 'remote_lpar_name' });
    return undefined;
  }
  const byName = nobody(name) ? undefined : partitionNamed(engine, system.id, name ?? '');
  const byId = nobody(id) ? undefined : partitionNumbered(engine, system.id, id ?? '');
  if (byName && byId && byName.id !== byId.id) throw failure(messages.partnersDiffer, {});
  const found = byName ?? byId;
  if (found?.id === partition.id) throw failure(messages.partnerSelf, { partition: partition.name });
  return found;
}

function remoteSlotOf(pairs: Pairs, anybody: boolean): number | null {
  const name = 'remote_slot_num';
  const value = plainValue(pairs, name);
  if (value === undefined && !anybody) throw failure(inputMessages.missing, { attribute: name });
  if (value === undefined || (value === 'any' && anybody)) return null;
  return wholeNumber({ name, value }, 0, 65_534);
}

function checkPartner(
  kind: PartneredKind,
  side: 'client' | 'server',
  partner: Partition,
  remoteSlot: number | null,
  { engine, partition }: Place,
  slot: number,
): void {
  const serves = partner.env === 'vioserver' || (partner.env === 'os400' && kind === 'scsi');
  if (side === 'client' && kind !== 'serial' && !serves)
    throw failure(messages.partnerNoServer, { partition: partner.name, type: kind });
  if (remoteSlot === null) return;
  if (remoteSlot >= partner.max_slots)
    throw failure(messages.slotOutside, {
      slot: remoteSlot,
      partition: partner.name,
      maximum: partner.max_slots,
    });
  // The partner need not exist yet; what is there must be the other side, and wait for this adapter.
  const there = adapterIn(engine, partner.id, remoteSlot);
  if (!there) return;
  const waits =
    there.kind === kind &&
    there.side !== side &&
    (there.remote_lpar ?? partition.lpar_id) === partition.lpar_id &&
    (there.remote_slot ?? slot) === slot;
  if (!waits) throw failure(messages.partnerSlot, { slot: remoteSlot, partition: partner.name });
}

function wwpnsOf(pairs: Pairs, side: string, { engine }: Place): readonly string[] | undefined {
  const pair = pairOf(pairs, 'wwpns');
  if (!pair) return undefined;
  if (side === 'server') throw failure(messages.wwpnsOfClients, {});
  plainValue(pairs, 'wwpns');
  const wwpns = elementsOf(pair).map((each) => each.toLowerCase());
  const valid =
    wwpns.length === 2 && wwpns[0] !== wwpns[1] && wwpns.every((each) => /^[\da-f]{16}$/.test(each));
  if (!valid) throw badValue(pair);
  const wwpn = wwpns.find((each) => engine.get('SELECT 1 FROM adapter_wwpn WHERE wwpn = ?', each));
  if (wwpn !== undefined) throw failure(messages.wwpnUsed, { wwpn });
  return wwpns;
}

function supportsHmc(pairs: Pairs): number {
  const name = 'supports_hmc';
  const value = plainValue(pairs, name);
  return value === undefined ? 0 : wholeNumber({ name, value }, 0, 1);
}
