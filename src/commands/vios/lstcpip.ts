import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, type OptionSpec } from '../../cli/spec.ts';
import { formatInterfaces, type InterfaceLine } from '../../format/vios/netstat.ts';
import {
  type ServerInterface,
  serverEthernets,
  serverInterfaces,
} from '../../model/frames/server-network.ts';
import { viosSpec } from './listing.ts';
import { requireServer, type ThisServer } from './this-server.ts';

function refused(name: string, text: string, why: string): OptionSpec {
  return flag(name, text, 'recalled', { refused: why });
}

const noTables = "parlab's servers have addresses, but no protocols behind them.";

const spec: CommandSpec = {
  ...viosSpec,
  name: 'lstcpip',
  purpose: 'displays the TCP/IP settings',
  synopsis: [
    'lstcpip [-num]',
    'lstcpip [-state [-num] | -interfaces | -adapters | -hostname]',
    'lstcpip [-arp | -sockets | -stored | -namesrv | -routtable [-num]]',
  ],
  evidence: 'recalled',
  options: [
    flag('num', 'Addresses of the interfaces as numbers.', 'recalled'),
    flag('state', 'State of the interfaces.', 'recalled'),
    flag('interfaces', 'The interfaces.', 'recalled'),
    flag('adapters', 'The Ethernet adapters.', 'recalled'),
    flag('hostname', 'The name of the server.', 'recalled'),
    refused('arp', 'Addresses of neighbours.', noTables),
    refused('sockets', 'Open sockets.', noTables),
    refused('routtable', 'Routes.', noTables),
    refused('stored', 'Settings that are stored.', 'its layout was not found; -num has the addresses.'),
    refused('namesrv', 'Name servers.', noTables),
  ],
  exclusive: [
    ['state', 'interfaces', 'adapters', 'hostname', 'arp', 'sockets', 'stored', 'namesrv', 'routtable'],
    ['num', 'interfaces', 'adapters', 'hostname'],
  ],
  statuses: { 0: 'The settings are printed.', 1: 'A flag is wrong.' },
};

// Two lines an interface: its link, then its address; the loopback is last. The address is the fourth column.
function lines(interfaces: readonly ServerInterface[]): InterfaceLine[] {
  const own = interfaces.flatMap(({ name, address, netmask, mac }, index): InterfaceLine[] => [
    { name, mtu: 1500, network: `link#${index + 2}`, address: dotted(mac) },
    { name, mtu: 1500, network: networkOf(address, netmask), address },
  ]);
  return [
    ...own,
    { name: 'lo0', mtu: 16_896, network: 'link#1', address: '' },
    { name: 'lo0', mtu: 16_896, network: '127', address: '127.0.0.1' },
  ];
}

/** a2.7f.54.5.a4.4, as AIX writes it. */
function dotted(mac: string | undefined): string {
  return (mac?.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16).toString(16)).join('.');
}

/** The network without its zeros at the end, 172.16.20. */
function networkOf(address: string, netmask: string): string {
  const mask = netmask.split('.').map(Number);
  const parts = address.split('.').map((part, index) => Number(part) & (mask[index] ?? 0));
  while (parts.length > 1 && parts.at(-1) === 0) parts.pop();
  return parts.join('.');
}

function text(args: Arguments, context: Context, server: ThisServer): string {
  const { engine, host } = context;
  if (args.has('hostname')) return `${host.name}\n`;
  const ethernets = serverEthernets(engine, server.id);
  if (args.has('adapters'))
    return ethernets.map(({ name, description }) => `${name.padEnd(9)}${description}\n`).join('');
  if (args.has('interfaces')) {
    const names = ethernets.map(({ name }) => name.replace('ent', 'en'));
    return names
      .flatMap((name) => [
        `${name}  Standard Ethernet Network Interface\n`,
        `${name.replace('en', 'et')}  IEEE 802.3 Ethernet Network Interface\n`,
      ])
      .join('');
  }
  return formatInterfaces(lines(serverInterfaces(engine, server)));
}

function run(args: Arguments, context: Context): number {
  const server = requireServer(context);
  context.stdout.write(text(args, context, server));
  return 0;
}

export const command: Command = { spec, run };
