import { createHash } from 'node:crypto';
import type { Engine } from '../../state/engine.ts';
import { interfacesOf } from '../../state/hosts.ts';
import { listHolding, networksOf, type WparNetwork } from '../../state/wpars.ts';
import { devicesOf } from '../devices/tree.ts';
import type { Place } from '../place.ts';

/** An address on an interface. */
export interface SeenAddress {
  readonly family: 'inet' | 'inet6';
  readonly address: string;
  /** Netmask, or the prefix length of an IPv6 address. */
  readonly mask: string;
  readonly broadcast: string;
}

/** An interface as a place sees it. */
export interface SeenInterface {
  readonly name: string;
  /** 26:7c:1e:0:3:2; undefined inside a WPAR, which does not see the adapter. */
  readonly mac: string | undefined;
  readonly addresses: readonly SeenAddress[];
}

const loopback: readonly SeenAddress[] = [
  { family: 'inet', address: '127.0.0.1', mask: '255.0.0.0', broadcast: '127.255.255.255' },
  { family: 'inet6', address: '::1%1', mask: '0', broadcast: '' },
];

/**
 * What a place sees of its network: the global environment its own addresses, then one alias for each address of a WPAR
 * that is up (seed 1); a WPAR only its own. The loopback comes last.
 */
export function interfacesSeen(engine: Engine, { host, wpar }: Place): SeenInterface[] {
  const lo0: SeenInterface = { name: 'lo0', mac: '', addresses: loopback };
  if (wpar) {
    const own = networksOf(engine, wpar.id);
    const names = [...new Set(own.map((each) => each.interface))];
    const seen = names.map((name) => ({ name, mac: undefined, addresses: own.filter(on(name)).map(alias) }));
    return [...seen, { ...lo0, mac: undefined }];
  }
  const aliases = listHolding(engine, host.name).flatMap(({ id }) => networksOf(engine, id));
  const devices = devicesOf(engine, host);
  const seen = interfacesOf(engine, host.name).map((row) => {
    const adapter = devices.find(({ name }) => name === row.name.replace('en', 'ent'));
    const own: SeenAddress[] = [];
    if (row.address !== null) {
      const { address, netmask, broadcast } = row;
      own.push({ family: 'inet', address, mask: netmask ?? '255.255.255.0', broadcast: broadcast ?? '' });
    }
    if (row.address6 !== null)
      own.push({ family: 'inet6', address: row.address6, mask: String(row.prefixlen ?? 64), broadcast: '' });
    return {
      name: row.name,
      mac: adapter?.address || seededMac(`${host.name} ${row.name}`),
      addresses: [...own, ...aliases.filter(on(row.name)).map(alias)],
    };
  });
  return [...seen, lo0];
}

function on(name: string) {
  return (network: WparNetwork) => network.interface === name;
}

function alias({ address, mask, broadcast }: WparNetwork): SeenAddress {
  return { family: address.includes(':') ? 'inet6' : 'inet', address, mask, broadcast };
}

// An adapter that no world names has an address of its own all the same: locally administered, always the same one.
function seededMac(name: string): string {
  return `02${createHash('sha256').update(name).digest('hex').slice(0, 10)}`;
}

/** 0xac101408 */
export function hexAddress(address: string): string {
  return `0x${address
    .split('.')
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`;
}
