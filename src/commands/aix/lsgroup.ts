import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { userMessages as messages } from '../../messages/users.ts';
import { groupAttributes } from '../../model/users/attributes.ts';
import { UserFiles } from '../../model/users/user-files.ts';
import { groupValue } from '../../model/users/view.ts';
import { listOptions, printList, requireFiles } from '../shared/user-list.ts';

const spec: CommandSpec = {
  name: 'lsgroup',
  platform: 'aix',
  purpose: 'displays group attributes',
  synopsis: ['lsgroup [ -R load_module ] [ -c | -C | -f ] [ -a List ] { ALL | Name [ ,Name ] ... }'],
  evidence: 'document',
  options: listOptions,
  operands: { name: 'Name', minimum: 0, maximum: Number.POSITIVE_INFINITY },
  exclusive: [['c', 'C', 'f']],
  user: 'any',
  statuses: { 0: 'The attributes are printed.', 1: 'There is no such group.', 2: 'The words are wrong.' },
};

function run(args: Arguments, context: Context): number {
  requireFiles(args);
  const files = new UserFiles(context.lab, context.place);
  return printList(args, context, {
    all: files.groups(),
    shown: (group) =>
      groupAttributes.flatMap((attribute) => {
        const value = groupValue(files, group, attribute);
        return value === undefined ? [] : [[attribute, value] as const];
      }),
    value: (group, attribute) => groupValue(files, group, attribute),
    isAttribute: (attribute) => groupAttributes.includes(attribute),
    unknown: messages.noGroup,
  });
}

export const command: Command = { spec, run };
