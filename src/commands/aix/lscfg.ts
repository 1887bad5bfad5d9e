import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { platformText, resourceText } from '../../format/vital-product-data.ts';
import { deviceMessages } from '../../messages/devices.ts';
import { failure } from '../../messages/failure.ts';
import type { Device } from '../../model/devices/device.ts';
import { vitalProductData } from '../../model/devices/vital-product-data.ts';
import { devicesSeen } from '../../model/system/devices.ts';

const spec: CommandSpec = {
  name: 'lscfg',
  platform: 'aix',
  purpose: 'displays the configuration of the machine, and vital product data',
  synopsis: ['lscfg [ -v ] [ -p ] [ -s ] [ -l Name ]'],
  evidence: 'recalled',
  options: [
    flag('v', 'With vital product data.', 'recalled'),
    flag('p', 'With what the firmware knows.', 'recalled'),
    flag('s', 'Descriptions in lines of their own.', 'recalled'),
    valued('l', 'Name', 'Only this device; * stands for any characters.', 'recalled'),
  ],
  operands: { name: 'operand', minimum: 0, maximum: 0 },
  user: 'any',
  statuses: { 0: 'The devices are shown.', 1: 'There is no such device.' },
};

function run(args: Arguments, context: Context): number {
  const devices = devicesSeen(context.engine, context.place)
    .map(({ device }) => device)
    .filter((device) => !software.includes(device.class));
  const wanted = args.value('l');
  const shown = wanted === undefined ? devices : devices.filter(({ name }) => fits(name, wanted));
  if (wanted !== undefined && shown.length === 0)
    throw failure(deviceMessages.noDevice, { program: 'lscfg', name: wanted });
  const { stdout } = context;
  if (wanted === undefined) stdout.write(args.has('v') ? titlesWithData : titles);
  const width = Math.max(...shown.map((device) => placeOf(device).length)) + 2;
  const entries = shown.map((device) => entry(device, args, wanted === undefined, width));
  stdout.write(entries.join(args.has('v') ? '\n' : ''));
  if (!args.has('p')) return 0;
  const known = shown.map((device) => platformText(vitalProductData(device))).filter((each) => each !== '');
  if (known.length > 0) stdout.write(`\n  PLATFORM SPECIFIC\n\n${known.join('\n')}`);
  return 0;
}

// Classes of devices that are no resources of the machine.
const software = ['if', 'lvm', 'tcpip'];

function fits(name: string, pattern: string): boolean {
  if (!pattern.includes('*')) return name === pattern;
  const source = pattern.replace(/[^*\w]/g, '\\$&').replace(/\*+/g, '.*');
  return pattern.length < 200 && new RegExp(`^${source}$`, 's').test(name);
}

function placeOf({ physloc, location }: Device): string {
  return physloc || location;
}

// Two blanks after the longest place (captures). Which devices are in the resource list is a guess.
function entry(device: Device, args: Arguments, marked: boolean, width: number): string {
  if (args.has('v')) return resourceText(vitalProductData(device));
  const { name, description } = device;
  const mark = marked ? (device.virtual || device.class === 'bus' ? '* ' : '+ ') : '  ';
  const first = `${mark}${name.padEnd(16)} ${placeOf(device).padEnd(width)}`;
  return args.has('s') ? `${first.trimEnd()}\n        ${description}\n` : `${first}${description}\n`;
}

const model = `  Model Architecture: chrp
  Model Implementation: Multiple Processor, PCI bus
`;

const titles = `INSTALLED RESOURCE LIST

The following resources are installed on the machine.
+/- = Added or deleted from Resource List.
*   = Diagnostic support not available.
\t
${model}\t
`;

const titlesWithData = `INSTALLED RESOURCE LIST WITH VPD

The following resources are installed on your machine.
\t
${model}\t
`;

export const command: Command = { spec, run };
