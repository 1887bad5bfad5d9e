/** `chhwres -r io`: physical slots of partitions. */
import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { parseRecord, plainValue, refuseUnknown } from '../../../cli/hmc/input.ts';
import { dlparMessages } from '../../../messages/dlpar.ts';
import { Failure, failure } from '../../../messages/failure.ts';
import { hardwareMessages as messages } from '../../../messages/hardware.ts';
import type { RequestWishes } from '../../../model/dlpar/event.ts';
import { holdPartition } from '../../../model/dlpar/hold.ts';
import { noneOrNumber } from '../../../model/frames/values.ts';
import { requireSame } from '../../../model/hardware/carry.ts';
import type { Owner } from '../../../model/hardware/memory.ts';
import { meetFault } from '../../../model/hardware/os-fault.ts';
import { partOf, requireChangeable } from '../../../model/hardware/part.ts';
import {
  checkSlotAddition,
  checkSlotRemoval,
  giveSlot,
  isSlotBusy,
  requireSlot,
  takeSlot,
} from '../../../model/hardware/slots.ts';
import type { Work } from '../../../model/work.ts';
import type { IoSlot } from '../../../state/frames/systems.ts';
import { consoleTime } from './console-time.ts';
import { ownerOf, requireHypervisor, targetOf, uninterrupted } from './owners.ts';
import { usualSeconds } from './usual-seconds.ts';
import { wishesOf } from './wishes.ts';

/** A slot that comes to a partition, or leaves it. */
interface Passage {
  readonly owner: Owner;
  readonly slot: IoSlot;
  readonly action: 'acquire' | 'release';
  readonly wishes: RequestWishes;
  /** The I/O pool that it joins; undefined: as it is. */
  readonly pool?: number | null;
  readonly faults?: false;
}

export async function changeSlots(operation: string, args: Arguments, context: Context): Promise<void> {
  const wishes = wishesOf(args);
  const pool = poolOf(args);
  requireHypervisor(args, context);
  const owner = ownerOf(args, context);
  const target = operation === 'm' ? targetOf(args, context, owner) : undefined;
  const slot = requireSlot(context.engine, owner, args.value('l') ?? '');
  const joining = pool === undefined ? {} : { pool };
  if (operation === 'a')
    return await pass(context, context, { owner, slot, action: 'acquire', wishes, ...joining });
  if (target) {
    requireChangeable(context.engine, target.partition);
    partOf(target.partition, 'dlpar_io', wishes.force);
  }
  await pass(context, context, { owner, slot, action: 'release', wishes });
  if (!target) return;
  // A move is a removal and an addition (seed 4): an interruption does not leave the slot between two partitions.
  const work = uninterrupted(context);
  try {
    await pass(context, work, { owner: target, slot, action: 'acquire', wishes, ...joining });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    context.report(error.catalogued, error.values as never);
    throw await returned(context, work, { owner, slot, action: 'acquire', wishes, faults: false }, target);
  }
}

async function returned(context: Context, work: Work, back: Passage, target: Owner): Promise<Failure> {
  const names = { source: back.owner.partition.name, target: target.partition.name };
  try {
    await pass(context, work, back);
    return failure(messages.returned, names);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return failure(messages.stranded, { ...names, amount: `slot ${back.slot.drc_index}` });
  }
}

function poolOf(args: Arguments): number | null | undefined {
  const pairs = args.has('a') ? parseRecord(args.value('a') ?? '') : [];
  refuseUnknown(pairs, ['slot_io_pool_id']);
  const value = plainValue(pairs, 'slot_io_pool_id');
  return value === undefined ? undefined : noneOrNumber({ name: 'slot_io_pool_id', value }, 0, 65_535);
}

/** Checks it as things are now. @returns the slot. @throws Failure */
function check(work: Work, { owner, slot: before, action }: Passage): IoSlot {
  const { engine } = work.lab;
  requireChangeable(engine, owner.partition);
  const slot = requireSlot(engine, owner, before.drc_index);
  if (action === 'acquire') checkSlotAddition(engine, owner, slot);
  else checkSlotRemoval(engine, owner, slot);
  return slot;
}

/** @throws Failure; nothing is changed then */
async function pass(context: Context, work: Work, passage: Passage): Promise<void> {
  const { owner, action, wishes } = passage;
  check(work, passage);
  if (partOf(owner.partition, 'dlpar_io', wishes.force) !== 'system') return book(work, passage);
  const mine = await holdPartition(work, owner.partition, action, wishes, async () => {
    const fault =
      passage.faults === false ? undefined : await meetFault(work, owner.partition, wishes, usualSeconds);
    const busy = action === 'release' && isSlotBusy(work.lab.engine, owner, passage.slot);
    if (fault !== undefined || busy) throw refusal(context, passage, fault);
    book(work, passage);
  });
  if (mine) return;
  if (work.signal.aborted) throw failure(dlparMessages.interrupted, {});
  throw failure(messages.turn, { partition: owner.partition.name, minutes: wishes.minutes });
}

function book(work: Work, passage: Passage): void {
  work.lab.update((change) => {
    const { owner, action, pool } = passage;
    requireSame(change, owner.partition);
    const slot = check(work, passage);
    if (action === 'acquire') giveSlot(change, owner, slot, pool);
    else takeSlot(change, owner, slot);
    const done = action === 'acquire' ? 'added' : 'removed';
    change.note(work.host.name, owner.partition.name, `physical slot ${slot.drc_index} ${done}`);
  });
}

/** Prints what the operating system said. @returns the end of it */
function refusal(context: Context, { slot, action }: Passage, fault: string | undefined): Failure {
  const { lab } = context;
  // The time that went by before the refusal is kept.
  lab.update(() => {});
  const head = action === 'release' ? messages.slotRemoval : messages.slotAddition;
  context.report(head, { time: consoleTime(lab.now()) });
  if (fault === undefined) context.report(messages.slotBusy, {});
  else context.report(messages.detail, { text: fault });
  const { drc_name: location, drc_index: drc } = slot;
  return failure(messages.slotEnd, { code: fault === undefined ? 1 : 255, location, drc });
}
