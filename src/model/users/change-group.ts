import { failure } from '../../messages/failure.ts';
import { userMessages as messages } from '../../messages/users.ts';
import { nameList, storedId, storedTruth } from './attributes.ts';
import type { Typed } from './change-user.ts';
import { type Group, readId } from './entries.ts';
import { freeId } from './make-user.ts';
import { requireName } from './names.ts';
import type { UserFiles } from './user-files.ts';

/** Who makes a group, and how. */
export interface NewGroup {
  /** One of those that only root changes. */
  readonly administrative: boolean;
  /** The user who is to administer it. */
  readonly administrator: string | undefined;
}

/** Makes a group, in memory. @throws Failure if it cannot be; nothing is to be saved then */
export function makeGroup(files: UserFiles, name: string, typed: Typed, how: NewGroup): void {
  requireName(name);
  if (files.group(name)) throw failure(messages.exists, { name });
  // Also those of users whose group is gone: they would be in the new one.
  const taken = [...files.groups(), ...files.accounts()].map(({ gid }) => gid);
  const gid = typed.id === undefined ? freeId(taken, how.administrative) : (readId(typed.id) ?? -1);
  const other = files.groups().find((group) => group.gid === gid);
  if (other) throw failure(messages.idTaken, { id: gid, name: other.name });
  const group: Group = { name, password: '!', gid: gid < 0 ? 0 : gid, members: [] };
  files.setGroup(name, group);
  files.setStanza('group', name, {
    admin: String(how.administrative),
    ...(how.administrator === undefined ? {} : { adms: how.administrator }),
  });
  changeGroup(files, group, typed);
}

/** Changes attributes of a group, in memory. @throws Failure for what cannot be; nothing is to be saved then */
export function changeGroup(files: UserFiles, group: Group, typed: Typed): void {
  let changed = group;
  for (const [attribute, value] of Object.entries(typed)) {
    if (attribute === 'id') changed = { ...changed, gid: newId(files, group, value) };
    else if (attribute === 'users') changed = { ...changed, members: users(files, value) };
    else if (attribute === 'adms') {
      files.setStanza('group', group.name, { adms: users(files, value).join(',') || undefined });
    } else files.setStanza('group', group.name, { [attribute]: stored(attribute, value) });
  }
  files.setGroup(group.name, changed);
}

function stored(attribute: string, value: string): string | undefined {
  if (attribute === 'registry' && value === 'files') return undefined;
  if (attribute !== 'admin' && attribute !== 'registry')
    throw failure(messages.unknownAttribute, { attribute });
  const truth = attribute === 'admin' ? storedTruth(value) : undefined;
  if (truth === undefined) throw failure(messages.badValue, { attribute, value });
  return truth;
}

function newId(files: UserFiles, group: Group, value: string): number {
  const gid = storedId(value);
  if (gid === undefined) throw failure(messages.badValue, { attribute: 'id', value });
  const other = files.groups().find((each) => each.gid === Number(gid) && each.name !== group.name);
  if (other) throw failure(messages.idTaken, { id: gid, name: other.name });
  return Number(gid);
}

function users(files: UserFiles, value: string): string[] {
  const names = nameList(value);
  for (const name of names) if (!files.account(name)) throw failure(messages.noUser, { name });
  return names;
}
