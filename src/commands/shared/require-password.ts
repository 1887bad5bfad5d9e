import type { Context } from '../../cli/context.ts';
import { failure } from '../../messages/failure.ts';
import { userMessages } from '../../messages/users.ts';
import type { Place } from '../../model/place.ts';
import { checkPassword } from '../../model/users/identity.ts';
import type { Lab } from '../../state/lab.ts';

/** Asks for the password of a user of a place. @throws Failure unless it is right */
export async function requirePassword(
  lab: Lab,
  place: Place,
  user: string,
  ask: Context['ask'],
): Promise<void> {
  const password = await ask(`${user}'s Password: `, { hidden: true });
  if (password === undefined) throw failure(userMessages.noTerminal, {});
  const check = checkPassword(lab, place, user, password);
  if (check === 'locked') throw failure(userMessages.loginLocked, {});
  // Whether there is such a user is nobody's business who does not know the password.
  if (check !== 'ok') throw failure(userMessages.loginWrong, {});
}
