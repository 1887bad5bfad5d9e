import { failure } from '../../messages/failure.ts';
import { userMessages as messages } from '../../messages/users.ts';
import { nameList, userAttribute } from './attributes.ts';
import { type Account, readId } from './entries.ts';
import type { UserFiles } from './user-files.ts';

/** Attributes as typed. */
export type Typed = Readonly<Record<string, string>>;

/**
 * Changes attributes of a user, in memory.
 * @throws Failure for an attribute or a value that cannot be; nothing is to be saved then
 */
export function changeUser(files: UserFiles, account: Account, typed: Typed): void {
  const stored = Object.entries(typed).map(
    ([name, value]) => [name, storedValue(files, name, value)] as const,
  );
  let changed = account;
  for (const [name, value] of stored) {
    const home = userAttribute(name)?.home;
    if (home === 'limits') files.setStanza('limits', account.name, { [name]: value });
    else if (home === 'user') files.setStanza('user', account.name, { [name]: value });
    else if (name !== 'groups') changed = { ...changed, ...accountField(files, changed, name, value) };
  }
  files.setAccount(account.name, changed);
  const groups = typed.groups;
  if (groups !== undefined) joinGroups(files, account.name, nameList(groups));
  if (typed.pgrp !== undefined) joinGroup(files, account.name, typed.pgrp);
}

function storedValue(files: UserFiles, attribute: string, value: string): string {
  const known = userAttribute(attribute);
  if (!known) throw failure(messages.unknownAttribute, { attribute });
  const stored = value === '' && emptied(attribute) ? '' : known.store(value);
  if (stored === undefined) throw failure(messages.badValue, { attribute, value });
  if (known.groups)
    for (const name of nameList(stored)) if (!files.group(name)) throw failure(messages.noGroup, { name });
  return stored;
}

// What is left without a value: lists, and what is only told.
function emptied(attribute: string): boolean {
  return !['id', 'pgrp', 'home', 'groups'].includes(attribute);
}

function accountField(files: UserFiles, account: Account, name: string, value: string): Partial<Account> {
  if (name === 'gecos') return { gecos: value };
  if (name === 'home') return { home: value };
  if (name === 'shell') return { shell: allowedShell(files, value) };
  if (name === 'pgrp') return { gid: files.group(value)?.gid ?? account.gid };
  const uid = readId(value) ?? account.uid;
  const other = files.accounts().find((each) => each.uid === uid && each.name !== account.name);
  if (other) throw failure(messages.idTaken, { id: uid, name: other.name });
  return { uid };
}

function allowedShell(files: UserFiles, shell: string): string {
  const listed = shellsOf(files);
  if (shell !== '' && listed.length > 0 && !listed.includes(shell))
    throw failure(messages.shellNotListed, { shell });
  return shell;
}

/** The shells that /etc/security/login.cfg lists. */
export function shellsOf(files: UserFiles): string[] {
  return nameList(files.stanzas('login.cfg').get('usw')?.get('shells') ?? '').map((shell) => shell.trim());
}

// The lines of these groups have the user, those of all others do not.
function joinGroups(files: UserFiles, user: string, names: readonly string[]): void {
  for (const group of files.groups()) {
    const is = group.members.includes(user);
    const shall = names.includes(group.name);
    if (is === shall) continue;
    const members = shall ? [...group.members, user] : group.members.filter((member) => member !== user);
    files.setGroup(group.name, { ...group, members });
  }
}

/** Adds a user to the line of a group. */
export function joinGroup(files: UserFiles, user: string, name: string): void {
  const group = files.group(name);
  if (!group || group.members.includes(user)) return;
  files.setGroup(name, { ...group, members: [...group.members, user] });
}
