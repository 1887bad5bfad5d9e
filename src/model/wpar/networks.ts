import ipaddr from 'ipaddr.js';
import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Engine } from '../../state/engine.ts';
import { type Interface, interfacesOf, resolveName } from '../../state/hosts.ts';
import type { WparNetwork, WparRoute } from '../../state/wpars.ts';
import type { Stanza } from './specification.ts';

/** For whom addresses are chosen. */
export interface AddressUser {
  readonly host: string;
  readonly name: string;
  /** The WPAR that may keep what it has. */
  readonly wpar?: number;
  /** Addresses that the WPAR has beside these. */
  readonly kept?: readonly WparNetwork[];
  /** Resolve conflicts (`-a`). */
  readonly automatic: boolean;
  /**
   * The WPAR comes with its file systems (`-p`): it may be the arrival side of a relocation, so the WPAR of that name
   * on another host may have the address.
   */
  readonly twin: boolean;
  /** No address is in the way: nothing is created. */
  readonly anyAddress?: boolean;
}

/**
 * Addresses for the `-N` lists or `network` stanzas of a WPAR.
 * @throws Failure
 */
export function resolveNetworks(
  engine: Engine,
  stanzas: readonly Stanza[],
  user: AddressUser,
): WparNetwork[] {
  const interfaces = interfacesOf(engine, user.host).filter(
    (each) => each.address !== null || each.address6 !== null,
  );
  const chosen: WparNetwork[] = [];
  for (const stanza of stanzas) {
    const wanted = resolveOne(interfaces, stanza);
    const own = [...(user.kept ?? []), ...chosen];
    chosen.push(user.anyAddress === true ? wanted : settleConflict(engine, wanted, interfaces, own, user));
  }
  return chosen;
}

/**
 * Without any `-N`, a host name that resolves to an address on the subnet of a global interface brings that network;
 * one that does not resolve, or resolves elsewhere, brings none (mkwpar page, seed 1).
 */
export function networkOfName(engine: Engine, hostname: string, host: string): Stanza[] {
  for (const address of resolveName(engine, hostname)) {
    const on = interfacesOf(engine, host).find((each) => contains(each, address));
    if (on) return [{ interface: on.name, address }];
  }
  return [];
}

/** Who has an address on a network, in words; undefined when it is free. */
export function addressUser(
  engine: Engine,
  network: string,
  address: string,
  user: Pick<AddressUser, 'host' | 'name' | 'twin' | 'wpar'>,
): string | undefined {
  const host = engine.get<{ host: string }>(
    'SELECT host FROM interface WHERE network = ? AND (address = ? OR address6 = ?)',
    network,
    address,
    address,
  );
  if (host) return `host ${host.host}`;
  const holders = engine.all<{ id: number; host: string; name: string }>(
    'SELECT id, host, name FROM wpar_network JOIN wpar ON id = wpar WHERE network = ? AND address = ?',
    network,
    address,
  );
  const other = holders.find(
    (holder) =>
      holder.id !== user.wpar && !(user.twin && holder.name === user.name && holder.host !== user.host),
  );
  if (!other) return undefined;
  return `workload partition ${other.name}${other.host === user.host ? '' : ` of host ${other.host}`}`;
}

// One -N is one address, and IPv4 and IPv6 have their own attributes.
const versions = [
  ['address', 'netmask', 'broadcast'],
  ['address6', 'prefixlen'],
];

function refuseMixture(stanza: Stanza): void {
  const [first, second] = versions.map((names) => names.find((name) => stanza[name] !== undefined));
  if (first !== undefined && second !== undefined) throw failure(messages.addressMixed, { first, second });
}

function resolveOne(interfaces: readonly Interface[], stanza: Stanza): WparNetwork {
  refuseMixture(stanza);
  if (stanza.address !== undefined) return resolveV4(interfaces, stanza, stanza.address);
  if (stanza.address6 !== undefined) return resolveV6(interfaces, stanza, stanza.address6);
  throw failure(messages.addressMissing, {});
}

function resolveV4(interfaces: readonly Interface[], stanza: Stanza, address: string): WparNetwork {
  checkV4(address, 'address');
  const on = chooseInterface(interfaces, stanza.interface, address);
  const mask = stanza.netmask ?? on.netmask ?? '255.255.255.0';
  checkV4(mask, 'netmask');
  if (ipaddr.IPv4.parse(mask).prefixLengthFromSubnetMask() === null) {
    throw failure(messages.addressInvalid, { value: mask, what: 'netmask' });
  }
  if (stanza.broadcast !== undefined) checkV4(stanza.broadcast, 'broadcast');
  return {
    interface: on.name,
    network: on.network,
    address,
    mask,
    broadcast: stanza.broadcast ?? broadcastOf(address, mask),
  };
}

function resolveV6(interfaces: readonly Interface[], stanza: Stanza, address6: string): WparNetwork {
  if (!ipaddr.IPv6.isValid(address6))
    throw failure(messages.addressInvalid, { value: address6, what: 'address6' });
  const address = ipaddr.IPv6.parse(address6).toString();
  const on = chooseInterface(interfaces, stanza.interface, address);
  const prefix = stanza.prefixlen ?? String(on.prefixlen ?? 64);
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > 128) {
    throw failure(messages.addressInvalid, { value: prefix, what: 'prefixlen' });
  }
  return { interface: on.name, network: on.network, address, mask: prefix, broadcast: '' };
}

