import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { usageText } from '../../cli/usage.ts';
import { fillFormat, fittedColumns, fittedTable, text } from '../../format/devices.ts';
import { deviceMessages as messages } from '../../messages/devices.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { byName, type Device } from '../../model/devices/device.ts';
import { devicesSeen } from '../../model/system/devices.ts';

const predefined = 'parlab knows the devices of its hosts, not every device that AIX could have.';

const spec: CommandSpec = {
  name: 'lsdev',
  platform: 'aix',
  purpose: 'displays devices and their characteristics',
  synopsis: [
    'lsdev [ -C ] [ -c Class ] [ -s Subclass ] [ -t Type ] [ -f File ] [ -F Format | -r ColumnName ] [ -h ] [ -H ] [ -l { Name | - } ] [ -p Parent ] [ -S State ] [ -x ]',
    'lsdev -P [ -c Class ] [ -s Subclass ] [ -t Type ] [ -f File ] [ -F Format | -r ColumnName ] [ -h ] [ -H ]',
  ],
  evidence: 'document',
  options: [
    flag('C', 'Devices of the host; so without it, too.', 'document'),
    valued('c', 'Class', 'Devices of this class.', 'document'),
    valued('s', 'Subclass', 'Devices of this subclass.', 'document'),
    valued('t', 'Type', 'Devices of this type.', 'document'),
    valued('l', 'Name', 'This device; nothing is printed if there is none.', 'capture'),
    valued('p', 'Parent', 'Devices that hang on this one.', 'document'),
    valued('S', 'State', 'Devices in this state: a word or its number.', 'document'),
    valued('F', 'Format', 'Prints these columns, with what stands between their names.', 'document'),
    valued('r', 'ColumnName', 'Prints the values of a column, each once.', 'document'),
    flag('H', 'Prints a line of titles first.', 'document'),
    flag('h', 'Prints the usage.', 'document'),
    flag('P', 'Devices that could be defined.', 'document', { refused: predefined }),
    flag('x', 'Leaves out devices that are not supported.', 'document', { refused: predefined }),
    valued('f', 'File', 'Reads flags from a file.', 'document', { refused: 'flags are typed.' }),
  ],
  operands: { name: 'operand', minimum: 0, maximum: 0 },
  exclusive: [['F', 'r']],
  user: 'any',
  statuses: {
    '0': 'The command completed successfully, also without any device.',
    '>0': 'An error occurred.',
  },
};

const columns: Readonly<Record<string, (device: Device) => string>> = {
  name: ({ name }) => name,
  status: ({ status }) => status,
  location: ({ location }) => location,
  description: ({ description }) => description,
  physloc: ({ physloc }) => physloc,
  parent: ({ parent }) => parent,
  class: (device) => device.class,
  subclass: ({ subclass }) => subclass,
  type: ({ type }) => type,
};

const usual = ['name', 'status', 'location', 'description'] as const;

function run(args: Arguments, context: Context): number {
  if (args.has('h')) {
    context.stdout.write(usageText(spec));
    return 0;
  }
  const rows = devicesSeen(context.engine, context.place)
    .map(({ device }) => device)
    .filter(filterOf(args))
    .sort(byName);
  const format = args.value('F');
  if (format !== undefined) return printFormat(args, context, rows, format);
  const column = args.value('r');
  if (column !== undefined) {
    const value = Object.hasOwn(columns, column) ? columns[column] : undefined;
    if (!value) throw failure(messages.noColumn, { column });
    context.stdout.write(text([...new Set(rows.map(value))].filter((each) => each !== '').sort()));
    return 0;
  }
  const cells = rows.map((device) => usual.map((name) => columns[name]?.(device) ?? ''));
  if (args.has('H')) context.stdout.write(fittedTable(cells, usual));
  else context.stdout.write(text(fittedColumns(cells)));
  return 0;
}

const states: Readonly<Record<string, string>> = {
  '0': 'defined',
  '1': 'available',
  '2': 'stopped',
  a: 'available',
  available: 'available',
  d: 'defined',
  defined: 'defined',
  s: 'stopped',
  stopped: 'stopped',
  u: 'undefined',
  undefined: 'undefined',
};

function filterOf(args: Arguments): (device: Device) => boolean {
  const given = args.value('S');
  const wanted = given?.toLowerCase() ?? '';
  const state = Object.hasOwn(states, wanted) ? states[wanted] : undefined;
  if (given !== undefined && state === undefined) throw misuse(messages.badState, { state: given });
  const is = (letter: string, value: string) => (args.value(letter) ?? value) === value;
  return (device) =>
    is('c', device.class) &&
    is('s', device.subclass) &&
    is('t', device.type) &&
    is('l', device.name) &&
    is('p', device.parent) &&
    (state === undefined || device.status.toLowerCase() === state);
}

function printFormat(args: Arguments, context: Context, rows: readonly Device[], format: string): number {
  const line = (of: (column: string) => string) => {
    const filled = fillFormat(format, (column) => (Object.hasOwn(columns, column) ? of(column) : undefined));
    if ('unknown' in filled) throw failure(messages.noColumn, { column: filled.unknown });
    return filled.text;
  };
  const header = line((column) => column);
  const lines = rows.map((row) => line((column) => columns[column]?.(row) ?? ''));
  context.stdout.write(text(args.has('H') ? [header, '', ...lines] : lines));
  return 0;
}

export const command: Command = { spec, run };
