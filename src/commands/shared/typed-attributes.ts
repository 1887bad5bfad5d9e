import { failure, misuse } from '../../messages/failure.ts';
import { usageMessages } from '../../messages/usage.ts';
import { userMessages as messages } from '../../messages/users.ts';
import type { Typed } from '../../model/users/change-user.ts';

/** The words of mkuser, chuser, mkgroup and chgroup: `Attribute=Value ... Name`. @throws Failure */
export function typedAttributes(words: readonly string[]): { readonly name: string; readonly typed: Typed } {
  const name = words.at(-1);
  if (name === undefined) throw misuse(usageMessages.missingOperand, { operand: 'Name' });
  const typed = new Map<string, string>();
  for (const word of words.slice(0, -1)) {
    const end = word.indexOf('=');
    const attribute = word.slice(0, end);
    if (end <= 0) throw misuse(messages.notAPair, { word });
    if (!/^\w+$/.test(attribute)) throw failure(messages.unknownAttribute, { attribute });
    // The last one counts, as with all assignments.
    typed.set(attribute, word.slice(end + 1));
  }
  return { name, typed: Object.fromEntries(typed) };
}
