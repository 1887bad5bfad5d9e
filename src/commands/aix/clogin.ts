import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { usageMessages } from '../../messages/usage.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import { brokenHeld } from '../../state/settle.ts';
import { findWpar } from '../../state/wpars.ts';

const noPasswords = 'users of WPARs have no passwords in parlab';
const otherUsers = 'only root can log in yet';

const spec: CommandSpec = {
  name: 'clogin',
  platform: 'aix',
  purpose: 'logs in to a workload partition, or runs a command there',
  synopsis: ['clogin WparName [ -l User ] [ Command [ Arguments ] ]'],
  evidence: 'document',
  parse: 'none',
  options: [
    {
      flag: 'l',
      argument: { kind: 'value', name: 'User' },
      text: 'The user of the WPAR; stands after its name. Default, and the only one yet: root.',
      evidence: 'document',
    },
    {
      flag: 'C',
      text: 'Asks for a password, before the name.',
      evidence: 'document',
      refused: noPasswords,
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
  readonly words: readonly string[];
}

function readWords(words: readonly string[]): Login {
  const [name, ...rest] = words;
  if (name === undefined) throw misuse(usageMessages.missingOperand, { operand: 'WparName' });
  if (name === '-C') throw failure(usageMessages.unsupported, { flag: '-C', why: noPasswords });
  if (name.startsWith('-')) throw misuse(usageMessages.unknownFlag, { flag: name.slice(1) });
  const [first = ''] = rest;
  if (!first.startsWith('-')) return { name, user: 'root', words: rest };
  if (first === '--') return { name, user: 'root', words: rest.slice(1) };
  if (!first.startsWith('-l')) throw misuse(usageMessages.unknownFlag, { flag: first.slice(1) });
  const [user = '', ...command] = first === '-l' ? rest.slice(1) : [first.slice(2), ...rest.slice(1)];
  if (user === '') throw misuse(usageMessages.needsArgument, { flag: '-l' });
  return { name, user, words: command };
}

async function run(args: Arguments, context: Context): Promise<number> {
  const { name, user, words } = readWords(args.operands);
  const wpar = findWpar(context.engine, context.host.name, name);
  if (!wpar) throw failure(messages.notFound, { name });
  if (wpar.type === 'A')
    throw failure(usageMessages.unsupported, {
      flag: 'WparName',
      why: 'an application WPAR has no files to log in to',
    });
  const broken = brokenHeld(context.engine, context.lab.machine).includes(wpar.id);
  if (broken || (wpar.state !== 'A' && wpar.state !== 'N')) throw failure(messages.notActive, { name });
  if (user !== 'root') throw failure(usageMessages.unsupported, { flag: '-l', why: otherUsers });
  return await context.enter(wpar, words);
}

export const command: Command = { spec, run };
