import { failure } from '../../messages/failure.ts';
import { fileSystemMessages as messages } from '../../messages/file-systems.ts';

const localKinds = ['jfs', 'jfs2', 'namefs', 'procfs'];
const remoteKinds = ['nfs', 'nfs3', 'nfs4'];

/** @returns the kind, or undefined if none was said. @throws Failure if parlab does not mount it */
export function vfsOf(typed: string | undefined, node: string): string | undefined {
  const kinds = node === '' ? localKinds : remoteKinds;
  if (typed !== undefined && !kinds.includes(typed)) throw failure(messages.vfsUnknown, { vfs: typed });
  return typed;
}

const words = [
  ...[
    'acl',
    'bg',
    'cio',
    'dio',
    'fg',
    'hard',
    'intr',
    'noacl',
    'nodev',
    'nointr',
    'noguard',
    'nosuid',
    'rbr',
  ],
  ...['rbrw', 'rbw', 'remount', 'ro', 'rw', 'secure', 'soft', 'guard'],
];
const numbers = [
  ...['acdirmax', 'acdirmin', 'acregmax', 'acregmin', 'actimeo', 'biods', 'port', 'proto', 'retrans'],
  ...['retry', 'rsize', 'sec', 'timeo', 'vers', 'wsize', 'log', 'maxpout', 'minpout'],
];

/** Options as they are kept. @throws Failure for one that AIX does not have */
export function optionsOf(typed: string, readOnly: boolean): string {
  const options = typed.split(',').filter((each) => each !== '');
  for (const option of options) {
    const [name = '', value] = option.split('=', 2);
    const known =
      value === undefined ? words.includes(name) : numbers.includes(name) && /^[\w./]+$/.test(value);
    if (!known || name === 'remount') throw failure(messages.optionUnknown, { option });
  }
  const access = readOnly ? options.filter((each) => each !== 'rw' && each !== 'ro') : options;
  return [...(readOnly ? ['ro'] : []), ...access].join(',');
}
