/** The course of a dynamic operation: checks, the partition's own word, then the change in one short write. */

import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { dlparMessages as messages } from '../../../messages/dlpar.ts';
import { type Failure, failure } from '../../../messages/failure.ts';
import { hardwareMessages } from '../../../messages/hardware.ts';
import type { RequestWishes } from '../../../model/dlpar/event.ts';
import { holdPartition } from '../../../model/dlpar/hold.ts';
import { isGeneration } from '../../../model/frames/generations.ts';
import { slotLocation } from '../../../model/frames/locations.ts';
import { nameDevices } from '../../../model/frames/virtual-adapters/identities.ts';
import { isInUse } from '../../../model/frames/virtual-adapters/in-use.ts';
import { syncSlot } from '../../../model/frames/virtual-adapters/sync-profile.ts';
import { meetFault } from '../../../model/hardware/os-fault.ts';
import { partOf, requireChangeable } from '../../../model/hardware/part.ts';
import { requireSystem } from '../objects.ts';
import { requirePartition } from '../one-partition.ts';
import { consoleTime } from './console-time.ts';
import type { Place } from './place.ts';
import type { Prepare, Step } from './steps.ts';
import { usualSeconds } from './usual-seconds.ts';
import { wishesOf } from './wishes.ts';

export type Operation = 'add' | 'change' | 'remove' | 'switch';

/**
 * Carries out an operation on virtual adapters. A partition that is off is changed at once; one that runs is asked first.
 * @throws Failure when it is refused; nothing is changed then
 */
export async function carryOut(
  args: Arguments,
  context: Context,
  operation: Operation,
  prepare: Prepare,
): Promise<void> {
  const wishes = wishesOf(args);
  const place = placeOf(args, context);
  const step = prepare(place);
  const asked = operation !== 'switch' && partOf(place.partition, 'dlpar_io', wishes.force) === 'system';
  if (!asked) return book(args, context, operation, prepare, false);
  const action = operation === 'remove' ? 'release' : 'acquire';
  const mine = await holdPartition(context, place.partition, action, wishes, async () => {
    await askSystem(context, place, step, operation, wishes);
    book(args, context, operation, prepare, true);
  });
  if (mine) return;
  if (context.signal.aborted) throw failure(messages.interrupted, {});
  throw failure(hardwareMessages.turn, { partition: place.partition.name, minutes: wishes.minutes });
}

function book(
  args: Arguments,
  context: Context,
  operation: Operation,
  prepare: Prepare,
  asked: boolean,
): void {
  context.lab.update((change) => {
    // The world may have changed while the partition was asked.
    const here = placeOf(args, context);
    const { id, env, name, state } = here.partition;
    const now = prepare(here);
    if (
      operation === 'remove' &&
      state === 'Running' &&
      now.adapter &&
      isInUse(here.engine, here.partition, now.adapter)
    )
      throw blockOf(operation, here, now.slot, change.lab.now());
    const what = now.apply(change);
    // Without its operating system a server names the adapter when it starts.
    if (env === 'vioserver' && (asked || state === 'Not Activated')) nameDevices(change, id);
    syncSlot(change, here.partition, now.slot, isGeneration(here.system.generation, 'POWER6'));
    change.note(context.host.name, name, what);
  });
}

/** @throws Failure if there is no such partition, or nothing can be changed about it now */
function placeOf(args: Arguments, { engine, host }: Context): Place {
  const system = requireSystem(engine, host.name, args.value('m') ?? '');
  const partition = requirePartition(args, engine, system.id);
  requireChangeable(engine, partition);
  return { engine, system, partition };
}

async function askSystem(
  context: Context,
  place: Place,
  { slot, adapter }: Step,
  operation: Operation,
  wishes: RequestWishes,
): Promise<void> {
  const fault = await meetFault(context, place.partition, wishes, usualSeconds);
  const busy =
    operation === 'remove' && adapter !== undefined && isInUse(context.engine, place.partition, adapter);
  if (fault === undefined && !busy) return;
  // The time that went by before the refusal is kept.
  context.lab.update(() => {});
  throw blockOf(operation, place, slot, context.lab.now(), fault);
}

/** The console's error block about a slot; without a fault its device is busy. */
function blockOf(operation: Operation, place: Place, slot: number, now: number, fault?: string): Failure {
  const where = {
    location: slotLocation(place.system, place.partition.lpar_id, slot),
    // Virtual slots have indexes of their own kind (recalled).
    drc: (0x30000000 + slot).toString(16),
    time: consoleTime(now),
  };
  if (fault === undefined) return failure(messages.removeBusy, where);
  const values = { ...where, reason: fault, code: 255 };
  if (operation === 'add') return failure(messages.addFailed, values);
  if (operation === 'remove') return failure(messages.removeFailed, values);
  return failure(messages.changeFailed, values);
}
