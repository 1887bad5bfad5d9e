/** Physical slots that come to a partition, or leave it. */
import { failure } from '../../messages/failure.ts';
import { hardwareMessages as messages } from '../../messages/hardware.ts';
import { partitionMessages } from '../../messages/partitions.ts';
import type { Change } from '../../state/change.ts';
import type { Engine } from '../../state/engine.ts';
import { partitionsOf } from '../../state/frames/partitions.ts';
import { findProfile } from '../../state/frames/profile-rows.ts';
import { ethernetsOf, sharedEthernetsOf } from '../../state/frames/servers.ts';
import { type IoSlot, ioSlotsOf } from '../../state/frames/systems.ts';
import { findHost, interfacesOf } from '../../state/hosts.ts';
import { placeOf } from '../devices/device.ts';
import { devicesOf } from '../devices/tree.ts';
import { isInUse } from '../devices/use.ts';
import { listOf } from '../frames/profile-lists.ts';
import { isActivated } from '../frames/resources.ts';
import type { Owner } from './memory.ts';
import { syncAmounts } from './sync.ts';

/** @throws Failure if the system has no such slot */
export function requireSlot(engine: Engine, { system }: Owner, drc: string): IoSlot {
  const found = ioSlotsOf(engine, system.id).find(({ drc_index }) => drc_index === drc.toUpperCase());
  if (!found) throw failure(partitionMessages.noSlot, { slot: drc });
  return found;
}

/** A slot of a partition that is off can be taken, as its own activation may find. @throws Failure */
export function checkSlotAddition(engine: Engine, { system, partition }: Owner, slot: IoSlot): void {
  if (slot.owner_id === partition.lpar_id)
    throw failure(messages.slotOwn, { slot: slot.drc_index, partition: partition.name });
  const owner = partitionsOf(engine, system.id).find(({ lpar_id }) => lpar_id === slot.owner_id);
  if (owner && isActivated(owner.state))
    throw failure(partitionMessages.slotInUse, { slot: slot.drc_index, owner: owner.name });
}

/** @throws Failure */
export function checkSlotRemoval(engine: Engine, { partition }: Owner, slot: IoSlot): void {
  if (slot.owner_id !== partition.lpar_id)
    throw failure(messages.slotForeign, { slot: slot.drc_index, partition: partition.name });
  if (partition.state !== 'Running') return;
  const profile = findProfile(engine, partition, partition.curr_profile);
  const element = listOf(profile?.attributes.io_slots).find((each) => each.startsWith(`${slot.drc_index}/`));
  if (element?.split('/')[2] === '1')
    throw failure(messages.slotRequired, {
      ...{ slot: slot.drc_index, partition: partition.name, profile: partition.curr_profile },
    });
}

/**
 * Whether the operating system would not let go of the adapter in a slot. Dependencies are not resolved for anybody (seed 4,
 * "Managing an Application's DLPAR Dependencies"): disks in use, mapped ports, shared Ethernet adapters and addresses hold it.
 */
export function isSlotBusy(engine: Engine, { partition }: Owner, slot: IoSlot): boolean {
  const host = partition.host === null ? undefined : findHost(engine, partition.host);
  if (!host) return false;
  const place = placeOf(engine, host);
  const there = devicesOf(engine, host).filter(({ physloc }) => physloc.startsWith(`${slot.drc_name}-`));
  const addresses = new Set(interfacesOf(engine, host.name).map(({ name }) => name.replace(/^en/, 'ent')));
  const backing = new Set(sharedEthernetsOf(engine, partition.id).map((sea) => sea.backing));
  const members = ethernetsOf(engine, partition.id).flatMap(({ members: some }) => some?.split(',') ?? []);
  return there.some(
    (each) =>
      addresses.has(each.name) ||
      backing.has(each.name) ||
      members.includes(each.name) ||
      isInUse(place, each),
  );
}

/** @param pool the I/O pool that the slot joins; undefined: as it is */
export function giveSlot(change: Change, owner: Owner, slot: IoSlot, pool?: number | null): void {
  moveSlot(change, owner, slot, owner.partition.id);
  if (pool !== undefined)
    change.engine.run(
      'UPDATE io_slot SET pool = ? WHERE system = ? AND drc_index = ?',
      pool,
      owner.system.id,
      slot.drc_index,
    );
  syncAmounts(change, owner.partition, 'slots');
}

export function takeSlot(change: Change, owner: Owner, slot: IoSlot): void {
  moveSlot(change, owner, slot, null);
  syncAmounts(change, owner.partition, 'slots');
}

function moveSlot(change: Change, { system }: Owner, { drc_index }: IoSlot, owner: number | null): void {
  change.engine.run(
    'UPDATE io_slot SET owner = ? WHERE system = ? AND drc_index = ?',
    owner,
    system.id,
    drc_index,
  );
}
