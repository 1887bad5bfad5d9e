/** What the operating system said of a change, as the console passes it on. */
import type { Context } from '../../../cli/context.ts';
import { dlparMessages } from '../../../messages/dlpar.ts';
import { dlparLogMessages } from '../../../messages/dlpar-log.ts';
import { type Failure, failure } from '../../../messages/failure.ts';
import { hardwareMessages as messages } from '../../../messages/hardware.ts';
import type { Carried } from '../../../model/hardware/carry.ts';
import { consoleTime } from './console-time.ts';

/** Reports errors that did not stop a change that was made (seed 4, postrelease). */
export function reportErrors(context: Context, { portion, refusals }: Carried): void {
  for (const { name, reason } of refusals)
    context.report(messages.noted, { partition: portion.partition.name, text: reason ?? name });
}

/**
 * Reports what the operating system said of a change that it did not make, or not whole.
 * @returns the end of it, which ends the command
 */
export function refusalOf(context: Context, carried: Carried, minutes: number): Failure {
  const { portion, completed, cause } = carried;
  const partition = portion.partition.name;
  if (completed === 0) {
    if (carried.failure) return carried.failure;
    if (cause === 'turn') return failure(messages.turn, { partition, minutes });
    if (cause === 'interrupted') return failure(dlparMessages.interrupted, {});
    if (cause === 'time') return failure(dlparMessages.timedOut, { partition, minutes });
  }
  const code = carried.faulty ? 255 : 1;
  const { event } = portion;
  if (event.resource === 'mem') {
    const time = consoleTime(context.lab.now());
    const amounts = { completed: completed * event.block, requested: event.megabytes, time };
    context.report(event.action === 'release' ? messages.memoryRemoval : messages.memoryAddition, amounts);
    reportLines(context, carried);
    return failure(messages.memoryEnd, { code });
  }
  if (event.resource === 'var_weight') context.report(messages.weightChange, { partition });
  else
    context.report(event.action === 'release' ? messages.processorRemoval : messages.processorAddition, {
      ...{ partition, code, requested: portion.requested },
    });
  reportLines(context, carried);
  return failure(messages.processorEnd, { code });
}

function reportLines(context: Context, { refusals, reason, failure: refused, cause }: Carried): void {
  const lines = [
    ...refusals.map((each) => each.reason ?? each.name),
    ...(reason === undefined ? [] : [reason]),
  ];
  if (cause === 'time') lines.push(dlparLogMessages.late.text);
  if (cause === 'interrupted') lines.push(dlparLogMessages.interrupted.text);
  if (lines.length === 0 && !refused) lines.push(dlparMessages.refused.text);
  for (const text of new Set(lines)) context.report(messages.detail, { text });
  if (refused) context.report(refused.catalogued, refused.values as never);
}
