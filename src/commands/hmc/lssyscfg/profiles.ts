import type { Attribute, AttributeValue } from '../../../format/hmc-csv.ts';
import { profileAttributeNames } from '../../../model/frames/profiles.ts';
import type { Profile } from '../../../state/frames/profiles.ts';

// An empty list is the word none (captures).
function stored(name: string): Attribute<Profile> {
  const value = ({ attributes }: Profile): AttributeValue => {
    const found = attributes[name];
    return Array.isArray(found) && found.length === 0 ? 'none' : found;
  };
  return { name, value };
}

export const profileAttributes: readonly Attribute<Profile>[] = [
  { name: 'name', value: (profile) => profile.name },
  { name: 'lpar_name', value: (profile) => profile.lpar_name },
  { name: 'lpar_id', value: (profile) => profile.lpar_id },
  { name: 'lpar_env', value: (profile) => profile.env },
  ...profileAttributeNames.map(stored),
];
