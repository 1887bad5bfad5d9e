import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { interfaceText } from '../../format/ifconfig.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { systemMessages as messages } from '../../messages/system.ts';
import { usageMessages } from '../../messages/usage.ts';
import { hexAddress, interfacesSeen, type SeenInterface } from '../../model/system/addresses.ts';

const spec: CommandSpec = {
  name: 'ifconfig',
  platform: 'aix',
  purpose: 'displays the network interfaces and their addresses',
  synopsis: ['ifconfig Interface [ inet | inet6 ]', 'ifconfig -a [ -l ] [ -d ] [ -u ] [ inet | inet6 ]'],
  evidence: 'recalled',
  options: [
    flag('a', 'All interfaces.', 'capture'),
    flag('l', 'Only the names, in one line.', 'recalled'),
    flag('d', 'Only interfaces that are down: parlab has none.', 'recalled'),
    flag('u', 'Only interfaces that are up.', 'recalled'),
  ],
  operands: { name: 'Interface', minimum: 0, maximum: Number.POSITIVE_INFINITY },
  exclusive: [['d', 'u']],
  user: 'any',
  statuses: { 0: 'The interfaces are shown.', 1: 'There is no such interface, or it was to be changed.' },
};

const families = ['inet', 'inet6'];

function run(args: Arguments, { engine, place, stdout }: Context): number {
  const all = ['a', 'd', 'l', 'u'].some((each) => args.has(each));
  if (!all && args.operands.length === 0)
    throw misuse(usageMessages.missingOperand, { operand: 'Interface' });
  const name = all ? undefined : args.operand;
  const rest = args.operands.slice(all ? 0 : 1);
  if (rest.some((word) => !families.includes(word))) throw failure(messages.fixedAddresses, {});
  const [family, extra] = rest;
  if (extra !== undefined) throw misuse(usageMessages.extraOperand, { operand: extra });
  const seen = interfacesSeen(engine, place);
  const named = name === undefined ? seen : seen.filter((each) => each.name === name);
  if (named.length === 0) throw failure(messages.noInterface, { name: name ?? '' });
  const shown = args.has('d') ? [] : named;
  if (args.has('l')) stdout.write(`${shown.map((each) => each.name).join(' ')}\n`);
  else stdout.write(shown.map((each) => text(each, family)).join(''));
  return 0;
}

function text({ name, addresses }: SeenInterface, wanted: string | undefined): string {
  const lines = addresses
    .filter(({ family }) => wanted === undefined || family === wanted)
    .map((each) => (each.family === 'inet' ? { ...each, mask: hexAddress(each.mask) } : each));
  return interfaceText({ name, addresses: lines });
}

export const command: Command = { spec, run };
