import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, type OptionSpec, valued } from '../../cli/spec.ts';
import { fittedTable, serverTable, text } from '../../format/devices.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { viosMessages as messages } from '../../messages/vios.ts';
import { attributesOf } from '../../model/devices/attributes.ts';
import { type Device, placeOf } from '../../model/devices/device.ts';
import { childrenOf, devicesOf } from '../../model/devices/tree.ts';
import { attributeTable, printLegal } from '../shared/attribute-list.ts';
import { requireAttribute } from '../shared/devices.ts';
import { printSlots } from './lsdev/slots.ts';
import { deviceTypes } from './lsdev/types.ts';
import { printData, printInventory } from './lsdev/vital-product-data.ts';

function several(letter: string, name: string, meaning: string): OptionSpec {
  return {
    flag: letter,
    argument: { kind: 'value', name, several: true },
    text: meaning,
    evidence: 'document',
  };
}

const spec: CommandSpec = {
  name: 'lsdev',
  platform: 'vios',
  purpose: 'displays devices and their characteristics',
  synopsis: [
    'lsdev [ -type DeviceType... ] [ -virtual ] [ -field FieldName... ] [ -fmt Delimiter ] [ -state State ]',
    'lsdev { -dev DeviceName | -plc PhysicalLocationCode } [ -child ] [ -field FieldName... ] [ -fmt Delimiter ]',
    'lsdev { -dev DeviceName | -plc PhysicalLocationCode } [ -attr [ Attribute ] | -range Attribute | -slot | -vpd | -parent ]',
    'lsdev -vpd',
    'lsdev -slots',
  ],
  evidence: 'document',
  parse: 'vios',
  options: [
    several('type', 'DeviceType', `Devices of these types: ${Object.keys(deviceTypes).join(', ')}.`),
    flag('virtual', 'Virtual devices only.', 'document'),
    several('field', 'FieldName', 'Only these fields: name, status, physloc, description, parent.'),
    valued('fmt', 'Delimiter', 'Separates fields with this character, without titles.', 'document'),
    valued('state', 'State', 'Devices in this state: 0 or Defined, 1 or Available.', 'recalled'),
    valued('dev', 'DeviceName', 'This device.', 'document'),
    valued('plc', 'PhysicalLocationCode', 'The device at this location.', 'document'),
    flag('child', 'Devices that hang on it.', 'document'),
    {
      flag: 'attr',
      argument: { kind: 'optional', name: 'Attribute' },
      text: 'Its attributes, or the value of one.',
      evidence: 'document',
    },
    valued('range', 'Attribute', 'The values that an attribute may have.', 'document'),
    flag('slot', 'The slot it is in.', 'document'),
    flag('vpd', 'Vital product data, of all devices or of one.', 'document'),
    flag('parent', 'What it hangs on.', 'document'),
    flag('slots', 'All slots.', 'document'),
  ],
  operands: { name: 'operand', minimum: 0, maximum: 0 },
  exclusive: [
    ['dev', 'plc', 'type', 'slots'],
    ['dev', 'plc', 'virtual', 'slots'],
    ['dev', 'plc', 'state', 'slots'],
    ['child', 'attr', 'range', 'slot', 'slots', 'vpd', 'parent'],
    ['field', 'attr', 'range', 'slot', 'slots', 'vpd', 'parent'],
    ['fmt', 'attr', 'range', 'slot', 'slots', 'vpd', 'parent'],
    ['type', 'vpd'],
    ['virtual', 'vpd'],
    ['state', 'vpd'],
  ],
  needs: {
    child: ['dev', 'plc'],
    attr: ['dev', 'plc'],
    range: ['dev', 'plc'],
    slot: ['dev', 'plc'],
    parent: ['dev', 'plc'],
  },
  user: 'any',
  statuses: {
    '0': 'The command completed successfully.',
    '10': 'There is no device of this name, or at this location.',
    '>0': 'An error occurred.',
  },
};

function run(args: Arguments, context: Context): number {
  const devices = devicesOf(context.engine, context.host);
  if (args.has('slots')) return printSlots(context, devices);
  if (args.has('dev') || args.has('plc')) return describe(args, context, devices, named(args, devices));
  if (args.has('vpd')) return printInventory(context, devices);
  return print(args, context, chosen(args, devices));
}

/** @throws Failure with status 10 */
function named(args: Arguments, devices: readonly Device[]): Device {
  const name = args.value('dev');
  const location = args.value('plc') ?? '';
  const found = devices.find((each) =>
    name === undefined ? location !== '' && each.physloc === location : each.name === name,
  );
  if (found) return found;
  throw name === undefined
    ? failure(messages.noDeviceAt, { location })
    : failure(messages.noSuchDevice, { name });
}

function describe(args: Arguments, context: Context, devices: readonly Device[], device: Device): number {
  if (args.has('slot')) return printSlots(context, devices, device);
  if (args.has('vpd')) return printData(context, device);
  if (args.has('parent')) {
    context.stdout.write(text(['parent', '', device.parent]));
    return 0;
  }
  const attribute = args.value('attr');
  const ranged = args.value('range');
  if (attribute === undefined && ranged === undefined)
    return print(args, context, args.has('child') ? childrenOf(devices, device.name) : [device]);
  const attributes = attributesOf(placeOf(context.engine, context.host), device);
  if (ranged !== undefined) return printLegal(context, [requireAttribute(context, attributes, ranged)]);
  if (attribute === '' || attribute === undefined) {
    context.stdout.write(attributeTable(attributes, (each) => each.database, true));
    return 0;
  }
  context.stdout.write(fittedTable([[requireAttribute(context, attributes, attribute).database]], ['value']));
  return 0;
}

function chosen(args: Arguments, devices: readonly Device[]): Device[] {
  const types = args.values('type').map((value) => {
    const type = Object.hasOwn(deviceTypes, value) ? deviceTypes[value] : undefined;
    if (!type) throw misuse(messages.notAValue, { value, flag: '-type' });
    return type;
  });
  const state = stateOf(args.value('state'));
  return devices.filter(
    (device) =>
      (types.length === 0 || types.some((type) => type(device, devices))) &&
      (!args.has('virtual') || device.virtual) &&
      (state === undefined || device.status === state),
  );
}

function stateOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (/^(0|defined)$/i.test(value)) return 'Defined';
  if (/^(1|available)$/i.test(value)) return 'Available';
  throw misuse(messages.notAValue, { value, flag: '-state' });
}

const fields: Readonly<Record<string, (device: Device) => string>> = {
  name: ({ name }) => name,
  status: ({ status }) => status,
  physloc: ({ physloc }) => physloc,
  description: ({ description }) => description,
  parent: ({ parent }) => parent,
};

function print(args: Arguments, context: Context, devices: readonly Device[]): number {
  const names = args.has('field') ? args.values('field') : ['name', 'status', 'description'];
  const wrong = names.find((name) => !Object.hasOwn(fields, name));
  if (wrong !== undefined) throw misuse(messages.notAValue, { value: wrong, flag: '-field' });
  const rows = devices.map((device) => names.map((name) => fields[name]?.(device) ?? ''));
  const delimiter = args.value('fmt');
  if (delimiter === undefined) {
    context.stdout.write(serverTable(names, rows));
    return 0;
  }
  if (!/^\S$/.test(delimiter)) throw misuse(messages.notAValue, { value: delimiter, flag: '-fmt' });
  // An empty field is one blank, as in lsmap -fmt (capture).
  context.stdout.write(text(rows.map((row) => row.map((cell) => cell || ' ').join(delimiter))));
  return 0;
}

export const command: Command = { spec, run };
