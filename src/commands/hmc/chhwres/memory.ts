/** `chhwres -r mem`: memory of partitions, and settings of the managed system's memory. */
import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { failure } from '../../../messages/failure.ts';
import { hardwareMessages as messages } from '../../../messages/hardware.ts';
import { type Carrying, carry } from '../../../model/hardware/carry.ts';
import { checkMemory, memoryPortion, type Owner, requireBlocks } from '../../../model/hardware/memory.ts';
import { amountsOf as amountsOfPartition } from '../../../state/frames/amounts.ts';
import { carryingOf, ownerOf, requireHypervisor, targetOf, uninterrupted } from './owners.ts';
import { refusalOf, reportErrors } from './said.ts';
import { setSystemMemory } from './system-memory.ts';
import { amountOf, wishesOf } from './wishes.ts';

export async function changeMemory(operation: string, args: Arguments, context: Context): Promise<void> {
  const named = args.has('p') || args.has('-id');
  if (operation === 's' && args.has('a')) return setSystemMemory(args, context, named);
  const wishes = wishesOf(args);
  const amount = amountOf(args, 'q') ?? 0;
  requireHypervisor(args, context);
  const owner = ownerOf(args, context);
  const target = operation === 'm' ? targetOf(args, context, owner) : undefined;
  requireBlocks(owner.system, amount);
  // An amount that is to be reached: from HMC V8 on (a public test suite uses it).
  const difference =
    operation === 's'
      ? amount - amountsOfPartition(context.engine, owner.partition.id).memory.curr
      : operation === 'a'
        ? amount
        : -amount;
  const carrying = carryingOf(context, owner, 'dlpar_mem', wishes);
  checkMemory(context.engine, owner, difference, carrying.part === 'system');
  if (difference === 0) return;
  if (!target) return await change(context, owner, carrying, difference);
  const arriving = carryingOf(context, target, 'dlpar_mem', wishes);
  await move(context, { owner, carrying }, { owner: target, carrying: arriving }, amount);
}

async function change(context: Context, owner: Owner, carrying: Carrying, difference: number): Promise<void> {
  const action = difference > 0 ? 'acquire' : 'release';
  const portion = memoryPortion(context, owner, action, Math.abs(difference));
  const carried = await carry(context, portion, carrying);
  if (!carried.ok) throw refusalOf(context, carried, carrying.wishes.minutes);
  reportErrors(context, carried);
}

interface Side {
  readonly owner: Owner;
  readonly carrying: Carrying;
}

/**
 * A move is a removal and an addition (seed 4). Of a removal that ends in the middle, what has left goes to the target; what
 * the target does not take goes back.
 */
async function move(context: Context, source: Side, target: Side, amount: number): Promise<void> {
  checkArrival(context, target, source, amount);
  const { minutes } = source.carrying.wishes;
  const block = source.owner.system.lmb_mb;
  const left = await carry(context, memoryPortion(context, source.owner, 'release', amount), source.carrying);
  const moved = left.completed * block;
  if (moved === 0) throw refusalOf(context, left, minutes);
  const come = await carryOn(context, target, moved);
  const rest = moved - come.completed * block;
  const end = come.ok ? undefined : refusalOf(context, come, minutes);
  if (end) {
    context.report(end.catalogued, end.values as never);
    throw await returned(context, source, target, rest);
  }
  if (!left.ok) throw refusalOf(context, left, minutes);
  reportErrors(context, left);
  reportErrors(context, come);
}

/** An interruption does not leave memory between two partitions. */
async function carryOn(context: Context, { owner, carrying }: Side, megabytes: number) {
  const portion = memoryPortion(context, owner, 'acquire', megabytes);
  return await carry(uninterrupted(context), portion, carrying);
}

async function returned(context: Context, source: Side, target: Side, rest: number) {
  const back = await carryOn(context, { ...source, carrying: { ...source.carrying, faults: false } }, rest);
  const names = { source: source.owner.partition.name, target: target.owner.partition.name };
  if (back.ok) return failure(messages.returned, names);
  const lost = rest - back.completed * source.owner.system.lmb_mb;
  return failure(messages.stranded, { ...names, amount: `${lost} MB of memory` });
}

/** Room in the system is what the source makes; everything else is checked before anybody loses anything. */
function checkArrival(context: Context, { owner, carrying }: Side, source: Side, amount: number): void {
  const { engine } = context;
  const modes = [owner, source.owner].map(
    ({ partition }) => amountsOfPartition(engine, partition.id).memory.mode,
  );
  const room = modes[0] === modes[1];
  checkMemory(engine, owner, amount, carrying.part === 'system', room);
}
