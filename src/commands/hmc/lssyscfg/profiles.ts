import type { Attribute, AttributeValue } from '../../../format/hmc-csv.ts';
import { profileAttributeNames } from '../../../model/frames/profiles.ts';
import type { Engine } from '../../../state/engine.ts';
import { type Profile, type ProfileAttributes, profilesOf } from '../../../state/frames/profiles.ts';

/** A profile as `lssyscfg -r prof` shows it. */
export interface ProfileRow {
  readonly profile: Profile;
  readonly attributes: ProfileAttributes;
}

export function profileRows(engine: Engine, system: number): ProfileRow[] {
  return profilesOf(engine, system).map((profile) => ({
    profile,
    attributes: JSON.parse(profile.attributes) as ProfileAttributes,
  }));
}

// An empty list is the word none (captures).
function stored(name: string): Attribute<ProfileRow> {
  const value = ({ attributes }: ProfileRow): AttributeValue => {
    const found = attributes[name];
    return Array.isArray(found) && found.length === 0 ? 'none' : found;
  };
  return { name, value };
}

export const profileAttributes: readonly Attribute<ProfileRow>[] = [
  { name: 'name', value: ({ profile }) => profile.name },
  { name: 'lpar_name', value: ({ profile }) => profile.lpar_name },
  { name: 'lpar_id', value: ({ profile }) => profile.lpar_id },
  { name: 'lpar_env', value: ({ profile }) => profile.env },
  ...profileAttributeNames.map(stored),
];