// A host with one network takes any address (seed 1's three examples are on three subnets); with several the subnet
// decides, or the interface must be named.
function chooseInterface(
  interfaces: readonly Interface[],
  name: string | undefined,
  address: string,
): Interface {
  if (name !== undefined) {
    const named = interfaces.find((each) => each.name === name);
    if (!named) throw failure(messages.noInterface, { interface: name });
    return named;
  }
  const [only, ...others] = interfaces;
  if (!only) throw failure(messages.noNetwork, { address });
  if (others.length === 0) return only;
  const matching = interfaces.find((each) => contains(each, address));
  if (!matching) throw failure(messages.whichInterface, { address });
  return matching;
}

function settleConflict(
  engine: Engine,
  wanted: WparNetwork,
  interfaces: readonly Interface[],
  chosen: readonly WparNetwork[],
  user: AddressUser,
): WparNetwork {
  const taken = (address: string) =>
    chosen.some((each) => each.network === wanted.network && each.address === address)
      ? `workload partition ${user.name} itself`
      : addressUser(engine, wanted.network, address, user);
  const holder = taken(wanted.address);
  if (holder === undefined) return wanted;
  if (!user.automatic || wanted.broadcast === '') {
    throw failure(messages.addressTaken, { address: wanted.address, user: holder });
  }
  const on = interfaces.find((each) => each.name === wanted.interface);
  for (const address of subnetAddresses(wanted.address, wanted.mask)) {
    if (taken(address) === undefined) return { ...wanted, address };
  }
  throw failure(messages.addressNone, { interface: on?.name ?? wanted.interface });
}

/** An IPv6 address as the lab writes it; anything else as it is. */
export function canonicalAddress(address: string): string {
  return ipaddr.IPv6.isValid(address) ? ipaddr.IPv6.parse(address).toString() : address;
}

/** Host addresses of the subnet, from the one after the given address round to it. */
function* subnetAddresses(address: string, mask: string): Generator<string> {
  const maskBits = toNumber(mask);
  const first = (toNumber(address) & maskBits) >>> 0;
  const size = (~maskBits >>> 0) + 1;
  const start = toNumber(address) - first;
  for (let step = 1; step < Math.min(size, 65_536); step++) {
    const offset = (start + step) % size;
    if (offset !== 0 && offset !== size - 1) yield fromNumber(first + offset);
  }
}

/** Address OR NOT netmask: seed 1's generated file has 9.69.44.255 for 9.69.44.123 and 255.255.255.0. */
export function broadcastOf(address: string, mask: string): string {
  return fromNumber((toNumber(address) | ~toNumber(mask)) >>> 0);
}

function contains(on: Interface, address: string): boolean {
  if (ipaddr.IPv6.isValid(address)) {
    if (on.address6 === null) return false;
    return ipaddr.IPv6.parse(address).match(ipaddr.IPv6.parse(on.address6), on.prefixlen ?? 64);
  }
  if (on.address === null || on.netmask === null) return false;
  const mask = toNumber(on.netmask);
  return (toNumber(on.address) & mask) >>> 0 === (toNumber(address) & mask) >>> 0;
}

function checkV4(value: string, what: string): void {
  if (!ipaddr.IPv4.isValidFourPartDecimal(value)) throw failure(messages.addressInvalid, { value, what });
}

function toNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function fromNumber(value: number): string {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
}

/**
 * Routes of `-I` lists. Names are accepted for destination and gateway.
 * @throws Failure
 */
export function resolveRoutes(stanzas: readonly Stanza[], interfaces: readonly string[]): WparRoute[] {
  return stanzas.map((stanza) => {
    const { rtdest, rtgateway } = stanza;
    if (!rtdest || !rtgateway) throw failure(messages.routeIncomplete, {});
    checkPlace('rtdest', rtdest);
    checkPlace('rtgateway', rtgateway);
    oneOf('rttype', stanza.rttype, ['net', 'host']);
    oneOf('rtfamily', stanza.rtfamily, ['inet', 'inet6']);
    if (stanza.rtinterface !== undefined && !interfaces.includes(stanza.rtinterface)) {
      throw failure(messages.noInterface, { interface: stanza.rtinterface });
    }
    if (stanza.rtnetmask !== undefined) checkV4(stanza.rtnetmask, 'rtnetmask');
    if (stanza.rtprefixlen !== undefined && !/^\d{1,3}$/.test(stanza.rtprefixlen)) {
      throw failure(messages.addressInvalid, { value: stanza.rtprefixlen, what: 'rtprefixlen' });
    }
    return {
      type: stanza.rttype ?? '',
      destination: rtdest,
      gateway: rtgateway,
      interface: stanza.rtinterface ?? '',
      netmask: stanza.rtnetmask ?? '',
      prefixlen: stanza.rtprefixlen ?? '',
      family: stanza.rtfamily ?? '',
    };
  });
}

// A name, an address, or a network with its prefix length.
function checkPlace(what: string, value: string): void {
  if (!/^[\w.:-]+(\/\d{1,3})?$/.test(value)) throw failure(messages.addressInvalid, { value, what });
}

function oneOf(attribute: string, value: string | undefined, words: readonly string[]): void {
  if (value !== undefined && !words.includes(value))
    throw failure(messages.valueInvalid, { attribute, value });
}
