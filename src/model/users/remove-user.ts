import { failure } from '../../messages/failure.ts';
import { userMessages as messages } from '../../messages/users.ts';
import { nameList } from './attributes.ts';
import type { UserFiles } from './user-files.ts';

/**
 * Removes a user, in memory; its home directory stays.
 * @param passwords its password and what goes with it are removed, too
 * @throws Failure
 */
export function removeUser(files: UserFiles, name: string, passwords: boolean): void {
  if (!files.account(name)) throw failure(messages.noUser, { name });
  if (name === 'root') throw failure(messages.needsRoot, {});
  files.setAccount(name, undefined);
  for (const group of files.groups())
    if (group.members.includes(name))
      files.setGroup(group.name, { ...group, members: group.members.filter((member) => member !== name) });
  for (const [group, attributes] of files.stanzas('group')) {
    const adms = nameList(attributes.get('adms') ?? '');
    if (adms.includes(name))
      files.setStanza('group', group, { adms: adms.filter((each) => each !== name).join(',') || undefined });
  }
  files.removeStanza('user', name);
  files.removeStanza('limits', name);
  if (passwords) files.removeStanza('passwd', name);
}

/** Removes a group, in memory. @throws Failure */
export function removeGroup(files: UserFiles, name: string): void {
  const group = files.group(name);
  if (!group) throw failure(messages.noGroup, { name });
  const user = files.accounts().find(({ gid }) => gid === group.gid);
  if (user) throw failure(messages.primaryGroup, { name, user: user.name });
  files.setGroup(name, undefined);
  files.removeStanza('group', name);
}
