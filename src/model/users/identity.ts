import type { Lab } from '../../state/lab.ts';
import type { Place } from '../place.ts';
import { verifies } from './password-record.ts';
import { UserFiles } from './user-files.ts';
import { groupsOf, isSet } from './view.ts';

/** A user as a login needs it. */
export interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** All groups, the primary one first. */
  readonly groups: readonly { readonly name: string; readonly gid: number }[];
  readonly home: string;
  /** Never empty. */
  readonly shell: string;
}

/** The shell of users whose line names none. */
export const usualShell = '/usr/bin/ksh';

/** @returns the user of that name in a place; undefined if it has none */
export function findUser(lab: Lab, place: Place, name: string): User | undefined {
  const files = new UserFiles(lab, place);
  const account = files.account(name);
  if (!account) return undefined;
  const { uid, gid, home, shell } = account;
  const groups = groupsOf(files, account).map((group) => ({ name: group.name, gid: group.gid }));
  return { name, uid, gid, groups, home: home || '/', shell: shell || usualShell };
}

/** `none`: no password is set, so that nobody logs in with one. `locked`: whatever the password is. */
export type PasswordCheck = 'locked' | 'none' | 'ok' | 'unknown' | 'wrong';

/** Whether a user of a place may log in with a password. */
export function checkPassword(lab: Lab, place: Place, user: string, password: string): PasswordCheck {
  const files = new UserFiles(lab, place);
  const account = files.account(user);
  if (!account) return 'unknown';
  if (isSet(files, user, 'account_locked')) return 'locked';
  const record = passwordRecord(files, user);
  if (record === undefined) return 'none';
  if (record === '') return password === '' ? 'ok' : 'wrong';
  return verifies(record, password) ? 'ok' : 'wrong';
}

/** What stands for the password of a user: `''` where none is needed, undefined where none is set. */
export function passwordRecord(files: UserFiles, user: string): string | undefined {
  const field = files.account(user)?.password;
  if (field === '') return '';
  // A record may also stand in /etc/passwd itself, as it did long ago.
  const record = field === '!' ? files.stanzas('passwd').get(user)?.get('password') : field;
  return record === '*' ? undefined : record;
}
