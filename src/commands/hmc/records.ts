/** Records of configuration data: the partition and profile that they name, and what they set. */
import { elementsOf, type InputPair, plainValue, requiredValue } from '../../cli/hmc/input.ts';
import { type OptionSpec, valued } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { inputMessages } from '../../messages/input.ts';
import { partitionMessages as messages } from '../../messages/partitions.ts';
import type { ProfileSetting } from '../../model/frames/profile-changes.ts';
import type { Engine } from '../../state/engine.ts';
import type { Partition } from '../../state/frames/partitions.ts';
import { findProfile } from '../../state/frames/profile-rows.ts';
import type { Profile } from '../../state/frames/profiles.ts';
import { partitionNamed, partitionNumbered } from './one-partition.ts';

/** Where records come from. */
export const dataOptions: readonly OptionSpec[] = [
  valued('f', 'configuration-file', 'A file with a record of configuration data in each line.', 'document', {
    path: 'caller',
  }),
  valued('i', 'configuration-data', 'A record of configuration data.', 'document'),
];

/**
 * The partition that a record names, by its name, its number or both.
 * @param attribute what the record calls the name: `name`, or `lpar_name` in records of profiles
 * @throws Failure
 */
export function partitionOfRecord(
  pairs: readonly InputPair[],
  attribute: 'lpar_name' | 'name',
  engine: Engine,
  system: number,
): Partition {
  const name = plainValue(pairs, attribute);
  const id = plainValue(pairs, 'lpar_id');
  if (name === undefined && id === undefined) throw failure(inputMessages.missing, { attribute });
  if (name === undefined) return partitionNumbered(engine, system, id ?? '');
  const partition = partitionNamed(engine, system, name);
  if (id !== undefined && id !== String(partition.lpar_id))
    throw failure(messages.twoNames, { partition: name, id });
  return partition;
}

/** @throws Failure */
export function requireProfile(engine: Engine, partition: Partition, name: string): Profile {
  const profile = findProfile(engine, partition, name);
  if (!profile) throw failure(messages.profileUnknown, { partition: partition.name, profile: name });
  return profile;
}

/** The profile that a record names with `name`, of the partition that it names. @throws Failure */
export function profileOfRecord(
  pairs: readonly InputPair[],
  engine: Engine,
  system: number,
): { readonly partition: Partition; readonly profile: Profile } {
  const name = requiredValue(pairs, 'name');
  const partition = partitionOfRecord(pairs, 'lpar_name', engine, system);
  return { partition, profile: requireProfile(engine, partition, name) };
}

/** What a record sets in a profile, without the attributes that only name things. */
export function profileSettings(pairs: readonly InputPair[], without: readonly string[]): ProfileSetting[] {
  return pairs
    .filter(({ name }) => !without.includes(name))
    .map((pair) => ({
      name: pair.name,
      operator: pair.operator,
      value: pair.value,
      elements: elementsOf(pair),
    }));
}
