import type { Place } from '../model/place.ts';
import { findUser } from '../model/users/identity.ts';
import type { Lab } from '../state/lab.ts';
import type { Visitor } from './join.ts';
import { shellOf } from './shell.ts';

/** Who comes in, with what their line of /etc/passwd says. */
export interface KnownVisitor extends Visitor {
  readonly name: string;
  readonly home: string;
  readonly shell: string;
}

/** @returns a user of a place as somebody who comes in; undefined if the place has none of that name */
export function visitorOf(lab: Lab, place: Place, name: string): KnownVisitor | undefined {
  const user = findUser(lab, place, name);
  // Somebody may have removed /etc/passwd: root can still come and repair it.
  if (!user) return name === 'root' ? rootOfTrees() : undefined;
  const groups = user.groups.map(({ gid }) => gid);
  // The machine may not have the shell that AIX's users have.
  return { ...user, groups, shell: /\/(b?sh|ksh\w*|tsh)$/.test(user.shell) ? shellOf() : user.shell };
}

/** Who sits at the console of a host: root, whatever its /etc/passwd has become. */
export function rootOfTrees(): KnownVisitor {
  return { name: 'root', uid: 0, gid: 0, groups: [0], home: '/', shell: shellOf() };
}
