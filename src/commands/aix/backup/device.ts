import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { type OptionSpec, valued } from '../../../cli/spec.ts';
import { readHeading } from '../../../format/backup-image.ts';
import { backupMessages as messages } from '../../../messages/backup.ts';
import { failure, misuse } from '../../../messages/failure.ts';
import type { NewFile, OpenFile } from '../../../model/backup/files.ts';

/** The default of all backup commands. */
export const defaultDevice = '/dev/rmt0';

/** Why flags of tapes are refused. */
export const tapesOnly = 'it is for tapes, which the lab does not have.';

export function deviceOption(purpose: string): OptionSpec {
  return valued('f', 'Device', `${purpose} The default, ${defaultDevice}, is not there.`, 'document', {
    path: 'caller',
  });
}

export function blocksOption(text: string): OptionSpec {
  return valued('b', 'Blocks', text, 'document');
}

/** 512-byte blocks of a read or write; 100 unless `-b` says something else. @throws Failure */
export function blocksOf(args: Arguments): number {
  const blocks = args.value('b');
  if (blocks === undefined) return 100;
  if (!/^[1-9]\d{0,4}$/.test(blocks)) throw misuse(messages.blocksInvalid, { blocks });
  return Number(blocks);
}

function isTape(device: string): boolean {
  return /^\/dev\/rmt\d/.test(device);
}

/** Whether a device means the standard output. */
export function isOutput(device: string): boolean {
  return device === '-' || device === '/dev/stdout';
}

/** A file for a new backup, and what puts it where it belongs. @throws Failure */
export interface Target {
  readonly file: NewFile;
  /** Progress goes here: not into the backup. */
  readonly context: Context;
  deliver(): void;
}

/** @throws Failure */
export function openTarget(device: string, context: Context): Target {
  if (isTape(device)) throw failure(messages.noTape, { device });
  if (!isOutput(device)) {
    const file = context.files('caller').make(device);
    return { file, context, deliver: () => file.keep() };
  }
  const { stdout } = context;
  if (!stdout.writeBytes || stdout.terminal === true) throw failure(messages.noOutput, {});
  const file = context.scratch();
  const aside: Context = {
    ...context,
    say: (message, values) => context.report({ ...message, stream: 'stderr' }, values),
  };
  return {
    file,
    context: aside,
    deliver: () => {
      for (let at = 0; ; ) {
        const piece = file.read(at, 1_048_576);
        if (piece.length === 0) return;
        stdout.writeBytes?.(piece);
        at += piece.length;
      }
    },
  };
}

/** A backup that was made by savewpar, by its first line. */
export interface Opened {
  readonly file: OpenFile;
  readonly path: string;
  readonly oslevel: string;
}

/** @throws Failure */
export function openBackup(path: string, context: Context): Opened {
  if (isTape(path)) throw failure(messages.noTape, { device: path });
  const files = context.files('caller');
  const start = files.head(path, 200);
  if (start === undefined) throw failure(messages.notFound, { path });
  const heading = readHeading(start);
  if (heading?.kind !== 'savewpar') throw failure(messages.notBackup, { path });
  const file = files.open(path);
  if (!file) throw failure(messages.notFound, { path });
  return { file, path, oslevel: heading.oslevel };
}
