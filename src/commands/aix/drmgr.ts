import { basename } from 'node:path';
import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { scriptLine, scriptListing } from '../../format/drmgr.ts';
import { scriptMessages as messages } from '../../messages/dlpar-scripts.ts';
import { failure, misuse } from '../../messages/failure.ts';
import { usageMessages } from '../../messages/usage.ts';
import { collectAfterBoot, collectScripts } from '../../model/dlpar/collect-scripts.ts';
import {
  changeRoot,
  changeSyslogId,
  folderFor,
  installScript,
  uninstallScript,
} from '../../model/dlpar/repository.ts';
import { contentOf, isProgram, longestScript } from '../../model/dlpar/script-files.ts';
import { scriptRepository, scriptRows } from '../../state/dlpar-scripts.ts';

/** Longer times nobody waits: no timer of the machine is set for more. */
const mostMinutes = 35_000;

const spec: CommandSpec = {
  name: 'drmgr',
  platform: 'aix',
  purpose: 'installs and configures DLPAR scripts',
  synopsis: [
    'drmgr { -i script_name [ -w minutes ] [ -f ] | -u script_name } [ -D hostname ]',
    'drmgr [ -b ]',
    'drmgr [ -R script_install_root_directory ]',
    'drmgr [ -S syslog_ID ]',
    'drmgr [ -l ]',
  ],
  evidence: 'document',
  options: [
    valued('i', 'script_name', 'Installs this script; without a directory, one of the current one.', 'seed', {
      path: 'caller',
    }),
    flag('f', 'Replaces an installed script of that name.', 'seed'),
    valued('w', 'minutes', 'Minutes that it may take for a call, whatever its vendor says.', 'seed'),
    valued('D', 'hostname', 'Only for the host of this name; -u has to say it again.', 'seed'),
    valued('u', 'script_name', 'Uninstalls this script; without a directory, one of the repository.', 'seed'),
    flag('l', 'Shows what is installed.', 'seed'),
    valued('R', 'script_install_root_directory', 'Keeps scripts below this directory from now on.', 'seed'),
    valued('S', 'syslog_ID', 'Begins the lines of drmgr in syslog with this word.', 'document'),
    flag('b', 'Asks all scripts of the repository anew what they are.', 'document'),
  ],
  operands: { name: 'operand', minimum: 0, maximum: 0 },
  exclusive: [['i', 'u', 'l', 'R', 'S', 'b']],
  needs: { f: ['i'], w: ['i'], D: ['i', 'u'] },
  user: 'root',
  statuses: {
    0: 'It is done.',
    1: 'It is not, and nothing was changed; a message says why.',
    2: 'The words are wrong.',
  },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const { engine, host } = context;
  const [install, uninstall, root, syslogId] = ['i', 'u', 'R', 'S'].map((letter) => args.value(letter));
  if (install !== undefined) return await installed(args, context, install);
  if (uninstall !== undefined) uninstallScript(context, uninstall, args.value('D'));
  else if (root === '') throw misuse(usageMessages.needsArgument, { flag: '-R' });
  else if (root !== undefined) await changeRoot(context, context.files('host').absolute(root));
  else if (syslogId !== undefined) changeSyslogId(context, syslogId);
  else if (args.has('b')) await collectScripts(context, { tell: true });
  else if (args.has('l')) {
    await collectAfterBoot(context);
    const repository = scriptRepository(engine, host.name);
    const listing = scriptListing(repository.root, repository.syslogId, scriptRows(engine, host.name));
    context.stdout.write(listing);
  } else throw misuse(messages.oneAction, {});
  return 0;
}

async function installed(args: Arguments, context: Context, path: string): Promise<number> {
  const override = minutesOf(args.value('w'));
  const onlyFor = args.value('D');
  folderFor(onlyFor);
  const { path: place, info } = await installScript(context, {
    shown: path,
    name: basename(path),
    content: readProgram(context, path),
    onlyFor,
    override,
    force: args.has('f'),
  });
  context.stdout.write(`${scriptLine(place, info)}\n`);
  return 0;
}

function minutesOf(value: string | undefined): number {
  if (value === undefined) return 0;
  if (!/^\d{1,5}$/.test(value) || Number(value) > mostMinutes)
    throw misuse(messages.badMinutes, { value, most: mostMinutes });
  return Number(value);
}

/** @throws Failure of what is no program */
function readProgram(context: Context, path: string): Buffer {
  const file = context.files('caller').open(path);
  if (!file) throw failure(messages.noFile, { path });
  try {
    if (!isProgram(file.descriptor)) throw failure(messages.notExecutable, { path });
    const content = contentOf(file.descriptor);
    if (!content) throw failure(messages.tooLong, { path, megabytes: longestScript / 1024 / 1024 });
    return content;
  } finally {
    file.close();
  }
}

export const command: Command = { spec, run };
