import type { Context } from '../../cli/context.ts';
import { failure } from '../../messages/failure.ts';
import { volumeMessages } from '../../messages/volumes.ts';
import { findLogicalVolume } from '../../state/volumes.ts';
import { logOf } from './file-system-words.ts';

/** The log that somebody names for a file system. @throws Failure if there is no such volume */
export function knownLog({ engine, host }: Context, typed: string | undefined): string | undefined {
  const log = logOf(typed);
  if (log === undefined || !log.startsWith('/')) return log;
  const name = log.replace(/^\/dev\//, '');
  if (!findLogicalVolume(engine, host.name, name))
    throw failure(volumeMessages.noVolume, { program: 'getlvodm', name });
  return log;
}
