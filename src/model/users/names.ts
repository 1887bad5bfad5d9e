import { failure } from '../../messages/failure.ts';
import { userMessages as messages } from '../../messages/users.ts';

/** max_logname of a fresh AIX is 9, with the byte that ends it (capture of an installation that checks it). */
const longestName = 8;

/** @throws Failure for a name that a new user or group cannot have */
export function requireName(name: string): void {
  if (name.length > longestName) throw failure(messages.nameTooLong, { name });
  // Documented: these do not begin a name, those are not in one, and two words are kept.
  const bad = name === '' || /^[-+@~]/.test(name) || /[\s:"#,=\\/?'`\0]/.test(name);
  if (bad || !/^[\x21-\x7e]+$/.test(name) || name === 'ALL' || name === 'default')
    throw failure(messages.badName, { name });
}
