import type { Engine } from '../engine.ts';
import type { PartitionEnv } from './partitions.ts';

/** Attributes of a profile by the console's own names; lists are arrays of the documented elements. */
export type ProfileAttributes = Readonly<Record<string, string | readonly string[]>>;

export interface Profile {
  readonly name: string;
  readonly lpar_name: string;
  readonly lpar_id: number;
  readonly env: PartitionEnv;
  readonly attributes: ProfileAttributes;
}

export function profilesOf(engine: Engine, system: number): Profile[] {
  return engine.records<Profile>(
    {
      name: 'profile.name',
      attributes: 'json(profile.attributes)',
      lpar_name: 'partition.name',
      lpar_id: 'partition.lpar_id',
      env: 'partition.env',
    },
    `FROM profile JOIN partition ON partition.id = profile.partition
     WHERE partition.system = ? ORDER BY partition.lpar_id DESC, profile.seq`,
    system,
  );
}
