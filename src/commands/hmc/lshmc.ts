import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, type OptionSpec } from '../../cli/spec.ts';
import type { Attribute } from '../../format/hmc-csv.ts';
import { failure } from '../../messages/failure.ts';
import { labMessages } from '../../messages/lab.ts';
import { findConsole } from '../../state/frames/consoles.ts';
import { interfacesOf } from '../../state/hosts.ts';
import { listOptions, listSpec, printerOf } from './listing.ts';
import { networkAttributes } from './lshmc/network.ts';
import { remoteAttributes } from './lshmc/remote.ts';
import type { ConsoleRow } from './lshmc/row.ts';
import { versionAttributes, vpdAttributes } from './lshmc/version.ts';

function unknown(letter: string, text: string): OptionSpec {
  return flag(letter, text, 'document', { refused: 'what it prints is not known.' });
}

const views = [
  'V',
  'v',
  'n',
  'r',
  'b',
  'D',
  'e',
  'h',
  'i',
  'l',
  'L',
  '-bmc',
  '-firewall',
  '-netroute',
  '-ntpserver',
  '-syslog',
];

const spec: CommandSpec = {
  ...listSpec,
  name: 'lshmc',
  purpose: 'lists the configuration of the console',
  synopsis: [
    'lshmc {-b | -D | -e | -h | -i | -l | -L | -n | -r | -v | -V | --bmc | --firewall | --netroute | --ntpserver | --syslog} [-F [attribute-names] [--header]] [--help]',
  ],
  options: [
    flag('V', 'Lists the version.', 'capture'),
    flag('v', 'Lists vital product data.', 'capture'),
    flag('n', 'Lists the network settings.', 'capture'),
    flag('r', 'Lists the settings of remote access.', 'capture'),
    unknown('b', 'Lists the level of the BIOS.'),
    unknown('D', 'Lists settings of dumps.'),
    unknown('e', 'Lists the settings of the event manager.'),
    unknown('h', 'Lists hardware information.'),
    unknown('i', 'Lists the settings of call home.'),
    unknown('l', 'Lists the locale.'),
    unknown('L', 'Lists the supported locales.'),
    unknown('-bmc', 'Lists the settings of the service processor of the console.'),
    unknown('-firewall', 'Lists the firewall.'),
    unknown('-netroute', 'Lists routes.'),
    unknown('-ntpserver', 'Lists time servers.'),
    unknown('-syslog', 'Lists syslog servers.'),
    ...listOptions,
  ],
  required: [views],
  exclusive: [views],
  needs: { '-header': ['F'] },
};

function run(args: Arguments, context: Context): number {
  const { engine, host } = context;
  const console = findConsole(engine, host.name);
  if (!console) throw failure(labMessages.noHost, { platform: 'hmc' });
  const row: ConsoleRow = { host, console, interfaces: interfacesOf(engine, host.name) };
  return printerOf(args, attributesOf(args, row))(context, [row]);
}

function attributesOf(args: Arguments, row: ConsoleRow): readonly Attribute<ConsoleRow>[] {
  if (args.has('V')) return versionAttributes;
  if (args.has('v')) return vpdAttributes;
  return args.has('n') ? networkAttributes(row) : remoteAttributes(row);
}

export const command: Command = { spec, run };
