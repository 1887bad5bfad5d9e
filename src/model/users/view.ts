import { userAttribute, userAttributes } from './attributes.ts';
import type { Account, Group } from './entries.ts';
import type { UserFiles } from './user-files.ts';

/** Attributes with their values, in the order of a listing. */
export type Shown = readonly (readonly [attribute: string, value: string])[];

/** The groups of a user, the primary one first, then in the order of /etc/group. */
export function groupsOf(files: UserFiles, { name, gid }: Account): Group[] {
  const groups = files.groups();
  const primary = groups.find((group) => group.gid === gid);
  const others = groups.filter((group) => group !== primary && group.members.includes(name));
  return primary ? [primary, ...others] : others;
}

/** An attribute of a stanza; what the user's own does not say is that of `default`. */
export function setting(
  files: UserFiles,
  file: 'limits' | 'user',
  name: string,
  attribute: string,
): string | undefined {
  const stanzas = files.stanzas(file);
  return stanzas.get(name)?.get(attribute) ?? stanzas.get('default')?.get(attribute);
}

/** Whether an attribute that is true or false is true. */
export function isSet(files: UserFiles, name: string, attribute: string): boolean {
  const value = setting(files, 'user', name, attribute);
  return value !== undefined && userAttribute('admin')?.store(value) === 'true';
}

/** The value of an attribute of a user; undefined if there is none. */
export function userValue(files: UserFiles, account: Account, attribute: string): string | undefined {
  switch (attribute) {
    case 'id':
      return String(account.uid);
    case 'pgrp':
      return files.groups().find(({ gid }) => gid === account.gid)?.name ?? String(account.gid);
    case 'groups':
      return groupsOf(files, account)
        .map(({ name }) => name)
        .join(',');
    case 'home':
      return account.home;
    case 'shell':
      return nonEmpty(account.shell);
    case 'gecos':
      return nonEmpty(account.gecos);
    case 'registry':
      return 'files';
  }
  const known = userAttribute(attribute);
  if (!known) return undefined;
  const value = setting(files, known.home === 'limits' ? 'limits' : 'user', account.name, attribute);
  if (attribute === 'umask') return value?.replace(/^0+(?=\d)/, '');
  return value;
}

function nonEmpty(value: string): string | undefined {
  return value === '' ? undefined : value;
}

/** What everybody may read: the rest is in files that only root and the group security read. */
export const publicAttributes: readonly string[] = ['id', 'pgrp', 'groups', 'home', 'shell', 'gecos'];

/** All attributes of a user that have a value, or stand in the files without one. */
export function shownUser(files: UserFiles, account: Account, everything: boolean): Shown {
  const names = everything ? Object.keys(userAttributes) : publicAttributes;
  return names.flatMap((name) => {
    const value = userValue(files, account, name);
    return value === undefined ? [] : [[name, value] as const];
  });
}

/** The value of an attribute of a group; undefined if there is none. */
export function groupValue(files: UserFiles, group: Group, attribute: string): string | undefined {
  const stanza = files.stanzas('group').get(group.name);
  switch (attribute) {
    case 'id':
      return String(group.gid);
    case 'admin':
      return stanza?.get('admin') === 'true' ? 'true' : 'false';
    case 'users':
      return membersOf(files, group).join(',');
    case 'adms':
      return nonEmpty(stanza?.get('adms') ?? '');
    case 'registry':
      return 'files';
    default:
      return undefined;
  }
}

// Whoever has it as the primary group is in it, whether its line says so or not.
function membersOf(files: UserFiles, { gid, members }: Group): string[] {
  const primary = files.accounts().filter((account) => account.gid === gid);
  return [...new Set([...members, ...primary.map(({ name }) => name)])];
}
