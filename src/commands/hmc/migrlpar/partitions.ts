import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { failure } from '../../../messages/failure.ts';
import { hmcMessages } from '../../../messages/hmc.ts';
import type { Partition } from '../../../state/frames/partitions.ts';

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
  if (names) return names.map((name) => byName(context, system, name));
  return (listed(args, '-id') ?? []).map((id) => byId(context, system, id));
}

// While a partition migrates, what holds its place has its name on the other system: that one is not meant.
function byName(context: Context, system: number, partition: string): Partition {
  const found = context.engine.get<Partition>(
    'SELECT * FROM partition WHERE system = ? AND name = ?',
    system,
    partition,
  );
  if (!found) throw failure(hmcMessages.partitionUnknown, { partition });
  return found;
}

function byId(context: Context, system: number, id: string): Partition {
  const found = /^\d{1,5}$/.test(id)
    ? context.engine.get<Partition>(
        'SELECT * FROM partition WHERE system = ? AND lpar_id = ?',
        system,
        Number(id),
      )
    : undefined;
  if (!found) throw failure(hmcMessages.partitionIdUnknown, { id });
  return found;
}
