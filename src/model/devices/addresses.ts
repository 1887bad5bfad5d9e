import { sharedEthernetsOf } from '../../state/frames/servers.ts';
import { interfacesOf } from '../../state/hosts.ts';
import type { Place } from './device.ts';
import { adapterRows } from './server-adapters.ts';

/** What an interface of a host has; `''`: nothing. */
export interface InterfaceAddress {
  readonly address: string;
  readonly netmask: string;
  readonly address6: string;
  readonly prefixlen: string;
  readonly state: string;
}

const none: InterfaceAddress = { address: '', netmask: '', address6: '', prefixlen: '', state: 'detach' };

/** The address of an interface: of an AIX host its own row, of a VIO server its shared adapter or where its RMC listens. */
export function addressOf(place: Place, name: string): InterfaceAddress {
  const { engine, host } = place;
  if (name === 'lo0') {
    return { ...none, address: '127.0.0.1', netmask: '255.0.0.0', address6: '::1', state: 'up' };
  }
  const row = interfacesOf(engine, host.name).find((each) => each.name === name);
  if (row) {
    const { address, netmask, address6, prefixlen } = row;
    return {
      ...{ address: address ?? '', netmask: netmask ?? '', address6: address6 ?? '' },
      ...{ prefixlen: String(prefixlen ?? ''), state: 'up' },
    };
  }
  return host.platform === 'vios' ? serverAddress(place, name) : none;
}

function serverAddress(place: Place, name: string): InterfaceAddress {
  const { engine, partition } = place;
  if (!partition) return none;
  const seas = sharedEthernetsOf(engine, partition.id);
  const own = seas.find((sea) => `en${sea.name.slice(3)}` === name && sea.address !== null);
  if (own) return { ...none, address: own.address ?? '', netmask: own.netmask ?? '', state: 'up' };
  const elsewhere = seas.some(({ address }) => address === partition.rmc_ipaddr);
  if (partition.rmc_ipaddr === '' || elsewhere || managementInterface(place) !== name) return none;
  return { ...none, address: partition.rmc_ipaddr, netmask: '255.255.255.0', state: 'up' };
}

/**
 * The interface of a VIO server that has its address: of a virtual adapter that neither bridges nor is a control channel
 * (seed 5, page 54: "IP will go here"), else of its first shared adapter, else en0.
 */
function managementInterface(place: Place): string {
  const seas = sharedEthernetsOf(place.engine, place.partition?.id ?? 0);
  const used = new Set(seas.flatMap((sea) => [...sea.trunks.split(',').map(Number), sea.control_slot]));
  const free = adapterRows(place).find(
    ({ kind, slot, device }) => kind === 'eth' && device !== null && !used.has(slot),
  );
  return `en${(free?.device ?? seas[0]?.name ?? 'ent0').slice(3)}`;
}
