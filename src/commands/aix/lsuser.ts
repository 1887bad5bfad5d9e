import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { userMessages as messages } from '../../messages/users.ts';
import { userAttribute } from '../../model/users/attributes.ts';
import { UserFiles } from '../../model/users/user-files.ts';
import { publicAttributes, shownUser, userValue } from '../../model/users/view.ts';
import { listOptions, printList, requireFiles } from '../shared/user-list.ts';

const spec: CommandSpec = {
  name: 'lsuser',
  platform: 'aix',
  purpose: 'displays user account attributes',
  synopsis: ['lsuser [ -R load_module ] [ -c | -C | -f ] [ -a List ] { ALL | Name [ ,Name ] ... }'],
  evidence: 'document',
  options: listOptions,
  operands: { name: 'Name', minimum: 0, maximum: Number.POSITIVE_INFINITY },
  exclusive: [['c', 'C', 'f']],
  user: 'any',
  statuses: { 0: 'The attributes are printed.', 1: 'There is no such user.', 2: 'The words are wrong.' },
};

function run(args: Arguments, context: Context): number {
  requireFiles(args);
  const files = new UserFiles(context.lab, context.place);
  const everything = context.user === 'root';
  return printList(args, context, {
    all: files.accounts(),
    shown: (account) => shownUser(files, account, everything),
    value: (account, attribute) =>
      everything || publicAttributes.includes(attribute) ? userValue(files, account, attribute) : undefined,
    isAttribute: (attribute) => userAttribute(attribute) !== undefined,
    unknown: messages.noUser,
  });
}

export const command: Command = { spec, run };
