import type { Attribute, AttributeValue } from '../../../format/hmc-csv.ts';
import {
  hostCapabilities,
  hostCapabilityAttribute,
  hostPortAttribute,
  hostPortsIn,
} from '../../../model/frames/host-ethernet.ts';
import { profileAttributeNames } from '../../../model/frames/profiles.ts';
import type { PagingServers } from '../../../state/frames/paging.ts';
import type { Profile } from '../../../state/frames/profiles.ts';

// An empty list is the word none (captures).
function listed(value: AttributeValue): AttributeValue {
  return Array.isArray(value) && value.length === 0 ? 'none' : value;
}

function stored(name: string): Attribute<Profile> {
  const value = ({ attributes }: Profile): AttributeValue => listed(attributes[name]);
  return { name, value };
}

/** A profile, and what its partition has of ports of Host Ethernet Adapters and of VIO servers that page for it. */
export interface ListedProfile extends Profile {
  readonly ports: readonly string[];
  readonly paging: PagingServers | undefined;
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

// Names in clients; of a partition that shares no memory none applies. By name only, as where they stand in a record was not found.
const paging = (name: string, value: (servers: PagingServers) => AttributeValue) =>
  ({
    name,
    shown: 'named',
    value: (row) => row.paging && value(row.paging),
  }) satisfies Attribute<ListedProfile>;
const pagingServers: readonly Attribute<ListedProfile>[] = [
  paging('primary_paging_vios_name', ({ primary_name }) => primary_name),
  paging('primary_paging_vios_id', ({ primary_id }) => primary_id),
  paging('secondary_paging_vios_name', ({ secondary_name }) => secondary_name ?? undefined),
  paging('secondary_paging_vios_id', ({ secondary_id }) => secondary_id ?? undefined),
];

export const profileAttributes: readonly Attribute<ListedProfile>[] = [
  { name: 'name', value: (profile) => profile.name },
  { name: 'lpar_name', value: (profile) => profile.lpar_name },
  { name: 'lpar_id', value: (profile) => profile.lpar_id },
  { name: 'lpar_env', value: (profile) => profile.env },
  ...profileAttributeNames.map(stored),
  ...hostEthernet,
  ...pagingServers,
];
