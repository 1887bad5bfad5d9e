import type { Arguments } from '../../cli/arguments.ts';
import type { Context } from '../../cli/context.ts';
import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import { setPassword } from '../../model/users/set-password.ts';
import { UserFiles } from '../../model/users/user-files.ts';
import type { Change } from '../../state/change.ts';
import { findWpar } from '../../state/wpars.ts';

/** `-P`. @returns the new password; undefined if it is not to be set. @throws Failure without a terminal to ask on */
export async function askPassword(args: Arguments, context: Context): Promise<string | undefined> {
  if (!args.has('P')) return undefined;
  const first = await context.ask("root's New password: ", { hidden: true });
  if (first === undefined) throw failure(messages.noTerminal, { flag: '-P' });
  const second = await context.ask('Enter the new password again: ', { hidden: true });
  if (first !== second) throw failure(messages.passwordsDiffer, {});
  return first;
}

/** Sets root's password in a WPAR of this host: in its files, which are laid for that. @throws Failure */
export function setRootPassword(change: Change, context: Context, wpar: string, password: string): void {
  const { lab, host } = context;
  const found = findWpar(lab.engine, host.name, wpar);
  if (!found) return;
  const files = new UserFiles(lab, { host, wpar: found });
  setPassword(change, files, 'root', password, '');
  files.save();
  change.note(host.name, wpar, 'root password set');
}
