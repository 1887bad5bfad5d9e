import type { Context } from '../../cli/context.ts';
import { failure } from '../../messages/failure.ts';
import { labMessages } from '../../messages/lab.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';

/** A software source in /dev has to be a device of the host; what is in other directories is not recorded. */
export function checkSource(source: string | undefined, { engine, host }: Context): void {
  const device = /^\/dev\/(.*)$/.exec(source ?? '')?.[1];
  if (device === undefined) return;
  const found = engine.get('SELECT 1 FROM disk WHERE host = ? AND name = ?', host.name, device);
  if (!found) throw failure(messages.noDevice, { device: `/dev/${device}` });
}

/** Names of WPARs in a file of the caller's. @throws Failure if there are none */
export function namesIn(file: string, context: Context): string[] {
  const text = context.files('caller').read(file);
  if (text === undefined) throw failure(labMessages.cannotRead, { path: file, why: 'no such file' });
  const names = text.split(/\s+/).filter((name) => name !== '');
  if (names.length === 0)
    throw failure(labMessages.cannotRead, { path: file, why: 'there are no names in it' });
  return names;
}
