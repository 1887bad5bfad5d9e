import type { Context } from '../../cli/context.ts';
import { printable } from '../../messages/define.ts';
import { failure } from '../../messages/failure.ts';
import { userMessages as messages } from '../../messages/users.ts';
import { placeName } from '../../model/place.ts';
import { checkPassword, passwordRecord } from '../../model/users/identity.ts';
import { brokenRules } from '../../model/users/password-rules.ts';
import { setPassword } from '../../model/users/set-password.ts';
import { UserFiles } from '../../model/users/user-files.ts';

/** Asks for the old password of a user, if one is set. @returns it. @throws Failure if it is not the right one */
export async function askOld(context: Context, name: string): Promise<string | undefined> {
  const { lab, place } = context;
  if (!passwordRecord(new UserFiles(lab, place), name)) return undefined;
  const typed = await ask(context, `${printable(name)}'s Old password: `);
  // A locked account is no reason to say that the password is wrong: it is the lock's, not the record's.
  const check = checkPassword(lab, place, name, typed);
  if (check !== 'ok' && check !== 'locked') throw failure(messages.notTheOld, {});
  return typed;
}

/** Asks twice for a new password. @throws Failure if there is none */
export async function askNew(context: Context, name: string): Promise<string> {
  const first = await ask(context, `${printable(name)}'s New password: `);
  if (first === '') throw failure(messages.noEntry, {});
  const second = await ask(context, 'Enter the new password again: ');
  if (first !== second) throw failure(messages.notTwice, {});
  return first;
}

async function ask(context: Context, question: string): Promise<string> {
  const typed = await context.ask(question, { hidden: true });
  if (typed === undefined) throw failure(messages.noTerminal, {});
  return typed;
}

/**
 * Sets the password of a user of the place, if the rules of the place allow it.
 * @param flags words beside it, `ADMCHG`
 * @returns the exit status. @throws Failure if there is no such user any more
 */
export function storeNew(
  context: Context,
  name: string,
  passwords: { readonly fresh: string; readonly old: string | undefined },
  flags: string,
): number {
  const broken = context.lab.update((change) => {
    const files = new UserFiles(context.lab, context.place);
    if (!files.account(name)) throw failure(messages.noUser, { name });
    const known = files.stanzas('passwd').get(name)?.get('flags') ?? '';
    const rules = known.includes('NOCHECK') ? [] : brokenRules(files, name, passwords.fresh, passwords.old);
    if (rules.length > 0) return rules;
    setPassword(change, files, name, passwords.fresh, flags);
    files.save();
    change.note(context.host.name, placeName(context.place), `password of ${name} changed`);
    return [];
  });
  if (broken.length === 0) return 0;
  context.report(messages.weak, {});
  for (const rule of broken) context.report(messages.rule, { rule });
  return 1;
}
