import type { Engine } from '../../state/engine.ts';
import { routesOf } from '../../state/wpars.ts';
import type { Place } from '../place.ts';
import { interfacesSeen, type SeenAddress, type SeenInterface } from './addresses.ts';

/** A line of a routing table. */
export interface Route {
  /** `default`, an address, or 172.16.20/24. */
  readonly destination: string;
  readonly gateway: string;
  readonly flags: string;
  readonly interface: string;
  /** The next line is about the same destination. */
  readonly more?: boolean;
}

/** The routing table of a place. */
export interface RoutingTable {
  readonly inet: readonly Route[];
  readonly inet6: readonly Route[];
}

/**
 * What follows from the addresses, and the gateway. No world names a gateway: it is the first address of the network.
 * A WPAR without routing of its own does not see it (capture); one with routing of its own has its own routes.
 */
export function routesSeen(engine: Engine, place: Place): RoutingTable {
  const interfaces = interfacesSeen(engine, place);
  const inet = [...givenRoutes(engine, place, interfaces, 'inet'), ...connected(interfaces)];
  const inet6: Route[] = [
    ...givenRoutes(engine, place, interfaces, 'inet6'),
    ...interfaces.flatMap(({ name, addresses }) =>
      addresses
        .filter(({ family }) => family === 'inet6')
        .map(({ address }) => ({ destination: address, gateway: address, flags: 'UH', interface: name })),
    ),
  ];
  return { inet, inet6 };
}

function givenRoutes(
  engine: Engine,
  { wpar }: Place,
  interfaces: readonly SeenInterface[],
  family: 'inet' | 'inet6',
): Route[] {
  const [first] = interfaces;
  if (!wpar) return family === 'inet' && first ? defaultRoute(first) : [];
  if (wpar.routing !== 1) return [];
  return routesOf(engine, wpar.id)
    .filter((route) => familyOf(route.family, route.gateway) === family)
    .map((route) => {
      const host =
        route.type === 'host' || (route.type === '' && isAddress(route.destination) && route.netmask === '');
      return {
        destination: destinationOf(route.destination, route.netmask, route.prefixlen),
        gateway: route.gateway,
        flags: route.destination === 'default' || !host ? 'UG' : 'UGH',
        interface: route.interface || (first?.name ?? 'lo0'),
      };
    });
}

function familyOf(family: string, gateway: string): 'inet' | 'inet6' {
  if (family === 'inet6') return 'inet6';
  return family === '' && gateway.includes(':') ? 'inet6' : 'inet';
}

function isAddress(text: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(text);
}

function destinationOf(destination: string, netmask: string, prefixlen: string): string {
  const [address = '', length] = destination.split('/');
  if (!isAddress(address)) return destination;
  if (/^0+(\.0+){3}$/.test(address)) return 'default';
  const prefix = length ?? (prefixlen !== '' ? prefixlen : netmask === '' ? undefined : lengthOf(netmask));
  return prefix === undefined ? address : shortened(address, Number(prefix));
}

function defaultRoute({ name, addresses }: SeenInterface): Route[] {
  const own = addresses.find(({ family }) => family === 'inet');
  if (!own || name === 'lo0') return [];
  const network = networkOf(own);
  const gateway = fromNumber(network + 1) === own.address ? network + 2 : network + 1;
  return [{ destination: 'default', gateway: fromNumber(gateway), flags: 'UG', interface: name }];
}

// Ordered by destination. An alias in the subnet of an address before it has only the route to itself.
function connected(interfaces: readonly SeenInterface[]): Route[] {
  const routes: (Route & { readonly order: number })[] = [];
  const known = new Set<string>();
  for (const { name, addresses } of interfaces) {
    for (const seen of addresses) {
      if (seen.family !== 'inet') continue;
      const network = networkOf(seen);
      const destination = shortened(fromNumber(network), lengthOf(seen.mask));
      const common = { gateway: seen.address, interface: name };
      if (name === 'lo0') {
        routes.push({ ...common, destination, flags: 'U', order: network });
        continue;
      }
      if (!known.has(destination)) {
        known.add(destination);
        const ends = { ...common, flags: 'UHSb' };
        routes.push(
          { ...ends, destination: fromNumber(network), more: true, order: network },
          { ...common, destination, flags: 'U', order: network },
        );
        if (seen.broadcast !== '')
          routes.push({ ...ends, destination: seen.broadcast, order: toNumber(seen.broadcast) });
      }
      const itself = { destination: seen.address, gateway: '127.0.0.1', flags: 'UGHS', interface: 'lo0' };
      routes.push({ ...itself, order: toNumber(seen.address) });
    }
  }
  return routes.sort((a, b) => a.order - b.order).map(({ order: _, ...route }) => route);
}

/** 10.32.50/24: octets that the prefix does not reach are left out. */
function shortened(address: string, prefix: number): string {
  const octets = address.split('.').slice(0, Math.max(1, Math.ceil(prefix / 8)));
  return `${octets.join('.')}/${prefix}`;
}

/** 10.32.50: how `netstat -i` names the network of an address. */
export function networkName(seen: SeenAddress): string {
  return shortened(fromNumber(networkOf(seen)), lengthOf(seen.mask)).replace(/\/.*/, '');
}

function networkOf({ address, mask }: SeenAddress): number {
  return (toNumber(address) & toNumber(mask)) >>> 0;
}

// Prefix length of a netmask.
function lengthOf(mask: string): number {
  return toNumber(mask).toString(2).replaceAll('0', '').length;
}

function toNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function fromNumber(value: number): string {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
}
