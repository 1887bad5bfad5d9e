import { failure } from '../../messages/failure.ts';
import { userMessages as messages } from '../../messages/users.ts';
import { makePlaceHome, readPlaceFile } from '../tree/files.ts';
import { changeUser, type Typed } from './change-user.ts';
import type { Account } from './entries.ts';
import { usualShell } from './identity.ts';
import { requireName } from './names.ts';
import type { UserFiles } from './user-files.ts';

/** First ids of users and groups, as the first lines of a fresh /etc/security/.ids say (recalled). */
const firstId = { ordinary: 200, administrative: 7 } as const;

/** What /usr/lib/security/mkuser.default says (documented: staff; the rest is recalled). */
function defaults(name: string, administrative: boolean): Typed {
  const group = administrative ? 'system' : 'staff';
  return { pgrp: group, groups: group, home: `/home/${name}`, shell: usualShell };
}

/** Why the home directory of a user that was made is not there. */
export interface NoHome {
  readonly path: string;
  /** The system's code. */
  readonly why: string;
}

/**
 * Makes a user and its home directory.
 * @param administrative it is one of those that only root changes
 * @returns what is missing all the same
 * @throws Failure if it cannot be; nothing is changed then
 */
export function makeUser(
  files: UserFiles,
  name: string,
  typed: Typed,
  administrative: boolean,
): NoHome | undefined {
  requireName(name);
  if (files.account(name)) throw failure(messages.exists, { name });
  const usual = defaults(name, administrative);
  // A primary group of one's own is the only group, if no others are named.
  const groups = typed.groups ?? typed.pgrp ?? usual.groups ?? '';
  const id =
    typed.id ??
    String(
      freeId(
        files.accounts().map(({ uid }) => uid),
        administrative,
      ),
    );
  const account: Account = { name, password: '*', uid: 0, gid: 0, gecos: '', home: '', shell: '' };
  files.setAccount(name, account);
  files.setStanza('user', name, { admin: String(administrative) });
  changeUser(files, account, { ...usual, ...typed, groups, id });
  files.save();
  return makeHome(files, name);
}

/** The lowest number that nobody has. @throws Failure */
export function freeId(taken: readonly number[], administrative: boolean): number {
  const used = new Set(taken);
  for (let id: number = administrative ? firstId.administrative : firstId.ordinary; id < 65_534; id++)
    if (!used.has(id)) return id;
  throw failure(messages.noFreeId, {});
}

// As mkuser.sys: what is there already is left alone, and the profile is that of /etc/security.
function makeHome(files: UserFiles, name: string): NoHome | undefined {
  const account = files.account(name);
  if (!account || account.home === '/') return undefined;
  const { lab, place } = files.current();
  const text = readPlaceFile(lab, place, '/etc/security/.profile') ?? '';
  try {
    makePlaceHome(lab, place, account.home, account, { name: '.profile', text });
    return undefined;
  } catch (error) {
    return { path: account.home, why: (error as NodeJS.ErrnoException).code ?? 'unknown' };
  }
}
