import type { Context } from '../../cli/context.ts';
import { failure } from '../../messages/failure.ts';
import { fileSystemMessages as messages } from '../../messages/file-systems.ts';
import type { MountWish } from '../../model/storage/mounting.ts';
import { parseStanzas, type Stanza } from '../../model/storage/stanzas.ts';

/** The stanzas of /etc/filesystems where one is, or of another file. @throws Failure if that does not exist */
export function readStanzas(file: string | undefined, context: Context): Stanza[] {
  const text = context.files('host').read(file ?? '/etc/filesystems');
  if (text === undefined && file !== undefined) throw failure(messages.noFile, { path: file });
  return parseStanzas(text ?? '');
}

/** What a stanza says is to be mounted. */
export function wishOf({ directory, attributes }: Stanza): MountWish {
  const { dev = '', nodename = '', vfs, options = '' } = attributes;
  return { node: nodename, source: dev, directory, vfs, options };
}
