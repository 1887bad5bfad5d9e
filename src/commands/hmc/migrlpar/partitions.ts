import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { failure } from '../../../messages/failure.ts';
import { hmcMessages } from '../../../messages/hmc.ts';
import type { Partition } from '../../../state/frames/partitions.ts';
import { partitionNamed, partitionNumbered } from '../one-partition.ts';

/** What somebody typed between commas; an empty name is a mistake. */
export function listed(args: Arguments, flag: 'p' | '-id'): readonly string[] | undefined {
  const value = args.value(flag);
  if (value === undefined) return undefined;
  const words = value.split(',');
  if (words.some((word) => word === ''))
    throw failure(hmcMessages.invalidValue, { parameter: `-${flag}`, value });
  return [...new Set(words)];
}

/**
 * The partitions of a system that `-p` or `--id` name, in their order.
 * @throws Failure for the first one that it does not have
 */
export function namedPartitions(args: Arguments, context: Context, system: number): Partition[] {
  const names = listed(args, 'p');
  if (names) return names.map((name) => partitionNamed(context.engine, system, name));
  return (listed(args, '-id') ?? []).map((id) => partitionNumbered(context.engine, system, id));
}
