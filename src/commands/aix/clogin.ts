import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { usageMessages } from '../../messages/usage.ts';
import { userMessages } from '../../messages/users.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import { brokenHeld } from '../../state/settle.ts';
import { findWpar } from '../../state/wpars.ts';
import { requirePassword } from '../shared/require-password.ts';

const spec: CommandSpec = {
  name: 'clogin',
  platform: 'aix',
  purpose: 'logs in to a workload partition, or runs a command there',
  synopsis: [
    'clogin WparName [ -l User ] [ Command [ Arguments ] ]',
    'clogin -C WparName [ -l User ] [ Command [ Arguments ] ]',
  ],
  evidence: 'document',
  parse: 'none',
  options: [
    {
      flag: 'l',
      argument: { kind: 'value', name: 'User' },
      text: 'The user of the WPAR; stands after its name. Default: root.',
      evidence: 'document',
    },
    {
      flag: 'C',
      text: 'Asks for the password of that user first; stands before the name.',
      evidence: 'document',
    },
  ],
  operands: { name: 'WparName', minimum: 1, maximum: Number.POSITIVE_INFINITY, of: 'wpar' },
  user: 'root',
  statuses: {
    0: 'The shell or the command in the WPAR ended with 0; other statuses are its own.',
    1: 'Nobody could log in.',
    2: 'The words are wrong.',
  },
};

/** Words before the command: flags after it are the command's own. */
interface Login {
  readonly name: string;
  readonly user: string;
  /** -C: the user has to say the password. */
  readonly asks: boolean;
  readonly words: readonly string[];
}

function readWords(all: readonly string[]): Login {
  const asks = all[0] === '-C';
  const [name, ...rest] = asks ? all.slice(1) : all;
  if (name === undefined) throw misuse(usageMessages.missingOperand, { operand: 'WparName' });
  if (name.startsWith('-')) throw misuse(usageMessages.unknownFlag, { flag: name.slice(1) });
  const [first = ''] = rest;
  if (!first.startsWith('-')) return { name, asks, user: 'root', words: rest };
  if (first === '--') return { name, asks, user: 'root', words: rest.slice(1) };
  if (!first.startsWith('-l')) throw misuse(usageMessages.unknownFlag, { flag: first.slice(1) });
  const [user = '', ...command] = first === '-l' ? rest.slice(1) : [first.slice(2), ...rest.slice(1)];
  if (user === '') throw misuse(usageMessages.needsArgument, { flag: '-l' });
  return { name, asks, user, words: command };
}

async function run(args: Arguments, context: Context): Promise<number> {
  const { name, user, asks, words } = readWords(args.operands);
  const wpar = findWpar(context.engine, context.host.name, name);
  if (!wpar) throw failure(messages.notFound, { name });
  if (wpar.type === 'A')
    throw failure(usageMessages.unsupported, {
      flag: 'WparName',
      why: 'an application WPAR has no files to log in to',
    });
  const broken = brokenHeld(context.engine, context.lab.machine).includes(wpar.id);
  if (broken || (wpar.state !== 'A' && wpar.state !== 'N')) throw failure(messages.notActive, { name });
  if (asks) await requirePassword(context.lab, { host: context.host, wpar }, user, context.ask);
  const status = await context.enter(wpar, user, words);
  if (status === undefined) throw failure(userMessages.noSuchLogin, { user });
  return status;
}

export const command: Command = { spec, run };
