import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { failure } from '../../../messages/failure.ts';
import { keyMessages } from '../../../messages/keys.ts';
import { mobilityMessages as messages } from '../../../messages/mobility.ts';
import { consoleAt } from '../../../model/frames/console-address.ts';
import type { Remote } from '../../../model/mobility/facts.ts';
import { isTrusted } from '../../../state/frames/keys.ts';

/**
 * The other console of `--ip`, whose keys must have been exchanged.
 * @throws Failure
 */
export function remoteOf(args: Arguments, context: Context): Remote | undefined {
  const address = args.value('-ip');
  if (address === undefined) return undefined;
  const console = consoleAt(context.engine, address);
  if (!console) throw failure(messages.noConsole, { console: address });
  const user = args.value('u') ?? context.user;
  if (console.name === context.host.name) return { console, user };
  if (!isTrusted(context.engine, context.host.name, console.name, user))
    throw failure(keyMessages.notSetUp, { user });
  return { console, user };
}
