import type { Change } from '../../state/change.ts';
import { seededLetters } from '../../state/random.ts';
import { letters, makeRecord, saltLength } from './password-record.ts';
import type { UserFiles } from './user-files.ts';

/** Words beside a password: `ADMCHG` (it is to be changed at the next login), `ADMIN`, `NOCHECK`. */
export const passwordFlags: readonly string[] = ['ADMIN', 'ADMCHG', 'NOCHECK'];

/**
 * Sets the password of a user, in memory. The salt comes from the world's seed: the same commands write the same bytes.
 * @param flags `''`: none
 */
export function setPassword(
  change: Change,
  files: UserFiles,
  user: string,
  password: string,
  flags: string,
): void {
  const account = files.account(user);
  if (!account) return;
  const seed = Number(change.lab.meta('seed') ?? 1);
  const salt = seededLetters(seed, change.next('salt'), letters, saltLength);
  files.setStanza('passwd', user, {
    password: makeRecord(password, salt),
    lastupdate: String(change.lab.now()),
    flags: flags || undefined,
  });
  files.setAccount(user, { ...account, password: '!' });
}
