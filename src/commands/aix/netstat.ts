import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { connectionsHeader, type InterfaceRow, interfaceTable, routeTables } from '../../format/netstat.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { systemMessages as messages } from '../../messages/system.ts';
import type { Place } from '../../model/place.ts';
import { interfacesSeen, type SeenAddress } from '../../model/system/addresses.ts';
import { networkName, type Route, routesSeen } from '../../model/system/routes.ts';
import { nameOfAddress } from '../../state/hosts.ts';
import { findWpar, listHolding } from '../../state/wpars.ts';

const noSockets = 'parlab keeps no sockets.';
const noCounters = 'parlab counts no packets.';

const spec: CommandSpec = {
  name: 'netstat',
  platform: 'aix',
  purpose: 'shows the status of the network',
  synopsis: [
    'netstat [ -n ] [ { -A | -a } | { -r | -C | -i | -I Interface } ] [ -f AddressFamily ] [ -p Protocol ] [ -@ [ WparName ] ]',
    'netstat [ -c | -D | -m | -M | -o | -P | -s | -u | -v ]',
  ],
  evidence: 'recalled',
  options: [
    flag('n', 'Addresses as numbers, not names.', 'capture'),
    flag('i', 'The interfaces: a row for each address, with the packets of its interface.', 'recalled'),
    valued('I', 'Interface', 'As -i, of one interface.', 'recalled'),
    flag('r', 'The routing tables.', 'capture'),
    valued('f', 'AddressFamily', 'Only inet or inet6.', 'capture'),
    {
      flag: '@',
      argument: { kind: 'optional', name: 'WparName' },
      text: 'As the workload partition sees it; only in the global environment.',
      evidence: 'capture',
    },
    flag('a', 'All sockets, also those that wait.', 'recalled', { refused: noSockets }),
    flag('A', 'Addresses of control blocks.', 'recalled', { refused: noSockets }),
    valued('p', 'Protocol', 'Statistics of a protocol.', 'recalled', { refused: noCounters }),
    flag('C', 'Routing tables with costs.', 'recalled', { refused: 'routes have no costs in parlab.' }),
    flag('c', 'The network buffer cache.', 'recalled', { refused: noCounters }),
    flag('D', 'Packets that were dropped.', 'recalled', { refused: noCounters }),
    flag('m', 'Memory of the network.', 'recalled', { refused: noCounters }),
    flag('M', 'Memory of the network, by clusters.', 'recalled', { refused: noCounters }),
    flag('o', 'Options of sockets.', 'recalled', { refused: noSockets }),
    flag('P', 'Packets of the data link provider.', 'recalled', { refused: noCounters }),
    flag('s', 'Statistics of the protocols.', 'recalled', { refused: noCounters }),
    flag('u', 'Sockets of the Unix domain.', 'recalled', { refused: noSockets }),
    flag('v', 'Statistics of the adapters.', 'recalled', { refused: noCounters }),
  ],
  operands: { name: 'Interval', minimum: 0, maximum: 0 },
  exclusive: [['i', 'I', 'r']],
  user: 'any',
  statuses: { 0: 'What was asked for is shown.', 1: 'There is no such interface or workload partition.' },
};

function run(args: Arguments, context: Context): number {
  const place = placeOf(args, context);
  const family = args.value('f');
  if (family !== undefined && family !== 'inet' && family !== 'inet6')
    throw misuse(messages.badFamily, { family });
  const named = nameService(args, context);
  const { stdout } = context;
  if (args.has('r')) stdout.write(routes(context, place, family, named));
  else if (args.has('i') || args.has('I')) stdout.write(interfaces(args, context, place, named));
  else stdout.write(connectionsHeader);
  return 0;
}

function placeOf(args: Arguments, { engine, host, place, wpar }: Context): Place {
  const name = args.value('@');
  if (name === undefined) return place;
  if (wpar) throw failure(messages.notInside, { flag: '-@' });
  if (name === '') throw misuse(messages.nameWpar, { flag: '-@' });
  if (name === 'Global') return place;
  const found = findWpar(engine, host.name, name);
  if (!found) throw failure(messages.noWpar, { name });
  if (!listHolding(engine, host.name).some(({ id }) => id === found.id))
    throw failure(messages.noNetwork, { name });
  return { host, wpar: found };
}

type Named = (address: string) => string;

function nameService(args: Arguments, { engine }: Context): Named {
  if (args.has('n')) return (address) => address;
  return (address) =>
    address === '127.0.0.1' || address === '::1%1' ? 'loopback' : (nameOfAddress(engine, address) ?? address);
}

// How often a route or an interface was used is nothing that parlab knows: the numbers are always the same.
const use = { references: 1, use: 417 };

function routes(context: Context, place: Place, family: string | undefined, named: Named): string {
  const { inet, inet6 } = routesSeen(context.engine, place);
  const row = (route: Route) => ({
    ...route,
    ...use,
    destination: named(route.destination),
    gateway: named(route.gateway),
  });
  return routeTables([
    ...(family === 'inet6' ? [] : [{ number: 2, family: 'Internet', rows: inet.map(row) }]),
    ...(family === 'inet' ? [] : [{ number: 24, family: 'Internet v6', rows: inet6.map(row) }]),
  ]);
}

function interfaces(args: Arguments, context: Context, place: Place, named: Named): string {
  const wanted = args.value('I');
  const all = interfacesSeen(context.engine, place);
  const seen = all.filter(({ name }) => wanted === undefined || name === wanted);
  if (seen.length === 0) throw failure(messages.noInterface, { name: wanted ?? '' });
  const rows: InterfaceRow[] = seen.flatMap(({ name, mac, addresses }) => {
    const local = name === 'lo0';
    const common = {
      name,
      mtu: local ? 16_896 : 1500,
      ...(local ? { input: 8012, output: 8012 } : { input: 122_345, output: 98_765 }),
    };
    const number = local ? 1 : all.findIndex((each) => each.name === name) + 2;
    const link = { ...common, network: `link#${number}`, address: dotted(mac ?? '') };
    return [
      ...(mac === undefined ? [] : [link]),
      ...addresses.map((each) => ({ ...common, ...addressCells(each, named) })),
    ];
  });
  return interfaceTable(rows);
}

// 0.9.6b.dd.2.e8
function dotted(mac: string): string {
  const parts = mac.replaceAll(':', '').match(/../g) ?? [];
  return parts.map((part) => Number.parseInt(part, 16).toString(16)).join('.');
}

function addressCells(seen: SeenAddress, named: Named): Pick<InterfaceRow, 'address' | 'network'> {
  if (seen.family === 'inet6') return { network: seen.address, address: '' };
  return { network: networkName(seen), address: named(seen.address) };
}

export const command: Command = { spec, run };
