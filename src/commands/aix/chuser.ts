import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { userMessages as messages } from '../../messages/users.ts';
import { placeName } from '../../model/place.ts';
import { changeUser } from '../../model/users/change-user.ts';
import { UserFiles } from '../../model/users/user-files.ts';
import { typedAttributes } from '../shared/typed-attributes.ts';
import { loadModule, requireFiles } from '../shared/user-list.ts';

const spec: CommandSpec = {
  name: 'chuser',
  platform: 'aix',
  purpose: 'changes user attributes',
  synopsis: ['chuser [ -R load_module ] Attribute=Value ... Name'],
  evidence: 'document',
  options: [loadModule],
  operands: { name: 'Attribute=Value ... Name', minimum: 2, maximum: Number.POSITIVE_INFINITY },
  user: 'root',
  statuses: { 0: 'The attributes are changed.', 1: 'None is changed.', 2: 'The words are wrong.' },
};

function run(args: Arguments, context: Context): number {
  requireFiles(args);
  const { name, typed } = typedAttributes(args.operands);
  context.lab.update((change) => {
    const files = new UserFiles(context.lab, context.place);
    const account = files.account(name);
    if (!account) throw failure(messages.noUser, { name });
    changeUser(files, account, typed);
    files.save();
    const what = Object.keys(typed).join(', ');
    change.note(context.host.name, placeName(context.place), `user ${name}: ${what} changed`);
  });
  return 0;
}

export const command: Command = { spec, run };
