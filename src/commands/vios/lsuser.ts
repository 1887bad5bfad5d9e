import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { viosCommandMessages as messages } from '../../messages/vios-commands.ts';
import { viosSpec } from './listing.ts';
import { failureOfAix, requireServer } from './this-server.ts';

const spec: CommandSpec = {
  ...viosSpec,
  name: 'lsuser',
  purpose: 'displays user account attributes',
  synopsis: ['lsuser [ALL | UserName[,UserName ...]]'],
  options: [],
  operands: { name: 'UserName', minimum: 0, maximum: Number.POSITIVE_INFINITY },
  statuses: { 0: 'The attributes are printed.', 1: 'There is no such user.' },
};

// The example of the manual page, recalled.
const padmin =
  'padmin roles=PAdmin default_roles=PAdmin account_locked=false expires=0 histexpire=0 histsize=0 loginretries=0 maxage=0 maxexpired=-1 maxrepeats=8 minage=0 minalpha=0 mindiff=0 minlen=0 minother=0 pwdwarntime=330 registry=files SYSTEM=compat';

function run(args: Arguments, context: Context): number {
  requireServer(context);
  const users = args.operands.flatMap((word) => word.split(','));
  const unknown = users.find((user) => user !== 'padmin' && user !== 'ALL');
  if (unknown !== undefined) throw failureOfAix(context, messages.userUnknown, { user: unknown });
  context.stdout.write(`${padmin}\n`);
  return 0;
}

export const command: Command = { spec, run };
