import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { attributeStanza, type Pairs } from '../../format/user-attributes.ts';
import { printable } from '../../messages/define.ts';
import { failure } from '../../messages/failure.ts';
import { userMessages as messages } from '../../messages/users.ts';
import { placeName } from '../../model/place.ts';
import { nameList } from '../../model/users/attributes.ts';
import { passwordFlags } from '../../model/users/set-password.ts';
import { UserFiles } from '../../model/users/user-files.ts';
import { askNew, storeNew } from '../shared/new-password.ts';
import { loadModule, requireFiles } from '../shared/user-list.ts';

const spec: CommandSpec = {
  name: 'pwdadm',
  platform: 'aix',
  purpose: 'administers the passwords of users',
  synopsis: ['pwdadm [ -R load_module ] [ -f Flags | -q | -c ] User'],
  evidence: 'document',
  options: [
    flag('c', 'Removes all flags of the password.', 'document'),
    valued('f', 'Flags', 'Sets its flags: ADMIN, ADMCHG, NOCHECK, with commas.', 'document'),
    flag('q', 'Shows when it was changed, and its flags.', 'document'),
    loadModule,
  ],
  operands: { name: 'User', minimum: 1, maximum: 1 },
  exclusive: [['c', 'f', 'q']],
  user: 'root',
  statuses: { 0: 'The password is changed or shown.', 1: 'It is not.', 2: 'The words are wrong.' },
};

async function run(args: Arguments, context: Context): Promise<number> {
  requireFiles(args);
  const name = args.operand;
  const files = new UserFiles(context.lab, context.place);
  if (!files.account(name)) throw failure(messages.noUser, { name });
  if (args.has('q')) return show(files, name, context);
  const flags = args.value('f');
  if (args.has('c') || flags !== undefined) return setFlags(nameList(flags ?? ''), name, context);
  context.report(messages.changing, { name });
  const fresh = await askNew(context, name);
  return storeNew(context, name, { fresh, old: undefined }, 'ADMCHG');
}

function show(files: UserFiles, name: string, context: Context): number {
  const stanza = files.stanzas('passwd').get(name);
  const pairs: Pairs = ['lastupdate', 'flags'].flatMap((attribute) => {
    const value = stanza?.get(attribute);
    return value === undefined ? [] : [[attribute, printable(value)] as const];
  });
  context.stdout.write(attributeStanza(name, pairs).replaceAll('=', ' = '));
  return 0;
}

function setFlags(flags: readonly string[], name: string, context: Context): number {
  const bad = flags.find((flag) => !passwordFlags.includes(flag));
  if (bad !== undefined) throw failure(messages.flagValue, { flag: bad });
  context.lab.update((change) => {
    const files = new UserFiles(context.lab, context.place);
    const none = files.stanzas('passwd').has(name) ? {} : { password: '*' };
    files.setStanza('passwd', name, { ...none, flags: flags.join(',') || undefined });
    files.save();
    change.note(context.host.name, placeName(context.place), `password flags of ${name} changed`);
  });
  return 0;
}

export const command: Command = { spec, run };
