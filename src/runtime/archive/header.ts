import type { Header } from 'tar-stream';
import type { MemberKind } from '../../model/backup/protocol.ts';
import { bytesOf, nameOf, nameOfText, textOf } from './bytes.ts';

/** A member of an archive. */
export interface Member {
  /** `./etc/motd`; a directory has no slash at its end, but for `./` itself. */
  readonly name: string;
  readonly kind: MemberKind;
  /** Of links: what they name. */
  readonly target: string;
  readonly mode: number;
  readonly user: number;
  readonly group: number;
  /** Seconds since 1970. */
  readonly modified: number;
  readonly size: number;
  /** Blocks of zeros in it take no room. */
  readonly sparse: boolean;
}

/** Our own records beside those of POSIX: names that are no UTF-8 (hexadecimal), and holes. */
const records = { name: 'PARLAB.name', target: 'PARLAB.target', sparse: 'PARLAB.sparse' } as const;

const types: Readonly<Record<MemberKind, Header['type']>> = {
  directory: 'directory',
  fifo: 'fifo',
  file: 'file',
  link: 'link',
  symlink: 'symlink',
};

/** The member as tar-stream writes it. */
export function headerOf(member: Member): Partial<Header> & Pick<Header, 'name'> {
  const pax: Record<string, string> = { mtime: member.modified.toFixed(6) };
  const text = (value: string, record: string): string => {
    const known = textOf(value);
    if (known !== undefined) return known;
    pax[record] = bytesOf(value).toString('hex');
    return value.replace(/[^\x20-\x7e]/g, '?');
  };
  const name = text(member.name, records.name);
  const target = text(member.target, records.target);
  if (member.sparse) pax[records.sparse] = '1';
  return {
    name,
    type: types[member.kind],
    // The bit of a file, for tar-stream takes 0 for "not said".
    mode: member.mode | 0o100000,
    uid: member.user,
    gid: member.group,
    mtime: new Date(Math.max(0, Math.min(member.modified, 0x7fffffff)) * 1000),
    size: member.size,
    ...(target === '' ? {} : { linkname: target }),
    pax,
  };
}

/** @returns the member that a header describes, unchecked; undefined for a kind that no backup has */
export function memberOf(header: Header): Member | undefined {
  const kind = Object.entries(types).find(([, type]) => type === header.type)?.[0] as MemberKind | undefined;
  if (kind === undefined) return undefined;
  const pax = (header.pax ?? {}) as Readonly<Record<string, unknown>>;
  const read = (value: string, record: string): string => {
    const hex = pax[record];
    if (typeof hex === 'string' && /^([0-9a-f]{2})+$/.test(hex)) return nameOf(Buffer.from(hex, 'hex'));
    return nameOfText(value);
  };
  const name = read(header.name, records.name);
  const exact = Number(pax.mtime);
  return {
    name: kind === 'directory' && name.length > 2 ? name.replace(/\/$/, '') : name,
    kind,
    target: kind === 'link' || kind === 'symlink' ? read(header.linkname ?? '', records.target) : '',
    mode: header.mode & 0o7777,
    user: header.uid,
    group: header.gid,
    modified: Number.isFinite(exact) && pax.mtime !== '' ? exact : header.mtime.getTime() / 1000,
    size: header.size,
    sparse: pax[records.sparse] === '1',
  };
}
