import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { userMessages as messages } from '../../messages/users.ts';
import { placeName } from '../../model/place.ts';
import { makeUser } from '../../model/users/make-user.ts';
import { UserFiles } from '../../model/users/user-files.ts';
import { typedAttributes } from '../shared/typed-attributes.ts';
import { loadModule, requireFiles } from '../shared/user-list.ts';

const spec: CommandSpec = {
  name: 'mkuser',
  platform: 'aix',
  purpose: 'creates a new user account',
  synopsis: ['mkuser [ -R load_module ] [ -a ] [ Attribute=Value ... ] Name'],
  evidence: 'document',
  options: [flag('a', 'An administrative user: only root may change it.', 'document'), loadModule],
  operands: { name: 'Name', minimum: 1, maximum: Number.POSITIVE_INFINITY },
  user: 'root',
  statuses: { 0: 'The user is created.', 1: 'It is not.', 2: 'The words are wrong.' },
};

function run(args: Arguments, context: Context): number {
  requireFiles(args);
  const { name, typed } = typedAttributes(args.operands);
  const missing = context.lab.update((change) => {
    change.note(context.host.name, placeName(context.place), `user ${name} made`);
    return makeUser(new UserFiles(context.lab, context.place), name, typed, args.has('a'));
  });
  if (!missing) return 0;
  context.report(messages.noHome, { name, ...missing });
  return 1;
}

export const command: Command = { spec, run };
