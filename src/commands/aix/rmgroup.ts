import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { placeName } from '../../model/place.ts';
import { removeGroup } from '../../model/users/remove-user.ts';
import { UserFiles } from '../../model/users/user-files.ts';
import { loadModule, requireFiles } from '../shared/user-list.ts';

const spec: CommandSpec = {
  name: 'rmgroup',
  platform: 'aix',
  purpose: 'removes a group',
  synopsis: ['rmgroup [ -p ] [ -R load_module ] Name'],
  evidence: 'document',
  options: [
    flag('p', 'Its keystore, too.', 'document', { refused: 'groups of parlab have no keystores.' }),
    loadModule,
  ],
  operands: { name: 'Name', minimum: 1, maximum: 1 },
  user: 'root',
  statuses: { 0: 'The group is removed; its members stay.', 1: 'It is not.', 2: 'The words are wrong.' },
};

function run(args: Arguments, context: Context): number {
  requireFiles(args);
  const name = args.operand;
  context.lab.update((change) => {
    const files = new UserFiles(context.lab, context.place);
    removeGroup(files, name);
    files.save();
    change.note(context.host.name, placeName(context.place), `group ${name} removed`);
  });
  return 0;
}

export const command: Command = { spec, run };
