/** Rows of profiles as they are found by name, made and changed. */
import type { Engine } from '../engine.ts';
import { insertRow } from '../insert.ts';
import type { Partition } from './partitions.ts';
import type { Profile, ProfileAttributes } from './profiles.ts';

export function findProfile(engine: Engine, partition: Partition, name: string): Profile | undefined {
  const found = engine.get<{ name: string; attributes: string }>(
    'SELECT name, attributes FROM profile WHERE partition = ? AND name = ?',
    partition.id,
    name,
  );
  if (!found) return undefined;
  const { lpar_id, env } = partition;
  const attributes = JSON.parse(found.attributes) as ProfileAttributes;
  return { name: found.name, lpar_name: partition.name, lpar_id, env, attributes };
}

export function insertProfile(
  engine: Engine,
  partition: number,
  name: string,
  attributes: ProfileAttributes,
): void {
  const last = engine.get<{ seq: number }>(
    'SELECT coalesce(max(seq), -1) AS seq FROM profile WHERE partition = ?',
    partition,
  );
  const seq = (last?.seq ?? -1) + 1;
  insertRow(engine, 'profile', { partition, seq, name, attributes: JSON.stringify(attributes) });
}

/** @param newName what it is called from now on; partitions that name it do so by the new name */
export function updateProfile(
  engine: Engine,
  partition: number,
  name: string,
  { newName, attributes }: { readonly newName: string; readonly attributes: ProfileAttributes },
): void {
  const text = JSON.stringify(attributes);
  engine.run(
    'UPDATE profile SET name = ?, attributes = ? WHERE partition = ? AND name = ?',
    newName,
    text,
    partition,
    name,
  );
  for (const column of ['default_profile', 'curr_profile'])
    engine.run(`UPDATE partition SET ${column} = ? WHERE id = ? AND ${column} = ?`, newName, partition, name);
}
