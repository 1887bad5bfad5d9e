import type { Arguments } from '../../cli/arguments.ts';
import type { Context } from '../../cli/context.ts';
import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';

/** `-P`. @returns whether a password was given. parlab keeps none. @throws Failure without a terminal to ask on */
export async function askPassword(args: Arguments, context: Context): Promise<boolean> {
  if (!args.has('P')) return false;
  const first = await context.ask("root's New password: ", { hidden: true });
  if (first === undefined) throw failure(messages.noTerminal, { flag: '-P' });
  const second = await context.ask('Enter the new password again: ', { hidden: true });
  if (first !== second) throw failure(messages.passwordsDiffer, {});
  return true;
}
