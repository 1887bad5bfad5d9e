import type { Arguments } from '../../../cli/arguments.ts';
import { parseArguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { parseImageData, wantsExactFit } from '../../../format/image-data.ts';
import { parseSpecification } from '../../../format/specification.ts';
import { backupMessages as messages } from '../../../messages/backup.ts';
import { failure } from '../../../messages/failure.ts';
import { labMessages } from '../../../messages/lab.ts';
import { wparMessages } from '../../../messages/wpar.ts';
import type { CheckedBackup } from '../../../model/backup/read.ts';
import {
  emptySpecification,
  overlay,
  type Specification,
  type Stanza,
} from '../../../model/wpar/specification.ts';
import { logicalVolumeExists } from '../../../model/wpar/storage.ts';
import { findWpar } from '../../../state/wpars.ts';
import { requestedSpecification } from '../../shared/requested-specification.ts';
import { command as mkwpar } from '../mkwpar.ts';

/** The flags of mkwpar that `-M` hands on. @throws Failure (misuse) */
export function mkwparFlags(args: Arguments, context: Context): Arguments {
  const words = (args.value('M') ?? '').split(/\s+/).filter((word) => word !== '');
  return parseArguments(mkwpar.spec, words, context.host.release);
}

/**
 * The WPAR that a backup makes: its specification, with the sizes of image.data, and the command line on top.
 * @throws Failure
 */
export function restoredSpecification(
  args: Arguments,
  more: Arguments,
  backup: CheckedBackup,
  context: Context,
): Specification {
  const given = args.value('w');
  const base =
    given === undefined
      ? parseSpecification(backup.specification, `${backup.path}:wpar.spec`)
      : parseSpecification(textOf(given, context), given);
  const sized = { ...base, mounts: sizedMounts(args, base.mounts, backup, context) };
  const asked = overlay(overlay(sized, requestedSpecification(more, context)), commandLine(args));
  const name = asked.general.name;
  if (name === undefined) throw failure(messages.noWriteName, {});
  if (!args.has('a') || args.has('n') || !findWpar(context.engine, context.host.name, name)) return asked;
  return { ...asked, general: { ...asked.general, name: freeName(name, context) } };
}

function freeName(name: string, { engine, host }: Context): string {
  let number = 1;
  while (findWpar(engine, host.name, `${name}${number}`)) number++;
  return `${name}${number}`;
}

function textOf(path: string, context: Context): string {
  const text = context.files('caller').read(path);
  if (text === undefined) throw failure(labMessages.cannotRead, { path, why: 'no such file' });
  return text;
}

function commandLine(args: Arguments): Specification {
  const values = { n: 'name', h: 'hostname', d: 'directory', B: 'devices' } as const;
  const general: Record<string, string> = { auto: args.has('A') ? 'yes' : 'no', preserve: 'no' };
  for (const [letter, attribute] of Object.entries(values)) {
    const value = args.value(letter);
    if (value !== undefined) general[attribute] = value;
  }
  if (args.has('r')) general.resolver = 'yes';
  return { ...emptySpecification, general };
}

function sizedMounts(
  args: Arguments,
  mounts: readonly Stanza[],
  backup: CheckedBackup,
  context: Context,
): readonly Stanza[] {
  const given = args.value('i');
  const path = given ?? `${backup.path}:image.data`;
  const text = given === undefined ? backup.imageData : textOf(given, context);
  const nomaps = args.has('U');
  if (!nomaps && wantsExactFit(text, path)) throw failure(messages.exactFit, {});
  const sizes = parseImageData(text, path, { shrink: args.has('k'), nomaps: true });
  const size = new Map(sizes.map((each) => [each.directory, each.size ?? '']));
  const known = new Set(mounts.map((mount) => mount.directory));
  return [
    ...mounts.map((mount) => renamed({ ...mount, ...sizeOf(size.get(mount.directory)) }, context)),
    ...sizes.flatMap(({ directory, vfs, size: each }) =>
      directory === undefined || known.has(directory)
        ? []
        : [{ directory, vfs: vfs ?? 'jfs2', ...sizeOf(each) }],
    ),
  ];
}

function sizeOf(size: string | undefined): Stanza {
  return size === undefined ? {} : { size };
}

// mkwpar page, -L: if the name of a logical volume exists, a new one is generated and a warning is issued.
function renamed(mount: Stanza, context: Context): Stanza {
  const { dev, vfs, ...rest } = mount;
  if (dev === undefined || vfs === 'nfs' || vfs === 'namefs') return mount;
  const device = dev.replace(/^\/dev\//, '');
  if (!logicalVolumeExists(context.engine, context.host.name, device)) return mount;
  context.report(wparMessages.logicalVolumeRenamed, { device });
  return { ...rest, ...(vfs === undefined ? {} : { vfs }) };
}
