import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, type OptionSpec, valued } from '../../cli/spec.ts';
import { connectionMessages as messages } from '../../messages/connections.ts';
import { failure } from '../../messages/failure.ts';
import { addressOf } from '../../model/frames/console-address.ts';
import { consolesOf } from '../../state/frames/rmc.ts';
import { seeded } from '../../state/random.ts';
import { ownPartition } from '../shared/own-partition.ts';

const onlyPlain = 'parlab prints only the plain view.';

function refused(letter: string, text: string): OptionSpec {
  return flag(letter, text, 'document', { refused: onlyPlain });
}

const spec: CommandSpec = {
  name: 'lsrsrc',
  platform: 'aix',
  purpose: 'lists RMC resources',
  synopsis: [
    'lsrsrc [ -s selection_string ] [ -a | -A p | d | b ] [ -l | -t | -d | -D delimiter ] [ -x ] [ resource_class [ attribute... ] ]',
  ],
  evidence: 'document',
  options: [
    refused('a', 'In all nodes of the domain.'),
    valued('A', 'p|d|b', 'Persistent attributes, dynamic ones or both.', 'document', { refused: onlyPlain }),
    refused('d', 'Columns with colons between them.'),
    valued('D', 'delimiter', 'Columns with something else between them.', 'document', { refused: onlyPlain }),
    refused('l', 'A line for each attribute, which is the default.'),
    valued('s', 'selection_string', 'Chooses resources.', 'document', { refused: onlyPlain }),
    refused('t', 'As a table.'),
    refused('x', 'Without the headings.'),
  ],
  operands: { name: 'resource_class [attribute ...]', minimum: 0, maximum: Number.POSITIVE_INFINITY },
  user: 'any',
  statuses: { 0: 'It is listed.', 1: 'It is not; a message says why.' },
};

type Resource = readonly (readonly [string, string])[];

function run(args: Arguments, context: Context): number {
  const [name, ...attributes] = args.operands;
  if (name === undefined) throw failure(messages.noClass, {});
  if (name !== 'IBM.MCP') throw failure(messages.otherClass, { name });
  const partition = ownPartition(context);
  if (partition.rmc_daemon === 0) throw failure(messages.noSession, {});
  const all = resources(context);
  const unknown = attributes.find((each) => !names.includes(each));
  if (unknown !== undefined) throw failure(messages.noAttribute, { name: unknown });
  context.stdout.write('Resource Persistent Attributes for IBM.MCP\n');
  all.forEach((resource, index) => {
    const chosen = resource.filter(([each]) => attributes.length === 0 || attributes.includes(each));
    const width = Math.max(...chosen.map(([each]) => each.length));
    const lines = chosen.map(([each, value]) => `        ${each.padEnd(width)} = ${value}\n`);
    context.stdout.write(`resource ${index + 1}:\n${lines.join('')}`);
  });
  return 0;
}

const names: readonly string[] = [
  'MNName',
  'NodeID',
  'KeyToken',
  'IPAddresses',
  'ConnectivityNames',
  'HMCName',
  'HMCIPAddr',
  'HMCAddIPs',
  'HMCAddIPv6s',
  'ActivePeerDomain',
  'NodeNameList',
];

// One for each console that manages the system. The type of a console stands without its dash (captured).
function resources(context: Context): Resource[] {
  const { engine, host, lab } = context;
  const partition = ownPartition(context);
  const quoted = (text: string) => `"${text}"`;
  return consolesOf(engine, partition.system).map((console) => {
    const address = addressOf(engine, console.name);
    const values = [
      quoted(partition.rmc_ipaddr),
      String(nodeId(Number(lab.meta('seed') ?? 1), console.serial)),
      quoted(console.name),
      `{${quoted(address)}}`,
      `{${quoted(partition.rmc_ipaddr)}}`,
      quoted(`${console.type_model.replace('-', '')}*${console.serial}`),
      quoted(address),
      quoted(''),
      quoted(''),
      quoted(''),
      `{${quoted(host.name)}}`,
    ];
    return names.map((name, index) => [name, values[index] ?? ''] as const);
  });
}

// 64 bits, the same for all partitions of a console.
function nodeId(seed: number, serial: string): bigint {
  const place = [...serial].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
  return (BigInt(seeded(seed, place, 12)) << 32n) | BigInt(seeded(seed, place, 13));
}

export const command: Command = { spec, run };
