import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { userMessages as messages } from '../../messages/users.ts';
import { shellsOf } from '../../model/users/change-user.ts';
import { UserFiles } from '../../model/users/user-files.ts';
import { askNew, askOld, storeNew } from '../shared/new-password.ts';
import { loadModule, requireFiles } from '../shared/user-list.ts';

const spec: CommandSpec = {
  name: 'passwd',
  platform: 'aix',
  purpose: 'changes the password of a user',
  synopsis: ['passwd [ -R load_module ] [ -f | -s | -a ] [ User ]'],
  evidence: 'document',
  options: [
    flag('a', 'Lists the shells that a user may have.', 'document'),
    flag('f', 'Changes what finger shows.', 'document', { refused: 'chuser gecos=... changes it.' }),
    flag('s', 'Changes the shell.', 'document', { refused: 'chuser shell=... changes it.' }),
    loadModule,
  ],
  operands: { name: 'User', minimum: 0, maximum: 1 },
  exclusive: [['a', 'f', 's']],
  user: 'any',
  statuses: { 0: 'The password is changed.', 1: 'It is not.', 2: 'The words are wrong.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  requireFiles(args);
  const files = new UserFiles(context.lab, context.place);
  if (args.has('a')) {
    context.stdout.write(`${shellsOf(files).join('\n')}\n`);
    return 0;
  }
  const { user } = context;
  const name = args.operands[0] ?? user;
  if (!files.account(name)) throw failure(messages.noUser, { name });
  if (name !== user && user !== 'root') throw failure(messages.notAllowed, { name });
  context.report(messages.changing, { name });
  const old = user === 'root' ? undefined : await askOld(context, name);
  const fresh = await askNew(context, name);
  // Who is given a password by somebody else is to change it at the first login (documented).
  return storeNew(context, name, { fresh, old }, name === user ? '' : 'ADMCHG');
}

export const command: Command = { spec, run };
