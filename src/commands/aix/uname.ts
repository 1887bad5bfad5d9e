import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { type Identity, identityOf } from '../../model/system/identity.ts';

const names = 'the names of hosts and workload partitions are those of the lab.';

const spec: CommandSpec = {
  name: 'uname',
  platform: 'aix',
  purpose: 'displays the name of the operating system and of the machine',
  synopsis: [
    'uname [ -a | -x | -S Name ] [ -F ] [ -f ] [ -l ] [ -L ] [ -m ] [ -M ] [ -n ] [ -p ] [ -r ] [ -s | -V ] [ -T Name ] [ -u ] [ -v ] [ -W ]',
  ],
  evidence: 'document',
  options: [
    flag('a', 'All that -s, -n, -r, -v and -m show.', 'document'),
    flag('x', 'As -a, and what -l shows.', 'document'),
    flag('s', 'Name of the system; so without flags.', 'document'),
    flag('n', 'Name of the node.', 'document'),
    flag('r', 'Release of the operating system.', 'document'),
    flag('v', 'Version of the operating system.', 'document'),
    flag('m', 'Number of the machine.', 'document'),
    flag('l', 'Number of the LAN.', 'document'),
    flag('p', 'Architecture of the processors.', 'document'),
    flag('M', 'Model of the machine.', 'document'),
    flag('u', 'Id of the machine.', 'document'),
    flag('F', 'A string that all partitions of the machine have.', 'document'),
    flag('f', 'A string that only this partition has.', 'document'),
    flag('L', 'Number and name of the partition; -1 NULL without one.', 'document'),
    flag('W', 'Configured id of the workload partition; 0 in the global environment.', 'document'),
    flag('V', 'Not documented where it could be read.', 'document', {
      refused: 'what it does is not known from any readable page.',
    }),
    valued('S', 'Name', 'Sets the name of the node.', 'document', { refused: names }),
    valued('T', 'Name', 'Sets the name of the system.', 'document', { refused: names }),
  ],
  operands: { name: 'operand', minimum: 0, maximum: 0 },
  exclusive: [['a', 'S']],
  user: 'any',
  statuses: { 0: 'What was asked for is shown.', '>0': 'An error occurred.' },
};

/** In the order in which it is printed: the first five as POSIX has them, -p after -v as captured; the rest is ours. */
const facts: readonly (readonly [string, keyof Identity])[] = [
  ['s', 'system'],
  ['n', 'node'],
  ['r', 'release'],
  ['v', 'version'],
  ['m', 'machine'],
  ['l', 'lan'],
  ['p', 'processor'],
  ['M', 'model'],
  ['u', 'systemId'],
  ['F', 'systemString'],
  ['f', 'partitionString'],
  ['L', 'partition'],
  ['W', 'wpar'],
];

function run(args: Arguments, { engine, place, stdout }: Context): number {
  const identity = identityOf(engine, place);
  const all = args.has('x') ? 'snrvml' : args.has('a') ? 'snrvm' : '';
  const chosen = facts.filter(([letter]) => args.has(letter) || all.includes(letter));
  const shown = chosen.length > 0 ? chosen : facts.slice(0, 1);
  stdout.write(`${shown.map(([, fact]) => identity[fact]).join(' ')}\n`);
  return 0;
}

export const command: Command = { spec, run };
