import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { Change } from '../../state/change.ts';
import { interfacesOf } from '../../state/hosts.ts';
import { setNetworks, setRoutes, updateWpar } from '../../state/wpar-writes.ts';
import { networksOf, routesOf, type Wpar, type WparNetwork, type WparRoute } from '../../state/wpars.ts';
import { canonicalAddress, resolveNetworks, resolveRoutes } from './networks.ts';
import type { Stanza } from './specification.ts';

/**
 * `chwpar -N`: an address that the WPAR has is changed, another one is added (reference wpar-define 6).
 * @throws Failure
 */
export function addNetworks(
  change: Change,
  wpar: Wpar,
  stanzas: readonly Stanza[],
  automatic: boolean,
): string {
  const current = networksOf(change.engine, wpar.id);
  const knownTo = (stanza: Stanza) => current.find((each) => each.address === addressOf(stanza));
  const known = stanzas.map(knownTo);
  const wanted = resolveNetworks(
    change.engine,
    stanzas.map((stanza) => ({ ...unchanged(knownTo(stanza), stanza), ...stanza })),
    {
      host: wpar.host,
      name: wpar.name,
      wpar: wpar.id,
      kept: current.filter((each) => !known.includes(each)),
      automatic,
      twin: false,
    },
  );
  const replaced = new Map(wanted.map((each) => [each.address, each]));
  const kept = current.map((each) => replaced.get(each.address) ?? each);
  const added = wanted.filter((each) => !current.some((one) => one.address === each.address));
  setNetworks(change.engine, wpar.id, [...kept, ...added]);
  return `network ${wanted.map((each) => each.address).join(' ')}`;
}

// What the flag does not say stays. The broadcast address goes with the netmask.
function unchanged(known: WparNetwork | undefined, stanza: Stanza): Stanza {
  if (!known) return {};
  if (stanza.address6 !== undefined) return { interface: known.interface, prefixlen: known.mask };
  return {
    interface: known.interface,
    netmask: known.mask,
    ...(stanza.netmask === undefined ? { broadcast: known.broadcast } : {}),
  };
}

function addressOf(stanza: Stanza): string {
  return canonicalAddress(stanza.address ?? stanza.address6 ?? '');
}

/** `chwpar -K -N address=`. @throws Failure */
export function removeNetwork(change: Change, wpar: Wpar, stanza: Stanza): string {
  const address = addressOf(stanza);
  if (address === '') throw failure(messages.addressMissing, {});
  const networks = networksOf(change.engine, wpar.id);
  const kept = networks.filter((each) => each.address !== address);
  if (kept.length === networks.length) throw failure(messages.noSuchAddress, { name: wpar.name, address });
  setNetworks(change.engine, wpar.id, kept);
  return `network ${address} removed`;
}

/** `chwpar -I`: a route to the same destination through the same gateway is changed. @throws Failure */
export function addRoutes(change: Change, wpar: Wpar, stanzas: readonly Stanza[]): string {
  const interfaces = interfacesOf(change.engine, wpar.host).map((each) => each.name);
  const wanted = resolveRoutes(stanzas, interfaces);
  const same = (a: WparRoute, b: WparRoute) => a.destination === b.destination && a.gateway === b.gateway;
  const kept = routesOf(change.engine, wpar.id).filter((each) => !wanted.some((one) => same(one, each)));
  setRoutes(change.engine, wpar.id, [...kept, ...wanted]);
  // An explicit route implies a routing table of the WPAR's own (capture: -I without -i works).
  updateWpar(change.engine, wpar.id, { routing: 1 });
  return `routes to ${wanted.map((each) => each.destination).join(' ')}`;
}

/** `chwpar -K -I rtdest= rtgateway=`. @throws Failure */
export function removeRoute(change: Change, wpar: Wpar, stanza: Stanza): string {
  const { rtdest: destination, rtgateway: gateway } = stanza;
  if (!destination || !gateway) throw failure(messages.routeIncomplete, {});
  const routes = routesOf(change.engine, wpar.id);
  const kept = routes.filter((each) => each.destination !== destination || each.gateway !== gateway);
  if (kept.length === routes.length)
    throw failure(messages.noSuchRoute, { name: wpar.name, destination, gateway });
  setRoutes(change.engine, wpar.id, kept);
  return `route to ${destination} removed`;
}
