/** How a logical port of an adapter that partitions share comes to a partition, or leaves it. */
import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { dlparMessages } from '../../../messages/dlpar.ts';
import { failure } from '../../../messages/failure.ts';
import { hardwareMessages } from '../../../messages/hardware.ts';
import { logicalPortMessages as messages } from '../../../messages/logical-ports.ts';
import type { RequestWishes } from '../../../model/dlpar/event.ts';
import { holdPartition } from '../../../model/dlpar/hold.ts';
import { requireSame } from '../../../model/hardware/carry.ts';
import { meetFault } from '../../../model/hardware/os-fault.ts';
import { partOf, requireChangeable } from '../../../model/hardware/part.ts';
import type { Change } from '../../../state/change.ts';
import type { Engine } from '../../../state/engine.ts';
import { consoleTime } from './console-time.ts';
import { ownerOf, requireHypervisor } from './owners.ts';
import { usualSeconds } from './usual-seconds.ts';

export interface PortPassage {
  readonly action: 'acquire' | 'release';
  /** Of which adapters, for the log. */
  readonly kind: 'HEA' | 'SR-IOV';
  /** @returns the port's number. @throws Failure if it cannot be done as things are */
  check(engine: Engine): string;
  apply(change: Change): void;
}

/**
 * A partition that is off is changed at once; one that runs is asked first.
 * @throws Failure when it is refused; nothing is changed then
 */
export async function carryPort(
  args: Arguments,
  context: Context,
  passage: PortPassage,
  wishes: RequestWishes,
): Promise<void> {
  requireHypervisor(args, context);
  const { partition } = ownerOf(args, context);
  requireChangeable(context.engine, partition);
  const port = passage.check(context.engine);
  const book = () =>
    context.lab.update((change) => {
      requireSame(change, partition);
      const now = passage.check(change.engine);
      passage.apply(change);
      const done = passage.action === 'acquire' ? 'added' : 'removed';
      change.note(context.host.name, partition.name, `${passage.kind} logical port ${now} ${done}`);
    });
  if (partOf(partition, 'dlpar_io', wishes.force) !== 'system') return book();
  const mine = await holdPartition(context, partition, passage.action, wishes, async () => {
    const reason = await meetFault(context, partition, wishes, usualSeconds);
    if (reason === undefined) return book();
    // The time that went by before the refusal is kept.
    context.lab.update(() => {});
    const head = passage.action === 'release' ? messages.removal : messages.addition;
    const time = consoleTime(context.lab.now());
    context.report(head, { port, partition: partition.name, time });
    context.report(hardwareMessages.detail, { text: reason });
    throw failure(hardwareMessages.memoryEnd, { code: 255 });
  });
  if (mine) return;
  if (context.signal.aborted) throw failure(dlparMessages.interrupted, {});
  throw failure(hardwareMessages.turn, { partition: partition.name, minutes: wishes.minutes });
}
