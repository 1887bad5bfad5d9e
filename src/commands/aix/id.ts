import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag } from '../../cli/spec.ts';
import { failure } from '../../messages/failure.ts';
import { userMessages as messages } from '../../messages/users.ts';
import { findUser, type User } from '../../model/users/identity.ts';

const spec: CommandSpec = {
  name: 'id',
  platform: 'aix',
  purpose: 'displays the identity of a user',
  synopsis: ['id [ User ]', 'id { -G | -g | -u } [ -n ] [ User ]'],
  evidence: 'document',
  options: [
    flag('G', 'The ids of all groups.', 'document'),
    flag('g', 'The id of the primary group.', 'document'),
    flag('u', 'The id of the user.', 'document'),
    flag('n', 'Names instead of ids.', 'document'),
    flag('r', 'The real id: real and effective ids are the same in parlab.', 'document'),
    flag('l', 'The id of the login: it is the same.', 'document'),
  ],
  operands: { name: 'User', minimum: 0, maximum: 1 },
  exclusive: [
    ['G', 'g', 'u'],
    ['r', 'l'],
  ],
  needs: { n: ['G', 'g', 'u'], r: ['G', 'g', 'u'] },
  user: 'any',
  statuses: { 0: 'The identity is shown.', 1: 'There is no such user.', 2: 'The words are wrong.' },
};

function run(args: Arguments, context: Context): number {
  const name = args.operands[0] ?? context.user;
  const user = findUser(context.lab, context.place, name);
  if (!user) throw failure(messages.idUnknown, { name });
  context.stdout.write(`${text(args, user)}\n`);
  return 0;
}

function text(args: Arguments, user: User): string {
  const { name, uid, gid, groups } = user;
  const show = (each: { readonly name: string; readonly gid: number }) =>
    args.has('n') ? each.name : String(each.gid);
  const primary = groups.find((group) => group.gid === gid);
  if (args.has('u')) return args.has('n') ? name : String(uid);
  if (args.has('g')) return primary ? show(primary) : String(gid);
  if (args.has('G')) return (primary ? groups : [{ name: String(gid), gid }, ...groups]).map(show).join(' ');
  const others = groups.filter((group) => group !== primary).map((group) => `${group.gid}(${group.name})`);
  return [
    `uid=${uid}(${name})`,
    `gid=${gid}${primary ? `(${primary.name})` : ''}`,
    ...(others.length > 0 ? [`groups=${others.join(',')}`] : []),
  ].join(' ');
}

export const command: Command = { spec, run };
