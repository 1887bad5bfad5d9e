import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { text } from '../../format/devices.ts';
import { classAttributes } from '../../model/dlpar/class-attributes.ts';
import { classesOf, requireClass } from '../../model/dlpar/workload.ts';
import type { ClassAttributes } from '../../state/workload.ts';
import { classPlaces } from '../shared/class-words.ts';

const spec: CommandSpec = {
  name: 'lsclass',
  platform: 'aix',
  purpose: 'lists workload classes',
  synopsis: ['lsclass [ -C | -D | -f ] [ -r ] [ -d Config_Dir ] [ -S SuperClass ] [ Class ]'],
  evidence: 'recalled',
  options: [
    flag('f', 'Attributes and limits, as stanzas.', 'recalled'),
    flag('C', 'Attributes and limits, with colons between them.', 'recalled'),
    flag('D', 'The values that attributes have where nobody set them.', 'recalled'),
    flag('r', 'With subclasses.', 'recalled', { refused: 'there are only superclasses.' }),
    ...classPlaces,
  ],
  operands: { name: 'Class', minimum: 0, maximum: 1 },
  exclusive: [['C', 'D', 'f']],
  user: 'any',
  statuses: { 0: 'The classes are shown.', 1: 'There is none of that name.' },
};

function run(args: Arguments, { engine, host, stdout }: Context): number {
  const classes =
    args.operands.length === 0 ? classesOf(engine, host) : [requireClass(engine, host, args.operand)];
  if (args.has('D')) {
    stdout.write(stanza('default', {}));
    return 0;
  }
  if (args.has('f')) {
    stdout.write(classes.map(({ name, definition }) => stanza(name, definition ?? {})).join('\n'));
    return 0;
  }
  if (!args.has('C')) {
    stdout.write(text(classes.map(({ name }) => name)));
    return 0;
  }
  const rows = classes.map(({ name, definition }) => [
    name,
    ...classAttributes.map((each) => definition?.[each.name] ?? each.byDefault),
  ]);
  const titles = `#name:${classAttributes.map(({ name }) => name).join(':')}`;
  // A colon of a description would begin another field.
  stdout.write(text([titles, ...rows.map((row) => row.map((cell) => cell.replace(/:/g, '#!:')).join(':'))]));
  return 0;
}

function stanza(name: string, attributes: ClassAttributes): string {
  const lines = classAttributes.map((each) => {
    const value = attributes[each.name] ?? each.byDefault;
    return `\t${each.name} = ${each.quoted ? `"${value}"` : value}`;
  });
  return text([`${name}:`, ...lines]);
}

export const command: Command = { spec, run };
