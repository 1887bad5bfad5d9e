/** The one partition that a command acts on: `-p name` or `--id ID`. */
import type { Arguments } from '../../cli/arguments.ts';
import { type OptionSpec, valued } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { hmcMessages as messages } from '../../messages/hmc.ts';
import type { Engine } from '../../state/engine.ts';
import type { Partition } from '../../state/frames/partitions.ts';

export const systemOption: OptionSpec = valued(
  'm',
  'managed-system',
  'The system, by its name or as tttt-mmm*sssssss.',
  'document',
);

export const partitionOptions: readonly OptionSpec[] = [
  valued('p', 'partition-name', 'The partition, by its name.', 'document'),
  valued('-id', 'partition-ID', 'The partition, by its number.', 'document'),
];

/**
 * The partition of a system that `-p` or `--id` names.
 * @throws Failure
 */
export function requirePartition(args: Arguments, engine: Engine, system: number): Partition {
  const name = args.value('p');
  if (name !== undefined) return partitionNamed(engine, system, name);
  return partitionNumbered(engine, system, args.value('-id') ?? '');
}

/** @throws Failure */
export function partitionNamed(engine: Engine, system: number, name: string): Partition {
  const found = engine.get<Partition>('SELECT * FROM partition WHERE system = ? AND name = ?', system, name);
  if (!found) throw failure(messages.partitionUnknown, { partition: name });
  return found;
}

/** @throws Failure */
export function partitionNumbered(engine: Engine, system: number, id: string): Partition {
  const found = /^\d{1,5}$/.test(id)
    ? engine.get<Partition>('SELECT * FROM partition WHERE system = ? AND lpar_id = ?', system, Number(id))
    : undefined;
  if (!found) throw failure(messages.partitionIdUnknown, { id });
  return found;
}
