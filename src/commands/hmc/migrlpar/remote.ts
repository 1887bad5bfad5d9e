import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { failure } from '../../../messages/failure.ts';
import { mobilityMessages as messages } from '../../../messages/mobility.ts';
import type { Remote } from '../../../model/mobility/facts.ts';
import { findConsole } from './find-console.ts';

/**
 * The other console of `--ip`, whose keys must have been exchanged.
 * @throws Failure
 */
export function remoteOf(args: Arguments, context: Context): Remote | undefined {
  const address = args.value('-ip');
  if (address === undefined) return undefined;
  const console = findConsole(context.engine, address);
  if (!console) throw failure(messages.noConsole, { console: address });
  const user = args.value('u') ?? context.user;
  if (console.name === context.host.name) return { console, user };
  const trusted = context.engine.get(
    'SELECT 1 FROM trusted_console WHERE console = ? AND remote = ? AND user = ?',
    context.host.name,
    console.name,
    user,
  );
  if (!trusted) throw failure(messages.noKeys, { user });
  return { console, user };
}
