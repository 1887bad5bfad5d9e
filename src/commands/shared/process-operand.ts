import type { Context } from '../../cli/context.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { rsetMessages as messages } from '../../messages/rsets.ts';
import { processesOn } from '../../model/processes/overview.ts';
import type { ProcessRow } from '../../model/processes/rows.ts';
import { usersOf } from '../../model/processes/users.ts';

/** @throws Failure if the word is no number */
export function numberOf(word: string): number {
  if (!/^\d{1,10}$/.test(word)) throw misuse(messages.notANumber, { value: word });
  return Number(word);
}

/** The process that a word names, on the host or in one of its WPARs. @throws Failure */
export async function requireProcess(context: Context, word: string): Promise<ProcessRow> {
  const pid = numberOf(word);
  const found = (await processesOn(context)).find((row) => row.pid === pid);
  if (!found) throw failure(messages.noProcess, { pid });
  return found;
}

/** @throws Failure if the process belongs to somebody else, unless root asks */
export function requireOwner(context: Context, { pid, user }: ProcessRow): void {
  if (context.user === 'root') return;
  const own = usersOf(context.lab, { host: context.host }).find(({ name }) => name === context.user);
  if (own?.id !== user) throw failure(messages.notOwner, { pid });
}
