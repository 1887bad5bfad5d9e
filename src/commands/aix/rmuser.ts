import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { placeName } from '../../model/place.ts';
import { removeUser } from '../../model/users/remove-user.ts';
import { UserFiles } from '../../model/users/user-files.ts';
import { loadModule, requireFiles } from '../shared/user-list.ts';

const spec: CommandSpec = {
  name: 'rmuser',
  platform: 'aix',
  purpose: 'removes a user account',
  synopsis: ['rmuser [ -R load_module ] [ -p ] Name'],
  evidence: 'document',
  options: [flag('p', 'Its password and what goes with it, too.', 'document'), loadModule],
  operands: { name: 'Name', minimum: 1, maximum: 1 },
  user: 'root',
  statuses: { 0: 'The user is removed.', 1: 'It is not.', 2: 'The words are wrong.' },
};

function run(args: Arguments, context: Context): number {
  requireFiles(args);
  const name = args.operand;
  context.lab.update((change) => {
    const files = new UserFiles(context.lab, context.place);
    removeUser(files, name, args.has('p'));
    files.save();
    change.note(context.host.name, placeName(context.place), `user ${name} removed`);
  });
  return 0;
}

export const command: Command = { spec, run };
