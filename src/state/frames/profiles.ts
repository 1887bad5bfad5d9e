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

/** Profiles of a system, the highest partition number first, as captured. */
export function profilesOf(engine: Engine, system: number): Profile[] {
  const owners = new Map(
    engine
      .records<Owner>(
        { id: 'id', name: 'name', lpar_id: 'lpar_id', env: 'env' },
        'FROM partition WHERE system = ?',
        system,
      )
      .map((owner) => [owner.id, owner]),
  );
  // Documents as they are stored, joined and sorted here: in the database both take longer than the reading.
  const text = engine.text(
    "json_array(partition, seq, name) || ',' || attributes",
    'FROM profile WHERE partition IN (SELECT id FROM partition WHERE system = ?)',
    system,
  );
  const items = JSON.parse(`[${text?.replaceAll('\u001e', ',') ?? ''}]`) as (Head | ProfileAttributes)[];
  const profiles: (Profile & { readonly seq: number })[] = [];
  for (let index = 0; index < items.length; index += 2) {
    const [partition, seq, name] = items[index] as Head;
    const { name: lpar_name = '', lpar_id = 0, env = 'aixlinux' } = owners.get(partition) ?? {};
    profiles.push({ name, lpar_name, lpar_id, env, seq, attributes: items[index + 1] as ProfileAttributes });
  }
  return profiles.sort((a, b) => b.lpar_id - a.lpar_id || a.seq - b.seq);
}

type Head = readonly [partition: number, seq: number, name: string];
type Owner = Pick<Profile, 'env' | 'lpar_id' | 'name'> & { readonly id: number };
