/** `chhwres -r virtualio`: virtual adapters of partitions. */
import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { parseRecord } from '../../../cli/hmc/input.ts';
import { failure } from '../../../messages/failure.ts';
import { hmcMessages as messages } from '../../../messages/hmc.ts';
import { carryOut } from './dynamic.ts';
import { adding, removing, setting, switching } from './steps.ts';

export async function changeAdapters(operation: string, args: Arguments, context: Context): Promise<void> {
  const kind = args.value('-rsubtype');
  if ('sde'.includes(operation) && kind !== 'eth')
    throw failure(messages.invalidValue, { parameter: '--rsubtype', value: kind ?? '' });
  const pairs = args.has('a') ? parseRecord(args.value('a') ?? '') : [];
  if (operation === 'r') return await carryOut(args, context, 'remove', removing(args, kind));
  if (operation === 's') return await carryOut(args, context, 'change', setting(args, pairs));
  if (operation !== 'a')
    return await carryOut(args, context, 'switch', switching(args, operation === 'd' ? 1 : 0));
  if (kind !== 'eth' && kind !== 'fc' && kind !== 'scsi' && kind !== 'serial')
    throw failure(messages.invalidValue, { parameter: '--rsubtype', value: kind ?? '' });
  return await carryOut(args, context, 'add', adding(args, kind, pairs));
}
