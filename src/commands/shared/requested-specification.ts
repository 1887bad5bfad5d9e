import type { Arguments } from '../../cli/arguments.ts';
import type { Context } from '../../cli/context.ts';
import { parseImageData } from '../../format/image-data.ts';
import { parseSpecification } from '../../format/specification.ts';
import { failure } from '../../messages/failure.ts';
import { labMessages } from '../../messages/lab.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import { describeWpar } from '../../model/wpar/describe.ts';
import { yesNo } from '../../model/wpar/devices.ts';
import { requireWpar } from '../../model/wpar/lock.ts';
import {
  emptySpecification,
  overlay,
  type Specification,
  type Stanza,
} from '../../model/wpar/specification.ts';
import { logicalVolumeExists } from '../../model/wpar/storage.ts';
import { objectsOf } from '../../state/wpars.ts';

/**
 * What the flags of mkwpar and wparexec ask for: an existing WPAR (`-e`) or a file (`-f`) underneath, the command line on top.
 * @throws Failure for a file or a WPAR that is not there
 */
export function requestedSpecification(args: Arguments, context: Context): Specification {
  const top = commandLine(args, context);
  const file = args.value('f');
  if (file !== undefined) {
    const text = context.files('caller').read(file);
    if (text === undefined) throw failure(labMessages.cannotRead, { path: file, why: 'no such file' });
    return overlay(parseSpecification(text, file), top);
  }
  const existing = args.value('e');
  if (existing === undefined) return top;
  const wpar = requireWpar(context.engine, context.host.name, existing);
  const { uuid: _, ...columns } = wpar;
  return overlay(describeWpar(columns, objectsOf(context.engine, wpar.id)), top);
}

function commandLine(args: Arguments, context: Context): Specification {
  const general: Record<string, string> = {};
  const values: Record<string, string> = {
    n: 'name',
    h: 'hostname',
    d: 'directory',
    g: 'vg',
    H: 'architecture',
    b: 'devices',
    u: 'script',
    U: 'uuid',
  };
  for (const [letter, attribute] of Object.entries(values)) {
    const value = args.value(letter);
    if (value !== undefined && !(letter === 'U' && value === '')) general[attribute] = value;
  }
  const switches: Record<string, string> = {
    A: 'auto',
    c: 'checkpointable',
    i: 'routing',
    l: 'privateusr',
    r: 'resolver',
    x: 'xwparipc',
  };
  for (const [letter, attribute] of Object.entries(switches))
    if (args.has(letter)) general[attribute] = 'yes';
  const former = args.value('p');
  if (former) general.name ??= former;
  if (args.has('p')) general.preserve = 'yes';
  return {
    ...emptySpecification,
    general,
    networks: args.lists('N'),
    routes: args.lists('I'),
    mounts: [...imageDataMounts(args, context), ...args.lists('M')],
    devices: args.lists('D'),
    kexts: args.lists('X'),
    resources: args.list('R'),
    security: args.list('S'),
  };
}

function imageDataMounts(args: Arguments, context: Context): Stanza[] {
  if (!args.has('L')) return [];
  const { image_data: path, shrink, nomaps } = args.list('L');
  if (path === undefined) throw failure(messages.valueInvalid, { attribute: 'image_data', value: '' });
  const text = context.files('caller').read(path);
  if (text === undefined) throw failure(labMessages.cannotRead, { path, why: 'no such file' });
  const options = { shrink: yesNo('shrink', shrink), nomaps: yesNo('nomaps', nomaps) };
  const volumeExists = (name: string) => logicalVolumeExists(context.engine, context.host.name, name);
  return parseImageData(text, path, options).map((mount) => {
    const device = mount.dev ?? '';
    if (!volumeExists(device)) return mount;
    // mkwpar page: if the name exists, a new one is generated and a warning is issued.
    context.report(messages.logicalVolumeRenamed, { device });
    const { dev: _, ...unnamed } = mount;
    return unnamed;
  });
}
