/** Interfaces of a VIO server: addresses that its world, its shared adapters and the console know. */
import type { Engine } from '../../state/engine.ts';
import { serverAdaptersOf } from '../../state/frames/server-adapters.ts';
import { ethernetsOf, sharedEthernetsOf } from '../../state/frames/servers.ts';
import { interfacesOf } from '../../state/hosts.ts';

export interface ServerInterface {
  /** en5 */
  readonly name: string;
  readonly address: string;
  readonly netmask: string;
  /** Twelve hexadecimal digits, of a virtual adapter or the trunk of a shared one. */
  readonly mac: string | undefined;
}

interface Server {
  readonly id: number;
  readonly host: string | null;
  readonly rmc_ipaddr: string;
}

/**
 * Interfaces that have an address. If nothing but the console's connection says where the server is, its address stands
 * on the first virtual adapter that is neither a trunk nor a control channel (seed 5, page 54: ent5), else on ent0.
 */
export function serverInterfaces(engine: Engine, { id, host, rmc_ipaddr }: Server): ServerInterface[] {
  const virtual = serverAdaptersOf(engine, id, 'eth');
  const seas = sharedEthernetsOf(engine, id);
  const macOf = (device: string) => {
    const slot = seas.find(({ name }) => name === device)?.default_slot;
    return virtual.find((adapter) => adapter.device === device || adapter.slot === slot)?.mac ?? undefined;
  };
  const known = interfacesOf(engine, host ?? '').flatMap(({ name, address, netmask }) =>
    address === null ? [] : [{ name, address, netmask: netmask ?? '' }],
  );
  const shared = seas.flatMap(({ name, address, netmask }) =>
    address === null ? [] : [{ name: name.replace('ent', 'en'), address, netmask: netmask ?? '' }],
  );
  const all = [...known, ...shared.filter(({ name }) => !known.some((each) => each.name === name))];
  if (all.length === 0 && rmc_ipaddr !== '') {
    const control = new Set(seas.map(({ control_slot }) => control_slot));
    const plain = virtual.find(({ trunk_priority, slot }) => trunk_priority === null && !control.has(slot));
    const name = (plain?.device ?? 'ent0').replace('ent', 'en');
    all.push({ name, address: rmc_ipaddr, netmask: '' });
  }
  return all.map((each) => ({
    ...each,
    netmask: each.netmask || '255.255.255.0',
    mac: macOf(each.name.replace('en', 'ent')),
  }));
}

/** All Ethernet adapters by name, with what they are. */
export function serverEthernets(engine: Engine, server: number): { name: string; description: string }[] {
  return [
    ...ethernetsOf(engine, server).map(({ name, kind }) => ({
      name,
      description:
        kind === 'aggregation' ? 'EtherChannel / IEEE 802.3ad Link Aggregation' : 'Ethernet Adapter',
    })),
    ...serverAdaptersOf(engine, server, 'eth').map(({ device }) => ({
      name: device,
      description: 'Virtual I/O Ethernet Adapter (l-lan)',
    })),
    ...sharedEthernetsOf(engine, server).map(({ name }) => ({
      name,
      description: 'Shared Ethernet Adapter',
    })),
  ].sort((a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
}
