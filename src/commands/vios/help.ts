import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { usageText } from '../../cli/usage.ts';
import { failure } from '../../messages/failure.ts';
import { viosCommandMessages as messages } from '../../messages/vios-commands.ts';
import type { Registered } from '../registry.ts';
import { viosSpec } from './listing.ts';

const spec: CommandSpec = {
  ...viosSpec,
  name: 'help',
  purpose: 'lists the commands of the Virtual I/O Server, or prints the usage of one',
  synopsis: ['help [Command]'],
  options: [],
  operands: { name: 'Command', minimum: 0, maximum: 1 },
  statuses: { 0: 'The list or the usage is printed.', 1: 'There is no command of this name.' },
};

type Load = Registered['load'];

/** What a server of the lab has, by the documented categories; in the last are those of the root shell below it. */
const categories: Readonly<Record<string, Readonly<Record<string, Load>>>> = {
  'Installation commands': {
    ioslevel: () => import('./ioslevel.ts'),
    license: () => import('./license.ts'),
  },
  'Network commands': {
    hostname: () => import('../aix/hostname.ts'),
    lstcpip: () => import('./lstcpip.ts'),
  },
  'Device commands': {
    cfgdev: () => import('./cfgdev.ts'),
    chdev: () => import('./chdev.ts'),
    lsdev: () => import('./lsdev.ts'),
    lsmap: () => import('./lsmap.ts'),
    lsnports: () => import('./lsnports.ts'),
    mkvdev: () => import('./mkvdev.ts'),
    rmvdev: () => import('./rmvdev.ts'),
    vfcmap: () => import('./vfcmap.ts'),
  },
  'Physical volume commands': { lspv: () => import('./lspv.ts') },
  'User ID commands': { lsuser: () => import('./lsuser.ts') },
  'Maintenance commands': {
    errlog: () => import('./errlog.ts'),
    vasistat: () => import('./vasistat.ts'),
  },
  'Shell commands': {
    help: async () => ({ command }),
    ioscli: () => import('./ioscli.ts'),
    lsattr: () => import('./lsattr.ts'),
    lsrsrc: () => import('../aix/lsrsrc.ts'),
    recfgct: () => import('../aix/recfgct.ts'),
    rmcctrl: () => import('../aix/rmcctrl.ts'),
  },
};

function listing(): string {
  return Object.entries(categories)
    .map(([title, commands]) => [title, ...Object.keys(commands).map((name) => `    ${name}`), ''].join('\n'))
    .join('\n');
}

async function run(args: Arguments, context: Context): Promise<number> {
  const [name] = args.operands;
  if (name === undefined) {
    context.stdout.write(listing());
    return 0;
  }
  const found = Object.values(categories).find((commands) => Object.hasOwn(commands, name))?.[name];
  if (!found) throw failure(messages.noHelp, { name });
  const { command: asked } = await found();
  context.stdout.write(usageText(asked.spec));
  return 0;
}

export const command: Command = { spec, run };
