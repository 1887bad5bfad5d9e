import type { Attribute, AttributeValue } from '../../../format/hmc-csv.ts';
import {
  hostCapabilities,
  hostCapabilityAttribute,
  hostPortAttribute,
  hostPortsIn,
} from '../../../model/frames/host-ethernet.ts';
import { profileAttributeNames } from '../../../model/frames/profiles.ts';
import type { Profile } from '../../../state/frames/profiles.ts';

// An empty list is the word none (captures).
function listed(value: AttributeValue): AttributeValue {
  return Array.isArray(value) && value.length === 0 ? 'none' : value;
}

function stored(name: string): Attribute<Profile> {
  const value = ({ attributes }: Profile): AttributeValue => listed(attributes[name]);
  return { name, value };
}

/** A profile, and the ports of Host Ethernet Adapters that its partition has. */
export interface ListedProfile extends Profile {
  readonly ports: readonly string[];
}

// In the default list of the consoles that had them; here only by name.
const hostEthernet: readonly Attribute<ListedProfile>[] = [
  {
    name: hostPortAttribute,
    shown: 'named',
    value: ({ attributes, ports }) => listed(hostPortsIn(attributes, ports)),
  },
  {
    name: hostCapabilityAttribute,
    shown: 'named',
    value: ({ attributes, ports }) => listed(hostCapabilities(hostPortsIn(attributes, ports))),
  },
];

export const profileAttributes: readonly Attribute<ListedProfile>[] = [
  { name: 'name', value: (profile) => profile.name },
  { name: 'lpar_name', value: (profile) => profile.lpar_name },
  { name: 'lpar_id', value: (profile) => profile.lpar_id },
  { name: 'lpar_env', value: (profile) => profile.env },
  ...profileAttributeNames.map(stored),
  ...hostEthernet,
];
