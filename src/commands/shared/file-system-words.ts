import { failure, misuse } from '../../messages/failure.ts';
import { fileSystemMessages as messages } from '../../messages/file-systems.ts';
import { cleanDirectory } from '../../model/wpar/directories.ts';

/** What jfs2 knows and parlab's file systems do not have. */
const unsupported = [
  ...[
    'agblksize',
    'dmapi',
    'efs',
    'freeze',
    'isnapshot',
    'logsize',
    'maxext',
    'mountguard',
    'quota',
    'reclaim',
  ],
  ...['refreeze', 'vix', 'ea', 'attr', 'ag', 'bf', 'compress', 'frag', 'nbpi', 'splitcopy', 'copy'],
];

/** What a stanza has from elsewhere. */
const fixed = ['dev', 'vfs', 'mount', 'type', 'nodename', 'account', 'check', 'free', 'vol'];

/**
 * Attributes as -a gives them. What crfs does not know goes into the stanza (crfs page).
 * @throws Failure
 */
export function readAttributes(words: readonly string[], directory: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const word of words) {
    const [, name = '', value = ''] =
      /^([A-Za-z]\w{0,63})=([^\u0000-\u001f\u007f"]{1,1023})$/.exec(word) ?? [];
    if (name === '') throw misuse(messages.attribute, { word });
    if (unsupported.includes(name)) throw failure(messages.attributeUnsupported, { attribute: name });
    if (fixed.includes(name)) throw failure(messages.attributeFixed, { attribute: name, directory });
    found.set(name, value);
  }
  return found;
}

/** @returns whether it is the first word. @throws Failure if it is none of both */
export function oneOf(value: string | undefined, first: string, second: string): boolean | undefined {
  if (value !== undefined && value !== first && value !== second)
    throw misuse(messages.yesNo, { value, first, second });
  return value === undefined ? undefined : value === first;
}

/** @throws Failure unless it is absolute and has no `..`, and fits into a stanza */
export function mountPointOf(typed: string): string {
  const directory = cleanDirectory(typed);
  const parts = directory.split('/');
  const sound = directory.startsWith('/') && !parts.includes('..') && !parts.includes('.');
  if (!sound || directory === '/' || /[\u0000-\u0020\u007f:]/.test(directory)) {
    throw failure(messages.directory, { directory });
  }
  return directory;
}

/** @throws Failure for what cannot stand in a stanza */
export function mountGroupOf(typed: string | undefined): string | undefined {
  if (typed !== undefined && !/^[\w.-]{1,64}$/.test(typed))
    throw failure(messages.groupLabel, { group: typed });
  return typed;
}

/** The log as a stanza names it. */
export function logOf(typed: string | undefined): string | undefined {
  if (typed === undefined || typed === 'INLINE' || typed === 'NULL') return typed;
  return typed.startsWith('/') ? typed : `/dev/${typed}`;
}
