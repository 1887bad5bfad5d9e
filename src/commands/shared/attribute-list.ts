import type { Arguments } from '../../cli/arguments.ts';
import type { Context } from '../../cli/context.ts';
import { flag, type OptionSpec, valued } from '../../cli/spec.ts';
import { usageText } from '../../cli/usage.ts';
import { fillFormat, fittedTable, text } from '../../format/devices.ts';
import { deviceMessages as messages } from '../../messages/devices.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { legalLines } from '../../model/devices/attributes/legal.ts';
import type { DeviceAttribute } from '../../model/devices/attributes.ts';
import { requireAttribute, requireDevice } from './devices.ts';

const named = "parlab's devices are those of a host: name one with -l.";

/** What lsattr is, on AIX and in the root shell of a VIO server. */
export const attributeListSpec = {
  name: 'lsattr',
  purpose: 'displays attributes of devices, and the values they may have',
  synopsis: [
    'lsattr { -D [ -O ] | -E [ -O ] | -P [ -O ] | -F Format [ -Z Character ] } -l Name [ -a Attribute ] ... [ -f File ] [ -h ] [ -H ]',
    'lsattr -R { -l Name | [ -c Class ] [ -s Subclass ] [ -t Type ] } -a Attribute [ -f File ] [ -h ] [ -H ]',
  ],
  evidence: 'document',
  operands: { name: 'operand', minimum: 0, maximum: 0 },
  exclusive: [
    ['D', 'E', 'P', 'R'],
    ['O', 'F', 'R'],
    ['H', 'O'],
  ],
  needs: { O: ['D', 'E', 'P'], Z: ['F'] },
  user: 'any',
  statuses: {
    '0': 'The command completed successfully.',
    '>0': 'An error occurred.',
  },
} as const;

/** @param level of AIX that brought -P */
export function attributeListOptions(level: string | undefined): readonly OptionSpec[] {
  return [
    valued('l', 'Name', 'The device.', 'document'),
    valued('a', 'Attribute', 'Only this attribute; may be given several times.', 'document', {
      repeat: true,
    }),
    flag('D', 'Default values.', 'document'),
    flag('E', 'Effective values: those of the database, also when they wait for the next start.', 'document'),
    flag('P', 'Values with which the device was last configured.', 'document', level ? { since: level } : {}),
    flag('R', 'The values that the attribute may have.', 'document'),
    flag('O', 'Names in one line after a #, values in the next, separated by colons.', 'document'),
    valued('F', 'Format', 'Prints these columns, with what stands between their names.', 'document'),
    valued('Z', 'Character', 'Ends the output of each attribute with this character.', 'document'),
    flag('H', 'Prints a line of titles first.', 'document'),
    flag('h', 'Prints the usage.', 'document'),
    valued('c', 'Class', 'A class of devices.', 'document', { refused: named }),
    valued('s', 'Subclass', 'A subclass of devices.', 'document', { refused: named }),
    valued('t', 'Type', 'A type of devices.', 'document', { refused: named }),
    valued('o', 'operation', 'An operation of the device.', 'document', { refused: named }),
    valued('f', 'File', 'Reads flags from a file.', 'document', { refused: 'flags are typed.' }),
  ];
}

type Value = (attribute: DeviceAttribute) => string;

/** @returns the exit status. @throws Failure */
export function listAttributes(args: Arguments, context: Context): number {
  if (args.has('h')) {
    context.stdout.write(usageText(attributeListSpec));
    return 0;
  }
  const name = args.value('l');
  if (name === undefined) throw misuse(messages.oneOf, { flags: '-l' });
  if (!['D', 'E', 'P', 'R', 'F'].some((each) => args.has(each)))
    throw misuse(messages.oneOf, { flags: '-D, -E, -P, -F and -R' });
  const wanted = args.values('a');
  if (args.has('R') && wanted.length !== 1) throw misuse(messages.oneAttribute, {});
  const { attributes } = requireDevice(context, 'lsattr', name);
  const rows =
    wanted.length === 0 ? attributes : wanted.map((each) => requireAttribute(context, attributes, each));
  if (args.has('R')) return printLegal(context, rows);
  const value: Value = (each) =>
    args.has('D') ? each.byDefault : args.has('P') ? each.inForce : each.database;
  const format = args.value('F');
  if (format !== undefined) return printFormat(args, context, rows, format, value);
  if (args.has('O')) {
    if (rows.length > 0)
      context.stdout.write(text([`#${rows.map((each) => each.name).join(':')}`, rows.map(value).join(':')]));
    return 0;
  }
  context.stdout.write(attributeTable(rows, value, args.has('H')));
  return 0;
}

/** Name, value, description and whether users may set it. */
export function attributeTable(rows: readonly DeviceAttribute[], value: Value, titles: boolean): string {
  const header = titles ? ['attribute', 'value', 'description', 'user_settable'] : undefined;
  return fittedTable(
    rows.map((each) => [each.name, value(each), each.description, each.userSettable]),
    header,
  );
}

/** Prints what a value may be. @throws Failure */
export function printLegal(context: Context, rows: readonly DeviceAttribute[]): number {
  for (const { name, definition } of rows) {
    const lines = legalLines(definition.legal);
    if (lines.length === 0) throw failure(messages.noRange, { attribute: name });
    context.stdout.write(text(lines));
  }
  return 0;
}

function printFormat(
  args: Arguments,
  context: Context,
  rows: readonly DeviceAttribute[],
  format: string,
  value: Value,
): number {
  const columns: Readonly<Record<string, (attribute: DeviceAttribute) => string>> = {
    attribute: (each) => each.name,
    value,
    description: (each) => each.description,
    user_settable: (each) => each.userSettable,
    deflt: (each) => each.byDefault,
  };
  const line = (of: (column: string) => string) => {
    const filled = fillFormat(format, (column) => (Object.hasOwn(columns, column) ? of(column) : undefined));
    if ('unknown' in filled) throw failure(messages.noColumn, { column: filled.unknown });
    return filled.text;
  };
  const header = line((column) => column);
  const end = args.value('Z') ?? '\n';
  if (args.has('H')) context.stdout.write(`${header}\n\n`);
  for (const row of rows) context.stdout.write(`${line((column) => columns[column]?.(row) ?? '')}${end}`);
  return 0;
}
