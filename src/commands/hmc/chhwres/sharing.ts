/** `chhwres -r proc -o s -a`: sharing mode, weight and shared processor pool of a partition. */
import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { parseRecord, plainValue, refuseUnknown } from '../../../cli/hmc/input.ts';
import type { RequestWishes } from '../../../model/dlpar/event.ts';
import { type Carrying, carry } from '../../../model/hardware/carry.ts';
import type { Owner } from '../../../model/hardware/memory.ts';
import { requireChangeable } from '../../../model/hardware/part.ts';
import { changesWeight, sharingAttributes, sharingPortion } from '../../../model/hardware/sharing.ts';
import { carryingOf } from './owners.ts';
import { refusalOf, reportErrors } from './said.ts';

export async function setSharing(
  args: Arguments,
  context: Context,
  owner: Owner,
  wishes: RequestWishes,
): Promise<void> {
  const pairs = parseRecord(args.value('a') ?? '');
  refuseUnknown(pairs, sharingAttributes);
  const wanted = Object.fromEntries(
    sharingAttributes.flatMap((name) => {
      const value = plainValue(pairs, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  requireChangeable(context.engine, owner.partition);
  // Mode and pool are the hypervisor's: the operating system has a say about the weight alone.
  const weighs = changesWeight(context.engine, owner, wanted);
  const carrying: Carrying = weighs
    ? carryingOf(context, owner, 'dlpar_proc', wishes)
    : { part: 'records', wishes, faults: false, tell: () => {} };
  const carried = await carry(context, sharingPortion(context, owner, wanted), carrying);
  if (!carried.ok) throw refusalOf(context, carried, wishes.minutes);
  reportErrors(context, carried);
}
