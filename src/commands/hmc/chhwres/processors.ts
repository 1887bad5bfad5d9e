/** `chhwres -r proc`: processors and processing units of partitions, and how they share them. */
import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { formatUnits } from '../../../format/hmc-csv.ts';
import { Failure, failure } from '../../../messages/failure.ts';
import { hardwareMessages as messages } from '../../../messages/hardware.ts';
import { type Carried, type Carrying, carry } from '../../../model/hardware/carry.ts';
import type { Owner } from '../../../model/hardware/memory.ts';
import {
  type Capacity,
  capacityPortion,
  checkCapacity,
  stagesOf,
} from '../../../model/hardware/processors.ts';
import type { Work } from '../../../model/work.ts';
import { amountsOf } from '../../../state/frames/amounts.ts';
import { carryingOf, ownerOf, requireHypervisor, targetOf, uninterrupted } from './owners.ts';
import { refusalOf, reportErrors } from './said.ts';
import { setSharing } from './sharing.ts';
import { amountOf, unitsOf, wishesOf } from './wishes.ts';

export async function changeProcessors(operation: string, args: Arguments, context: Context): Promise<void> {
  const wishes = wishesOf(args);
  const [procs, units] = [amountOf(args, '-procs'), unitsOf(args, '-procunits')];
  requireHypervisor(args, context);
  const owner = ownerOf(args, context);
  if (operation === 's' && args.has('a')) return await setSharing(args, context, owner, wishes);
  const target = operation === 'm' ? targetOf(args, context, owner) : undefined;
  const { processor } = amountsOf(context.engine, owner.partition.id);
  const amount = { procs: procs ?? 0, units: units ?? 0 };
  const sign = operation === 'a' ? 1 : -1;
  const more =
    operation === 's'
      ? {
          procs: procs === undefined ? 0 : procs - processor.curr_procs,
          units: units === undefined ? 0 : units - processor.curr_units,
        }
      : { procs: sign * amount.procs, units: sign * amount.units };
  if (units !== undefined && processor.curr_mode === 'ded')
    throw failure(messages.dedicated, { partition: owner.partition.name });
  const carrying = carryingOf(context, owner, 'dlpar_proc', wishes);
  checkCapacity(context.engine, owner, more, carrying.part === 'system');
  const changes: Side[] = [{ owner, carrying, more }];
  if (target)
    changes.push(arrival(context, owner, target, amount, carryingOf(context, target, 'dlpar_proc', wishes)));
  await carryAll(context, changes);
}

/** What one partition is to have more, or less. */
interface Side {
  readonly owner: Owner;
  readonly carrying: Carrying;
  readonly more: Capacity;
}

function arrival(
  { engine }: Context,
  source: Owner,
  target: Owner,
  more: Capacity,
  carrying: Carrying,
): Side {
  const [from, to] = [source, target].map(
    ({ partition }) => amountsOf(engine, partition.id).processor.curr_mode,
  );
  if (from !== to)
    throw failure(messages.modesDiffer, { source: source.partition.name, target: target.partition.name });
  checkCapacity(
    engine,
    target,
    more,
    carrying.part === 'system',
    from === 'ded' ? more.procs * 100 : more.units,
  );
  return { owner: target, carrying, more };
}

/** A change that was made, and how it is taken back. */
interface Done {
  readonly side: Side;
  readonly stage: Capacity;
  readonly carried: Carried;
}

/** All of it takes effect or nothing: when one change fails, those before it are taken back, the last one first. */
async function carryAll(context: Context, sides: readonly Side[]): Promise<void> {
  const done: Done[] = [];
  for (const side of sides) {
    for (const stage of stages(context, side)) {
      const work = done.length === 0 ? context : uninterrupted(context);
      const carried = await attempt(work, side, stage);
      if (carried instanceof Failure) throw await takenBack(context, done, carried);
      if (!carried.ok) {
        const end = refusalOf(context, carried, side.carrying.wishes.minutes);
        throw await takenBack(context, done, end);
      }
      done.push({ side, stage, carried });
    }
  }
  for (const { carried } of done) reportErrors(context, carried);
}

/** @returns the failure of a partition that cannot even be asked */
async function attempt(work: Work, { owner, carrying }: Side, stage: Capacity): Promise<Carried | Failure> {
  try {
    return await carry(work, capacityPortion(work, owner, stage), carrying);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

function stages({ engine }: Context, { owner, more }: Side): Capacity[] {
  const { processor } = amountsOf(engine, owner.partition.id);
  if (processor.curr_mode === 'ded') return more.procs === 0 ? [] : [more];
  const from = { procs: processor.curr_procs, units: processor.curr_units };
  const to = { procs: from.procs + more.procs, units: from.units + more.units };
  return stagesOf(from, to, owner.system.min_units_per_vp);
}

/** @returns what ends the command: the reason, or that something stayed changed */
async function takenBack(context: Context, done: readonly Done[], reason: Failure): Promise<Failure> {
  const work = uninterrupted(context);
  for (const { side, stage } of done.toReversed()) {
    const back = { procs: 0 - stage.procs, units: 0 - stage.units };
    const carried = await attempt(work, { ...side, carrying: { ...side.carrying, faults: false } }, back);
    if (!(carried instanceof Failure) && carried.ok) continue;
    context.report(reason.catalogued, reason.values as never);
    return stayed(context, side.owner);
  }
  return reason;
}

function stayed({ engine }: Context, { partition }: Owner): Failure {
  const { processor } = amountsOf(engine, partition.id);
  return failure(messages.stayed, {
    ...{ partition: partition.name, procs: processor.curr_procs },
    units: formatUnits(processor.curr_units),
  });
}
