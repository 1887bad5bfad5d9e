import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { placeName } from '../../model/place.ts';
import { makeGroup } from '../../model/users/change-group.ts';
import { UserFiles } from '../../model/users/user-files.ts';
import { typedAttributes } from '../shared/typed-attributes.ts';
import { loadModule, requireFiles } from '../shared/user-list.ts';

const spec: CommandSpec = {
  name: 'mkgroup',
  platform: 'aix',
  purpose: 'creates a new group',
  synopsis: ['mkgroup [ -R load_module ] [ -a ] [ -A ] [ Attribute=Value ... ] Group'],
  evidence: 'document',
  options: [
    flag('a', 'An administrative group: only root may change it.', 'document'),
    flag('A', 'Whoever makes it administers it.', 'document'),
    loadModule,
  ],
  operands: { name: 'Group', minimum: 1, maximum: Number.POSITIVE_INFINITY },
  user: 'root',
  statuses: { 0: 'The group is created.', 1: 'It is not.', 2: 'The words are wrong.' },
};

function run(args: Arguments, context: Context): number {
  requireFiles(args);
  const { name, typed } = typedAttributes(args.operands);
  context.lab.update((change) => {
    const files = new UserFiles(context.lab, context.place);
    const administrator = args.has('A') ? context.user : undefined;
    makeGroup(files, name, typed, { administrative: args.has('a'), administrator });
    files.save();
    change.note(context.host.name, placeName(context.place), `group ${name} made`);
  });
  return 0;
}

export const command: Command = { spec, run };
